"""What is found by a few letters or a pattern: find, replace, the command palette."""

"""The settings: what an editor chose, and the window in which it is chosen."""

"""How the desk looks: colours, type, icons, and what the editor chooses of them."""

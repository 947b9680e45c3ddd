"""Suspects at the desk: checked beside the window, underlined, asked about, taken or dismissed."""

"""Articles out of the window: the dialog, its preview, and the work behind it."""

"""The lists at the sides: the outline, the dock, the history."""

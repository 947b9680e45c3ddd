"""Help: the sheet of keys, and the hints of the first start."""

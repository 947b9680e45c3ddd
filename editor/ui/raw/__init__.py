"""The raw text: laid out in rows, painted as it came, moved in by key and mouse."""

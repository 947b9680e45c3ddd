"""Gestures as values, and the session that applies them: the only way that decisions change."""

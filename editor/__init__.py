"""Galley 校样: a proofreading editor for broken newspaper text."""

__version__ = "0.1.0"

"""The proof on paper: articles set on pages, looked at, printed, or written as a PDF."""

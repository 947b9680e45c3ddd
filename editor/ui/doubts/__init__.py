"""Doubts at the desk: their queue, the card that asks, the same answer for all of a kind."""

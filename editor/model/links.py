"""Articles that go on on another page: which parts make one, as an editor said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """The article holding `(page, raw_at)` goes on in the article holding `(to_page, to_at)`.

    Both are named by any character of their bodies; where no article holds it now, it sleeps.
    `extra`: what a file says of it that this version does not know, as JSON.
    """

    page: str
    raw_at: int
    to_page: str
    to_at: int
    extra: str = ""

    def touches(self, page: str) -> bool:
        """Whether one of its ends is on this page."""
        return page in (self.page, self.to_page)

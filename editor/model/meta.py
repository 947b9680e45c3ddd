"""What a page is called: paper, date, section, number."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Meta:
    """What a page is called. In a page: what an editor said, empty where it is as inferred.

    `date` is ISO 8601 (`2024-03-05`) where it is inferred; `number` as printed (`4`, `A4`).
    """

    paper: str = ""
    date: str = ""
    section: str = ""
    number: str = ""

    def over(self, inferred: Meta) -> Meta:
        """What is said here, else what was inferred."""
        return Meta(*(getattr(self, f.name) or getattr(inferred, f.name) for f in fields(Meta)))

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return any(getattr(self, f.name) for f in fields(Meta))


@dataclass(frozen=True, slots=True)
class MetaChange:
    """What is said of the page `page` goes from `before` to `after`."""

    page: str
    before: Meta
    after: Meta

    def inverse(self) -> MetaChange:
        """The change that leads back."""
        return MetaChange(self.page, self.after, self.before)

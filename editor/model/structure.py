"""The two things that reading decides: how neighbours join, and what a stretch of text is."""

from __future__ import annotations

from enum import Enum


class Joint(Enum):
    """What stands between a printed line and the next. Keyed by the character *after* it."""

    GLUE = "glue"
    SPACE = "space"
    DEHYPHEN = "dehyphen"
    LINE = "line"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"

    @property
    def breaks(self) -> bool:
        """Whether text before and after it stands in different blocks."""
        return self in (Joint.PARAGRAPH, Joint.ARTICLE)


class Role(Enum):
    """What a stretch of raw text is in its article."""

    KICKER = "kicker"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    DATELINE = "dateline"
    CROSSHEAD = "crosshead"
    BODY = "body"
    NOTE = "note"
    CAPTION = "caption"
    FURNITURE = "furniture"

    @property
    def heads(self) -> bool:
        """Whether it is a line of a headline block (引题, 主题, 副题)."""
        return self in (Role.KICKER, Role.HEADLINE, Role.SUBHEAD)

    @property
    def assigned(self) -> bool:
        """Whether it belongs to an article by assignment and not by its place in the flow."""
        return self.heads or self is Role.BYLINE

    @property
    def flows(self) -> bool:
        """Whether it stands among an article's paragraphs."""
        return self in (Role.DATELINE, Role.CROSSHEAD, Role.BODY, Role.NOTE)


HEADS = (Role.KICKER, Role.HEADLINE, Role.SUBHEAD)
TYPED_ROLES = (*HEADS, Role.BYLINE, Role.DATELINE)

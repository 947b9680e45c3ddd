"""The roster of reporters: who of an article's byline may be added to it.

Names are offered, never added by themselves: only those that the editor confirmed, by typing or
marking them or by finding the article right.
"""

from __future__ import annotations

from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.reading import Article, Name
from editor.model.structure import Role
from editor.model.traced import PieceOrigin

ENROL = "enrol"


def unknown(article: Article, style: Style) -> tuple[str, ...]:
    """The names of an article's byline that the roster does not have."""
    names = ("".join(name.text.text.split()) for name in article.byline)
    spaced = (name.text.text.strip() for name in article.byline)
    told = [s if s.isascii() else n for n, s in zip(names, spaced, strict=True)]
    return tuple(dict.fromkeys(name for name in told if name and name not in style.roster))


def confirmed(article: Article, decisions: Decisions, style: Style) -> tuple[str, ...]:
    """Those of `unknown` that the editor typed, marked as byline, or found right."""
    if article.done:
        return unknown(article, style)
    sure = tuple(name for name in article.byline if _is_decided(name, decisions))
    return unknown(Article(article.at, article.blocks, byline=sure), style)


def _is_decided(name: Name, decisions: Decisions) -> bool:
    for piece in name.text.pieces:
        if piece.origin is PieceOrigin.TYPED:
            return True
        held = decisions.role_at(piece.span.start)
        if held is not None and held.role is Role.BYLINE:
            return True
    return False

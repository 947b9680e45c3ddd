"""What is open on a page before it is exported, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from editor.model.reading import Reading
from editor.model.verdict import Doubt, FieldTarget
from editor.proofing.suspect import Suspect
from editor.ui import words
from editor.ui.target import article_at

translate = QCoreApplication.translate


def open_ends(reading: Reading, suspects: Iterable[Suspect] = ()) -> list[str]:
    """What is open on a page before it is exported, in words; nothing where all is done."""
    wanted = [article for article in reading.articles if not article.left_out]
    out = {article.at for article in reading.articles if article.left_out}
    asked = [doubt for doubt in reading.doubts if _article_at(reading, doubt) not in out]
    found = []
    for count, one, many in (
        (
            len(asked),
            translate("OpenEnds", "1 doubt is not decided"),
            translate("OpenEnds", "{0} doubts are not decided"),
        ),
        (
            sum(one.passage.article not in out for one in suspects),
            translate("OpenEnds", "1 suspect is open"),
            translate("OpenEnds", "{0} suspects are open"),
        ),
        (
            sum(not article.title for article in wanted),
            translate("OpenEnds", "1 article has no headline"),
            translate("OpenEnds", "{0} articles have no headline"),
        ),
        (
            sum(not article.done for article in wanted),
            translate("OpenEnds", "1 article is not marked as read"),
            translate("OpenEnds", "{0} articles are not marked as read"),
        ),
    ):
        if count:
            found.append(one if count == 1 else many.format(count))
    return found


def told(left: Iterable[str]) -> str:
    """What is open, in one line."""
    comma = "；" if words.language() == "zh" else "; "
    return translate("OpenEnds", "Still open: {0}").format(comma.join(left))


def _article_at(reading: Reading, doubt: Doubt) -> int | None:
    """The anchor of the article that a doubt is about."""
    if isinstance(doubt.target, FieldTarget):
        return doubt.target.article
    article = article_at(reading, doubt.span.start)
    return article.at if article is not None else None

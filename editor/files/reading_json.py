"""A reading as one JSON object: what `galley reflow --json` prints; docs/json.md documents it.

Everything printed on the page is in `articles` or `furniture`; what else is told (captions,
tray, doubts, habits) points at it or says it again in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from editor.model.reading import Article, Reading
from editor.model.structure import Joint, Role
from editor.model.verdict import Doubt, FieldTarget, MoveTarget, Reason

Sentence = Callable[[Reason, str], str]
"""How a reason is told in a language: `editor.analysis.reasons.sentence`."""


def reading_object(
    reading: Reading, page: str, sentence: Sentence, language: str = "en"
) -> dict[str, Any]:
    """The object of one page; `page` is its name, `language` that of the reasons."""
    captions = [block.text.text for article in reading.articles for block in article.captions]
    tray = [block.text.text for block in reading.tray]
    return {
        "page": page,
        "articles": [_article(article) for article in reading.articles],
        "furniture": [block.text.text for block in reading.furniture] + captions + tray,
        "tray": tray,
        "dropped": [
            {"start": entry.span.start, "end": entry.span.end, "why": entry.why}
            for entry in reading.dropped
        ],
        "doubts": [_doubt(doubt, sentence, language) for doubt in reading.doubts],
        "habits": asdict(reading.habits),
        "analysis": reading.version,
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "at": article.at,
        **{
            role.value: [line.text for line in article.heads(role)]
            for role in (Role.KICKER, Role.HEADLINE, Role.SUBHEAD)
        },
        "byline": [name.text.text for name in article.byline],
        "dateline": article.dateline.text if article.dateline else None,
        "paragraphs": [block.text.text for block in article.blocks],
        "roles": [block.role.value for block in article.blocks],
        "captions": [block.text.text for block in article.captions],
        "left_out": article.left_out,
    }


def _doubt(doubt: Doubt, sentence: Sentence, language: str) -> dict[str, Any]:
    verdict = doubt.verdict
    found = {
        "start": doubt.span.start,
        "end": doubt.span.end,
        "kind": doubt.kind,
        "value": _plain(verdict.value),
        "alternatives": [
            {"value": _plain(other.value), "confidence": round(other.confidence, 4)}
            for other in verdict.alternatives
        ],
        "confidence": round(verdict.confidence, 4),
        "rule": verdict.rule,
        "why": [sentence(reason, language) for reason in verdict.why],
    }
    if isinstance(doubt.target, FieldTarget):
        found |= {"article": doubt.target.article, "field": doubt.target.role.value}
    if isinstance(doubt.target, MoveTarget):
        found["text"] = list(doubt.target.span)
    return found


def _plain(value: Joint | Role | int | None) -> str | int | None:
    return value.value if isinstance(value, Joint | Role) else value

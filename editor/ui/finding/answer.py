"""What a search found, as the desk shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from editor.editing.search import Found, Hit, Query, Searched, changes_of
from editor.model.places import Span


@dataclass(frozen=True)
class Answer:
    """What was found. `spans`: of the page, in raw order; `changes`: hits that can be replaced."""

    found: Found = field(default_factory=Found)
    spans: tuple[Span, ...] = ()
    changes: tuple[Hit, ...] = ()


def answer_of(found: Found, query: Query, corrected: Callable[[], Iterable[Searched]]) -> Answer:
    """Found hits with where they stand on the page and how they can be replaced."""
    spans = sorted({span for hit in found.hits for span in hit.spans})
    return Answer(found, tuple(spans), changes_of(found, query, corrected))

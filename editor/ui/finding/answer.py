"""What a search found, as the desk shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from editor.editing.search import Found, Hit, Query, Searched, in_blocks, replaceable
from editor.model.places import Span


@dataclass(frozen=True)
class Answer:
    """What was found. `spans`: of the page, in raw order; `changes`: hits that can be replaced."""

    found: Found = field(default_factory=Found)
    spans: tuple[Span, ...] = ()
    changes: tuple[Hit, ...] = ()


def answer_of(found: Found, query: Query, corrected: Callable[[], Iterable[Searched]]) -> Answer:
    """Found hits with where they stand on the page and how they can be replaced."""
    changes: Sequence[Hit | None] = found.hits
    if query.raw and found.hits:
        changes = in_blocks(found.hits, corrected())
    spans = sorted({span for hit in found.hits for span in hit.spans})
    printed = (replaceable(hit) for hit in changes if hit is not None)
    return Answer(found, tuple(spans), tuple(hit for hit in printed if hit is not None))

"""The doubts that are left of a structure's, once what was decided is laid in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from editor.analysis.structure import Structure
from editor.model.decisions import Decisions
from editor.model.reading import Article
from editor.model.structure import HEADS
from editor.model.verdict import Doubt, FieldTarget, JointTarget, MoveTarget


def _order_doubts(structure: Structure, decisions: Decisions, done: Sequence[Article]) -> set[str]:
    """The keys of doubts about text out of its place that are open still."""
    found = set()
    for doubt in structure.order:
        target = doubt.target
        assert isinstance(target, MoveTarget)
        spans = [move.span for move in decisions.moves] + [e.span for e in decisions.roles]
        answered = any(span.overlaps(target.span) for span in spans)
        answered = answered or target.span.start in decisions.joint_at
        places = (target.span.start, target.to - 1)
        if not answered and not any(a.holds(at) for a in done for at in places):
            found.add(doubt.key)
    return found - {entry.doubt for entry in decisions.settled}


def unanswered(
    structure: Structure, decisions: Decisions, articles: Sequence[Article | None]
) -> tuple[Doubt, ...]:
    """The structure's doubts without those answered, typed away, or inside a finished article."""
    settled = {entry.doubt for entry in decisions.settled}
    present = [article for article in articles if article is not None]
    done = [article for article in present if article.done]
    by_place = {article.at: article for article in present}
    order = _order_doubts(structure, decisions, done)
    # a stretch out of its place is asked of first, and how it begins is known with that
    places = {move.span.start for move in decisions.moves if move.joint}
    found = []
    for doubt in structure.doubts:
        if isinstance(doubt.target, MoveTarget) and doubt.key in order:
            places.add(doubt.target.span.start)
    for doubt in structure.doubts:
        if settled and doubt.key in settled:
            continue
        if isinstance(doubt.target, MoveTarget):
            if doubt.key in order:
                found.append(doubt)
            continue
        if places and _place(doubt) in places:
            continue
        if isinstance(doubt.target, FieldTarget):
            asked = doubt.target.article
            home = by_place.get(asked) or next((a for a in present if a.holds(asked)), None)
            if home is None or home.done or any(home.heads(r) for r in HEADS):
                continue
            if home.at != asked:
                doubt = replace(doubt, target=FieldTarget(home.at, doubt.target.role))
            if settled and doubt.key in settled:
                continue
        elif any(article.holds(doubt.span.start) for article in done) or (
            isinstance(doubt.target, JointTarget)
            and any(
                patch.span.start < doubt.target.raw_at < patch.span.end
                for patch in decisions.patches
            )
        ):
            continue
        found.append(doubt)
    return tuple(found)


def _place(doubt: Doubt) -> int:
    """Where what a doubt asks about begins."""
    target = doubt.target
    return target.article if isinstance(target, FieldTarget) else doubt.span.start

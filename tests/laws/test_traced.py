"""Text that is traced can be corrected anywhere, and every place leads there and back."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from editor.editing.typing import TypeText, patched
from editor.model.decisions import Decisions, Mark
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.traced import Piece, PieceOrigin, TracedText

MARK = Mark("law", "2026-01-01T00:00:00Z")
INK = "春夏秋冬abc12，。"

lines = st.lists(st.text(INK, min_size=1, max_size=6), min_size=1, max_size=5)
edits = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.text("甲乙x ", max_size=3)), max_size=8
)


def block_of(raw: str, span: Span, decisions: Decisions) -> TracedText:
    """The text of `span` as one block: lines run on, patches laid in. The plainest assembler.

    An insertion belongs to the character before it where one is printed, else to the one
    behind it.
    """
    pieces: list[Piece] = []
    at = span.start
    while at <= span.end:
        here = [p for p in decisions.patches if p.span.start == at and p.span.end <= span.end]
        for patch in here:
            foreign = patch.span.end == at and (
                (at == span.end and raw[at - 1].isspace())
                or (at == span.start and at > 0 and not raw[at - 1].isspace())
            )
            if not foreign:
                pieces.append(Piece(patch.text, patch.span, PieceOrigin.PATCH))
        if here and here[-1].span.end > at:
            at = here[-1].span.end
            continue
        if at < span.end and not raw[at].isspace():
            pieces.append(Piece(raw[at], Span(at, at + 1)))
        at += 1
    return TracedText(tuple(pieces))


def pages(blocks: list[list[str]], gap: str) -> tuple[str, list[Span]]:
    raw, spans = "", []
    for block in blocks:
        text = "\n\n".join(block)
        start = len(raw) + (len(gap) if raw else 0)
        raw = raw + (gap if raw else "") + text
        spans.append(Span(start, start + len(text)))
    return raw, spans


@given(st.lists(lines, min_size=1, max_size=3), st.sampled_from(["", "\n"]), edits, st.data())
def test_any_range_of_any_block_can_be_replaced_and_nothing_else_changes(
    blocks: list[list[str]], gap: str, todo: list[tuple[float, float, str]], data: st.DataObject
) -> None:
    raw, spans = pages(blocks, gap)
    page = Page("p", Source(raw))
    for low, high, text in todo:
        index = data.draw(st.integers(0, len(spans) - 1))
        before = [block_of(raw, span, page.decisions) for span in spans]
        block = before[index]
        start, end = sorted((round(low * len(block)), round(high * len(block))))
        page = page.decided(patched(page, block, start, end, text, MARK))
        after = [block_of(raw, span, page.decisions).text for span in spans]
        expected = [b.text for b in before]
        expected[index] = block.text[:start] + text + block.text[end:]
        assert after == expected


def corrected(raw: str, span: Span, todo: list[tuple[float, float, str]]) -> Iterator[Decisions]:
    """The decisions of a page of one block before, between and after these corrections."""
    page = Page("p", Source(raw))
    yield page.decisions
    for low, high, text in todo:
        traced = block_of(raw, span, page.decisions)
        start, end = sorted((round(low * len(traced)), round(high * len(traced))))
        page = page.decided(patched(page, traced, start, end, text, MARK))
        yield page.decisions


@given(lines, edits)
def test_every_place_of_a_block_leads_to_the_page_and_back(
    block: list[str], todo: list[tuple[float, float, str]]
) -> None:
    raw, (span,) = pages([block], "")
    traced = block_of(raw, span, list(corrected(raw, span, todo))[-1])
    for out_at in range(len(traced) + 1):
        for after in (False, True):
            assert traced.from_raw(*traced.to_raw(out_at, after=after)) == out_at


@given(lines, edits)
def test_patches_never_touch_and_typing_the_page_back_leaves_none(
    block: list[str], todo: list[tuple[float, float, str]]
) -> None:
    raw, (span,) = pages([block], "")
    for decisions in corrected(raw, span, todo):
        spans = [p.span for p in decisions.patches]
        assert all(a.end < b.start for a, b in itertools.pairwise(spans))
        assert all(raw[p.span.start : p.span.end] != p.text for p in decisions.patches)


def test_typing_in_a_field_that_the_page_does_not_have_changes_its_line() -> None:
    from editor.editing.gestures import TypeField
    from editor.model.structure import Role

    page = Page("p", Source("春天来了。"))
    page = page.decided(TypeField(0, Role.HEADLINE, ("迟到的标题",)).apply(page, Reading(), MARK))
    line = TracedText((Piece("迟到的标题", Span(0, 0), PieceOrigin.TYPED),))
    page = page.decided(
        TypeText(line, 0, 2, "早来", role=Role.HEADLINE).apply(page, Reading(), MARK)
    )
    assert [entry.lines for entry in page.decisions.typed] == [("早来的标题",)]

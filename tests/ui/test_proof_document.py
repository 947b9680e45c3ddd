"""The document is always what was shown last, however it got there."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.model.places import Span
from editor.model.reading import SetBlock
from editor.model.structure import Role
from editor.model.traced import Piece, TracedText
from editor.ui.look import theme
from editor.ui.proof.blocks import Shown
from editor.ui.proof.document import ProofDocument
from editor.ui.proof.places import Point
from editor.ui.proof.typesetting import ProofType


def block(text: str, at: int, role: Role = Role.BODY) -> Shown:
    traced = TracedText((Piece(text, Span(at, at + len(text))),)) if text else TracedText()
    return Shown(SetBlock(0, role, traced), 0)


TEXTS = st.sampled_from(["", "甲", "乙乙", "甲乙丙", "一二三四五", "𠮷野家", "a b"])
BLOCKS = st.lists(
    st.builds(block, TEXTS, st.integers(0, 50), st.sampled_from([Role.BODY, Role.HEADLINE])),
    max_size=7,
).map(tuple)


@settings(max_examples=60)
@given(st.lists(BLOCKS, min_size=1, max_size=5))
def test_it_shows_what_it_was_given_last(steps: list[tuple[Shown, ...]]) -> None:
    document = QTextDocument()
    proof = ProofDocument(document, ProofType(theme.LIGHT, 1.0))
    for shown in steps:
        proof.show(shown)
        assert [b.text() for b in proof.blocks()] == ([one.text for one in shown] or [""])
        for index, one in enumerate(shown):
            layout = document.findBlockByNumber(index).blockFormat()
            wanted = proof.look.block(one, first_sheet=index == 0)
            assert layout.alignment() == wanted.alignment()
            assert layout.textIndent() == wanted.textIndent()


def test_blocks_that_look_the_same_are_not_touched() -> None:
    proof = ProofDocument(QTextDocument(), ProofType(theme.LIGHT, 1.0))
    proof.show(tuple(block(text, 10 * n) for n, text in enumerate("甲乙丙丁戊")))
    changes: list[tuple[int, int, int]] = []
    proof.document.contentsChange.connect(lambda *change: changes.append(change))
    moved = tuple(block(text, 10 * n + 3) for n, text in enumerate("甲乙丙丁戊"))
    assert proof.show(moved) == set() and changes == []
    touched = proof.show((*moved[:2], block("丙丙", 23), *moved[3:]))
    assert touched == {1, 2, 3}
    assert all(2 <= position <= 8 for position, _, _ in changes)


def test_places_of_text_beyond_the_basic_plane() -> None:
    proof = ProofDocument(QTextDocument(), ProofType(theme.LIGHT, 1.0))
    proof.show((block("甲", 0), block("𠮷野家", 10)))
    point = proof.find(11)
    assert point == Point(1, 1)
    assert proof.position(point) == 2 + 2
    assert proof.point(4) == Point(1, 1)
    assert proof.raw(Point(1, 3), after=True) == (13, 0)


@settings(max_examples=40)
@given(BLOCKS, st.integers(1, 7))
def test_blocks_that_come_in_pieces_are_as_if_they_came_at_once(
    blocks: tuple[Shown, ...], cut: int
) -> None:
    whole, pieces = (ProofDocument(QTextDocument(), ProofType(theme.LIGHT, 1.0)) for _ in range(2))
    whole.show(blocks)
    pieces.show(blocks[:cut])
    pieces.append(blocks[cut:])
    assert pieces.shown == whole.shown
    assert pieces.document.toHtml() == whole.document.toHtml()
    for raw_at in range(60):
        assert pieces.find(raw_at) == whole.find(raw_at)


@settings(max_examples=80)
@given(BLOCKS, st.lists(st.tuples(st.integers(0, 7), st.integers(0, 3), BLOCKS), max_size=5))
def test_a_document_changed_in_places_is_as_if_it_was_made_at_once(
    blocks: tuple[Shown, ...], steps: list[tuple[int, int, tuple[Shown, ...]]]
) -> None:
    changed, whole = (ProofDocument(QTextDocument(), ProofType(theme.LIGHT, 1.0)) for _ in range(2))
    changed.show(blocks)
    for at, gone, put in steps:
        blocks = (*blocks[:at], *put[: gone + 1], *blocks[at + gone :])
        changed.show(blocks)
    whole.show(blocks)
    assert changed.document.toHtml() == whole.document.toHtml()
    for raw_at in range(60):
        assert changed.find(raw_at) == whole.find(raw_at)


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["甲", "乙乙", "甲乙丙", "一二三四五"]), min_size=3, max_size=9),
    st.lists(st.sampled_from(["甲", "乙乙", "甲乙丙", "一二三四五"]), min_size=9, max_size=9),
    st.sets(st.integers(0, 8), min_size=1),
)
def test_what_is_near_is_changed_first_and_the_rest_when_it_is_settled(
    before: list[str], after: list[str], near: set[int]
) -> None:
    document = QTextDocument()
    proof = ProofDocument(document, ProofType(theme.LIGHT, 1.0))
    given_first = tuple(block(text * 1500, at) for at, text in enumerate(before))
    given_then = tuple(block(text * 1500, at) for at, text in enumerate(after[: len(before)]))
    proof.show(given_first)
    touched = proof.show(given_then, near)
    has, late = [b.text() for b in proof.blocks()], set(proof.late)
    for index, one in enumerate(given_then):
        assert has[index] == (given_first[index] if index in late else one).text
        assert (index in touched or index in late) or given_first[index].text == one.text
    assert not late & (near | touched)
    proof.settle(proof.late, QTextCursor(document))
    assert [b.text() for b in proof.blocks()] == [one.text for one in given_then]

"""How the proof is set: indents of two em, lines 1.6 apart, marks that meet share their white."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from editor.model.places import Span
from editor.model.reading import SetBlock, behind
from editor.model.structure import Role
from editor.model.traced import Piece, PieceOrigin, TracedText
from editor.ui.look import theme
from editor.ui.look.fonts import Face
from editor.ui.proof import punctuation, spread
from editor.ui.proof.blocks import Shown
from editor.ui.proof.document import ProofDocument
from editor.ui.proof.typesetting import ProofType
from tests.ui.hands import Hands


def block(text: str, role: Role = Role.BODY, dateline: int = 0) -> Shown:
    traced = TracedText((Piece(text, Span(0, len(text)), PieceOrigin.RAW),))
    made = SetBlock(0, role, traced)
    return Shown(replace(made, dateline=dateline), 0, True, True)


def proof(*blocks: Shown, face: Face | None = None, width: int = 30) -> ProofDocument:
    found = ProofDocument(QTextDocument(), ProofType(theme.LIGHT, 1.0, face or Face()))
    found.document.setTextWidth(found.look.em * width + 2)
    found.show(blocks)
    return found


def lines(shown: ProofDocument, number: int = 0) -> list[str]:
    block = shown.document.findBlockByNumber(number)
    layout, text = block.layout(), block.text()
    shown.document.documentLayout().documentSize()
    cut = [layout.lineAt(n) for n in range(layout.lineCount())]
    return [text[line.textStart() : line.textStart() + line.textLength()] for line in cut]


@pytest.mark.parametrize(
    ("text", "halved"),
    [
        ("他说：“好。”", [2, 5]),
        ("“好”，他说", [2]),
        ("《甲》、《乙》", [2, 3]),
        ("（《甲》）", [0, 3]),
        ("甲，乙。", []),
        ("——甲……", []),
        ("a, b.", []),
        ("！”“", [0, 1]),
    ],
)
def test_marks_that_meet(text: str, halved: list[int]) -> None:
    assert list(punctuation.meeting(text)) == halved


MARKS = st.text(punctuation.OPENING + punctuation.CLOSING + "甲乙a1 ", max_size=30)


@given(MARKS)
def test_only_a_mark_before_a_mark_is_halved(text: str) -> None:
    marks = punctuation.OPENING + punctuation.CLOSING
    for at in punctuation.meeting(text):
        assert text[at] in marks and text[at + 1] in marks
        assert not (text[at] in punctuation.OPENING and text[at + 1] in punctuation.CLOSING)


@given(MARKS, st.integers(0, 6), st.sampled_from([Role.BODY, Role.HEADLINE, Role.NOTE]))
def test_parts_are_apart_and_in_order(text: str, dateline: int, role: Role) -> None:
    look = ProofType(theme.LIGHT, 1.0)
    end = 0
    for start, stop, _ in look.parts(block(text, role, min(dateline, len(text)))):
        assert end <= start < stop <= len(text)
        end = stop


def test_a_halved_mark_is_half_an_em_and_no_other_character_is_moved() -> None:
    shown = proof(block("他说：“好。”完"), face=Face(size=20))
    layout = shown.document.findBlockByNumber(0).layout()
    shown.document.documentLayout().documentSize()
    line = layout.lineAt(0)
    xs = [line.cursorToX(at) for at in range(9)]
    xs = [x[0] if isinstance(x, tuple) else x for x in xs]
    widths = [round(b - a) for a, b in pairwise(xs)]
    assert widths == [20, 20, 10, 20, 20, 10, 20, 20]


@pytest.mark.parametrize("size", [12, 16, 21])
def test_paragraphs_are_indented_two_em_and_lines_are_as_far_apart_as_was_chosen(
    size: int,
) -> None:
    shown = proof(block("字" * 90), face=Face(size=size, leading=1.6))
    layout = shown.document.findBlockByNumber(0).layout()
    assert [len(line) for line in lines(shown)] == [28, 30, 30, 2]
    first, second = layout.lineAt(0), layout.lineAt(1)
    x = first.cursorToX(0)
    assert (x[0] if isinstance(x, tuple) else x) == pytest.approx(2 * size, abs=0.5)
    assert second.y() - first.y() == pytest.approx(1.6 * size, abs=0.6)


OPENS, ENDS = "（《「『“‘", "，。、；：？！）》」』”’"


@given(st.text("字文章" + OPENS + ENDS, min_size=20, max_size=80))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str) -> None:
    # runs of marks that leave no place to break are not text
    for run in ("".join(pair) for pair in zip(text, text[1:], text[2:], strict=False)):
        if all(mark in OPENS + ENDS for mark in run):
            return
    for before, after in pairwise(iter_lines(text)):
        assert before[-1] not in OPENS, (before, after)
        assert after[0] not in "，。、；：？！）》」』", (before, after)


def iter_lines(text: str) -> list[str]:
    return lines(proof(block("字" + text + "字"), width=12))


def test_a_dash_and_an_ellipsis_are_not_cut() -> None:
    for mark in ("——", "……"):
        for before in range(6, 12):
            cut = lines(proof(block("字" * before + mark + "字" * 9), width=10))
            assert any(mark in line for line in cut), cut


def test_marks_of_another_width_are_left_as_they_are() -> None:
    look = ProofType(theme.LIGHT, 1.0, Face(family="DejaVu Sans"))
    look._squares.clear()
    held = [at for at, _, _ in look.parts(block("甲”，乙"))]
    square = look._is_square(Role.BODY, "”")
    assert held == ([1] if square else [])


MIXED = st.lists(
    st.sampled_from(["甲", "乙丙丁戊", "，", "。", "“", "”", "——", "……", " CT ", "App", " ", "12"])
    | st.sampled_from(["New York", " Healthineers ", "（", "）", "己", "WiFi 覆盖"]),
    min_size=12, max_size=70,
).map("".join)  # fmt: skip


def cuts(shown: ProofDocument) -> list[tuple[int, int, float]]:
    """Start and end of each line, and how much of it is not filled."""
    shown.document.documentLayout().documentSize()
    layout = shown.document.findBlockByNumber(0).layout()
    every = [layout.lineAt(n) for n in range(layout.lineCount())]
    return [
        (one.textStart(), one.textStart() + one.textLength(), one.width() - one.naturalTextWidth())
        for one in every
    ]


@given(MIXED, st.integers(10, 30), st.integers(0, 6), st.sampled_from([Role.BODY, Role.CROSSHEAD]))
def test_lines_of_chinese_with_latin_words_break_as_ever_and_are_full_before_qt_fills_them(
    text: str, width: int, dateline: int, role: Role
) -> None:
    one = block(text, role, min(dateline, len(text)))
    plain = proof(one, width=width)
    look = ProofType(theme.LIGHT, 1.0)
    look.width = look.em * width + 2
    set_here = ProofDocument(QTextDocument(), look)
    set_here.document.setTextWidth(look.width)
    set_here.show((one,))
    before, after = cuts(plain), cuts(set_here)
    assert [cut[:2] for cut in after] == [cut[:2] for cut in before]
    for (start, end, left), (_, _, own) in zip(after[:-1], before, strict=False):
        line = text[start:end].rstrip()
        places = [at for at in line[:-1] if at == " " or not (at.isascii() or at in "—…")]
        if spread.wants(line) and len(places) > 3 and own < len(places) * look.em:
            assert left < look.em / 4, line


def test_no_blank_is_wide_and_no_word_is_loose_in_a_line_of_chinese() -> None:
    text = "市第二人民医院新添置的 CT 机昨天投入使用，首日接诊的人来自 Siemens Healthineers 公司。"
    for width in range(14, 31):
        look = ProofType(theme.LIGHT, 1.0)
        look.width = look.em * width + 2
        shown = ProofDocument(QTextDocument(), look)
        shown.document.setTextWidth(look.width)
        shown.show((block(text),))
        layout = shown.document.findBlockByNumber(0).layout()
        assert [start for start, _, _ in cuts(shown)] == [
            start for start, _, _ in cuts(proof(block(text), width=width))
        ]
        for at in (at for at, mark in enumerate(text) if mark in "C "):
            line = layout.lineForTextPosition(at)
            start, end = line.textStart(), line.textStart() + line.textLength()
            beside = [n for n in range(start, end - 1) if not text[n].isascii()]
            if at + 1 < end and beside and line.lineNumber() + 1 < layout.lineCount():
                wide = [line.cursorToX(n + 1)[0] - line.cursorToX(n)[0] for n in (at, beside[0])]
                assert wide[0] < wide[1] + (0 if text[at] == " " else -3), (width, at)


def test_other_room_fills_the_lines_anew(at_sample: Hands) -> None:
    hands = at_sample
    at = hands.article(0).blocks[0].text.span.start + 20
    hands.click_proof(at)
    hands.commit("新添置的 CT 机和 MRI 机昨天由 Siemens Healthineers 公司装好，同时投入使用，")
    view = hands.window.desk.proof

    def left() -> list[float]:
        index = view.caret().index
        layout = view.document().findBlockByNumber(index).layout()
        every = [layout.lineAt(n) for n in range(layout.lineCount() - 1)]
        text = view.proof.shown[index].text
        cut = [text[one.textStart() : one.textStart() + one.textLength()] for one in every]
        pairs = zip(every, cut, strict=True)
        return [one.width() - one.naturalTextWidth() for one, t in pairs if spread.wants(t)]

    assert left() and max(left()) < 4
    hands.window.resize(1500, 700)
    hands.bot.waitUntil(lambda: bool(left()) and max(left()) < 4)
    hands.press("Ctrl++")
    hands.bot.waitUntil(lambda: bool(left()) and max(left()) < 4)


def test_a_chinese_dateline_is_set_apart_by_an_em_an_english_one_by_a_space() -> None:
    for text, gap in (("本报讯", "\u3000"), ("LONDON (Reuters) —", " "), ("", " ")):
        dateline = TracedText((Piece(text, Span(0, len(text)), PieceOrigin.RAW),))
        assert behind(dateline, 20).text == gap

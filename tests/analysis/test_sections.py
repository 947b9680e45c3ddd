"""Long pages are decided in sections: where they are cut, and that nothing is lost at a cut."""

from __future__ import annotations

from editor.analysis import read, settling
from editor.analysis.sections import MOST
from editor.model import consistent
from editor.model.conservation import violations
from editor.model.decisions import Decisions, Mark
from editor.model.project import Style
from editor.model.source import Source
from editor.model.structure import Joint
from tests.analysis.test_reading import PAGE
from tests.laws.obedience import disobeyed

COPIES = 1 + MOST // PAGE.count("\n")
LONG = Source("\n\n".join([PAGE.strip("\n")] * (2 * COPIES)) + "\n")


def test_sections_hold_every_line_once_and_are_cut_where_an_article_begins() -> None:
    found = settling.base_of(LONG, Style())
    assert found is not None
    firsts = [first for first, _ in found.sections]
    lasts = [last for _, last in found.sections]
    assert [0, *lasts[:-1]] == firsts and lasts[-1] == len(found.lines)
    assert len(firsts) > 1
    assert all(last - first <= MOST for first, last in found.sections)
    for first in firsts[1:]:
        assert found.lines[first].text.startswith("东江日报讯")


def test_a_long_page_reads_as_its_parts_do() -> None:
    reading = read(LONG, Decisions(), Style())
    assert violations(LONG, Decisions(), reading) == []
    assert len(reading.articles) == 4 * COPIES
    titles = [article.title for article in reading.articles]
    assert set(titles) == {"江边新馆迎来读者", "跨江大桥合龙"}


def test_a_decision_at_a_cut_is_obeyed_and_reads_as_from_scratch() -> None:
    found = settling.base_of(LONG, Style())
    assert found is not None
    first = found.sections[1][0]
    for line, joint in ((first, Joint.GLUE), (first - 1, Joint.PARAGRAPH), (first + 2, Joint.LINE)):
        raw_at = found.lines[line].span.start
        decisions = consistent.with_joint(Decisions(), LONG, raw_at, joint, Mark())
        after = read(LONG, decisions, Style())
        assert disobeyed(LONG, decisions, after) == []
        assert violations(LONG, decisions, after) == []
        settling.forget()
        assert read(LONG, decisions, Style()) == after

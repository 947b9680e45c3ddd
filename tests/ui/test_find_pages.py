"""Find and replace over all pages of a project: found, ticked, taken as one step, undone as one."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from editor.analysis import page_names
from editor.editing import project_search
from editor.files import project as project_file
from editor.model.meta import Meta
from editor.model.project import Page, Project, Style
from editor.model.reading import Reading
from editor.model.source import Origin, Source
from tests.ui.hands import Hands

TEXT = """第{n}版
全市春耕生产全面铺开之{n}
本报讯 记者林山报道，连日来，全市各地抢抓农时，
组织农机下田作业，春耕生产由南向北全面铺开。截至
目前，全市已完成春耕整地面积三十万亩，占计划的六
成以上，进度快于去年同期。
"""


@pytest.fixture
def at_many(hands: Hands, tmp_path: Path) -> Hands:
    pages = tuple(Page(f"p{n}", Source(TEXT.format(n=n), Origin(f"{n}.txt"))) for n in range(1, 8))
    path = tmp_path / "many.galley"
    project_file.save(path, Project(pages))
    hands.open(path)
    return hands


@pytest.fixture
def may(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Whether other pages than the one in sight may be read for a search."""
    may = threading.Event()
    really = project_search._read

    def reads(page: Page, style: Style) -> Reading:
        may.wait(20)
        return really(page, style)

    monkeypatch.setattr(project_search, "_read", reads)
    return may


def sought(hands: Hands, text: str, put: str = "") -> None:
    """Look for a text in all pages, by the bar."""
    find = hands.window.room.find
    hands.press("Ctrl+H")
    find.bar.everywhere.setChecked(True)
    find.bar.sought.setText(text)
    find.bar.put.setText(put)
    hands.bot.waitUntil(lambda: not find._stale and not find._timer.isActive(), timeout=20_000)


def patches(hands: Hands) -> list[int]:
    session = hands.window.room.session
    assert session is not None
    return [len(page.decisions.patches) for page in session.project.pages]


def test_names_of_many_pages_are_found_beside_the_window(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = page_names.name_of
    threads: dict[str, threading.Thread] = {}

    def name_of(source: Source, reading: Reading | None = None) -> Meta:
        if reading is None:
            threads[source.origin.name] = threading.current_thread()
        return really(source, reading)

    monkeypatch.setattr(page_names, "name_of", name_of)
    pages = tuple(Page(f"p{n}", Source(TEXT.format(n=n), Origin(f"{n}.txt"))) for n in range(1, 8))
    path = tmp_path / "named.galley"
    project_file.save(path, Project(pages))
    hands.open(path)
    listed = hands.window.desk.outline.list.rows
    hands.bot.waitUntil(lambda: "7" in listed.rows[-1].text and ".txt" not in listed.rows[-1].text)
    others = {name: thread for name, thread in threads.items() if name != "1.txt"}
    assert len(others) == 6
    assert threading.main_thread() not in others.values()


def test_what_is_ticked_on_all_pages_is_one_step_and_undone_as_one(at_many: Hands) -> None:
    hands = at_many
    session, find = hands.window.room.session, hands.window.room.find
    assert session is not None
    before = session.project.pages
    sought(hands, "目前，全市", "眼下，全省")  # over no line end, and 截至目前 goes over one
    assert [hit.of.page for hit in find.hits] == [f"p{n}" for n in range(1, 8)]
    find.bar.previewed.emit()
    listed = hands.window.desk.replacing
    hands.bot.waitUntil(listed.isVisible)
    assert "第7版" in listed.rows.ticks.rows[6].side or "page 7" in listed.rows.ticks.rows[6].side
    listed.rows.setCurrentIndex(listed.rows.ticks.index(0))
    hands.bot.keyClick(listed.rows, Qt.Key.Key_Space)  # the first page's is not wanted
    hands.bot.keyClick(listed.rows, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: len(session.history.steps) == 1)
    assert patches(hands) == [0, *[patches(hands)[1]] * 6] and patches(hands)[1] > 0
    hands.settle()
    find.close()
    session.show("p5")
    hands.bot.waitUntil(lambda: session.latest is not None)
    assert "截至眼下，全省已完成" in hands.window.desk.proof.toPlainText()
    session.undo()
    assert session.project.pages == before


def test_a_hit_on_another_page_is_turned_to(at_many: Hands) -> None:
    hands = at_many
    session, find = hands.window.room.session, hands.window.room.find
    assert session is not None
    sought(hands, "铺开之6")
    assert len(find.hits) == 1
    find.step(1)
    hands.bot.waitUntil(lambda: session.page.key == "p6" and session.latest is not None)
    hands.bot.waitUntil(lambda: hands.window.desk.proof.textCursor().selectedText() == "铺开之6")
    assert len(find.hits) == 1 and not find._stale


def test_the_page_in_sight_is_answered_before_the_others_are_read(
    at_many: Hands, may: threading.Event
) -> None:
    hands = at_many
    find, proof = hands.window.room.find, hands.window.desk.proof
    hands.press("Ctrl+H")
    find.bar.everywhere.setChecked(True)
    find.bar.sought.setText("全市")
    hands.bot.waitUntil(lambda: len(find.hits) > 0)
    assert not find.rests and {hit.of.page for hit in find.hits} == {"p1"}
    here = len(find.hits)
    hands.bot.waitUntil(lambda: "7" in find.bar.told)
    places = []
    for _ in range(here):
        places.append(proof.textCursor().selectionStart())
        assert proof.textCursor().selectedText() == "全市"
        find.step(1)
    assert len(set(places)) == here and proof.textCursor().selectionStart() == places[0]
    find.bar.previewed.emit()
    assert not hands.window.desk.replacing.isVisible(), "only what is known whole is listed"
    may.set()
    hands.bot.waitUntil(hands.window.desk.replacing.isVisible)
    assert len(hands.window.desk.replacing.rows.ticks.rows) == len(find.hits) == 7 * here
    find.close()


def test_an_answer_to_what_was_asked_before_makes_no_page_alone_a_whole_answer(
    at_many: Hands, may: threading.Event
) -> None:
    hands = at_many
    find, listed = hands.window.room.find, hands.window.desk.replacing
    hands.press("Ctrl+H")
    find.bar.everywhere.setChecked(True)
    find.bar.sought.setText("全市")
    hands.bot.waitUntil(lambda: len(find.hits) > 0)
    here = len(find.hits)
    find._timer.setInterval(3000)
    find.bar.put.setText("全县")  # asked anew, while the first question is being answered
    may.set()
    hands.bot.waitUntil(lambda: len(find.hits) == 7 * here)
    may.clear()
    find._timer.start(0)
    hands.bot.waitUntil(lambda: len(find.hits) == here)
    find.bar.previewed.emit()
    assert not listed.isVisible(), "only the page in sight is known"
    may.set()
    hands.bot.waitUntil(listed.isVisible)
    assert len(listed.rows.ticks.rows) == 7 * here
    find.close()


def test_a_pattern_that_runs_away_over_all_pages_ends_with_a_message(at_many: Hands) -> None:
    hands = at_many
    find = hands.window.room.find
    session = hands.window.room.session
    assert session is not None
    session.add_pages([Source("a" * 20_000 + "\n")])
    find.limit = 0.3
    hands.press("Ctrl+F")
    find.bar.everywhere.setChecked(True)
    find.bar.raw.setChecked(True)
    find.bar.pattern.setChecked(True)
    find.bar.sought.setText(r"(a+)+b")
    turns: list[int] = []
    hands.bot.waitUntil(
        lambda: turns.append(1) or "too long" in find.bar.told,
        timeout=20_000,  # type: ignore[func-returns-value]
    )
    assert len(turns) > 3

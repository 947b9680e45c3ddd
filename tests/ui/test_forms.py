"""Group verification: all doubtful forms of a project on one sheet, ticked by arrow keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from editor import chinese_words
from editor.model.project import Page, Project
from editor.model.source import Source
from editor.ui.card import SHADOW
from editor.ui.suspects.form_sheet import FormSheet
from tests.gold import sound_sample
from tests.ui.hands import Hands


def faulty(*more: str) -> str:
    """The sample page with more sentences behind its first."""
    text = sound_sample()
    stop = text.index("。") + 1
    return text[:stop] + "".join(more) + text[stop:]


@pytest.fixture
def words() -> None:
    """Jieba's words are loaded."""
    from editor.proofing import lexicon

    assert lexicon.known("已经") and chinese_words.ready()


@pytest.fixture
def at_forms(hands: Hands, words: None, tmp_path: Path) -> Hands:
    """Hands at a project of two pages, with its sheet of forms."""
    texts = faulty("水己经退了，路己经通了。", "入民很高兴。"), faulty("村里己经通电。")
    pages = tuple(Page(f"p{n}", Source(text)) for n, text in enumerate(texts))
    hands.window.room.documents.replace(Project(pages))
    hands.read()
    hands.settle()
    hands.press("Ctrl+Shift+F7")
    hands.bot.waitUntil(hands.window.desk.forms.isVisible, timeout=30_000)
    return hands


def told(sheet: FormSheet) -> list[str]:
    return [row.text for row in sheet.rows.ticks.rows]


def heads(sheet: FormSheet) -> list[int]:
    return [group.start for group in sheet.rows.ticks.groups]


def test_forms_are_counted_over_all_pages_and_nothing_is_ticked(at_forms: Hands) -> None:
    sheet = at_forms.window.desk.forms
    rows = told(sheet)
    forms = [rows[at] for at in heads(sheet)]
    assert any(form.startswith("己经 已经") and "×3" in form for form in forms)
    assert any(form.startswith("入民 人民") and "×1" in form for form in forms)
    assert sheet.rows.ticks.ticked == set() and not sheet._apply.isEnabled()


def test_a_form_is_ticked_with_all_its_places_and_mended_on_all_pages_in_one_step(
    at_forms: Hands,
) -> None:
    hands, sheet = at_forms, at_forms.window.desk.forms
    session = hands.window.room.session
    before = session.project.pages
    first = told(sheet)[0]
    assert first.startswith("己经") and "×3" in first
    hands.press("Right")
    assert sheet.rows.ticks.chosen() == [1, 2, 3] and sheet.rows.currentIndex().row() == 4
    hands.press("Up", "Left")  # the last place is crossed, and the form with it is no more ticked
    assert sheet.rows.ticks.ticked == {1, 2}
    hands.press("Return")
    hands.bot.waitUntil(lambda: session.project.pages != before, timeout=15_000)
    hands.settle()
    assert not sheet.isVisible()
    assert [len(page.decisions.patches) for page in session.project.pages] == [2, 0]
    hands.press("Ctrl+Z")
    assert session.project.pages == before


def test_going_through_the_sheet_turns_to_the_page_of_each_place(at_forms: Hands) -> None:
    hands, sheet = at_forms, at_forms.window.desk.forms
    session = hands.window.room.session
    hands.press("Down", "Down", "Down")
    hands.bot.waitUntil(lambda: session.page.key == "p1", timeout=15_000)
    hands.settle()
    assert sheet.isVisible() and sheet.rows.hasFocus()
    hands.press("Escape")
    assert not sheet.isVisible() and hands.window.room.session.project.pages


def test_on_a_low_desk_the_sheet_leaves_its_places_in_sight(at_forms: Hands) -> None:
    hands, desk = at_forms, at_forms.window.desk
    hands.press("Escape")
    hands.window.resize(900, 520)
    hands.settle()
    hands.press("Alt+Shift+F7")
    sheet, proof = desk.forms, desk.proof
    hands.bot.waitUntil(sheet.isVisible, timeout=30_000)
    for _ in range(len(told(sheet))):
        hands.settle()
        at = proof.viewport().mapTo(desk, proof.cursorRect().bottomLeft()).y()
        assert proof.mapTo(desk, QPoint(0, 0)).y() < at <= sheet.y() + SHADOW
        hands.press("Down")
    sheet.rows.setCurrentIndex(sheet.rows.ticks.index(0))


def test_where_nothing_is_suspect_that_is_said(hands: Hands, tmp_path: Path, words: None) -> None:
    path = tmp_path / "page.txt"
    path.write_text("水退了。\n路通了。\n", "utf-8")
    hands.open(path)
    hands.press("Alt+Shift+F7")
    message = hands.window.room.message
    hands.bot.waitUntil(lambda: bool(message.text), timeout=15_000)
    assert not hands.window.desk.forms.isVisible()

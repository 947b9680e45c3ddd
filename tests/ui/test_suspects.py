"""Suspects at the desk: underlined, counted, walked through by keys, taken, let be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QToolTip

from editor import chinese_words
from editor.model.places import Span
from editor.proofing import lexicon
from editor.proofing.suspect import Severity, Suspect
from editor.ui.keys import native
from editor.ui.lists.dock import SUSPECTS
from editor.ui.settings import choices
from editor.ui.suspects.card import SuspectCard
from editor.ui.suspects.checking import PATTERNS
from editor.ui.suspects.queue import Suspects
from tests.gold import sound_sample
from tests.ui.hands import Hands


def faulty() -> str:
    """The sample page with errors of three severities' rules, each in a place of its own."""
    text = sound_sample()
    assert text.count("，") > 20
    parts = text.split("，")
    marks = ["，"] * (len(parts) - 1)
    for at in (3, 9):
        marks[at] = "，，"
    marks[14] = ","
    return "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True))


def checked(hands: Hands) -> Suspects:
    """Wait until all is checked."""
    suspects = hands.window.room.suspects
    hands.settle()
    hands.bot.waitUntil(
        lambda: suspects.checking.checked is not None and suspects.checking.rests, timeout=15_000
    )
    return suspects


@pytest.fixture
def at_faults(hands: Hands, tmp_path: Path) -> Hands:
    """Hands at a page with errors, checked, also by what asks words."""
    lexicon.known("已经")
    path = tmp_path / "page.txt"
    path.write_text(faulty(), "utf-8")
    hands.open(path)
    checked(hands)
    return hands


def shown_of(hands: Hands) -> list[str]:
    return [one.shown for one in checked(hands).open]


def test_checks_are_loaded_a_module_at_a_time() -> None:
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "before = set(sys.modules)\n"
        "import editor.proofing.checks\n"
        "print(*sorted(name for name in set(sys.modules) - before if 'proofing' in name))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, *PATTERNS], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["editor.proofing.checks"]


def underlined(hands: Hands) -> dict[str, QTextCharFormat.UnderlineStyle]:
    """What is underlined in the proof, but for doubts."""
    dots = QTextCharFormat.UnderlineStyle.DotLine
    none = QTextCharFormat.UnderlineStyle.NoUnderline
    found = {}
    for one in hands.window.desk.proof.extraSelections():
        style = one.format.underlineStyle()
        if style not in (dots, none):
            found[one.cursor.selectedText()] = style
    return found


def test_suspects_are_counted_listed_and_underlined_by_severity(at_faults: Hands) -> None:
    hands = at_faults
    found = shown_of(hands)
    assert found.count("，，") == 2 and "," in found
    hands.press("F7")
    assert underlined(hands)["，，"] is QTextCharFormat.UnderlineStyle.WaveUnderline
    status, dock = hands.window.room.status, hands.window.desk.dock
    assert str(len(found)) in status._labels["suspects"].text()
    assert dock._tabs[SUSPECTS].text().endswith(str(len(found)))
    assert [row.what.shown for row in dock.suspects.rows.rows.rows] == found
    styles = {one.severity for one in checked(hands).open}
    assert Severity.ERROR in styles


def test_nothing_is_called_sound_before_all_checks_went_through_it(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lexicon.known("已经")
    monkeypatch.setattr(chinese_words, "ready", lambda: False)  # the words are still on their way
    path = tmp_path / "page.txt"
    path.write_text(sound_sample().replace("已经", "己经"), "utf-8")
    hands.open(path)
    suspects, room = checked(hands), hands.window.room
    assert not suspects.open
    hands.press("F7")
    assert room.message.text == "Suspects are still being looked for."
    assert room.status._labels["suspects"].text() == ""
    monkeypatch.undo()
    suspects.checking.again()
    assert "己" in [one.shown for one in checked(hands).open]
    hands.press("F7")
    assert suspects.shown in suspects.open


def test_enter_takes_the_fix_as_a_correction_and_goes_on(at_faults: Hands) -> None:
    hands = at_faults
    hands.click_proof(hands.article(0).blocks[0].text.span.start)
    hands.press("F7")
    first, suspects = hands.window.room.suspects.shown, hands.window.room.suspects
    while first.shown != "，，":
        hands.press("F7")
        first = suspects.shown
    assert hands.window.desk.suspect_card.hasFocus()
    before, count = hands.window.room.session.page.decisions, len(suspects.open)
    hands.press("Return")
    (patch,) = hands.window.room.session.page.decisions.patches
    assert patch.span.overlaps(first.span)
    later = suspects.shown
    assert later is not None and later != first and hands.window.desk.suspect_card.hasFocus()
    assert len(checked(hands).open) == count - 1
    assert "Undo" in hands.window.room.actions_by_code["undo"].text()
    rows = hands.window.desk.dock.corrections.rows.rows
    assert [row.what for row in rows] == [patch]
    hands.press("Ctrl+Z")
    assert hands.window.room.session.page.decisions == before
    assert len(checked(hands).open) == count


def test_delete_lets_be_here_and_undo_asks_again(at_faults: Hands) -> None:
    hands = at_faults
    found = shown_of(hands)
    hands.press("F7")
    one = checked(hands).shown
    hands.press("Delete")
    (entry,) = hands.window.room.session.page.decisions.dismissed
    assert (entry.check, entry.span) == (one.rule, one.span)
    assert len(shown_of(hands)) == len(found) - 1
    hands.press("Escape", "Ctrl+Z")
    assert shown_of(hands) == found


def test_the_queue_goes_round_both_ways_and_escape_leaves(at_faults: Hands) -> None:
    hands = at_faults
    suspects = checked(hands)
    hands.press("F7")
    first = suspects.shown
    for _ in suspects.open:
        hands.press("F7")
    assert suspects.shown == first
    hands.press("Shift+F7", "F7")
    assert suspects.shown == first
    raw = hands.window.desk.raw.place().span
    assert raw.start == first.span.start
    hands.press("Escape")
    assert suspects.shown is None and hands.window.room.pane.hasFocus()
    hands.press("F8")
    assert hands.window.desk.card.hasFocus()
    hands.press("F7")
    assert not hands.window.desk.card.isVisible() and suspects.shown is not None
    hands.press("F8")
    assert suspects.shown is None and not hands.window.desk.suspect_card.isVisible()


def of_look_alikes(hands: Hands, tmp_path: Path, *more: str) -> Suspects:
    """A page with 己经 in it, and a day that the calendar does not have."""
    lexicon.known("已经")
    text = sound_sample()
    stop = text.index("。") + 1
    said = "水己经退了。".join(("", "2月30日再来。", *more))
    path = tmp_path / "look-alikes.txt"
    path.write_text(text[:stop] + said + text[stop:], "utf-8")
    hands.open(path)
    return checked(hands)


def go_to(hands: Hands, rule: str) -> Suspect:
    """Walk to the first suspect of a check."""
    suspects = checked(hands)
    hands.press("F7")
    for _ in suspects.open:
        if suspects.shown is not None and suspects.shown.rule == rule:
            return suspects.shown
        hands.press("F7")
    raise AssertionError(rule)


def test_the_card_tells_the_keys_that_it_takes_with_a_fix_and_without(
    hands: Hands, tmp_path: Path
) -> None:
    of_look_alikes(hands, tmp_path)
    card = hands.window.desk.suspect_card
    for rule in ("lookalike", "date", "lookalike"):
        one = go_to(hands, rule)
        keys = [button.accessibleName().rsplit("(")[-1][:-1] for button in shown_buttons(card)]
        assert keys[:3] == [native(key) for key in ("Enter", "Del", "Shift+Del")], one
        assert [choice.mark for choice in card.choices][1] == one.shown


def shown_buttons(card: SuspectCard) -> list[QAbstractButton]:
    found = card.findChildren(QAbstractButton)
    return sorted((one for one in found if one.isVisible()), key=lambda one: one.y())


def test_enter_where_there_is_no_fix_leads_to_the_text_to_type_one(
    hands: Hands, tmp_path: Path
) -> None:
    suspects = of_look_alikes(hands, tmp_path)
    one = go_to(hands, "date")
    assert one.fix is None
    hands.press("Return")
    assert hands.window.desk.proof.hasFocus() and suspects.shown is None
    hands.commit("3月1日")
    assert "。3月1日再来" in hands.article(0).blocks[0].text.text
    assert "2月30日" not in shown_of(hands)


def test_a_look_alike_is_let_be_and_verified_in_its_word(hands: Hands, tmp_path: Path) -> None:
    of_look_alikes(hands, tmp_path, "他自己说，入民很高兴。")
    go_to(hands, "lookalike")
    hands.press("Ctrl+Shift+F7")
    panel = hands.window.desk.replacing
    hands.bot.waitUntil(panel.isVisible, timeout=15_000)
    hits = [row.what for row in panel.rows.ticks.rows]
    assert {hit.of.text.text[hit.start : hit.end] for hit in hits} == {"己经"}
    assert {hit.put for hit in hits} == {"已经"}
    hands.press("Escape", "Escape")
    go_to(hands, "lookalike")
    assert "己经" in hands.window.desk.suspect_card.choices[-1].text
    hands.press("Shift+Del")
    session = hands.window.room.session
    assert [(one.check, one.text) for one in session.project.style.quiet] == [("lookalike", "己经")]
    assert "己" not in shown_of(hands) and "入" in shown_of(hands), "only that word is let be"


def test_a_click_into_the_text_puts_the_card_away(at_faults: Hands) -> None:
    hands = at_faults
    hands.press("F7")
    suspects, card = hands.window.room.suspects, hands.window.desk.suspect_card
    assert card.isVisible() and card.hasFocus()
    hands.click_proof(hands.article(0).blocks[1].text.span.start + 1)
    assert not card.isVisible() and suspects.shown is None
    assert hands.window.desk.proof.hasFocus()
    hands.press("F8")
    assert hands.window.desk.card.isVisible()
    hands.click_proof(hands.article(0).blocks[1].text.span.start + 1)
    assert not hands.window.desk.card.isVisible() and hands.window.room.doubts.shown is None
    hands.press("F7", "F7", "F8", "F7")
    assert card.isVisible() and card.hasFocus()


def test_the_card_says_of_how_many_also_after_an_undo(at_faults: Hands) -> None:
    hands, card = at_faults, at_faults.window.desk.suspect_card
    count = len(checked(hands).open)
    hands.press("F7", "Delete")
    assert f"/{count - 1}" in card._head.text() and card.hasFocus()
    hands.press("Ctrl+Z")
    checked(hands)
    assert card.hasFocus() and f"/{count}" in card._head.text()


def test_tab_keeps_the_keys_on_the_card_where_it_offers_nothing(
    hands: Hands, tmp_path: Path
) -> None:
    suspects = of_look_alikes(hands, tmp_path)
    one = go_to(hands, "date")
    hands.press("Tab", "Shift+Tab")
    assert hands.window.desk.suspect_card.hasFocus() and suspects.shown == one


def menu_at(hands: Hands, suspect: Suspect) -> list[QAction]:
    """Click with the right button on a suspect; what the menu offers about it."""
    hands.window.room.go_to(Span(suspect.span.start, suspect.span.start))
    proof = hands.window.desk.proof
    point = proof.cursorRect().center() + QPoint(4, 0)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, point, proof.viewport().mapToGlobal(point))
    QApplication.sendEvent(proof.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = menu.actions()
    ends = next(number for number, action in enumerate(actions) if action.isSeparator())
    return actions[:ends]


def choose(hands: Hands, action: QAction) -> None:
    action.trigger()
    QApplication.activePopupWidget().close()
    hands.window.activateWindow()  # the menu had it
    hands.bot.waitUntil(hands.window.isActiveWindow)


def test_a_click_with_the_right_button_offers_the_fix_and_lets_be(
    hands: Hands, tmp_path: Path
) -> None:
    suspects = of_look_alikes(hands, tmp_path)
    one = next(one for one in suspects.open if one.shown == "己")
    take, here, everywhere = menu_at(hands, one)
    assert take.text() == "己经 → 已经" and "己经" in everywhere.text()
    choose(hands, take)
    assert "水已经退了" in hands.article(0).blocks[0].text.text
    assert "己" not in shown_of(hands)
    hands.press("Ctrl+Z")
    date = next(one for one in checked(hands).open if one.rule == "date")
    here, everywhere = menu_at(hands, date)
    choose(hands, here)
    assert "2月30日" not in shown_of(hands) and "己" in shown_of(hands)


def test_a_letter_goes_back_to_the_text_and_is_typed(at_faults: Hands) -> None:
    hands = at_faults
    hands.click_proof(hands.article(0).blocks[1].text.span.start)
    hands.press("F7")
    hands.type("q")
    assert hands.window.desk.proof.hasFocus()
    assert not hands.window.desk.suspect_card.isVisible()
    assert "q" in hands.window.room.session.page.decisions.patches[0].text


def test_the_list_takes_and_lets_be_by_keys(at_faults: Hands) -> None:
    hands = at_faults
    found = shown_of(hands)
    dock = hands.window.desk.dock
    dock._tabs[SUSPECTS].click()
    rows = dock.suspects.rows
    rows.setFocus()
    hands.press("Home")
    at = found.index("，，")
    hands.press(*["Down"] * at)
    assert rows.row(rows.currentIndex()).what.shown == "，，"
    assert hands.window.desk.raw.place().span.start == rows.row(rows.currentIndex()).what.span.start
    hands.press("Return")
    assert shown_of(hands) == found[:at] + found[at + 1 :]
    assert rows.hasFocus()
    hands.press("Delete")
    assert len(shown_of(hands)) == len(found) - 2
    assert len(hands.window.room.session.page.decisions.dismissed) == 1
    dock.suspects._order.click()
    kinds = [row for row in rows.rows.rows if row.header]
    assert len(kinds) == len({one.rule for one in checked(hands).open})


def test_a_click_on_a_row_asks(at_faults: Hands) -> None:
    hands = at_faults
    dock = hands.window.desk.dock
    dock._tabs[SUSPECTS].click()
    rows = dock.suspects.rows
    rect = rows.visualRect(rows.rows.index(0))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert hands.window.room.suspects.shown == rows.rows.rows[0].what
    assert hands.window.desk.suspect_card.hasFocus()


@pytest.mark.parametrize("mended", [True, False])
def test_a_row_that_is_behind_the_page_means_what_stands_there_now(
    at_faults: Hands, mended: bool
) -> None:
    hands = at_faults
    dock = hands.window.desk.dock
    dock._tabs[SUSPECTS].click()
    rows = dock.suspects.rows
    one = next(one for one in checked(hands).open if one.shown == "，，" and one.start > 2)
    at = next(n for n, row in enumerate(rows.rows.rows) if row.what == one)
    hands.click_proof(one.span.start + 1 if mended else one.passage.traced.span.start + 1)
    QTest.keyClick(hands.window.desk.proof, Qt.Key.Key_Z)
    rect = rows.visualRect(rows.rows.index(at))
    assert rows.rows.rows[at].what == one, "the list follows when the hands rest"
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    shown = hands.window.room.suspects.shown
    if mended:
        assert shown is None
    else:
        assert shown is not None and shown != one and shown.span == one.span
        assert "z" in shown.passage.text
        QTest.keyClick(hands.window.desk.suspect_card, Qt.Key.Key_Return)
        left = checked(hands).open
        assert all(other.span != one.span for other in left)


def test_the_mouse_on_a_suspect_tells_reason_and_fix(at_faults: Hands) -> None:
    hands = at_faults
    one = next(one for one in checked(hands).open if one.shown == "，，")
    hands.window.room.go_to(Span(one.span.start, one.span.start))
    proof = hands.window.desk.proof
    point = proof.cursorRect().center() + QPoint(3, 0)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, proof.viewport().mapToGlobal(point))
    QApplication.sendEvent(proof.viewport(), event)
    assert "，，" in QToolTip.text() and "→" in QToolTip.text()
    QToolTip.hideText()


def test_what_is_typed_is_checked_when_the_hands_rest_and_marks_go_along(
    at_faults: Hands,
) -> None:
    hands = at_faults
    suspects = checked(hands)
    one = next(one for one in suspects.open if one.shown == "，，" and one.start > 2)
    block = one.passage.traced
    hands.click_proof(block.span.start + 1)
    count = len(suspects.open)
    hands.commit("好")
    assert not suspects.checking.rests, "not checked while the hands are on it"
    assert len(suspects.open) == count, "what was known went along"
    moved = [other for other in suspects.open if other.rule == one.rule and other.shown == "，，"]
    assert any("好" in other.passage.text for other in moved)
    hands.commit("，，")
    assert len(checked(hands).open) == count + 1


def test_nothing_is_checked_while_an_input_method_composes(at_faults: Hands) -> None:
    hands = at_faults
    suspects = checked(hands)
    hands.click_proof(hands.article(0).blocks[1].text.span.start + 2)
    hands.commit("，，")
    hands.compose("zhong")
    told: list[int] = []
    suspects.checking.came.connect(lambda: told.append(1))
    QTest.qWait(1300)
    assert not told and not suspects.checking.rests
    hands.compose("")
    checked(hands)
    assert told


def test_a_project_keeps_what_was_let_be(at_faults: Hands, tmp_path: Path) -> None:
    hands = at_faults
    hands.press("F7", "Delete", "Escape")
    left = shown_of(hands)
    hands.answers.save_to = tmp_path / "p.galley"
    hands.press("Ctrl+S")
    hands.bot.waitUntil((tmp_path / "p.galley").exists)
    hands.bot.waitUntil(lambda: not hands.window.room.is_dirty)
    hands.open(tmp_path / "p.galley")
    assert shown_of(hands) == left


def test_shift_delete_lets_a_form_be_everywhere_and_undo_asks_again(
    at_faults: Hands, tmp_path: Path
) -> None:
    hands = at_faults
    found = shown_of(hands)
    hands.press("F7")
    while checked(hands).shown.shown != "，，":
        hands.press("F7")
    reading = hands.window.room.reading
    hands.press("Shift+Del")
    session = hands.window.room.session
    assert [(one.check, one.text) for one in session.project.style.quiet] == [
        ("doubled-mark", "，，")
    ]
    assert hands.window.room.reading is reading, "nothing is read anew"
    assert shown_of(hands) == [shown for shown in found if shown != "，，"]
    hands.press("Escape")
    hands.answers.save_to = tmp_path / "p.galley"
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: not hands.window.room.is_dirty)
    hands.open(tmp_path / "p.galley")
    assert "，，" not in shown_of(hands)
    hands.press("Ctrl+Z")
    assert shown_of(hands) == found


def test_what_was_let_be_is_asked_again_as_one_step(at_faults: Hands) -> None:
    hands = at_faults
    found = shown_of(hands)
    hands.press("F7")
    while checked(hands).shown.shown != "，，":
        hands.press("F7")
    hands.press("Shift+Del", "Delete", "Escape")
    left = shown_of(hands)
    assert len(left) == len(found) - 3
    before = hands.window.room.session.project
    hands.window.room.actions_by_code["ask_again"].trigger()
    assert shown_of(hands) == found
    assert "places: 1 · forms: 1" in hands.window.room.message.text
    hands.press("Ctrl+Z")
    after = hands.window.room.session.project
    assert (after.pages, after.style) == (before.pages, before.style)
    assert shown_of(hands) == left
    hands.press("Ctrl+Z", "Ctrl+Z")
    hands.window.room.actions_by_code["ask_again"].trigger()
    assert "Nothing was let be" in hands.window.room.message.text


def test_all_of_a_kind_are_previewed_ticked_and_mended_in_one_step(at_faults: Hands) -> None:
    hands = at_faults
    found = shown_of(hands)
    hands.press("F7")
    while checked(hands).shown.shown != "，，":
        hands.press("F7")
    before = hands.window.room.session.page.decisions
    hands.press("Tab")
    panel = hands.window.desk.kin
    assert panel.isVisible() and panel.takes_keys
    assert [row.what.shown for row in panel.rows.ticks.rows] == ["，，", "，，"]
    assert hands.window.room.session.page.decisions == before, "a preview decides nothing"
    hands.press("Left")
    assert panel.rows.ticks.ticked == {1}
    hands.press("Up", "Right", "Return")
    assert not panel.isVisible()
    assert "，，" not in shown_of(hands)
    assert len(hands.window.room.session.page.decisions.patches) == 2
    hands.press("Ctrl+Z")
    assert hands.window.room.session.page.decisions == before and shown_of(hands) == found


def test_one_form_is_verified_on_all_pages_and_mended_in_one_step(
    hands: Hands, tmp_path: Path
) -> None:
    from editor.model.project import Page, Project
    from editor.model.source import Source

    text = faulty()
    pages = tuple(Page(key, Source(text)) for key in ("p1", "p2"))
    hands.window.room.documents.replace(Project(pages))
    hands.read()
    hands.press("F7")
    checked(hands)
    hands.press("F7")
    while checked(hands).shown.shown != "，，":
        hands.press("F7")
    hands.press("Ctrl+Shift+F7")
    panel = hands.window.desk.replacing
    hands.bot.waitUntil(panel.isVisible, timeout=15_000)
    rows = panel.rows.ticks.rows
    assert len(rows) == 4 and {row.what.of.page for row in rows} == {"p1", "p2"}
    before = hands.window.room.session.project.pages
    hands.press("Right", "Left", "Return")
    session = hands.window.room.session
    hands.bot.waitUntil(lambda: session.project.pages != before, timeout=15_000)
    hands.settle()
    patched = [len(page.decisions.patches) for page in session.project.pages]
    assert patched == [1, 2]
    hands.press("Escape", "Ctrl+Z")
    assert session.project.pages == before


def test_what_is_selected_is_verified_with_what_the_editor_says(at_faults: Hands) -> None:
    hands = at_faults
    hands.click_proof(hands.article(0).blocks[1].text.span.start + 1)
    hands.press("Shift+Right", "Shift+Right")
    word = hands.window.desk.proof.selected_text()
    hands.press("Ctrl+Shift+F7")
    bar = hands.window.room.find.bar
    assert bar.sought.text() == word and bar.put.hasFocus() and len(word) == 2


def test_marking_as_read_and_export_tell_of_open_suspects(at_faults: Hands) -> None:
    hands = at_faults
    one = checked(hands).open[0]
    hands.click_proof(one.span.start)
    count = sum(other.passage.article == one.passage.article for other in checked(hands).open)
    hands.press("Ctrl+D")
    assert f"{count} suspect" in hands.window.room.status.said
    hands.press("Ctrl+E")
    dialog = hands.window.room.export.dialog
    hands.bot.waitUntil(lambda: "suspects" in dialog.open_ends.text())
    assert f"{len(checked(hands).open)} suspects are open" in dialog.open_ends.text()
    dialog.close()


def corrected(hands: Hands, number: int, gone: str, put: str) -> None:
    """Type `put` over the printed text `gone`, where it stands for the time `number`."""
    at = -1
    for _ in range(number + 1):
        at = hands.text.index(gone, at + 1)
    hands.click_proof(at)
    hands.press(*["Shift+Right"] * len(gone))
    hands.commit(put)


def test_a_rule_is_made_of_a_correction_after_a_look_and_is_a_line_in_the_house_file(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from editor.files import house

    monkeypatch.setattr(house, "own_folder", lambda: tmp_path / "house")
    (tmp_path / "house").mkdir()
    own = tmp_path / "house" / "own.toml"
    own.write_text("format = 1\n# ours\n[terms]\n'其它' = '其他'\n", "utf-8")
    text = sound_sample()
    word = "保护"
    assert text.count(word) >= 2
    path = tmp_path / "page.txt"
    path.write_text(text.replace(word, "呆护"), "utf-8")
    hands.open(path)
    corrected(hands, 0, "呆护", word)
    hands.press("Left")
    hands.window.room.actions_by_code["always"].trigger()
    hands.settle()
    panel = hands.window.desk.replacing
    hands.bot.waitUntil(panel.isVisible, timeout=15_000)
    message = hands.window.room.message
    assert "呆护" in message.text and word in message.text
    assert "呆护" not in own.read_text("utf-8"), "nothing is learned by looking"
    QTest.mouseClick(message._act, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: "呆护" in own.read_text("utf-8"), timeout=15_000)
    assert "# ours" in own.read_text("utf-8") and "其它" in own.read_text("utf-8")
    terms = hands.window.room.session.project.style.rules.terms
    assert [(term.form, term.put) for term in terms] == [("其它", "其他"), ("呆护", word)]
    found = [one for one in checked(hands).open if one.rule == "term"]
    assert found and {one.shown for one in found} == {"呆护"}
    hands.press("Escape", "Escape", "Ctrl+Z")
    terms = hands.window.room.session.project.style.rules.terms
    assert [term.form for term in terms] == ["其它"], "what the house said before"


def test_enter_in_the_preview_of_a_rule_mends_and_makes_the_rule(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from editor.files import house

    monkeypatch.setattr(house, "own_folder", lambda: tmp_path / "house")
    own = tmp_path / "house" / "own.toml"
    path = tmp_path / "page.txt"
    text = sound_sample().replace("保护", "呆护")
    path.write_text(text, "utf-8")
    hands.open(path)
    corrected(hands, 0, "呆护", "保护")
    hands.press("Left")
    hands.window.room.actions_by_code["always"].trigger()
    panel, find = hands.window.desk.replacing, hands.window.room.find
    hands.bot.waitUntil(panel.isVisible, timeout=15_000)
    assert "rule" in panel._apply.text() and not own.exists()
    hands.press("Return")
    hands.bot.waitUntil(own.exists, timeout=15_000)
    hands.bot.waitUntil(lambda: "own.toml" in hands.window.room.message.text, timeout=15_000)
    assert "呆护" in own.read_text("utf-8")
    session = hands.window.room.session
    assert [term.form for term in session.project.style.rules.terms] == ["呆护"]
    assert len(session.page.decisions.patches) == text.count("呆护")
    assert not find.bar.isVisible() and hands.window.room.pane.hasFocus()
    hands.press("Ctrl+F")
    hands.type("10")
    find.bar.set_replacing(True)
    hands.bot.waitUntil(lambda: find.rests and bool(find.hits), timeout=15_000)
    find.bar.previewed.emit()
    hands.bot.waitUntil(panel.isVisible, timeout=15_000)
    assert "rule" not in panel._apply.text(), "the next replacement makes none"


def test_what_was_corrected_twice_alike_is_offered_and_not_learned(
    hands: Hands, tmp_path: Path
) -> None:
    from editor.ui import word_steps

    word_steps.load()
    text = sound_sample()
    path = tmp_path / "page.txt"
    path.write_text(text.replace("保护", "呆护"), "utf-8")
    hands.open(path)
    checked(hands)
    corrected(hands, 0, "呆护", "保护")
    checked(hands)
    assert "呆护" not in hands.window.room.message.text
    corrected(hands, 1, "呆护", "保护")
    checked(hands)
    told = hands.window.room.message.text
    assert "呆护" in told and "2" in told
    at = hands.text.index("呆护")
    assert hands.text[at - 2 : at + 2].replace("\n", "") in told, "with the evidence"
    assert not hands.window.room.session.project.style.rules.terms
    hands.open(path)
    for number in (0, 1):
        corrected(hands, number, "呆护", "保护")
        checked(hands)
    message = hands.window.room.message
    assert "呆护" not in message.text, "offered once while the window is open"
    hands.new_window()
    hands.open(path)
    for number in (0, 1):
        corrected(hands, number, "呆护", "保护")
        checked(hands)
    message = hands.window.room.message
    assert "呆护" in message.text
    QTest.mouseClick(message._other, Qt.MouseButton.LeftButton)
    assert not message.text and choices.left_rules(hands.settings) == ["呆护 → 保护"]
    hands.new_window()
    hands.open(path)
    for number in (0, 1):
        corrected(hands, number, "呆护", "保护")
        checked(hands)
    assert "呆护" not in hands.window.room.message.text


def test_the_year_of_the_page_and_names_on_other_pages_are_known(
    hands: Hands, tmp_path: Path
) -> None:
    from editor.model.meta import Meta
    from editor.model.project import Page, Project
    from editor.model.source import Source

    more = "老张生于1960年，今年70岁。魏亚栋说，水退了。"
    text = faulty().replace("。", f"。{more}", 1)
    names = "魏亚东说，船来了。魏亚东说，路通了。魏亚东说，天晴了。"
    other = faulty().replace("。", f"。{names}", 1)
    pages = (Page("p1", Source(text), meta=Meta(date="2024年5月30日")), Page("p2", Source(other)))
    hands.window.room.documents.replace(Project(pages))
    hands.read()
    assert "70" in shown_of(hands) and "魏亚栋" not in shown_of(hands)
    hands.window.room.pages.show("p2")
    hands.read()
    checked(hands)
    hands.window.room.pages.show("p1")
    hands.read()
    found = {one.shown: one for one in checked(hands).open}
    assert found["魏亚栋"].fix == "魏亚东" and found["魏亚栋"].rule == "variant"

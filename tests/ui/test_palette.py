"""The command palette: anything by a few letters, in Chinese by pinyin, the key beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence

from editor.model.structure import Role
from editor.ui import commands, keys
from editor.ui.finding import pinyin
from editor.ui.finding.fuzzy import fit
from editor.ui.finding.palette import PaletteCard
from tests.ui.hands import Hands

READINGS = pinyin.load()
NATIVE = QKeySequence.SequenceFormat.NativeText


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("cx", "撤销", "重新选择"),
        ("chexiao", "撤销", "重做"),
        ("撤", "撤销", "重做"),
        ("czw", "重做文", "查找下一处位置"),
        ("undo", "Undo", "Send to another article"),
        ("headline", "Headline", "Swap headlines with another article…"),
        ("na", "New article here", "Copy as clean text"),
        ("bwzt", "标为主题", "把文字整体上移"),
    ],
)
def test_what_fits_better_comes_first(typed: str, better: str, worse: str) -> None:
    best, other = fit(typed, better, READINGS), fit(typed, worse, READINGS)
    assert best is not None and (other is None or other < best)


@pytest.mark.parametrize(("typed", "name"), [("xc", "撤销"), ("undoo", "Undo"), ("q", "撤销")])
def test_what_does_not_fit(typed: str, name: str) -> None:
    assert fit(typed, name, READINGS) is None


def test_every_reading_of_a_character_is_known() -> None:
    assert {"zhong", "chong"} <= set(READINGS("重")) and READINGS("a") == ()


NAMES = st.text("撤销重做标为题 abUNdo", min_size=1, max_size=12)


@given(NAMES, st.data())
def test_letters_taken_out_of_a_name_in_order_fit_it(name: str, data: st.DataObject) -> None:
    kept = [c for c in name if data.draw(st.booleans())]
    assert fit("".join(kept), name, pinyin.none) is not None
    initials = "".join((READINGS(c) or (c,))[0][0] for c in kept)
    assert fit(initials, name, READINGS) is not None


@given(NAMES, st.text("abcundoqx", max_size=5))
def test_no_fit_has_letters_that_are_not_there(name: str, typed: str) -> None:
    if fit(typed, name, pinyin.none) is not None:
        rest = iter(name.casefold())
        assert all(letter in rest for letter in typed)


def card(hands: Hands) -> PaletteCard:
    return hands.window.room.palette.card


def rows(hands: Hands) -> list[str]:
    return [row.what.label for row in card(hands).offered.rows.rows]


def test_every_command_is_there_with_its_key_and_every_article(at_sample: Hands) -> None:
    hands = at_sample
    hands.press("Ctrl+K")
    assert card(hands).isVisible() and card(hands).field.hasFocus()
    found = {row.what.code: row for row in card(hands).offered.rows.rows if row.what.code}
    for command in commands.COMMANDS:
        if command.code != "palette":
            key = keys.sequence(command.keys[0]).toString(NATIVE) if command.keys else ""
            assert found[command.code].side == key, command.code
    assert {a.title for a in hands.reading.articles if a.title} <= set(rows(hands))
    assert "Appearance: Dark" in rows(hands)


def test_a_few_letters_and_enter_do_a_gesture_where_the_caret_was(at_sample: Hands) -> None:
    hands = at_sample
    at = hands.article(0).blocks[1].text.span.start
    hands.click_proof(at)
    hands.press("Ctrl+K")
    hands.type("crossh")
    assert rows(hands)[0] == "Crosshead"
    hands.press("Return")
    assert not card(hands).isVisible() and hands.window.desk.proof.hasFocus()
    held = hands.reading.role_at(at)
    assert held is not None and held[1].value is Role.CROSSHEAD


def test_a_headline_is_found_by_its_initials_and_gone_to(at_sample: Hands) -> None:
    hands = at_sample
    number, article = next(
        (n, a) for n, a in enumerate(hands.reading.articles) if n > 3 and a.title
    )
    initials = "".join(READINGS(c)[0][0] for c in article.title if READINGS(c))[:6]
    hands.press("Ctrl+K")
    palette = hands.window.room.palette
    hands.bot.waitUntil(lambda: palette._readings is not pinyin.none)
    hands.type(initials)
    assert rows(hands)[0] == article.title
    hands.press("Return")
    assert hands.window.desk.raw.place().span.start == article.at
    assert hands.window.room.pane.hasFocus() and number


def test_what_was_used_last_comes_first_the_next_time(at_sample: Hands) -> None:
    hands = at_sample
    hands.press("Ctrl+K")
    assert rows(hands)[0] == "Open"
    hands.type("blank")
    hands.press("Return")
    assert hands.window.room.actions_by_code["blank_lines"].isChecked()
    hands.press("Ctrl+K")
    assert rows(hands)[0] == "Show blank lines" and card(hands).field.text() == ""
    hands.press("Escape")
    kept = QSettings(hands.settings.fileName(), QSettings.Format.IniFormat)
    hands.settings.sync()
    assert kept.value("palette/recent") == "blank_lines"


def test_what_is_not_possible_is_said_and_not_done(hands: Hands) -> None:
    hands.press("Ctrl+K")
    hands.type("export")
    assert rows(hands)[0] == "Export to Word"
    hands.press("Return")
    assert card(hands).isVisible() and hands.answers.asked == []
    hands.press("Escape")
    assert not card(hands).isVisible()


def test_escape_and_arrows_and_the_box_in_the_top_bar(at_sample: Hands) -> None:
    hands = at_sample
    hands.window.room.top.commands.click()
    assert card(hands).isVisible()
    first = card(hands).offered.currentIndex().row()
    hands.press("Down", "Down", "Up")
    assert card(hands).offered.currentIndex().row() == first + 1
    hands.press("Up", "Up")
    assert card(hands).offered.currentIndex().row() == len(rows(hands)) - 1
    hands.press("Ctrl+K")
    assert not card(hands).isVisible(), "the key that opens it closes it"
    hands.press("Ctrl+K", "Escape")
    assert not card(hands).isVisible()


def test_a_click_elsewhere_closes_it(at_sample: Hands) -> None:
    hands = at_sample
    hands.press("Ctrl+K")
    hands.click_proof(hands.article(0).blocks[0].text.span.start + 3)
    assert not card(hands).isVisible() and hands.window.desk.proof.hasFocus()


def test_it_opens_from_the_field_that_finds(at_sample: Hands) -> None:
    hands = at_sample
    hands.press("Ctrl+F", "Ctrl+K")
    assert card(hands).isVisible()
    hands.press("Escape")
    assert hands.window.room.find.bar.sought.hasFocus()


def test_what_nothing_fits_is_said_and_enter_does_nothing(at_sample: Hands) -> None:
    hands = at_sample
    before = hands.window.room.session.page.decisions
    hands.press("Ctrl+K")
    hands.type("qqqq")
    assert [row.text for row in card(hands).offered.rows.rows] == ["Nothing fits"]
    hands.press("Return")
    assert card(hands).isVisible() and hands.window.room.session.page.decisions == before

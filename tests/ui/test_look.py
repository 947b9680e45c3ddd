"""Colours that can be read, words in both languages, a key for one thing only."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import accumulate, combinations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QTranslator
from PySide6.QtGui import QAction, QColor, QKeySequence, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from editor.files.docx import headline
from editor.model.structure import Role
from editor.resources import resource, sample_page
from editor.ui import commands, keys, word_steps, words
from editor.ui.look import theme
from editor.ui.look.theme import DARK, LIGHT, Theme
from editor.ui.window import Window
from tests.ui.hands import Hands

INKS = [
    "ink",
    "quiet",
    "accent",
    "doubt",
    "wrong",
    "right",
    "headline",
    "byline",
    "dateline",
    "crosshead",
    "note",
    "caption",
]
GROUNDS = [
    "panel", "desk", "sheet", "hover", "select", "accent_soft", "doubt_soft", "right_soft", "found"
]  # fmt: skip
UNDER_ROLES = ("panel", "sheet", "accent_soft", "found", "select", "doubt_soft", "right_soft")
OTHER_PAIRS = (("accent_ink", "accent"), ("accent_ink", "accent_strong"))
WORDLESS = ("::indicator", "::tab-bar", "QScrollBar", "::handle", "-arrow", "QFrame#rule")
"""What the style sheet colours that no word stands on."""


def luminance(name: str) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    colour = QColor(name)
    red, green, blue = (part(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_its_ground(colours: Theme) -> None:
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS] + list(OTHER_PAIRS)
    poor = {
        (ink, ground): round(contrast(getattr(colours, ink), getattr(colours, ground)), 2)
        for ink, ground in pairs
        if contrast(getattr(colours, ink), getattr(colours, ground)) < 4.5
    }
    assert poor == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_state_of_a_control_can_be_read(colours: Theme) -> None:
    """By the style sheet's rules; a state has its control's ink and ground where it says none."""
    looks: dict[str, tuple[str, str]] = {}
    poor, states = {}, 0
    for names, body in re.findall(r"([^{}]+){([^}]*)}", theme.style_sheet(colours)):
        told = dict(re.findall(r"(?<![-\w])(color|background): (#\w+|transparent)", body))
        for name in map(str.strip, names.split(",")):
            whole = re.sub(r"(?<!:):(?!:)[-\w:]+", "", name)
            ink, ground = looks.get(whole, (colours.ink, colours.panel))
            ink, ground = told.get("color", ink), told.get("background", ground)
            ground = colours.panel if ground == "transparent" else ground
            if name == whole:
                looks[name] = ink, ground
            if ":disabled" in name or any(part in name for part in WORDLESS):
                continue
            states += name != whole
            if contrast(ink, ground) < 4.5:
                poor[name] = round(contrast(ink, ground), 2)
    assert poor == {} and states > 20


def test_every_role_but_the_body_s_has_a_sign_besides_its_colour(hands: Hands) -> None:
    marks = hands.window.desk.raw._role_marks
    assert set(marks) == set(Role) - {Role.BODY} and len(set(marks.values())) == len(marks)
    tree = ET.parse(resource("translations/galley_zh_CN.ts"))
    (own,) = (c for c in tree.getroot().iter("context") if c.findtext("name") == "RawView")
    chinese = {m.findtext("source"): m.findtext("translation") for m in own.iter("message")}
    assert len({chinese[mark] for mark in marks.values()}) == len(marks)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_role_colours_can_be_read_where_they_stand(colours: Theme) -> None:
    for role in Role:
        for name in (
            "panel",
            "sheet",
            "accent_soft",
            "found",
            "select",
            "doubt_soft",
            "right_soft",
        ):
            ground = getattr(colours, name)
            assert contrast(theme.role_ink(colours, role), ground) >= 4.5, (role, name)


def test_every_role_has_an_ink_that_is_a_colour_of_the_theme() -> None:
    for colours in (LIGHT, DARK):
        known = set(colours)
        assert {theme.role_ink(colours, role) for role in Role} <= known


def test_no_key_means_two_things() -> None:
    used = [
        (keys.portable(key), command.code) for command in commands.COMMANDS for key in command.keys
    ]
    assert all(key for key, _ in used), "a key that Qt does not know"
    doubles = [(a, b) for a, b in combinations(used, 2) if a[0] == b[0]]
    assert doubles == []


def test_every_gesture_has_a_key_and_a_menu() -> None:
    for command in commands.COMMANDS:
        assert command.menu in commands.MENUS
        if command.gesture is not None:
            assert command.keys, command.code


def test_no_word_waits_for_its_translation() -> None:
    tree = ET.parse(resource("translations/galley_zh_CN.ts"))
    messages = list(tree.getroot().iter("message"))
    assert len(messages) > 150
    for message in messages:
        found = message.find("translation")
        assert found is not None and found.get("type") is None, message.findtext("source")
        assert (found.text or "").strip(), message.findtext("source")


def test_the_compiled_translation_is_the_written_one(qapp: QCoreApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("translations/galley_zh_CN.qm")))
    tree = ET.parse(resource("translations/galley_zh_CN.ts"))
    for context in tree.getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            assert translator.translate(name, source) == message.findtext("translation")


def test_english_calls_keys_as_the_keyboard_does(hands: Hands) -> None:
    told = [keys.native(key) for key in ("Return", "Enter", "Ctrl+Return", "Del", "Shift+Del")]
    assert told == ["Enter", "Enter", "Ctrl+Enter", "Delete", "Shift+Delete"]
    menu = hands.window.room.menu.findChild(QMenu, commands.STRUCTURE)
    assert isinstance(menu, QMenu)
    native = QKeySequence.SequenceFormat.NativeText
    shown = {action.shortcut().toString(native) for action in menu.actions()}
    assert {"Enter", "Ctrl+Enter"} <= shown and not any("Return" in one for one in shown)


def test_every_word_of_the_table_of_commands_is_translated() -> None:
    tree = ET.parse(resource("translations/galley_zh_CN.ts"))
    known = {message.findtext("source") for message in tree.getroot().iter("message")}
    assert {command.label for command in commands.COMMANDS} <= known
    assert set(commands.MENUS) <= known


def test_the_choice_of_dark_reaches_every_window(hands: Hands) -> None:
    first = hands.window
    hands.open(sample_page())
    second = hands.new_window()
    hands.open(sample_page())

    def choices(window: Window) -> list[QAction]:
        (looks,) = (m for m in window.findChildren(QMenu) if m.title() == "Appearance")
        looks.aboutToShow.emit()
        return looks.actions()

    def inks(window: Window) -> set[str]:
        labels = window.room.status.findChildren(QLabel)
        return {label.palette().color(QPalette.ColorRole.WindowText).name() for label in labels}

    *_, light, dark = choices(second)
    dark.trigger()
    try:
        for window in (first, second):
            assert DARK.quiet in inks(window) and LIGHT.quiet not in inks(window)
            assert [action.isChecked() for action in choices(window)] == [False, False, True]
    finally:
        light.trigger()
    assert LIGHT.quiet in inks(first)


def test_one_doubt_is_one_and_none_is_no_alarm(hands: Hands) -> None:
    hands.open(sample_page())
    label = hands.window.room.status._labels["doubts"]

    def ink() -> str:
        return label.palette().color(QPalette.ColorRole.WindowText).name()

    hands.press("F8")
    while (left := len(hands.reading.doubts)) > 1:
        assert label.text() == f"{left} doubts" and ink() == theme.current().doubt
        hands.press("Space")
    assert label.text() == "1 doubt"
    hands.press("Space")
    assert label.text() == "No doubts" and ink() == theme.current().right


def test_every_gesture_is_in_the_menu_of_a_place_with_its_key(hands: Hands) -> None:
    hands.open(sample_page())
    room = hands.window.room
    for view in (hands.window.desk.proof, hands.window.desk.raw):
        view.setFocus()
        room.menus.show(QPoint(10, 10))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        parts = [menu, *menu.findChildren(QMenu)]
        shown = {action.objectName(): action for part in parts for action in part.actions()}
        for command in commands.COMMANDS:
            if command.gesture is not None or command.code in ("send", "swap_headlines"):
                assert shown[command.code].shortcut().toString(), command.code
        menu.close()


def test_headlines_break_between_words_and_into_even_lines(at_sample: Hands) -> None:
    hands = at_sample
    hands.bot.waitUntil(word_steps.known, timeout=15_000)
    hands.bot.wait(100)
    proof = hands.window.desk.proof
    layout = proof.document().begin().layout()
    assert layout.lineCount() == 2
    text, end = proof.proof.shown[0].text, layout.lineAt(0).textLength()
    ends = list(accumulate(map(len, headline.words(text))))
    assert end in ends and abs(2 * end - len(text)) < len(text) // 3


def test_an_article_left_out_shows_it_on_its_sheet(at_sample: Hands) -> None:
    hands = at_sample

    def ground() -> QColor:
        view = hands.window.desk.proof.viewport()
        return view.grab().toImage().pixelColor(view.width() // 2, 25)

    before = ground()
    hands.press("Ctrl+Shift+E")
    assert hands.article(0).left_out and ground() != before
    hands.press("Ctrl+Z")
    assert ground() == before


def test_what_is_nearly_sure_is_told_without_a_figure() -> None:
    assert "%" in words.sure(0.62) and "62" in words.sure(0.62)
    assert "%" not in words.sure(0.99)

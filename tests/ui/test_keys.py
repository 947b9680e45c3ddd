"""The key map: changed by real keys, told everywhere at once, no key for two things."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from editor.model.structure import Joint
from editor.ui import commands, keys
from editor.ui.commands import BY_CODE, COMMANDS
from editor.ui.keys import KeyMap
from editor.ui.settings import window as settings_window
from editor.ui.settings.key_page import KeyPage
from tests.ui.hands import Hands

FREE = ("Ctrl+G", "Ctrl+Alt+J", "F4", "Alt+J", "Ctrl+Shift+J", "Shift+F4")
CHANGES = st.lists(st.tuples(st.sampled_from(COMMANDS), st.sampled_from(FREE)), max_size=12)


@given(CHANGES)
def test_a_key_that_is_taken_over_has_one_command(changes: list) -> None:
    held = KeyMap()
    for command, key in changes:
        held = held.take(command, key)
        own = held.of(command)
        held = held.put(command, (key, *own[1:]))
        assert held.users(key) == (command,) and key in held.of(command)
    used = [key for command in COMMANDS for key in held.of(command)]
    assert len({keys.portable(key) for key in used}) == len(used)


@given(CHANGES)
def test_the_keys_of_the_table_put_back_leave_no_trace(changes: list) -> None:
    held = KeyMap()
    for command, key in changes:
        held = held.put(command, (key,))
    for command in COMMANDS:
        held = held.put(command, command.keys)
    assert not held.changed


@given(CHANGES)
def test_a_map_is_kept_in_the_settings(tmp_path_factory: pytest.TempPathFactory, changes) -> None:
    path = tmp_path_factory.mktemp("keys") / "settings.ini"
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    held = KeyMap()
    for command, key in changes:
        held = held.take(command, key).put(command, (key,))
    try:
        keys.store(settings, held)
        settings.sync()
        again = QSettings(str(path), QSettings.Format.IniFormat)
        assert dict(keys.load(again).changed) == dict(held.changed)
    finally:
        keys.use(KeyMap())


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", "7", '{"undo": 3}', '{"nothing": ["F4"]}', '{"undo": ["no key"]}']
)
def test_settings_that_make_no_sense_change_no_key_into_another(kept: str, tmp_path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(keys.SETTING, kept)
    loaded = keys.load(settings).changed.values()
    assert all(key and keys.is_free(key) for own in loaded for key in own)


def test_a_key_that_a_later_version_gives_away_stays_where_the_editor_has_it(tmp_path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(keys.SETTING, '{"undo": ["Ctrl+E", "a"], "find": ["Ctrl+E"], "redo": ["x"]}')
    held = keys.load(settings)
    (undo,) = held.users("Ctrl+E")
    assert undo is BY_CODE["undo"] and held.of(undo) == ("Ctrl+E",)
    assert held.of(BY_CODE["export"]) == () == held.of(BY_CODE["find"])
    assert held.of(BY_CODE["redo"]) == BY_CODE["redo"].keys


@pytest.mark.parametrize("key", "a Shift+A 7 Space ， Left Tab Esc Del F10 Ctrl+Tab".split())
def test_keys_that_write_or_move_are_no_commands(key: str) -> None:
    assert not keys.is_free(key)


def test_every_key_of_the_table_but_enter_and_backspace_is_free() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert keys.is_free(key) or command.plain, key


def page(hands: Hands) -> KeyPage:
    hands.press("Ctrl+,")
    found = hands.window.room.does.desk._settings
    assert found is not None and found.isVisible() and not found.isModal()
    found.open_at(settings_window.KEYS)
    return found.keys


def choose(keys_page: KeyPage, typed: str) -> None:
    keys_page.search.clear()
    QTest.keyClicks(keys_page.search, typed)


def put(keys_page: KeyPage, key: Qt.Key, held: Qt.KeyboardModifier, number: int = 0) -> None:
    QTest.keyClick(keys_page.fields[number], key, held)
    QTest.qWait(20)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_changed_key_does_it_at_once_in_every_window_and_is_told_everywhere(
    at_sample: Hands,
) -> None:
    hands = at_sample
    first = hands.window
    keys_page = page(hands)
    choose(keys_page, "new article")
    assert keys_page.command is BY_CODE["new_article"]
    put(keys_page, Qt.Key.Key_G, CTRL)
    hands.window.room.does.desk._settings.close()
    try:
        assert first.room.actions_by_code["new_article"].shortcut().toString() == "Ctrl+G"
        at = hands.article(1).blocks[1].text.span.start
        first.activateWindow()
        hands.bot.waitUntil(first.isActiveWindow)
        hands.click_proof(at)
        count = len(hands.reading.articles)
        hands.press("Ctrl+Return")
        assert len(hands.reading.articles) == count
        hands.press("Ctrl+G")
        assert len(hands.reading.articles) == count + 1
        assert hands.window.room.session.page.decisions.joint_at[at] is Joint.ARTICLE
        hands.press("Ctrl+K")
        rows = hands.window.room.palette.card.offered.rows.rows
        assert next(r.side for r in rows if r.what.code == "new_article") == "Ctrl+G"
        hands.press("Escape", "F1")
        sheet = hands.window.room.does.desk._sheet
        assert sheet is not None and "Ctrl+G" in sheet.page.toPlainText()
        assert "Ctrl+Return" not in sheet.page.toPlainText()
        sheet.close()
        kept = json.loads(str(hands.settings.value(keys.SETTING)))
        assert kept == {"new_article": ["Ctrl+G"]}
        other = hands.new_window()
        assert other.room.actions_by_code["new_article"].shortcut().toString() == "Ctrl+G"
    finally:
        keys.use(KeyMap())


def test_hints_and_tooltips_tell_the_key_that_it_is(at_sample: Hands) -> None:
    hands = at_sample
    room = hands.window.room
    changed = KeyMap().put(BY_CODE["next_doubt"], ("F4",)).put(BY_CODE["save"], ("Ctrl+G",))
    changed = changed.put(BY_CODE["find_next"], ("Alt+J",)).put(BY_CODE["palette"], ())
    keys.use(changed)
    try:
        room.refresh_keys()
        tips = {b.text(): b.toolTip() for b in room.top.findChildren(QToolButton)}
        assert tips["Save"] == "Save  Ctrl+G" and room.top._hint.text() == "F4"
        assert room.find.bar._of_commands[1][0].toolTip() == "Find next (Alt+J)"
        assert room.top.commands.hint.text() == ""
        hands.press("F4")
        assert room.desk.card.isVisible() and "F4 next doubt" in room.desk.card._foot.text()
        actions: list[QAction] = [a for a in room.actions_by_code.values() if a.shortcuts()]
        assert len(actions) >= len([c for c in COMMANDS if c.keys]) - 1
    finally:
        keys.use(KeyMap())


def test_a_key_of_another_command_is_told_and_taken_only_when_asked(at_sample: Hands) -> None:
    hands = at_sample
    keys_page = page(hands)
    choose(keys_page, "caption")
    put(keys_page, Qt.Key.Key_D, CTRL)
    try:
        assert "Article read and right" in keys_page._told.text()
        assert keys_page.take.isVisible() and not keys.current().changed
        QTest.mouseClick(keys_page.take, Qt.MouseButton.LeftButton)
        held = keys.current()
        assert held.of(BY_CODE["mark_caption"])[0] == "Ctrl+D" and held.of(BY_CODE["done"]) == ()
        QTest.mouseClick(keys_page.reset, Qt.MouseButton.LeftButton)
        assert keys.current().of(BY_CODE["mark_caption"]) == ("Ctrl+8",)
        assert keys_page.reset_all.isEnabled()
        QTest.mouseClick(keys_page.reset_all, Qt.MouseButton.LeftButton)
        assert not keys.current().changed and not keys_page.reset_all.isEnabled()
        put(keys_page, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier)
        assert "X" in keys_page._told.text() and not keys.current().changed
    finally:
        keys.use(KeyMap())


def test_the_list_has_every_command_and_finds_it_by_its_key(at_sample: Hands) -> None:
    keys_page = page(at_sample)
    shown = {item.data(0, Qt.ItemDataRole.UserRole) for item in keys_page._items()}
    assert shown == {command.code for command in commands.COMMANDS}
    choose(keys_page, "ctrl+shift+r")
    left = [item.text(0) for item in keys_page._items() if not item.isHidden()]
    assert left == ["Take decisions here back"]

"""The house file of the desk: new pages take it, projects are offered what it changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from editor.files import house, project
from editor.model.project import Page, Project, Style
from editor.model.rules import Rules, Term
from editor.model.source import Source
from editor.resources import sample_page
from editor.ui.settings import choices
from tests.gold import sound_sample
from tests.ui.hands import Hands

FILE = """
format = 1
[checks]
half-width = "warning"
[roster]
names = ["魏亚东"]
[terms]
"帐号" = "账号"
"其它" = "其他"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of one's own house files, with one in it."""
    found = tmp_path / "house"
    found.mkdir()
    monkeypatch.setattr(house, "own_folder", lambda: found)
    (found / "evening.toml").write_text(FILE, "utf-8")
    return found


def page() -> str:
    text = sound_sample()
    stop = text.index("。") + 1
    return text[:stop] + "他们的帐号和其它东西,那个帐号。" + text[stop:]


@pytest.fixture
def at_project(hands: Hands, folder: Path, tmp_path: Path) -> Hands:
    """Hands at a project that keeps one of the house's terms and one of its own."""
    choices.set_house(hands.settings, str(folder / "evening.toml"))
    rules = Rules(terms=(Term("其它", "其他"), Term("的话", "")))
    path = tmp_path / "evening.galley"
    project.save(path, Project((Page("p1", Source(page())),), style=Style(rules=rules)))
    hands.open(path)
    offered(hands)
    return hands


def offered(hands: Hands) -> None:
    message = hands.window.room.message
    hands.bot.waitUntil(lambda: "3" in message.text and message.asks, timeout=30_000)


def rules_of(hands: Hands) -> Rules:
    session = hands.window.room.session
    assert session is not None
    return session.project.style.rules


def forms(hands: Hands) -> list[str]:
    return [term.form for term in rules_of(hands).terms]


def look(hands: Hands) -> list[str]:
    """The preview by its key; its rows in words."""
    hands.press("Ctrl+Alt+F")
    sheet = hands.window.desk.house
    hands.bot.waitUntil(sheet.isVisible, timeout=30_000)
    return [row.text for row in sheet.rows.ticks.rows]


def test_what_the_house_file_changes_is_previewed_and_taken_as_one_step(at_project: Hands) -> None:
    hands = at_project
    before = hands.window.room.session.project
    QTest.mouseClick(hands.window.room.message._act, Qt.MouseButton.LeftButton)
    sheet = hands.window.desk.house
    hands.bot.waitUntil(sheet.isVisible, timeout=30_000)
    rows = {row.what.change.key: row for row in sheet.rows.ticks.rows}
    told = rows["terms", "帐号"].what
    assert (told.more, told.fewer) == (2, 0) and "2" in rows["terms", "帐号"].second
    assert rows["terms", "的话"].what.change.after is None
    weighed = rows["checks", "half-width"]
    assert (weighed.what.more, weighed.what.fewer, weighed.what.weighed) == (0, 0, 1)
    assert "1 matter otherwise" in weighed.second
    kinds = [row.what.change.after is not None for row in sheet.rows.ticks.rows]
    assert sheet.rows.ticks.ticked == {n for n, comes in enumerate(kinds) if comes}
    assert hands.window.room.session.project == before, "a preview changes nothing"
    hands.press("Return")
    assert not sheet.isVisible()
    assert forms(hands) == ["其它", "的话", "帐号"]
    assert hands.window.room.session.project.style.roster == ("魏亚东",)
    assert rules_of(hands).setting("half-width") == "warning"
    found = hands.window.room.suspects
    hands.bot.waitUntil(
        lambda: [one.shown for one in found.open if one.rule == "term"].count("帐号") == 2,
        timeout=30_000,
    )
    hands.press("Ctrl+Z")
    style = hands.window.room.session.project.style
    assert style == before.style
    hands.press("Ctrl+Shift+Z")
    assert forms(hands) == ["其它", "的话", "帐号"]


def test_arrows_cross_a_rule_and_what_the_project_has_alone_is_taken_out_on_demand(
    at_project: Hands,
) -> None:
    hands = at_project
    rows = look(hands)
    sheet = hands.window.desk.house
    keys = [row.what.change.key for row in sheet.rows.ticks.rows]
    assert len(rows) == 4 and keys[-1] == ("terms", "的话")
    assert "2 more suspects, 0 fewer" in sheet._head.text(), "of what is ticked"
    hands.press(*["Down"] * keys.index(("terms", "帐号")), "Left")
    assert "0 more suspects" in sheet._head.text()
    hands.press("End", "Right", "Return")
    assert forms(hands) == ["其它"]
    assert hands.window.room.session.project.style.roster == ("魏亚东",)


def test_what_is_declined_is_not_offered_again_until_the_file_says_something_new(
    at_project: Hands, folder: Path
) -> None:
    hands, room = at_project, at_project.window.room
    before, path = room.session.project, room.documents.path
    look(hands)
    hands.press("Delete")
    assert not hands.window.desk.house.isVisible() and room.session.project == before
    hands.open(path)
    hands.settle()
    hands.bot.waitUntil(lambda: room.suspects.checking.rests, timeout=30_000)
    hands.bot.wait(300)
    assert not room.message.asks
    assert len(look(hands)) == 4, "by its key it is shown all the same"
    hands.press("Escape")
    told = FILE.replace('"账号"', '"户头"')
    (folder / "evening.toml").write_text(told, "utf-8")
    hands.open(path)
    offered(hands)


def test_an_undo_under_the_preview_closes_it(at_project: Hands) -> None:
    hands = at_project
    look(hands)
    hands.press("Return")
    look(hands)
    sheet = hands.window.desk.house
    assert sheet.isVisible()
    hands.window.room.actions_by_code["undo"].trigger()
    hands.settle()
    assert not sheet.isVisible()


def test_new_pages_take_the_house_file_and_rules_made_here(
    hands: Hands, folder: Path, tmp_path: Path
) -> None:
    choices.set_house(hands.settings, str(folder / "evening.toml"))
    own = "format = 1\n[terms]\n'帐号' = '帐户'\n'座落' = '坐落'\n"
    (folder / "own.toml").write_text(own, "utf-8")
    path = tmp_path / "page.txt"
    path.write_text(page(), "utf-8")
    hands.open(path)
    hands.settle()
    assert not hands.window.isWindowModified()
    puts = {term.form: term.put for term in rules_of(hands).terms}
    assert puts == {"帐号": "帐户", "其它": "其他", "座落": "坐落"}, "own rules are the stronger"
    assert rules_of(hands).roster == ("魏亚东",)


def test_a_house_file_that_cannot_be_read_is_told_and_keeps_nobody_from_the_page(
    hands: Hands, folder: Path, tmp_path: Path
) -> None:
    choices.set_house(hands.settings, str(folder / "evening.toml"))
    (folder / "evening.toml").write_text("format = 1\n[trems]\n", "utf-8")
    told: list[str] = []
    hands.window.room.documents.noted.connect(told.append)
    path = tmp_path / "page.txt"
    path.write_text(page(), "utf-8")
    hands.open(path)
    hands.settle()
    assert hands.shown_lines() and rules_of(hands) == Rules()
    assert any("trems" in one for one in told)


def test_the_house_file_is_chosen_in_the_settings(
    hands: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from editor.ui.settings import roster_page, window

    hands.open(sample_page())
    hands.window.room.open_settings(window.ROSTER)
    hands.settle()
    box = hands.window.room.does.desk._settings.roster.house
    assert [box.itemText(at) for at in range(box.count())][1:] == ["evening"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert choices.house(hands.settings) == str(folder / "evening.toml")
    opened: list[str] = []

    class Desktop:
        @staticmethod
        def openUrl(url: QUrl) -> bool:  # noqa: N802
            opened.append(url.toLocalFile())
            return True

    monkeypatch.setattr(roster_page, "QDesktopServices", Desktop)
    button = hands.window.room.does.desk._settings.roster.folder
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == [str(folder)]
    message = hands.window.room.message
    hands.bot.waitUntil(lambda: message.asks and "4" in message.text, timeout=30_000)


def test_a_pattern_without_end_is_told_plainly_and_the_window_answers_meanwhile(
    hands: Hands, folder: Path, tmp_path: Path
) -> None:
    from PySide6.QtCore import QTimer

    own = "format = 1\n[patterns]\n'没有尽头' = { find = '(a+)+b' }\n"
    (folder / "own.toml").write_text(own, "utf-8")
    path = tmp_path / "page.txt"
    text = page()
    path.write_text(text.replace("。", "，" + "a" * 3000 + "。", 1), "utf-8")
    hands.open(path)
    found, beats = hands.window.room.suspects, [0, 0]

    def beat() -> None:
        beats[found.checking.rests] += 1

    heart = QTimer()
    heart.timeout.connect(beat)
    heart.start(5)
    hands.window.desk.proof.setFocus()
    hands.press("x")
    assert any("x" in line for line in hands.shown_lines())
    hands.bot.waitUntil(
        lambda: found.checking.rests and any(one.code == "pattern.slow" for one in found.open),
        timeout=60_000,
    )
    heart.stop()
    assert beats[0] > 10, "the window went on while the checks ran"
    (slow,) = (one for one in found.open if one.code == "pattern.slow")
    assert slow.facts == ("没有尽头",) and slow.fix is None
    assert any(one.rule != "pattern" for one in found.open), "the other checks went on"

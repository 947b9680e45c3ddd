"""Several windows: closed together, found again together, each as it was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from benchmarks.desk import long_page
from editor.resources import sample_page
from editor.ui import app, windows
from editor.ui.dialogs import CANCEL, DISCARD
from editor.ui.settings import choices
from editor.ui.window import Window
from tests.ui.hands import Hands
from tests.ui.test_incoming import FERRY, MARKET, SCHOOL, drop_files, files

LONG = long_page(2)


@pytest.fixture
def greeted(hands: Hands) -> Hands:
    """Hands of one who has seen the first hints."""
    hands.settings.setValue(choices.GREETED, "yes")
    return hands


def started(hands: Hands) -> list[Window]:
    """The windows of the next start without files."""
    made = []
    for group in choices.first_paths(hands.settings, sample_page()):
        window = app.open_window(group, hands.settings, hands.answers)
        hands.bot.addWidget(window)
        hands.window = window
        hands.read()
        made.append(window)
    return made


def test_quitting_closes_all_windows_and_all_come_back_at_their_places(
    greeted: Hands, tmp_path: Path
) -> None:
    hands = greeted
    ferry, market, school, long = files(tmp_path, a=FERRY, b=MARKET, c=SCHOOL, d=LONG)
    first = hands.window
    hands.open(long)
    place = hands.reading.articles[-1].spans[0].start + 5
    hands.click_proof(place)
    second = hands.new_window()
    drop_files(hands, ferry, market, school)
    hands.read()
    hands.press("Alt+PgDown", "Alt+PgDown")
    hands.read()
    hands.press("Ctrl+Q")
    hands.bot.waitUntil(lambda: not first.isVisible() and not second.isVisible())
    assert choices.was_open(hands.settings) == [[long], [ferry, market, school]]
    one, other = started(hands)
    assert one.room.session is not None and other.room.session is not None
    assert one.room.session.page.source.text == LONG
    assert one.room.pane.place().span.start == place
    assert [page.source.text for page in other.room.session.project.pages] == [
        FERRY, MARKET, SCHOOL
    ]  # fmt: skip
    assert other.room.session.page.source.text == SCHOOL


def test_quitting_asks_each_window_first_and_closes_none_where_one_stays(
    greeted: Hands, tmp_path: Path
) -> None:
    hands = greeted
    ferry, market, school = files(tmp_path, a=FERRY, b=MARKET, c=SCHOOL)
    first = hands.window
    hands.open(ferry)
    second = hands.new_window()
    drop_files(hands, market, school)
    hands.read()
    hands.answers.unsaved_answer = CANCEL
    hands.press("Ctrl+Q")
    QTest.qWait(50)
    assert hands.answers.asked.count("unsaved") == 1
    assert first.isVisible() and second.isVisible()


def test_what_was_given_up_is_asked_about_again_only_where_it_was_worked_on(
    greeted: Hands, tmp_path: Path
) -> None:
    hands = greeted
    (long,) = files(tmp_path, a=LONG)
    first = hands.window
    hands.open(long)
    hands.click_proof(hands.article(0).blocks[0].text.span.start)
    hands.type("x")
    second = hands.new_window()
    hands.open(long)
    hands.click_proof(hands.article(0).blocks[0].text.span.start)
    hands.type("y")

    def quit_all(*answers: str) -> None:
        """Quit, and answer in this order."""
        left = iter(answers)
        hands.answers.unsaved = lambda parent, name, done: done(next(left))  # type: ignore[method-assign]
        hands.press("Ctrl+Q")
        QTest.qWait(50)
        assert list(left) == []

    quit_all(DISCARD, CANCEL)  # the first would go, but the second is to stay
    assert first.isVisible() and second.isVisible()
    quit_all(CANCEL)  # of the first nobody is asked again
    hands.type("z")
    quit_all(CANCEL)
    hands.window = first
    first.activateWindow()
    hands.bot.waitUntil(first.isActiveWindow)
    hands.click_proof(hands.article(0).blocks[0].text.span.start)
    hands.type("z")
    quit_all(DISCARD, CANCEL)  # it was worked on
    quit_all(DISCARD)
    hands.bot.waitUntil(lambda: not first.isVisible() and not second.isVisible())


def test_a_window_closed_before_is_not_of_the_last_desk(
    greeted: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = greeted
    ferry, market = files(tmp_path, a=FERRY, b=MARKET)
    first = hands.window
    hands.open(ferry)
    hands.new_window()
    hands.open(market)
    first.close()
    assert choices.was_open(hands.settings) == [[market]]
    monkeypatch.setattr(windows, "TOGETHER", -1.0)  # as if one had worked on for a while
    hands.window.close()
    assert choices.was_open(hands.settings) == [[market]]


def test_windows_closed_one_right_after_another_come_back_together(
    greeted: Hands, tmp_path: Path
) -> None:
    hands = greeted
    ferry, market = files(tmp_path, a=FERRY, b=MARKET)
    first = hands.window
    hands.open(ferry)
    hands.new_window()
    hands.open(market)
    first.close()
    hands.window.close()
    assert choices.was_open(hands.settings) == [[ferry], [market]]


def test_a_saved_project_opens_at_the_page_where_it_was_left(
    greeted: Hands, tmp_path: Path
) -> None:
    hands = greeted
    drop_files(hands, *files(tmp_path, a=FERRY, b=MARKET))
    hands.read()
    hands.press("Alt+PgDown")
    hands.read()
    hands.answers.save_to = path = tmp_path / "报.galley"
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: path.exists() and not hands.window.isWindowModified())
    hands.settings.remove("places")  # on another machine
    hands.new_window()
    hands.open(path)
    assert hands.text == MARKET


def test_what_one_window_kept_before_windows_were_told_apart_is_still_found(
    greeted: Hands, tmp_path: Path
) -> None:
    ferry, market = files(tmp_path, a=FERRY, b=MARKET)
    greeted.settings.setValue(choices.OPEN, f'["{ferry}", "{market}"]')
    assert choices.was_open(greeted.settings) == [[ferry, market]]

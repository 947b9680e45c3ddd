"""Hands that know nothing: whatever is done, window, session and a fresh reading agree.

A run is a thousand random gestures of all kinds in the real window, with real events: keys,
clicks, input methods, menus, drags, the doubt card, the lists at the sides. GALLEY_MONKEYS says
how many runs there are (1; continuous integration has 10).
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu

from editor import analysis
from editor.editing import session
from editor.model.conservation import violations
from editor.model.places import Span
from editor.model.reading import Reading
from editor.model.structure import Role
from editor.resources import sample_page
from editor.ui import word_steps
from editor.ui.lists.article_list import article_data, text_data
from editor.ui.proof.blocks import Sheets
from editor.ui.proof.typing import APART
from tests.ui.hands import Hands

RUNS = int(os.environ.get("GALLEY_MONKEYS", "1"))
EXAMPLES, STEPS = 20, 50

MOVING = """
Left Right Up Down Home End PgDown PgUp Ctrl+Home Ctrl+End Ctrl+Left Ctrl+Right
Shift+Left Shift+Right Shift+Down Shift+Up Shift+End Shift+Home Ctrl+Shift+Right Ctrl+Shift+Left
Ctrl+A F2 F6 Ctrl+PgDown Ctrl+PgUp Tab Tab Shift+Tab Escape
""".split()
EDITING = """
Return Enter Shift+Return Backspace Delete Ctrl+X Ctrl+V Ctrl+C Ctrl+Shift+C
Ctrl+Z Ctrl+Z Ctrl+Shift+Z Ctrl+R Ctrl+Shift+R
""".split()
STRUCTURE = """
Ctrl+Return Ctrl+Backspace Ctrl+1 Ctrl+2 Ctrl+3 Ctrl+4 Ctrl+5 Ctrl+6 Ctrl+7 Ctrl+8 Ctrl+9 Ctrl+0
Ctrl+Del Ctrl+D Ctrl+Alt+N Ctrl+Shift+E Alt+Up Alt+Down Ctrl+Shift+M
""".split()
LOOKING = "Ctrl+B F9 Ctrl+= Ctrl+- Ctrl+Alt+0".split()
NOT_BY_MENU = {
    "about",
    "keys",
    "open",
    "close",
    "export",
    "save",
    "save_as",
    "open_clipboard",
    "paste_page",
}
TEXTS = ["a", "中", "，", "𠮷野", "x y", "\u00a0", "校\u2028样", "编\n辑"]
CLIPS = ["甲", "甲\n乙", "\n", "丙\n\n丁\n", "\u3000\u3000戊\r\n己", ""]

numbers = st.integers(0, 10_000)


class Monkey(RuleBasedStateMachine):
    """One window, one short page, opened anew for each example."""

    hands: Hands
    open_page: Callable[[], None]

    def __init__(self) -> None:
        """Open the page and put the caret into its first article."""
        super().__init__()
        type(self).open_page()
        self.window = self.hands.window
        self.room = self.window.room
        assert self.room.session is not None
        self.session = self.room.session
        self.first = self.hands.reading
        for code, wanted in (("blank_lines", False), ("side_panel", True)):
            action = self.room.actions_by_code[code]
            if action.isChecked() is not wanted:
                action.trigger()
        self.room.set_scale(1.0)
        self.hands.click_proof(self.hands.article(0).blocks[0].text.span.start)

    # -- doing -----------------------------------------------------------------------------

    def spot(self, number: int) -> int:
        """The raw place of a random character that an article prints."""
        articles = self.hands.reading.articles
        blocks = [b.text for a in articles for b in a.blocks if len(b.text)]
        if not blocks:
            return 0
        text = blocks[number % len(blocks)]
        return text.to_raw(number // 7 % len(text))[0]

    @rule(key=st.sampled_from(MOVING), times=st.integers(1, 4))
    def move(self, key: str, times: int) -> None:
        """A key that moves or selects, some times."""
        for _ in range(times):
            self.hands.press(key)

    @rule(key=st.sampled_from(EDITING))
    def edit(self, key: str) -> None:
        """A key that edits."""
        self.hands.press(key)

    @rule(key=st.sampled_from(STRUCTURE))
    def structure(self, key: str) -> None:
        """A key that decides structure."""
        self.hands.press(key)

    @rule(key=st.sampled_from(LOOKING))
    def look(self, key: str) -> None:
        """A key that changes how things look."""
        self.hands.press(key)

    @rule(text=st.sampled_from("abc 9"))
    def type(self, text: str) -> None:
        """A letter."""
        self.hands.type(text)

    @rule(text=st.sampled_from(TEXTS), given_up=st.booleans())
    def compose(self, text: str, given_up: bool) -> None:
        """An input method."""
        self.hands.compose("pin")
        self.hands.compose("pin'yin")
        self.hands.compose("") if given_up else self.hands.commit(text)

    @rule(text=st.sampled_from(CLIPS))
    def fill_clipboard(self, text: str) -> None:
        """Something else is copied, and pasted."""
        QGuiApplication.clipboard().setText(text)
        self.hands.press("Ctrl+V")

    @rule(number=numbers, shift=st.booleans(), raw=st.booleans(), twice=st.booleans())
    def click(self, number: int, shift: bool, raw: bool, twice: bool) -> None:
        """A click in one of the panes, with Shift, or twice."""
        self.room.go_to(Span(at := self.spot(number), at))
        pane = self.window.desk.raw if raw else self.window.desk.proof
        rect = self.window.desk.raw.caret_rect() if raw else self.window.desk.proof.cursorRect()
        keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        hit = QTest.mouseDClick if twice else QTest.mouseClick
        hit(pane.viewport(), Qt.MouseButton.LeftButton, keys, rect.center())
        self.hands.settle()

    @rule(number=numbers)
    def choose_article(self, number: int) -> None:
        """A click in the outline; what is hit next acts on that article."""
        self.click_row(self.window.desk.outline.list, number)

    @rule(number=numbers, tab=st.integers(0, 3))
    def choose_at_the_side(self, number: int, tab: int) -> None:
        """A click on a doubt, a correction or a state of the history."""
        dock = self.window.desk.dock
        if dock.isVisible():
            dock._tabs[tab].click()
            rows = (dock.doubts, dock.corrections, dock.history, dock.suspects.rows)
            self.click_row(rows[tab], number)

    def click_row(self, view: QAbstractItemView, number: int) -> None:
        """Click one of a list's rows."""
        count = view.model().rowCount(QModelIndex())
        if count:
            rect = view.visualRect(view.model().index(number % count, 0))
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
            self.hands.settle()

    @rule(
        key=st.sampled_from(["Ctrl+M", "Ctrl+Shift+H"]),
        answer=st.sampled_from(["1", "2", "3", "4", "Esc"]),
    )
    def pick(self, key: str, answer: str) -> None:
        """A question to which article, and its answer."""
        self.hands.press(key)
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            codes = {"Esc": Qt.Key.Key_Escape}
            QTest.keyClick(menu, codes.get(answer) or Qt.Key(ord(answer)))
            self.hands.settle()

    @rule(number=numbers, where=st.sampled_from(["raw", "proof", "outline"]))
    def by_menu(self, number: int, where: str) -> None:
        """Something of the menu of a place."""
        desk = self.window.desk
        view = desk.outline.list if where == "outline" else getattr(desk, where)
        view.setFocus()
        point = QPoint(80, 60)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point)
        )
        QApplication.sendEvent(view.viewport(), event)
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        parts = [m for m in menu.findChildren(QMenu) if m.actions()]
        named = {m.menuAction() for m in parts}
        actions = [a for m in (menu, *parts) for a in m.actions() if a not in named]
        actions = [a for a in actions if a.isEnabled() and not a.isSeparator()]
        actions = [a for a in actions if a.objectName() not in NOT_BY_MENU]
        action = actions[number % len(actions)]
        action.trigger()
        menu.close()
        self.hands.settle()

    @rule(number=numbers, at=numbers, article=st.booleans())
    def drop_on_the_outline(self, number: int, at: int, article: bool) -> None:
        """An article or text is dropped somewhere on the outline."""
        view = self.window.desk.outline.list
        articles = self.hands.reading.articles
        if not articles:
            return
        spot = self.spot(number)
        data = text_data((Span(spot, min(len(self.hands.text), spot + number % 40)),))
        if article:
            data = article_data(articles[number % len(articles)].at)
        action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier
        point = QPoint(50, at % max(1, view.viewport().height()))
        enter = QDragEnterEvent(point, action, data, button, keys)
        QApplication.sendEvent(view.viewport(), enter)
        if enter.isAccepted():
            event = QDropEvent(QPointF(point), action, data, button, keys)
            QApplication.sendEvent(view.viewport(), event)
        self.hands.settle()

    @rule(number=numbers, to=numbers)
    def drag_text(self, number: int, to: int) -> None:
        """Text of the proof is carried to another place of it."""
        proof = self.window.desk.proof
        self.room.go_to(Span(at := self.spot(number), at))
        proof.setFocus()
        self.hands.press(*["Shift+Right"] * (1 + number % 5))
        place = QPoint(proof.viewport().width() // 2, to % proof.viewport().height())
        action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier

        def drop(drag: object) -> None:
            data = drag.mimeData()  # type: ignore[attr-defined]
            for event in (
                QDragEnterEvent(place, action, data, button, keys),
                QDropEvent(QPointF(place), action, data, button, keys),
            ):
                QApplication.sendEvent(proof.viewport(), event)

        proof.carry = drop  # type: ignore[method-assign]
        try:
            proof._take_up()
        finally:
            del proof.carry
        self.hands.settle()

    @rule(
        key=st.sampled_from(["F8", "Shift+F8"]),
        answers=st.lists(
            st.sampled_from(["Return", "Space", "2", "F8", "Escape", "x"]), max_size=3
        ),
    )
    def ask(self, key: str, answers: list[str]) -> None:
        """The doubts, and some answers."""
        self.hands.press(key, *answers)

    @rule(
        key=st.sampled_from(["F7", "Shift+F7"]),
        answers=st.lists(
            st.sampled_from(["Return", "Delete", "Shift+Del", "Tab", "F7", "Escape", "x"]),
            max_size=3,
        ),
    )
    def suspect(self, key: str, answers: list[str]) -> None:
        """What is suspect by now, and some answers."""
        self.hands.bot.waitUntil(lambda: self.room.suspects.checking.rests, timeout=15_000)
        self.hands.press(key, *answers)

    @rule(number=numbers)
    def click_ribbon(self, number: int) -> None:
        """The mouse on the ribbons."""
        strip = self.window.desk.ribbons
        point = QPoint(number % strip.width(), number % strip.height())
        QTest.mouseMove(strip, point)
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=point)

    @rule(tabs=st.integers(0, 4), downs=st.integers(0, 3), text=st.sampled_from(["", "、", "张"]))
    def fill_field(self, tabs: int, downs: int, text: str) -> None:
        """A field of the article in sight, and what is offered for it."""
        self.hands.press("F2", *["Tab"] * tabs)
        if text and self.window.focusWidget() is self.window.desk.proof:
            self.hands.commit(text)
        self.hands.bot.wait(1)
        self.hands.press(*["Down"] * downs, "Return")

    @rule(number=numbers)
    def give_from_tray(self, number: int) -> None:
        """Lines of the tray go to the article that it names."""
        lines = self.window.desk.tray.list
        if lines.isVisible() and lines.rows.rows:
            lines.setFocus()
            lines.setCurrentIndex(lines.rows.index(number % len(lines.rows.rows)))
            self.hands.press("Return")
            self.window.desk.proof.setFocus()

    # -- what holds ------------------------------------------------------------------------

    @invariant()
    def all_agree(self) -> None:
        """The window shows what the session has, and that is what reading it afresh gives."""
        if self.window.desk.proof.is_composing:
            return
        self.hands.settle()
        page, project = self.session.page, self.session.project
        fresh = analysis.read(page.source, page.decisions, project.style)
        assert self.session.latest == fresh
        assert violations(page.source, page.decisions, fresh) == []
        proof = self.window.desk.proof
        proof.finish()
        wanted = [one.text for one in Sheets().of(fresh, proof.open_at)]
        assert [one.text for one in proof.proof.shown] == wanted
        for line, one in zip(self.hands.shown_lines(), proof.proof.shown, strict=bool(wanted)):
            # a mark that another name is to follow is in the document only
            begun = line.rstrip("".join(APART)) if one.block.role is Role.BYLINE else line
            assert one.text in (line, begun)
        self.sides_agree(fresh)
        if proof.hasFocus() and self.room.acting is proof:  # one place, shown in both
            raw, layout = self.window.desk.raw.place().span, self.window.desk.raw.layout_of_rows
            led = proof.proof.find(raw.start) == proof.point(proof.textCursor().selectionStart())
            assert led or raw.start == layout.clamp(proof.place().span.start)
        assert self.hands.answers.told == []

    def sides_agree(self, fresh: Reading) -> None:
        """The lists at the sides and the bars, once they have followed."""
        self.room.sides.show_now()
        outline, dock = self.window.desk.outline.list, self.window.desk.dock
        anchors = [row.what for row in outline.rows.rows if isinstance(row.what, int)]
        assert anchors == [article.at for article in fresh.articles]
        assert len(dock.doubts.rows.rows) == len(fresh.doubts)
        raw = self.window.desk.raw
        assert raw._reading is self.session.latest
        steps = self.session.history
        assert self.room.actions_by_code["undo"].isEnabled() == (steps.undoable is not None)
        assert self.room.actions_by_code["redo"].isEnabled() == (steps.redoable is not None)

    def teardown(self) -> None:
        """All of it back leads home."""
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.close()
        self.hands.compose("")
        self.session.travel(0)
        self.hands.settle()
        assert self.session.latest == self.first
        assert not self.session.page.decisions


@pytest.mark.parametrize("run", range(RUNS))
def test_whatever_is_done_window_session_and_reading_agree(
    hands: Hands, run: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "PAUSE", math.inf)  # a busy machine does the same as a calm one
    QApplication.setDoubleClickInterval(1)
    word_steps.load()
    text = sample_page().read_text("utf-8")
    if run % 3 != 2:  # a short page; each third run has one that is read beside the window
        text = text[: text.index("\n", 1100)]
    page = f"第3版\n2024年5月30日 星期四\n\n{text}\n（下转第二版）\n"

    def open_page() -> None:
        QGuiApplication.clipboard().setText("")
        hands.window.room.documents.open_text(page)
        hands.read()

    class Run(Monkey):
        pass

    Run.hands, Run.open_page = hands, staticmethod(open_page)
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    many = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=quiet,
    )
    run_state_machine_as_test(seed(run)(Run), settings=many)

"""Every gesture at every place in every way: key, menu, context menu by mouse and by key, palette.

All ways lead to the same decisions, are named alike in the undo entry, lead back in one step and
leave who works where the hands were, the place in sight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDrag, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from editor.model.decisions import FIELDS, Decisions, Mark
from editor.model.structure import Role
from editor.ui import commands, keys, words
from tests.ui.hands import Hands
from tests.ui.test_moves import drop

PLACES = ("proof", "raw", "outline")


@dataclass(frozen=True)
class Row:
    """A gesture: the command, where it is done (article, block; offset), its name in the history.

    Block `HEAD` is the article's first headline line.
    `before`: keys that prepare it there; `picks`: a key in the menu that it opens; `stays`:
    whether its place is still there to look at when it is undone.
    """

    code: str
    article: int
    block: int
    offset: int
    step: str
    before: tuple[str, ...] = ()
    picks: Qt.Key | None = None
    places: tuple[str, ...] = PLACES
    stays: bool = True


HEAD = -1
TAKEN_OUT = ("mark_furniture", "unassign")
"""What takes its text out of the proof."""
PANES = ("proof", "raw")
FOUR = ("Shift+Right",) * 4
"""Four characters are chosen, from where the hands clicked."""
IN_PROOF = ("proof",)
TABLE = (
    Row("split", 0, 1, 7, "split", places=PANES),
    Row("join", 0, 1, 0, "join", places=PANES),
    Row("new_article", 0, 1, 0, "new-article", places=PANES),
    Row("new_article", 0, 2, 9, "new-article", places=PANES),
    Row("join_article", 1, 0, 3, "join-article"),
    Row("move_up", 0, 2, 3, "move", places=PANES),
    Row("move_down", 0, 0, 3, "move", places=PANES),
    Row("move_up", 1, 0, 3, "move-article", places=("outline",)),
    Row("move_down", 1, 0, 3, "move-article", places=("outline",)),
    Row("send", 0, 1, 3, "send", picks=Qt.Key.Key_3, places=PANES),
    Row("unmove", 0, 2, 3, "unmove", before=("Alt+Up",), places=PANES),
    Row("unmove", 1, 0, 3, "unmove", before=("Alt+Up",), places=("outline",)),
    Row("swap_headlines", 0, 1, 3, "swap-headlines", picks=Qt.Key.Key_3, stays=False),
    Row("restore", 0, 1, 4, "restore", before=("x",), places=IN_PROOF),
    Row("clear", 0, 1, 3, "clear", before=("Ctrl+6",), places=PANES),
    Row("clear", 1, 0, 3, "clear", before=("Ctrl+D",), places=("outline",)),
    Row("done", 1, 0, 3, "done"),
    Row("leave_out", 1, 0, 3, "leave-out"),
    Row("mark_headline", 0, 1, 3, "role-headline", places=PANES),
    Row("mark_kicker", 0, 1, 3, "role-kicker", places=PANES),
    Row("mark_subhead", 0, 1, 3, "role-subhead", places=PANES),
    Row("mark_byline", 0, 1, 3, "role-byline", places=PANES),
    Row("mark_dateline", 0, 0, 3, "role-dateline", places=("raw",)),
    Row("mark_crosshead", 0, 1, 3, "role-crosshead", places=PANES),
    Row("mark_note", 0, 1, 3, "role-note", places=PANES),
    Row("mark_caption", 0, 1, 3, "role-caption", places=PANES),
    Row("mark_body", 0, 1, 3, "role-body", before=("Ctrl+6",), places=PANES),
    Row("mark_furniture", 0, 1, 3, "role-furniture", places=PANES, stays=False),
    Row("unassign", 0, HEAD, 2, "assign", places=PANES, stays=False),
    Row("enrol", 1, 0, 3, "enrol"),
    # a caption has no place among the paragraphs: it goes to an article
    Row("move_up", 1, 1, 3, "move", before=("Ctrl+8",), places=PANES),
    Row("move_down", 0, 1, 3, "move", before=("Ctrl+8",), places=PANES),
    Row("send", 0, 1, 3, "send", before=("Ctrl+8",), picks=Qt.Key.Key_3, places=PANES),
    Row("unmove", 1, 1, 3, "unmove", before=("Ctrl+8", "Alt+Up"), places=PANES),
    # and for what is selected
    Row("new_article", 0, 1, 7, "new-article", before=FOUR, places=PANES),
    Row("send", 0, 1, 3, "send", before=FOUR, picks=Qt.Key.Key_3, places=PANES),
    Row("move_down", 0, 0, 3, "move", before=("Shift+Down",) * 3, places=PANES),
    Row("unmove", 0, 2, 3, "unmove", before=(*FOUR, "Alt+Up"), places=PANES),
    Row("clear", 0, 1, 3, "clear", before=(*FOUR, "Ctrl+6"), places=PANES),
    Row("restore", 0, 1, 4, "restore", before=("x", "Shift+Left"), places=IN_PROOF),
    Row("mark_headline", 0, 1, 3, "role-headline", before=FOUR, places=PANES),
    Row("mark_byline", 0, 1, 3, "role-byline", before=FOUR, places=PANES),
    Row("mark_crosshead", 0, 1, 3, "role-crosshead", before=FOUR, places=PANES),
    Row("mark_caption", 0, 1, 3, "role-caption", before=FOUR, places=PANES),
    Row("mark_note", 0, 1, 3, "role-note", before=FOUR, places=PANES),
    Row("mark_body", 0, 1, 3, "role-body", before=("Ctrl+6", *FOUR), places=PANES),
    Row("mark_furniture", 0, 1, 3, "role-furniture", before=FOUR, places=PANES, stays=False),
)


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(hands: Hands, menu: QMenu, code: str) -> None:
    """Go to a command's entry by the arrow keys, in a submenu too, and press Enter."""
    direct = [action for action in menu.actions() if action.objectName() == code]
    parts = [action for action in menu.actions() if _holds(action, code)]
    wanted = (direct or parts)[0]
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction() is wanted:
            break
    assert menu.activeAction() is wanted and wanted.isEnabled(), code
    if direct:
        QTest.keyClick(menu, Qt.Key.Key_Return)
        return
    part = wanted.menu()
    assert isinstance(part, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Right)
    hands.bot.waitUntil(part.isVisible)
    if part.activeAction() is not None:  # the arrow chose the first entry
        QTest.keyClick(part, Qt.Key.Key_Up)
    choose(hands, part, code)


def _holds(action: QAction, code: str) -> bool:
    part = action.menu()
    return isinstance(part, QMenu) and any(a.objectName() == code for a in part.actions())


def view_of(hands: Hands, place: str) -> QWidget:
    desk = hands.window.desk
    return {"proof": desk.proof, "raw": desk.raw, "outline": desk.outline.list}[place]


def caret_point(hands: Hands, place: str) -> QPoint:
    desk = hands.window.desk
    if place == "proof":
        return desk.proof.cursorRect().center()
    if place == "raw":
        return desk.raw.caret_rect().center()
    return desk.outline.list.visualRect(desk.outline.list.currentIndex()).center()


def by_key(hands: Hands, place: str, row: Row) -> None:
    key = keys.current().of(commands.BY_CODE[row.code])
    hands.press(str(key[0]))


def by_menu(hands: Hands, place: str, row: Row) -> None:
    hands.press("F10")
    hands.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    choose(hands, popup(), row.code)


def by_context(hands: Hands, place: str, row: Row) -> None:
    viewport = view_of(hands, place).viewport()  # type: ignore[attr-defined]
    point = caret_point(hands, place)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    choose(hands, popup(), row.code)


def by_context_key(hands: Hands, place: str, row: Row) -> None:
    view = view_of(hands, place)
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(view, event)
    choose(hands, popup(), row.code)


def by_palette(hands: Hands, place: str, row: Row) -> None:
    hands.press("Ctrl+K")
    QGuiApplication.clipboard().setText(commands.BY_CODE[row.code].text.rstrip("…"))
    hands.press("Ctrl+V", "Return")


WAYS: dict[str, Callable[[Hands, str, Row], None]] = {
    "key": by_key,
    "menu": by_menu,
    "context": by_context,
    "context key": by_context_key,
    "palette": by_palette,
}


def go(hands: Hands, place: str, row: Row) -> int:
    """Click where the gesture is to be done."""
    article = hands.article(row.article)
    text = article.headline[0] if row.block == HEAD else article.blocks[row.block].text
    at = text.span.start + row.offset
    if place == "proof":
        hands.click_proof(at)
    elif place == "raw":
        hands.click_raw(at)
    else:
        view = hands.window.desk.outline.list
        rect = view.visualRect(view.rows.index(row.article + 1))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    hands.settle()
    return at


def do(hands: Hands, place: str, way: str, row: Row) -> object:
    """Do it and take it back; what it decided."""
    session = hands.window.room.session
    assert session is not None
    told = f"{row.code} in {place} by {way}"
    at = go(hands, place, row)
    for key in row.before:
        hands.press(key)
    before, steps = session.page.decisions, session.history.at
    looked = hands.window.room.pane.place().span
    WAYS[way](hands, place, row)
    if row.picks is not None:
        QTest.keyClick(popup(), row.picks)
    hands.settle()
    left = QApplication.activePopupWidget()
    assert left is None, f"{told}: {left} is open"
    hands.window.activateWindow()  # a menu had it
    hands.bot.waitUntil(hands.window.isActiveWindow)
    assert session.history.at == steps + 1, f"{told}: {hands.window.room.status.said}"
    step = session.history.undoable
    assert step is not None and step.name == row.step, told
    undo = hands.window.room.actions_by_code["undo"].text()
    assert undo.endswith(words.step(row.step)) and words.step(row.step) != row.step, told
    view = view_of(hands, place)
    assert hands.window.focusWidget() is view, told
    assert view.viewport().rect().contains(caret_point(hands, place)), f"{told}: out of sight"  # type: ignore[attr-defined]
    if place == "raw" or (place == "proof" and row.code not in TAKEN_OUT):
        assert hands.window.room.pane.place().span == looked, (told, at)
    found = decided(session.page.decisions)
    hands.press("Ctrl+Z")
    assert session.page.decisions == before, told
    if place != "outline" and row.stays:
        assert hands.window.room.pane.place().span == looked, f"{told}, undone"
    while session.history.undoable is not None:
        hands.press("Ctrl+Z")
    return found


def decided(decisions: Decisions) -> list[list[object]]:
    """All that is decided, by whom and when left aside."""
    entries = (getattr(decisions, name) for name in FIELDS)
    return [[replace(entry, mark=Mark()) for entry in group] for group in entries]


@pytest.fixture(autouse=True)
def slow_hands(qapp: QApplication) -> Iterator[None]:
    """Two clicks one after the other are two clicks, however fast the test is."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(1)
    yield
    qapp.setDoubleClickInterval(before)


BY_KEY: dict[tuple[str, Row], object] = {}
"""What each gesture decides where it is done by key."""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", list(WAYS))
def test_it_does_the_same_and_keeps_the_place(at_sample: Hands, place: str, way: str) -> None:
    for row in TABLE:
        if place in row.places:
            if (place, row) not in BY_KEY:
                BY_KEY[place, row] = do(at_sample, place, "key", row)
            assert do(at_sample, place, way, row) == BY_KEY[place, row], (row.code, way)


@pytest.mark.parametrize("place", PLACES)
def test_the_headline_is_asked_for_in_every_way(at_sample: Hands, place: str) -> None:
    hands, row = at_sample, Row("type_headline", 3, 0, 3, "field")
    for way in WAYS.values():
        go(hands, place, row)
        way(hands, place, row)
        hands.window.activateWindow()
        hands.bot.waitUntil(hands.window.isActiveWindow)
        proof = hands.window.desk.proof
        hands.bot.waitUntil(lambda: proof.hasFocus() and proof.in_field())  # noqa: B023
        assert proof.field() == (hands.article(3).at, Role.HEADLINE)
        hands.type("Lake")
        hands.press("Return")
        hands.settle()
        assert hands.article(3).title == "Lake"
        while hands.window.room.session.history.undoable is not None:
            hands.press("Ctrl+Z")
        assert not hands.article(3).title
        hands.press("Escape")


@pytest.mark.parametrize("place", PANES)
def test_what_is_dragged_to_an_article_is_what_is_sent_there(
    at_sample: Hands, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chosen by key, pulled by the mouse to the outline and let go on the third article."""
    hands, view = at_sample, view_of(at_sample, place)
    carried = QMimeData()

    def carry(drag: QDrag, *actions: Qt.DropAction) -> None:
        for name in drag.mimeData().formats():  # it goes with the drag
            carried.setData(name, drag.mimeData().data(name))

    monkeypatch.setattr(QDrag, "exec", carry)
    row = Row("send", 0, 1, 3, "send", before=FOUR, picks=Qt.Key.Key_3)
    sent = do(hands, place, "key", row)
    go(hands, place, row)
    hands.press(*FOUR)
    viewport, button = view.viewport(), Qt.MouseButton.LeftButton  # type: ignore[attr-defined]
    start = caret_point(hands, place) - QPoint(20, 0)  # in what is chosen
    QTest.mousePress(viewport, button, pos=start)
    for step in (20, 60):
        point = QPointF(start - QPoint(step, 0))
        where = QPointF(viewport.mapToGlobal(point.toPoint()))
        kind, no = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(viewport, QMouseEvent(kind, point, where, button, button, no))
    assert carried.formats()
    outline = hands.window.desk.outline.list
    drop(outline, carried, outline.visualRect(outline.rows.index(3)).center())
    hands.settle()
    session = hands.window.room.session
    assert session is not None and session.history.undoable is not None
    assert session.history.undoable.name == "send"
    assert decided(session.page.decisions) == sent

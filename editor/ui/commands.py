"""The one table of what can be done, with its keys: menus, shortcuts and help are made of it.

A command with a `gesture` turns the target in use into a gesture; the others are done by the
window's method of the same name. `plain` keys (Enter, Backspace) mean a command only inside the
two panes, and only where they do not edit a line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from editor.editing import as_read, gestures, moves
from editor.editing.fields import typed_part
from editor.editing.gestures import Gesture
from editor.model.structure import Joint, Role
from editor.ui.target import Target

CONTEXT = "Commands"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate reads
    """`text` itself, marked for translation."""
    return text


FILE, EDIT, STRUCTURE, MARK, GO, VIEW, HELP = (
    QT_TRANSLATE_NOOP("Commands", "File"),
    QT_TRANSLATE_NOOP("Commands", "Edit"),
    QT_TRANSLATE_NOOP("Commands", "Structure"),
    QT_TRANSLATE_NOOP("Commands", "Mark as"),
    QT_TRANSLATE_NOOP("Commands", "Go"),
    QT_TRANSLATE_NOOP("Commands", "View"),
    QT_TRANSLATE_NOOP("Commands", "Help"),
)
MENUS = (FILE, EDIT, STRUCTURE, MARK, GO, VIEW, HELP)

ALWAYS, PAGE, READING = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Command:
    """One entry. `needs`: nothing, an open page, or its reading. `context`: in the panes' menu.

    `apart`: a separator stands before it.
    """

    code: str
    label: str
    keys: tuple[str, ...]
    menu: str
    gesture: Callable[[Target], Gesture | None] | None = None
    needs: int = READING
    plain: bool = False
    context: bool = False
    apart: bool = False

    @property
    def text(self) -> str:
        """The label in the editor's language."""
        return translate(self.label)


def translate(label: str) -> str:
    """A label of this table in the editor's language."""
    return QCoreApplication.translate(CONTEXT, label)


def _split(target: Target) -> Gesture | None:
    block = target.block
    if target.whole:
        return None
    if block is not None and not target.selected and target.start in (0, len(block.text)):
        return None  # a block starts or ends here already
    return gestures.Split(target.raw_at, target.into)


def _join(target: Target) -> Gesture | None:
    return None if target.whole else gestures.Join(target.unit_at, target.unit_into)


def _new_article(target: Target) -> Gesture:
    return gestures.NewArticle(target.raw_at)


def _join_article(target: Target) -> Gesture | None:
    article = target.article
    if article is None:
        return None
    start = article.spans[0].start if article.spans else article.at
    earlier: tuple[Joint | None] | None = None
    if target.page.decisions.joint_at.get(start) is Joint.ARTICLE:
        earlier = target.history.joint_before(target.page.key, start, "new-article")
    if earlier is None:
        return gestures.JoinArticle(article.at)
    return gestures.JoinArticle(article.at, *earlier)


def _done(target: Target) -> Gesture | None:
    article = target.article
    return gestures.MarkDone(article.at, not article.done) if article else None


def _leave_out(target: Target) -> Gesture | None:
    article = target.article
    return gestures.LeaveOut(article.at, not article.left_out) if article else None


def _move(step: int) -> Callable[[Target], Gesture | None]:
    def move(target: Target) -> Gesture | None:
        article, block, places = target.article, target.block, target.blocks
        at = places[0].start if places else target.raw_at
        role = block.role if block is not None else as_read.role_at(target.reading, at)
        heads = role.assigned and not target.selected
        if article is not None and (target.whole or heads):
            return moves.MoveArticle(article.at, step)
        return moves.MoveBlocks(places, step)

    return move


def _unmove(target: Target) -> Gesture:
    return moves.Unmove(target.spans)


def _restore(target: Target) -> Gesture:
    """The correction at the caret, or all of what is selected or of the unit it stands in."""
    block = target.block
    part = typed_part(block.text) if block is not None else None
    if block is not None and part is not None and part.start <= target.start <= part.end:
        role = Role.DATELINE if block.role is Role.BODY else block.role
        return gestures.TypeField(block.article, role, (), "restore")
    if not target.selected:
        for patch in target.page.decisions.patches:
            if patch.span.start <= target.raw_at <= patch.span.end:
                return gestures.Restore(patch.span)
    return gestures.Restore(target.span)


def _clear(target: Target) -> Gesture:
    return gestures.Clear(target.span)


def _role(role: Role) -> Callable[[Target], Gesture | None]:
    def mark(target: Target) -> Gesture | None:
        if target.whole and (role.assigned or role is Role.DATELINE):
            return None  # all of an article is no headline
        return gestures.SetRole(target.spans, role) if target.spans else None

    return mark


def _tray(target: Target) -> Gesture | None:
    return None if target.whole else gestures.AssignHeading(target.span, None)


COMMANDS: tuple[Command, ...] = (
    Command("open", QT_TRANSLATE_NOOP("Commands", "Open…"), ("Ctrl+O",), FILE, needs=ALWAYS),
    Command(
        "open_clipboard",
        QT_TRANSLATE_NOOP("Commands", "Open the clipboard's text as a page"),
        ("Ctrl+Shift+V",),
        FILE,
        needs=ALWAYS,
    ),
    Command(
        "save", QT_TRANSLATE_NOOP("Commands", "Save"), ("Ctrl+S",), FILE, needs=PAGE, apart=True
    ),
    Command(
        "save_as",
        QT_TRANSLATE_NOOP("Commands", "Save as…"),
        ("Ctrl+Shift+S",),
        FILE,
        needs=PAGE,
    ),
    Command(
        "export",
        QT_TRANSLATE_NOOP("Commands", "Export to Word…"),
        ("Ctrl+E",),
        FILE,
        apart=True,
    ),
    Command(
        "close",
        QT_TRANSLATE_NOOP("Commands", "Close window"),
        ("Ctrl+W", "Ctrl+Q"),
        FILE,
        needs=ALWAYS,
        apart=True,
    ),
    Command("undo", QT_TRANSLATE_NOOP("Commands", "Undo"), ("Ctrl+Z",), EDIT),
    Command("redo", QT_TRANSLATE_NOOP("Commands", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), EDIT),
    Command(
        "cut",
        QT_TRANSLATE_NOOP("Commands", "Cut"),
        ("Ctrl+X", "Shift+Del"),
        EDIT,
        context=True,
        apart=True,
    ),
    Command(
        "copy",
        QT_TRANSLATE_NOOP("Commands", "Copy"),
        ("Ctrl+C", "Ctrl+Ins"),
        EDIT,
        needs=PAGE,
        context=True,
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("Commands", "Paste"),
        ("Ctrl+V", "Shift+Ins"),
        EDIT,
        needs=ALWAYS,
        context=True,
    ),
    Command(
        "select_all",
        QT_TRANSLATE_NOOP("Commands", "Select all"),
        ("Ctrl+A",),
        EDIT,
        needs=PAGE,
    ),
    Command(
        "find",
        QT_TRANSLATE_NOOP("Commands", "Find…"),
        ("Ctrl+F",),
        EDIT,
        needs=PAGE,
        apart=True,
    ),
    Command("find_next", QT_TRANSLATE_NOOP("Commands", "Find next"), ("F3",), EDIT, needs=PAGE),
    Command(
        "find_last",
        QT_TRANSLATE_NOOP("Commands", "Find previous"),
        ("Shift+F3",),
        EDIT,
        needs=PAGE,
    ),
    Command("replace", QT_TRANSLATE_NOOP("Commands", "Replace…"), ("Ctrl+H",), EDIT),
    Command(
        "copy_article",
        QT_TRANSLATE_NOOP("Commands", "Copy as clean text"),
        ("Ctrl+Shift+C",),
        EDIT,
        context=True,
    ),
    Command(
        "split",
        QT_TRANSLATE_NOOP("Commands", "New paragraph here"),
        ("Return", "Enter"),
        STRUCTURE,
        _split,
        plain=True,
        context=True,
    ),
    Command(
        "join",
        QT_TRANSLATE_NOOP("Commands", "Join with the paragraph before"),
        ("Backspace",),
        STRUCTURE,
        _join,
        plain=True,
        context=True,
    ),
    Command(
        "new_article",
        QT_TRANSLATE_NOOP("Commands", "New article here"),
        ("Ctrl+Return",),
        STRUCTURE,
        _new_article,
        context=True,
        apart=True,
    ),
    Command(
        "join_article",
        QT_TRANSLATE_NOOP("Commands", "Join with the article before"),
        ("Ctrl+Backspace",),
        STRUCTURE,
        _join_article,
        context=True,
    ),
    Command(
        "move_up",
        QT_TRANSLATE_NOOP("Commands", "Move up"),
        ("Alt+Up",),
        STRUCTURE,
        _move(moves.UP),
        context=True,
        apart=True,
    ),
    Command(
        "move_down",
        QT_TRANSLATE_NOOP("Commands", "Move down"),
        ("Alt+Down",),
        STRUCTURE,
        _move(moves.DOWN),
        context=True,
    ),
    Command(
        "send",
        QT_TRANSLATE_NOOP("Commands", "Send to another article…"),
        ("Ctrl+M",),
        STRUCTURE,
        context=True,
    ),
    Command(
        "unmove",
        QT_TRANSLATE_NOOP("Commands", "Back to where the page had it"),
        ("Ctrl+Shift+M",),
        STRUCTURE,
        _unmove,
        context=True,
    ),
    Command(
        "swap_headlines",
        QT_TRANSLATE_NOOP("Commands", "Swap headlines with another article…"),
        ("Ctrl+Shift+H",),
        STRUCTURE,
        context=True,
    ),
    Command(
        "restore",
        QT_TRANSLATE_NOOP("Commands", "Restore the printed characters"),
        ("Ctrl+R",),
        STRUCTURE,
        _restore,
        context=True,
        apart=True,
    ),
    Command(
        "clear",
        QT_TRANSLATE_NOOP("Commands", "Take decisions here back"),
        ("Ctrl+Shift+R",),
        STRUCTURE,
        _clear,
        context=True,
    ),
    Command(
        "done",
        QT_TRANSLATE_NOOP("Commands", "Article read and right"),
        ("Ctrl+D",),
        STRUCTURE,
        _done,
        context=True,
        apart=True,
    ),
    Command(
        "enrol",
        QT_TRANSLATE_NOOP("Commands", "Add this article's reporters to the roster"),
        ("Ctrl+Alt+N",),
        STRUCTURE,
        context=True,
    ),
    Command(
        "leave_out",
        QT_TRANSLATE_NOOP("Commands", "Leave the article out of the export"),
        ("Ctrl+Shift+E",),
        STRUCTURE,
        _leave_out,
        context=True,
    ),
    Command(
        "mark_headline",
        QT_TRANSLATE_NOOP("Commands", "Headline"),
        ("Ctrl+1",),
        MARK,
        _role(Role.HEADLINE),
    ),
    Command(
        "mark_kicker",
        QT_TRANSLATE_NOOP("Commands", "Kicker"),
        ("Ctrl+2",),
        MARK,
        _role(Role.KICKER),
    ),
    Command(
        "mark_subhead",
        QT_TRANSLATE_NOOP("Commands", "Subhead"),
        ("Ctrl+3",),
        MARK,
        _role(Role.SUBHEAD),
    ),
    Command(
        "mark_byline",
        QT_TRANSLATE_NOOP("Commands", "Byline"),
        ("Ctrl+4",),
        MARK,
        _role(Role.BYLINE),
    ),
    Command(
        "mark_dateline",
        QT_TRANSLATE_NOOP("Commands", "Dateline"),
        ("Ctrl+5",),
        MARK,
        _role(Role.DATELINE),
    ),
    Command(
        "mark_crosshead",
        QT_TRANSLATE_NOOP("Commands", "Crosshead"),
        ("Ctrl+6",),
        MARK,
        _role(Role.CROSSHEAD),
    ),
    Command(
        "mark_note",
        QT_TRANSLATE_NOOP("Commands", "Editor's note"),
        ("Ctrl+7",),
        MARK,
        _role(Role.NOTE),
    ),
    Command(
        "mark_caption",
        QT_TRANSLATE_NOOP("Commands", "Caption"),
        ("Ctrl+8",),
        MARK,
        _role(Role.CAPTION),
    ),
    Command(
        "mark_body",
        QT_TRANSLATE_NOOP("Commands", "Body text"),
        ("Ctrl+0",),
        MARK,
        _role(Role.BODY),
        apart=True,
    ),
    Command(
        "mark_furniture",
        QT_TRANSLATE_NOOP("Commands", "Page furniture (not exported)"),
        ("Ctrl+Del",),
        MARK,
        _role(Role.FURNITURE),
    ),
    Command(
        "unassign",
        QT_TRANSLATE_NOOP("Commands", "Headline of no article"),
        ("Ctrl+9",),
        MARK,
        _tray,
        apart=True,
    ),
    Command(
        "palette",
        QT_TRANSLATE_NOOP("Commands", "Type a command…"),
        ("Ctrl+K",),
        GO,
        needs=ALWAYS,
    ),
    Command("next_doubt", QT_TRANSLATE_NOOP("Commands", "Next doubt"), ("F8",), GO),
    Command("last_doubt", QT_TRANSLATE_NOOP("Commands", "Previous doubt"), ("Shift+F8",), GO),
    Command(
        "same_doubts",
        QT_TRANSLATE_NOOP("Commands", "Answer the same kind alike…"),
        ("Ctrl+F8",),
        GO,
    ),
    Command(
        "type_headline",
        QT_TRANSLATE_NOOP("Commands", "Headline of this article"),
        ("F2",),
        GO,
        context=True,
        apart=True,
    ),
    Command("next_article", QT_TRANSLATE_NOOP("Commands", "Next article"), ("Ctrl+PgDown",), GO),
    Command("last_article", QT_TRANSLATE_NOOP("Commands", "Previous article"), ("Ctrl+PgUp",), GO),
    Command(
        "other_pane",
        QT_TRANSLATE_NOOP("Commands", "Raw text ⇄ proof"),
        ("F6",),
        GO,
        needs=PAGE,
        apart=True,
    ),
    Command(
        "larger",
        QT_TRANSLATE_NOOP("Commands", "Larger text"),
        ("Ctrl+=", "Ctrl++"),
        VIEW,
        needs=ALWAYS,
    ),
    Command(
        "smaller", QT_TRANSLATE_NOOP("Commands", "Smaller text"), ("Ctrl+-",), VIEW, needs=ALWAYS
    ),
    Command(
        "normal_size",
        QT_TRANSLATE_NOOP("Commands", "Normal size"),
        ("Ctrl+Alt+0",),
        VIEW,
        needs=ALWAYS,
    ),
    Command(
        "blank_lines",
        QT_TRANSLATE_NOOP("Commands", "Show blank lines"),
        ("Ctrl+B",),
        VIEW,
        needs=ALWAYS,
        apart=True,
    ),
    Command(
        "side_panel",
        QT_TRANSLATE_NOOP("Commands", "Doubts and corrections"),
        ("F9",),
        VIEW,
        needs=ALWAYS,
    ),
    Command(
        "page_style",
        QT_TRANSLATE_NOOP("Commands", "The page's style…"),
        ("Ctrl+Shift+Y",),
        VIEW,
        apart=True,
    ),
    Command("keys", QT_TRANSLATE_NOOP("Commands", "All keys"), ("F1",), HELP, needs=ALWAYS),
    Command("about", QT_TRANSLATE_NOOP("Commands", "About Galley"), (), HELP, needs=ALWAYS),
)

BY_CODE = {command.code: command for command in COMMANDS}

"""The Structure menu: what makes paragraphs and articles of the target in use."""

from __future__ import annotations

from collections.abc import Callable

from editor.editing import as_read, gestures, moves
from editor.editing.answers import LeaveOut, MarkDone
from editor.editing.fields import typed_part
from editor.editing.gestures import Gesture
from editor.model.decisions import Patch
from editor.model.structure import Joint, Role
from editor.ui.commands.command import QT_TRANSLATE_NOOP, STRUCTURE, Command
from editor.ui.target import Target


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
    return MarkDone(article.at, not article.done) if article else None


def _leave_out(target: Target) -> Gesture | None:
    article = target.article
    return LeaveOut(article.at, not article.left_out) if article else None


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
    patch = correction_at(target)
    return gestures.Restore(patch.span if patch is not None else target.span)


def correction_at(target: Target) -> Patch | None:
    """The one correction that the caret stands at."""
    for patch in target.page.decisions.patches if not target.selected else ():
        if patch.span.start <= target.raw_at <= patch.span.end:
            return patch
    return None


def _clear(target: Target) -> Gesture:
    return gestures.Clear(target.span)


COMMANDS: tuple[Command, ...] = (
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
        "always",
        QT_TRANSLATE_NOOP("Commands", "Always correct this so…"),
        (),
        STRUCTURE,
        context=True,
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
)

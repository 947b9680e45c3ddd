"""Rules of the house made at the desk: from a correction, after a look at all that they hit.

Nothing is learned by itself. What was corrected twice alike is offered quietly; what becomes a
rule is a line in the editor's own house file, and is kept in the project.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor import chinese_words
from editor.editing import house_rule
from editor.model.history import StyleChange
from editor.model.rules import Term
from editor.ui.commands.structure import correction_at
from editor.ui.settings import choices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editor.editing.house_rule import Cut
    from editor.model.decisions import Patch
    from editor.ui.room import Room

MANY = 400
"""Corrections of a project that are compared at most."""
PLACES, AROUND = 3, 4
"""Corrections that are told as evidence, and characters at each side of one."""


class HouseRules(QObject):
    """Makes rules and offers them."""

    def __init__(self, room: Room) -> None:
        """Nothing was offered."""
        super().__init__(room)
        self._room = room
        self._offered: set[tuple[str, str]] = set()

    def from_correction(self) -> None:
        """A rule of the correction at the caret: first all that it would hit is shown."""
        target = self._room.target()
        patch = correction_at(target) if target is not None else None
        rule = house_rule.rule_of(patch, target.page, _cut()) if patch and target else None
        if rule is None:
            self._room.status.say(self.tr("There is no correction here that could be a rule"))
            return
        self.look(*rule)

    def look(self, form: str, put: str) -> None:
        """Show where a form stands on all pages, and offer the rule."""
        bar = self._room.find.bar

        def make(replaced: int) -> None:
            self.make(bar.sought.text() or form, bar.put.text() or put, replaced)

        self._room.find.verify(form, put, make)
        self._room.message.say(
            self.tr("A rule of the house: always {0} → {1}?").format(form, put),
            self.tr("Make it a rule"),
            lambda: make(0),
        )

    def make(self, form: str, put: str, replaced: int = 0) -> None:
        """Keep the rule in the project and write it into the house file.

        `replaced`: how many places were mended with it, to be told.
        """
        session = self._room.session
        if session is None:
            return
        self._room.message.hide()
        term, before = Term(form, put), session.project.style.rules
        session.change_style("rule", StyleChange(rules=(before, before.with_term(term))), "rules")

        def job() -> Path:
            from editor.files import house, house_edit, house_here

            path = house.own_folder() / house_here.OWN
            house_edit.write(path, house_edit.term(term))
            return path

        def done(path: Path) -> None:
            told = self.tr("Always {0} → {1}: in this project, and a line in {2}.")
            told = told.format(form, put, path)
            if replaced:
                told = self.tr("{0} replaced.").format(replaced) + " " + told
            self._room.message.say(told)

        def failed(error: Exception) -> None:
            told = self.tr("The rule is in this project, but could not be written: {0}")
            self._room.message.say(told.format(error))

        self._room.background.run(job, done, failed, writes=True)

    def offer(self) -> None:
        """What was corrected twice alike is offered, once, where nothing else is said."""
        session, cut = self._room.session, _cut()
        if session is None or cut is None or self._room.message.text:
            return
        pages, rules = session.project.pages, session.project.style.rules
        if sum(len(page.decisions.patches) for page in pages) > MANY:
            return
        left = choices.left_rules(self._room.settings)
        for rule, where in house_rule.twice(pages, rules, cut):
            if rule in self._offered or _told(rule) in left:
                continue
            self._offered.add(rule)
            told = self.tr("{0} → {1} was corrected {2} times:").format(*rule, len(where))
            told += " " + self._evidence(where)
            look = partial(self.look, *rule)
            leave = self.tr("Leave it so"), partial(self._leave, rule)
            self._room.message.say(told, self.tr("Always…"), look, quiet=True, other=leave)
            return

    def _leave(self, rule: tuple[str, str]) -> None:
        """It is not offered again, in no project."""
        choices.leave_rule(self._room.settings, _told(rule))
        self._room.message.hide()

    def _evidence(self, where: Sequence[tuple[str, Patch]]) -> str:
        """The first places where it was corrected, as the pages print them."""
        session, told = self._room.session, []
        assert session is not None
        for key, patch in where[:PLACES]:
            page, span = session.project.page(key), patch.span
            low, high = max(0, span.start - 2 * AROUND), span.end + 2 * AROUND
            text = page.source.text
            left = text[low : span.start].replace("\n", "")[-AROUND:]
            right = text[span.end : high].replace("\n", "")[:AROUND]
            gone = text[span.start : span.end].replace("\n", "")
            name = f"{self._room.pages.short(page)} " if len(session.project.pages) > 1 else ""
            told.append(f"{name}…{left}{gone}{right}…")
        return " · ".join(told)


def _told(rule: tuple[str, str]) -> str:
    return " → ".join(rule)


def _cut() -> Cut | None:
    """What cuts Chinese into words, if it is loaded."""
    return chinese_words.tokenizer().cut if chinese_words.ready() else None

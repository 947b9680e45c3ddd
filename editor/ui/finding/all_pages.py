"""Looking in all pages of a project, beside the window: the page in sight is answered first.

What was found stays known (`FoundBefore`), until something else is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from editor.editing.found_before import FoundBefore
from editor.editing.project_search import search_project
from editor.editing.search import Query
from editor.editing.session import Session
from editor.ui.background import Background
from editor.ui.finding.answer import Answer
from editor.ui.finding.letting_go import LettingGo


class AllPages(QObject):
    """One search at a time; what an earlier one finds is told to nobody.

    `told` carries how far the search is, in words; `here` the answer of the page in sight, where
    it holds something and the others are not searched yet.
    """

    told = Signal(str)
    here = Signal(object)
    _came = Signal(int, int, int, int)
    _came_here = Signal(int, object)

    def __init__(self, background: Background, going: LettingGo, parent: QObject) -> None:
        """Nothing is looked for."""
        super().__init__(parent)
        self._background, self._going = background, going
        self._asked = 0
        self.before: FoundBefore | None = None
        """What is known of what was asked last."""
        self._came.connect(self._tell)
        self._came_here.connect(self._tell_here)

    def search(
        self,
        session: Session,
        query: Query,
        put: str,
        limit: float,
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Look for `query`; `put` is to stand there. `limit`: seconds of the search alone."""
        project, kept, here = session.project, session.kept(), session.page
        if self.before is None or not self.before.answers(query, put, project.style):
            self.forget()
            self.before = FoundBefore(query, put, project.style)
        before = self.before
        self._asked += 1
        asked = self._asked

        def gone() -> bool:
            return asked != self._asked

        def job() -> Answer:
            if here.key in kept:  # what one looks at is answered before the others are read
                alone = replace(project, pages=(here,))
                first = search_project(
                    alone, kept, query, put, limit=limit, before=before, stop=gone
                )
                answer = Answer(first.found, (), first.changes)
                if first.found.ran_out:
                    return answer
                self._came_here.emit(asked, answer)
            found = search_project(
                project,
                kept,
                query,
                put,
                limit=limit,
                before=before,
                stop=gone,
                told=lambda done, of, hits: self._came.emit(asked, done, of, hits),
            )
            return Answer(found.found, (), found.changes)

        self._background.run(job, done, failed)

    def stop(self) -> None:
        """Nobody asks any more."""
        self._asked += 1

    def forget(self) -> None:
        """Nothing of what was found is asked again."""
        self.stop()
        if self.before is not None:
            self._going.take(self.before.all())
            self.before = None

    def _tell(self, asked: int, done: int, of: int, hits: int) -> None:
        if asked == self._asked:
            told = self.tr("Looking in page {0} of {1}: {2} found so far")
            self.told.emit(told.format(done + 1, of, hits))

    def _tell_here(self, asked: int, answer: Answer) -> None:
        if asked == self._asked and answer.found.hits:
            self.here.emit(answer)

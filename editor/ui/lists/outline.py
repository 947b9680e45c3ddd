"""The outline: the page, its articles with their state, and what no article has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.model.places import Place, Span
from editor.model.project import Page
from editor.model.reading import Article, Reading, set_blocks
from editor.model.sequences import alike
from editor.model.structure import Role
from editor.model.verdict import Doubt, FieldTarget
from editor.ui import words
from editor.ui.lists.article_list import ArticleList, PageRow
from editor.ui.lists.rows import DOUBT, PLAIN, QUIET, LazyRows, ListRow
from editor.ui.target import Target, article_at

NAME = "outline"


class Outline(QWidget):
    """A list of pages and articles.

    `placed` tells which article was chosen, `page_chosen` the key of a page that was clicked or
    entered; `entered`, that Enter was hit on an article.
    """

    page_chosen = Signal(str)
    placed = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty outline."""
        super().__init__(parent)
        heading = QLabel(self.tr("Contents"))
        heading.setContentsMargins(14, 9, 8, 5)
        heading.setObjectName("quiet")
        self.list = ArticleList(self.tr("Articles of the page"))
        self.list.activated.connect(self._was_entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(heading)
        layout.addWidget(self.list)
        self.list.selectionModel().currentChanged.connect(self._was_chosen)
        self.list.clicked.connect(self._was_clicked)
        self._page: Page | None = None
        self._reading: Reading | None = None
        self._quiet = False
        self._pages: tuple[PageRow, ...] = ()
        self._parts: Mapping[int, str] = {}
        self._titles: Mapping[int, str] = {}

    def set_pages(
        self, pages: tuple[PageRow, ...], parts: Mapping[int, str], titles: Mapping[int, str]
    ) -> None:
        """The project's pages, none where it has one; `set_page` shows them.

        `parts`: what is said of articles that go on on another page, or come from one, by their
        anchors; `titles`: what later parts are called that have no headline of their own.
        """
        self._pages, self._parts, self._titles = pages, parts, titles

    def set_page(self, page: Page, reading: Reading | None) -> None:
        """Show a page's articles."""
        self._page, self._reading = page, reading
        before, behind = self._heads(page)
        articles = reading.articles if reading is not None else ()
        counts = doubts_of(reading) if reading is not None else {}
        behind = [*(self._rest(reading) if reading is not None else ()), *behind]
        first, last = len(before), len(before) + len(articles)

        def make(at: int) -> ListRow:
            if not first <= at < last:
                return before[at] if at < first else behind[at - last]
            article = articles[at - first]
            return self._row(at - first, article, counts.get(article.at, 0))

        parts, titles = self._parts, self._titles
        own = ((id(a), counts.get(a.at, 0), parts.get(a.at), titles.get(a.at)) for a in articles)
        keys: list[Hashable] = [*before, *own, *behind]
        whats = [*(row.what for row in before), *(a.at for a in articles)]
        whats += [row.what for row in behind]
        short = (*range(first), *range(last, len(keys)))
        self._quiet = True
        self.list.rows.set_rows(LazyRows(keys, whats, make, short))
        self._quiet = False

    def _heads(self, page: Page) -> tuple[list[ListRow], list[ListRow]]:
        """The rows of pages up to the one that is shown, and those behind it."""
        if not self._pages:
            name = page.source.origin.name or words.page_title(page)
            return [ListRow(((f"▾  {name}", QUIET),), header=True)], []
        rows = [self._page_row(one, open_here=one.key == page.key) for one in self._pages]
        here = next((n for n, one in enumerate(self._pages) if one.key == page.key), 0)
        return rows[: here + 1], rows[here + 1 :]

    def _page_row(self, page: PageRow, *, open_here: bool) -> ListRow:
        look = PLAIN if open_here else QUIET
        return ListRow(
            ((f"{'▾' if open_here else '▸'}  {page.title}", look),),
            side="" if page.articles is None else str(page.articles),
            badge=0 if open_here else page.doubts,
            tick=page.done and not page.doubts,
            what=page,
        )

    def _title(self, article: Article) -> tuple[str, str]:
        """A headline, or whose part it is, or that one is missing; and how that looks."""
        if article.title or article.at not in self._titles:
            return words.title(article), PLAIN if article.title else DOUBT
        return f"↳ {self._titles[article.at]}", QUIET

    def _row(self, number: int, article: Article, doubts: int) -> ListRow:
        names = "、".join(name.text.text for name in article.byline)
        paragraphs = sum(1 for b in set_blocks(article) if b.role in (Role.BODY, Role.NOTE))
        count = words.characters(article)
        state = [self.tr("not exported")] if article.left_out else []
        if article.at in self._parts:
            state.insert(0, self._parts[article.at])
        most = (*state, names, words.paragraphs(paragraphs), words.counted(count))
        least = (*state, names, words.counted(count))
        return ListRow(
            (self._title(article),),
            second=" · ".join(part for part in most if part),
            brief=" · ".join(part for part in least if part),
            number=str(number + 1),
            badge=doubts,
            tick=article.done and not doubts,
            off=article.left_out,
            what=article.at,
        )

    def _rest(self, reading: Reading) -> list[ListRow]:
        rows = []
        for label, blocks in (
            (self.tr("Lines of no article"), reading.tray),
            (self.tr("Page furniture"), reading.furniture),
        ):
            first = blocks[0].text.span if blocks else None
            row = ListRow(
                ((f"▸  {label}", QUIET),), side=str(len(blocks)), header=not blocks, what=first
            )
            rows.append(row)
        return rows

    def target(self) -> Target | None:
        """The chosen article as a whole, or None where none is chosen."""
        page, reading, at = self._page, self._reading, self.list.chosen
        article = next((a for a in reading.articles if a.at == at), None) if reading else None
        if page is None or reading is None or article is None:
            return None
        start = article.spans[0].start if article.spans else article.at
        return Target(page, reading, start, 0, article.spans, start, selected=True, whole=True)

    def follow(self, place: Place, reading: Reading) -> None:
        """Choose the article that is looked at."""
        article = article_at(reading, place.span.start)
        self._quiet = True
        self.list.choose(article.at if article else None)
        self._quiet = False

    def _was_entered(self, index: QModelIndex) -> None:
        if not self._asks_for_page(index):
            self.entered.emit()

    def _was_clicked(self, index: QModelIndex) -> None:
        if not self._asks_for_page(index):
            self._was_chosen(index)

    def _asks_for_page(self, index: QModelIndex) -> bool:
        row = self.list.row(index)
        if row is None or not isinstance(row.what, PageRow):
            return False
        self.page_chosen.emit(row.what.key)
        return True

    def _was_chosen(self, index: QModelIndex) -> None:
        row = self.list.row(index)
        if self._quiet or row is None or row.what is None or self._page is None:
            return
        if isinstance(row.what, PageRow):
            return  # going past a page in the list does not turn to it
        span = row.what if isinstance(row.what, Span) else Span(row.what, row.what)
        self.placed.emit(Place(self._page.key, span, NAME))


_Counts = tuple[Sequence[Doubt], list[int], dict[int, int]]
_counted: _Counts = ((), [], {})


def doubts_of(reading: Reading) -> dict[int, int]:
    """How many doubts each article has, by its anchor. May be called in any thread.

    What was counted last is kept: a letter leaves articles and doubts where they are.
    """
    global _counted
    anchors = [article.at for article in reading.articles]
    doubts, known, found = _counted
    if known != anchors or not alike(doubts, reading.doubts):
        found = _count(reading)
    _counted = reading.doubts, anchors, found
    return found


def _count(reading: Reading) -> dict[int, int]:
    articles = sorted(reading.articles, key=_begins)
    begun, anchors = [_begins(article) for article in articles], {a.at for a in articles}
    headings = list(reading.headings)
    heads = [span.start for span, _ in headings]
    found: dict[int, int] = {}
    for doubt in reading.doubts:
        at = doubt.span.start
        if isinstance(doubt.target, FieldTarget):
            at = doubt.target.article
        near = bisect_right(begun, at) - 1
        anchor = articles[near].at if near >= 0 and articles[near].holds(at) else None
        if anchor is None and (head := bisect_right(heads, at) - 1) >= 0:
            span, verdict = headings[head]
            home = verdict.value
            anchor = home if at in span and isinstance(home, int) and home in anchors else None
        if anchor is None:  # it stands behind all that an article has, or text was moved
            article = article_at(reading, at)
            anchor = article.at if article is not None else None
        if anchor is not None:
            found[anchor] = found.get(anchor, 0) + 1
    return found


def _begins(article: Article) -> int:
    return article.body.start

"""The parts of a page that decisions touch: read anew, or with text laid in, moved or finished.

An article is touched with the one on either side: heading lines between two belong to either, and
a corrected character may belong to the text before it. What stands beyond knows nothing of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from editor.analysis.parts import Part, Patchwork
from editor.analysis.regions import Plain, untouched
from editor.model.decisions import Decisions


def parted(work: Patchwork, decisions: Decisions) -> Sequence[Part]:
    """The page in raw order; every second part is touched, the first and the last are not."""
    places = list(_places(decisions))
    if not places:
        return work.parts
    counted = _Counted(work)
    edges = [[at, at] for at in counted.anew]
    for start, end in places:
        low, high = counted.number(start) - 1, counted.number(max(start, end)) + 1
        edges.append([max(0, low), min(high, counted.count - 1)])
    edges.sort()
    together: list[list[int]] = []
    for low, high in edges:
        if together and low <= together[-1][1] + 1:
            together[-1][1] = max(together[-1][1], high)
        else:
            together.append([low, high])
    return counted.cut(together)


def _places(decisions: Decisions) -> Iterator[tuple[int, int]]:
    """From where to where it goes what is laid in, moved or finished (raw)."""
    for patch in decisions.patches:
        yield patch.span.start, patch.span.end
    for entries in (decisions.typed, decisions.done, decisions.left_out):
        for entry in entries:
            yield entry.article, entry.article
    for move in decisions.moves:
        yield min(move.span.start, move.to), max(move.span.end, move.to)


class _Counted:
    """The articles of a patchwork counted through; a part that was read anew counts once."""

    def __init__(self, work: Patchwork) -> None:
        """Count them."""
        self.parts, self.page = work.parts, work.page
        self._lows = [part.low for part in self.parts]
        self._first: list[int] = []
        count = 0
        for at, part in enumerate(self.parts):
            self._first.append(count)
            count += 1 if at % 2 else len(part.articles)
        self.count = count
        self.anew = self._first[1::2]
        """The numbers of the parts that were read anew."""

    def number(self, raw_at: int) -> int:
        """The number of the article or part that holds a raw place, or that is next to it."""
        at = bisect_right(self._lows, raw_at) - 1
        first, part = self._first[at], self.parts[at]
        if at % 2 or not part.articles:
            return first
        article = bisect_right(self.page.firsts, self.page.line_of(raw_at)) - 1
        return first + min(max(0, article - part.first), len(part.articles) - 1)

    def cut(self, edges: Sequence[Sequence[int]]) -> list[Part]:
        """The page with these stretches of numbers touched."""
        found: list[Part] = []
        done = 0
        for low, high in edges:
            found.append(self._standing(done, low))
            for number, part in enumerate(self._within(low, high + 1)):
                if number:
                    found.append(_nothing(self.page, part))
                found.append(part)
            done = high + 1
        found.append(self._standing(done, self.count))
        return found

    def _within(self, low: int, high: int) -> Iterator[Part]:
        """The parts of a stretch of numbers, those that stand cut to it."""
        at = bisect_right(self._first, low) - 1
        while at < len(self.parts) and self._first[at] < high:
            part, first = self.parts[at], self._first[at]
            if at % 2:
                yield part
            elif part.articles:
                begin = part.first + max(0, low - first)
                end = part.first + min(len(part.articles), high - first)
                yield _stretch(self.page, part, begin, end)
            at += 1

    def _standing(self, low: int, high: int) -> Part:
        """What stands between two stretches: nothing at the most at either end of the page."""
        if low == high:
            article, line = (len(self.page.firsts), len(self.page.starts)) if low else (0, 0)
            return untouched(self.page, article, article, line, line)
        (found,) = self._within(low, high)
        return found


def _stretch(page: Plain, part: Part, first: int, last: int) -> Part:
    """Some articles of a part that stands, with the lines that they take."""
    assert part.plain is not None
    begin, end = part.plain
    if first > part.first:
        begin = page.firsts[first]
    if last < part.first + len(part.articles):
        end = page.firsts[last]
    return part if (begin, end) == part.plain else untouched(page, first, last, begin, end)


def _nothing(page: Plain, after: Part) -> Part:
    """An empty part before another one."""
    line = after.plain[0] if after.plain else page.line_of(after.low)
    first = after.first if after.plain else bisect_right(page.firsts, line - 1)
    return untouched(page, first, first, line, line)

"""Evidence as numbers: for each line the observations made, and the scores of its labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from editor.analysis.evidence import Found, View
from editor.analysis.evidence.alike import Sized
from editor.analysis.evidence.glance import REACH, glance_of
from editor.analysis.tables import POLICIES, Tables
from editor.model.giving_way import paused
from editor.model.waiting import told

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]

TOGETHER = 1000
"""Lines after which what was seen is made numbers."""
Observed = list[tuple[int, float]]
"""What is seen at a line: (observation, strength) pairs."""


class Rows:
    """What is seen at each of consecutive lines, as arrays."""

    def __init__(self, ends: Ints, index: Ints, value: Floats) -> None:
        """`ends`: where each line's part of `index` and `value` ends, from a first 0 on."""
        self.ends, self.index, self.value = ends, index, value

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.ends) - 1

    def __getitem__(self, at: int) -> Observed:
        """What is seen at one line."""
        low, high = self.ends[at], self.ends[at + 1]
        return list(zip(self.index[low:high].tolist(), self.value[low:high].tolist(), strict=True))

    def __iter__(self) -> Iterator[Observed]:
        """The lines, one after the other."""
        return map(self.__getitem__, range(len(self)))

    def part(self, first: int, last: int) -> Rows:
        """The lines `first` to `last` (exclusive)."""
        low, high = self.ends[first], self.ends[last]
        ends = self.ends[first : last + 1] - low
        return Rows(ends, self.index[low:high], self.value[low:high])

    @property
    def lines(self) -> Ints:
        """The line of each entry."""
        import numpy as np

        return np.repeat(np.arange(len(self)), np.diff(self.ends))

    def beside(self, more: Rows) -> Rows:
        """The same lines with what else is seen at them, behind what was seen."""
        import numpy as np

        order = np.argsort(np.concatenate([self.lines, more.lines]), kind="stable")
        return Rows(
            self.ends + more.ends,
            np.concatenate([self.index, more.index])[order],
            np.concatenate([self.value, more.value])[order],
        )


def rows_of(parts: Sequence[Rows]) -> Rows:
    """Stretches of lines as one."""
    import numpy as np

    if len(parts) == 1:
        return parts[0]
    counts = np.concatenate([np.diff(part.ends) for part in parts])
    return Rows(
        np.concatenate([[0], np.cumsum(counts)]),
        np.concatenate([part.index for part in parts]),
        np.concatenate([part.value for part in parts]),
    )


def observe(view: View, first: int, last: int, table: Tables) -> Rows:
    """What is seen at lines `first` to `last` (exclusive), the prior first."""
    looks = view.script.observations
    return observed(view, (first, last), looks, table, (table.index["prior"],))


def observed(
    view: View,
    lines: tuple[int, int],
    observations: Iterable[Callable[[View, int], Found]],
    table: Tables,
    always: Iterable[int] = (),
) -> Rows:
    """What some of the observations see at lines, from a first one to one behind the last.

    `always`: what is told of every line.
    """
    looks, constant = tuple(observations), tuple(always)
    first, last = lines
    parts: list[Rows] = []
    for low in range(first, max(last, first + 1), TOGETHER):
        if parts:
            told((low - first) / (last - first))
        parts.append(_block(view, low, min(last, low + TOGETHER), looks, table, constant))
    return rows_of(parts)


def _block(
    view: View,
    first: int,
    last: int,
    observations: Sequence[Callable[[View, int], Found]],
    table: Tables,
    always: Sequence[int],
) -> Rows:
    """What is seen at some lines: all of them are shown to one observation after the other."""
    import numpy as np

    count, sight = last - first, Sight(table)
    for index in always:
        sight.add(np.arange(count), index, 1.0)
    alike = view.script.alike
    glance = None
    if alike and count:
        glance = glance_of(view, max(0, first - REACH), min(len(view.lines), last + REACH))
    for observation in observations:
        tell = alike.get(observation)
        if glance is None or tell is None:
            sight.ask(observation, view, first, range(count))
            continue
        sorted_out = tell(glance)
        numbers, strength = sorted_out if isinstance(sorted_out, Sized) else (sorted_out, None)
        inside = slice(first - glance.low, last - glance.low)
        numbers = numbers[inside]
        if numbers.dtype == bool:
            sight.ask(observation, view, first, np.flatnonzero(numbers).tolist())
            continue
        sight.ask(observation, view, first, np.flatnonzero(numbers < 0).tolist())
        for number in np.flatnonzero(np.bincount(numbers[numbers >= 0])).tolist():
            mine = np.flatnonzero(numbers == number)
            for name, value in observation(view, first + int(mine[0])):
                index = table.index.get(name, -1)
                sight.add(mine, index, value if strength is None else strength[inside][mine])
    return sight.rows(count)


class Sight:
    """What was seen at lines, observation by observation."""

    def __init__(self, table: Tables) -> None:
        """Nothing yet."""
        self._known = table.index.get
        self._seen: list[tuple[Ints, int | Sequence[int], float | Floats | Sequence[float]]] = []

    def add(self, lines: Ints, index: int, value: float | Floats) -> None:
        """One thing that is seen at lines, as strong as `value` (of each)."""
        if index >= 0:
            self._seen.append((lines, index, value))

    def ask(
        self,
        observation: Callable[[View, int], Found],
        view: View,
        first: int,
        lines: Iterable[int],
    ) -> None:
        """What an observation sees at lines, counted from `first` on."""
        import numpy as np

        seen, places = [], []
        for at in paused(lines):
            found = observation(view, first + at)
            if found:
                seen += found
                places += [at] * len(found)
        if seen:
            known = self._known
            indices = [known(name, -1) for name, _ in seen]
            self._seen.append((np.array(places), indices, [strength for _, strength in seen]))

    def rows(self, count: int) -> Rows:
        """All of it by line: without what has no weight."""
        import numpy as np

        if not self._seen:
            return Rows(np.zeros(count + 1, dtype=int), np.zeros(0, dtype=np.int16), np.zeros(0))
        line = np.concatenate([lines for lines, _, _ in self._seen])
        index, value = np.empty(len(line), dtype=np.int16), np.empty(len(line))
        done = 0
        for lines, indices, strength in self._seen:
            here = slice(done, done + len(lines))
            index[here], value[here] = indices, strength
            done += len(lines)
        order = np.argsort(line, kind="stable")
        order = order[(index[order] >= 0) & (value[order] != 0)]
        ends = np.concatenate([[0], np.cumsum(np.bincount(line[order], minlength=count))])
        return Rows(ends, index[order], value[order])


def emissions(rows: Rows, table: Tables) -> Floats:
    """Scores (lines, labels) of the observations."""
    import numpy as np

    count, kinds = len(rows), len(table.emission)
    dense = np.bincount(
        rows.lines * kinds + rows.index, weights=rows.value, minlength=count * kinds
    )
    scores: Floats = dense.reshape(count, kinds) @ table.emission
    return scores


def silent(view: View, at: int) -> bool:
    """Whether the line's width says nothing: it is cut, only a dateline, or no column's line."""
    line = view.lines[at]
    if not (line.head and line.tail) or line.unbroken:
        return True
    here = view.dateline(at)
    return here is not None and here.end >= len(line.shape)


def beyond(view: View, at: int) -> int:
    """The line that goes on behind an interruption after line `at`, as shapes tell; or -1."""
    for ahead in range(at + 2, min(len(view.lines), at + 9)):
        here = view.furniture(ahead) or view.caption(ahead)
        if not here and (view.furniture(ahead - 1) or view.caption(ahead - 1)):
            return ahead
    return -1


def filling(view: View, first: int, last: int) -> Ints:
    """How each line of a stretch fills each width: buckets (lines, widths, kinds)."""
    import numpy as np

    around = view.lines[first : min(len(view.lines), last + 1)]
    far = []
    for at in range(first, first + len(around)):
        target = beyond(view, at) if _interrupted(view, at) else -1
        far.append(target - first if first <= target < first + len(around) else -1)
    quiet = [silent(view, at) for at in range(first, first + len(around))]
    numbers, mute = view.script.numbers(around, quiet, far)
    found = view.script.buckets(numbers, mute, view.habits)
    return found[: last - first].astype(np.int8)


def fits(found: Ints, table: Tables) -> Floats:
    """The scores (lines, states, labels) of buckets, for the labels that have a width test."""
    import numpy as np

    scores = np.empty((len(found), found.shape[1] * POLICIES, table.fitted))
    for label, kind in enumerate(table.kinds[: table.fitted]):
        bucket = found[:, :, kind]
        for policy in range(POLICIES):
            scores[:, policy::POLICIES, label] = table.fits[policy, kind][bucket]
    return scores


def _interrupted(view: View, at: int) -> bool:
    return bool(view.furniture(at + 1) or view.caption(at + 1))

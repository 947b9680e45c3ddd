"""Text out of its place: a column that an extraction put behind another article, or before its own.

A sentence breaks off at a full line, and what stands next does not go on with it; elsewhere on
the page a stretch of text begins inside a sentence. The lattice is asked what the page gains if
that stretch stood behind the broken sentence: three seams are decided anew as they would be, all
else as it is. Only what gains much is proposed, as a doubt; nothing is moved by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from math import exp, log, sqrt
from typing import TYPE_CHECKING

from editor.analysis import labels as lab
from editor.analysis.base import Base, lattice_of, stretch_of
from editor.analysis.build import CLASSES, FLOW
from editor.analysis.decode import viterbi
from editor.analysis.evidence.sentences import openings
from editor.analysis.evidence.view import View
from editor.analysis.hopes import Hopes, Move
from editor.analysis.joining import running
from editor.analysis.lines import Line
from editor.analysis.metrics import is_han
from editor.analysis.tables import POLICIES
from editor.model.places import Span
from editor.model.structure import Joint
from editor.model.verdict import Alternative, Doubt, MoveTarget, Reason, Verdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from editor.analysis.drafting import Draft

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

GAIN, GAIN_INSIDE = 6.0, 11.0
"""Nats that a move must gain to be proposed; one of text inside an article.

On pages in order the best of all moves gains less (`benchmarks.disorder`).
"""
LEAD, CLOSE = 0.5, 0.3
"""Nats by which it must be ahead of other moves of the same text; of those that differ little."""
AROUND, CONTEXT = 6, 16
"""Lines on either side of a seam that are decided anew, and that are looked at for it."""
OPENS, INDENTED, WORDS, PAIR = 4.0, 6.0, 1.5, 1.0
"""Nats that speak against a stretch that begins as paragraphs do, or as wide as first lines are;
for one whose words are those of the broken text and not of the text before it; for a pair of
characters over the seam that the page has elsewhere."""
SUREST = 0.9
"""How sure a move may be: where a stretch belongs is told by few signs."""
TOLD = 8
"""Characters of a line that a reason tells."""
HEADLINES = 4
"""Lines of a headline that may have been read as the end of the text before it."""
PROSE = 6
"""Lines of running text in which some sentence ends."""
TOPIC = 24
"""Lines whose words are compared."""
PROPER = frozenset(
    ("open.phrase", "open.speech", "open.number", "open.article", "open.quote", "open.slogan")
)
SHORT = 1.6
"""Em that a full line may lack: the next character and a mark that cannot begin a line."""
NARROW = 6.0
"""Em below which a line is no column's."""
ENDS = frozenset("。！？!?”’」』…）)】》.;；")
APART = frozenset(lab.ids("Fi", "Ci", "Di"))
SIGNED = frozenset(lab.ids("by"))
LAST = frozenset(lab.ids("last"))


def proposals(draft: Draft) -> tuple[Doubt, ...]:
    """What would put a page in order, as doubts; its first characters are where each points.

    A text of several sections is longer than any page: nothing is sought in it.
    """
    ends = list(_broken_off(draft)) if len(draft.base.sections) == 1 else []
    if not ends:
        return ()
    page = _Search(draft)
    found = [entry for end in ends for entry in page.gains(end)]
    return tuple(_doubt(draft, gain, move) for gain, move in _apart(found))


def _broken_off(draft: Draft) -> Iterable[int]:
    """Full lines that end inside a sentence, and where the next lines do not end one either."""
    view, labels = draft.base.view, draft.decided.labels
    lines, measures = draft.lines, view.habits.measures
    for at in _before_breaks(labels):
        line = lines[at]
        text = line.text
        if text[-1] in ENDS or not line.tail or line.extent.natural < NARROW or line.unbroken:
            continue
        kind = CLASSES[labels[at]]
        width = measures[draft.decided.states[at] // POLICIES]
        full = kind in FLOW and line.extent.high >= width - SHORT
        if kind not in FLOW or not (full or _fills(line, measures)):
            continue
        if not _unlike(draft, at + 1):
            continue
        if view.furniture(at) or view.byline(at)[0] or view.tail(at) is not None:
            continue
        if _is_prose(lines, max(0, at - PROSE), at + 1):
            yield at


def _before_breaks(labels: Sequence[int]) -> list[int]:
    """Lines that another text follows, as was read, or a paragraph's end within a headline."""
    found: list[int] = []
    end = len(labels) + HEADLINES  # the first line behind that ends a paragraph
    for at in range(len(labels) - 1, -1, -1):
        goes_on = at + 1 < len(labels) and CLASSES[labels[at + 1]] == "run"
        if not goes_on or end - at <= HEADLINES:
            found.append(at)
        if labels[at] in LAST:
            end = at
    return found[::-1]


def _is_prose(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether there is a sentence's end in some lines: headlines have none."""
    return any(stop in lines[at].text for at in range(first, last) for stop in ("。", ". "))


def _fills(line: Line, measures: Iterable[float]) -> bool:
    """Whether a line is as wide as some column."""
    return any(abs(line.extent.natural - measure) <= 1.0 for measure in measures)


def _unlike(draft: Draft, at: int) -> bool:
    """Whether a line may be no part of the sentence before it, though it was read so."""
    if at == len(draft.lines):
        return CLASSES[draft.decided.labels[at - 1]] in FLOW
    view, label = draft.base.view, draft.decided.labels[at]
    if label in APART or (draft.lines[at].text[-1] in ENDS and view.dateline(at) is None):
        return False
    if view.furniture(at) == "jump":
        return False
    if CLASSES[label] != "run":
        return True
    # a headline of one to four lines that was swallowed as the paragraph's last lines
    for ahead in range(at, min(at + HEADLINES, len(draft.lines))):
        if draft.decided.labels[ahead] in LAST:
            return draft.lines[ahead].text[-1] not in ENDS
    return False


class _Search:
    """A page, and what moving its lines would gain."""

    def __init__(self, draft: Draft) -> None:
        import numpy as np

        self.draft, self.base, self.count = draft, draft.base, len(draft.lines)
        self._seams: dict[tuple[int, int], float] = {}
        borders = np.array(_borders(draft))
        self._border: Ints = borders[np.searchsorted(borders, np.arange(self.count + 1))]
        """The first end of an article at a line or behind it."""

    def gains(self, end: int) -> list[tuple[float, Move]]:
        """Moves to behind line `end` with what they gain, those that gain enough."""
        tried = {move: self._gain(move) for move in self._hopes.of(end, self._begins)}
        return [
            (gain, move)
            for move, gain in tried.items()
            if gain >= (GAIN if self._whole[move.first - 1] else GAIN_INSIDE)
        ]

    # -- what else speaks ------------------------------------------------------------------

    def _sense(self, move: Move) -> float:
        """Nats for a move by how the stretch begins, and by its words."""
        base, lines = self.base, self.base.lines
        first, seam = lines[move.first], lines[move.after].text[-1] + lines[move.first].text[0]
        nats = -OPENS * len(PROPER & {name for name, _ in openings(base.view, move.first)})
        width = base.view.habits.measures[self.draft.decided.states[move.first] // POLICIES]
        if first.text[-1] not in ENDS and first.extent.high < width - SHORT:
            nats -= INDENTED
        mine = range(move.first, min(move.last, move.first + TOPIC))
        here, there = (
            self._alike(range(max(0, at - TOPIC), at), mine) + 0.02
            for at in (move.after + 1, move.first)
        )
        nats += WORDS * max(-1.5, min(1.5, log(here / there)))
        if all(map(is_han, seam)) and seam in self._text:
            nats += PAIR
        return nats

    def _alike(self, one: Iterable[int], other: Iterable[int]) -> float:
        """How alike the words of some lines are to those of others (cosine of tf-idf)."""
        left, right = self._vector(one), self._vector(other)
        shared = sum(weight * right.get(word, 0.0) for word, weight in left.items())
        sizes = [sum(weight * weight for weight in side.values()) for side in (left, right)]
        return shared / sqrt(max(1e-9, sizes[0] * sizes[1]))

    def _vector(self, lines: Iterable[int]) -> dict[str, float]:
        words = self.base.view.words
        # sets differ in order from run to run, and sums with it
        counts = Counter(word for at in lines for word in sorted(words(at)))
        return {word: n * self._weight[word] for word, n in counts.items()}

    @cached_property
    def _weight(self) -> dict[str, float]:
        seen = Counter(word for at in range(self.count) for word in self.base.view.words(at))
        return {word: log(self.count / n) for word, n in seen.items()}

    @cached_property
    def _text(self) -> str:
        return "".join(line.text for line in self.base.lines)

    def _begins(self, at: int) -> bool:
        """Whether a stretch that goes on with a sentence may begin at a line."""
        view, line = self.base.view, self.draft.lines[at]
        if view.furniture(at) or view.byline(at)[0] or view.dateline(at) is not None:
            return False
        if CLASSES[self.draft.decided.labels[at]] not in (*FLOW, "head"):
            return False
        if not _is_prose(self.draft.lines, at, min(at + PROSE, self.count)):
            return False
        return line.head and (not self.draft.latin or line.shape[0].islower())

    @cached_property
    def _hopes(self) -> Hopes:
        return Hopes(self.base, self._border, self._whole)

    @cached_property
    def _whole(self) -> Bools:
        """Of each line whether what ends with it is whole."""
        import numpy as np

        labels, tail, border = self.draft.decided.labels, self.base.view.tail, self._border
        return np.array(
            [
                line.text[-1] in ENDS
                or border[at + 1] == at + 1
                or CLASSES[labels[at]] not in FLOW
                or tail(at) is not None
                for at, line in enumerate(self.draft.lines)
            ]
        )

    # -- seams: what the lattice says of them ----------------------------------------------

    def _gain(self, move: Move) -> float:
        """What the page gains if the lines stood where the move puts them, in nats."""
        old = [(move.after, move.after + 1), (move.first - 1, move.first)]
        old.append((move.last - 1, move.last))
        new = [(move.after, move.first), (move.last - 1, move.after + 1)]
        new.append((move.first - 1, move.last))
        return sum(map(self._seam, new)) - sum(map(self._seam, old)) + self._sense(move)

    def _seam(self, ends: tuple[int, int]) -> float:
        """The best score of the lines around a seam between two lines of the page."""
        known = self._seams.get(ends)
        if known is None:
            known = self._seams[ends] = self._decided(*ends)
        return known

    def _decided(self, left: int, right: int) -> float:
        base, lines = self.base, self.base.lines
        above = range(max(0, left + 1 - CONTEXT), left + 1)
        below = range(right, min(self.count, right + CONTEXT))
        page = base.view
        there = [lines[at] for at in (*above, *below)]
        view = View(there, page.habits, page.script, page.roster, page.traits)
        first = max(0, len(above) - AROUND)
        last = min(len(view.lines), len(above) + AROUND)
        lattice = lattice_of(view, stretch_of(view, first, last))
        before = left + first - len(above)
        if before >= 0:
            lattice = replace(lattice, start=_entered(base, before))
        after = right + last - len(above)
        if after < self.count:
            lattice = replace(lattice, stop=_left(base, after))
        score: float = viterbi(lattice)[2]
        return score


def _entered(base: Base, at: int) -> Floats:
    """Scores (states, labels) of what may follow line `at` as it was read."""
    import numpy as np

    table, prior = base.view.script.tables(), base.prior
    label, state = int(base.labels[at]), int(base.states[at])
    found = np.repeat(table.then[label][None, :], len(prior), axis=0)
    moved = table.switch[None, :] + prior[:, None]
    moved[state] = 0.0
    scores: Floats = found + moved
    return scores


def _left(base: Base, at: int) -> Floats:
    """Scores (states, labels) of what may stand before line `at` as it was read."""
    import numpy as np

    table, prior = base.view.script.tables(), base.prior
    label, state = int(base.labels[at]), int(base.states[at])
    found = np.repeat(table.then[:, label][None, :], len(prior), axis=0)
    moved = np.full((len(prior), 1), table.switch[label] + prior[state])
    moved[state] = 0.0
    scores: Floats = found + moved
    return scores


def _borders(draft: Draft) -> list[int]:
    """The lines before which an article's text ends, with the names behind it."""
    found = {len(draft.lines)}
    for flow in draft.flows:
        if flow:
            at = flow[-1].lines[-1] + 1
            while at < len(draft.lines) and draft.decided.labels[at] in SIGNED:
                at += 1
            found.add(at)
    return sorted(found)


def _apart(found: Sequence[tuple[float, Move]]) -> list[tuple[float, Move]]:
    """Of moves that exclude one another the best, where it is clearly the best."""
    kept: list[tuple[float, Move]] = []
    ranked = sorted(found, key=lambda entry: (-entry[0], entry[1].after, entry[1].first))
    for gain, move in ranked:
        rivals = [other for _, other in kept if _meet(move, other)]
        if not rivals:
            others = [(g, m) for g, m in ranked if _meet(move, m) and not _same(move, m)]
            if all(gain - g >= (CLOSE if _near(move, m) else LEAD) for g, m in others):
                kept.append((gain, move))
    return kept


def _same(one: Move, other: Move) -> bool:
    """Whether two moves differ in where the stretch ends only."""
    return (one.first, one.after) == (other.first, other.after)


def _near(one: Move, other: Move) -> bool:
    """Whether two moves differ by a few lines only."""
    return abs(one.first - other.first) <= 3 and abs(one.after - other.after) <= 2


def _meet(one: Move, other: Move) -> bool:
    """Whether two moves are about the same broken sentence or the same lines."""
    lines = one.first < other.last and other.first < one.last
    return lines or one.after == other.after


def _doubt(draft: Draft, gain: float, move: Move) -> Doubt:
    """The question whether a stretch is out of its place."""
    lines, text = draft.lines, draft.source.text
    end, first, last = lines[move.after], lines[move.first], lines[move.last - 1]
    joint = running(end.text, first.text, text, latin=draft.latin)
    joint = Joint.GLUE if joint is Joint.DEHYPHEN else joint
    rest = _rest(draft, move.after)
    target = MoveTarget(Span(first.span.start, last.span.end), end.span.end, joint, rest)
    sure = min(SUREST, 1.0 / (1.0 + exp(min(20.0, GAIN - gain - 1.0))))
    verdict = Verdict(
        None,
        1.0 - sure,
        "order",
        _reasons(end, first, gain),
        (Alternative(target.to, sure),),
    )
    start = first.span.start
    return Doubt(target, Span(start, min(first.span.end, start + 2)), verdict)


def _rest(draft: Draft, end: int) -> Span | None:
    """The lines of a headline that were read as going on with the broken line, and end the text."""
    built = draft.built
    unit = built.units[built.unit_of[end]]
    left = [at for at in unit.lines if at > end]
    texts = [draft.lines[at].text for at in left]
    last = draft.flows[unit.article][-1] is unit
    if not left or len(left) > HEADLINES or not last or any(t[-1] in ENDS for t in texts):
        return None
    return Span(draft.lines[left[0]].span.start, draft.lines[left[-1]].span.end)


def _reasons(end: Line, first: Line, gain: float) -> tuple[Reason, ...]:
    """Why a stretch may go on with a sentence that breaks off elsewhere."""
    broken, begun = end.text[-TOLD:], first.text[:TOLD]
    return (
        Reason("order.cut", (broken,), round(gain, 2)),
        Reason("order.inside", (begun,), round(gain / 2, 2)),
    )

"""What is decided: scores of lines by label, with the width and the policy in force.

Human decisions are masks on it: minus infinity outside; the grammar is a price, so that it gives
way and never the human.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.analysis.stepping import Steps

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass
class Lattice:
    """Scores in nats of a stretch of lines.

    `emit`: (lines, states, labels); a state is a width with a policy. `then`: (labels, labels).
    `switch`: per label entered, the price of another state. `prior`: per state, its share.
    `pairs`: line → extra (labels, labels) scores into that line (decided joints). `alike`: what
    a line adds in all states, (lines, labels); with it `emit` may have the first labels only.
    """

    emit: Floats
    then: Floats
    switch: Floats
    prior: Floats
    start: Floats  # (states, labels): scores before the first line's emission
    stop: Floats  # (states, labels): scores behind the last line
    pairs: dict[int, Floats]
    alike: Floats | None = None

    def emission(self, at: int) -> Floats:
        """The scores (states, labels) of one line."""
        import numpy as np

        own: Floats = self.emit[at]
        if self.alike is None:
            return own
        row = np.repeat(self.alike[at][None, :], self.emit.shape[1], axis=0)
        row[:, : self.emit.shape[2]] += own
        return row


class Side:
    """Lattices in step: what is the same for the best path and for the sums."""

    def __init__(self, lattices: Sequence[Lattice]) -> None:
        """All have one grammar; of several no joint may be decided."""
        import numpy as np

        self.lattices, first = lattices, lattices[0]
        self.steps = Steps([len(lattice.emit) for lattice in lattices])
        self.states = max(lattice.emit.shape[1] for lattice in lattices)
        self.size = len(first.then)
        self.then, self.switch = first.then, first.switch
        self.pairs = first.pairs if len(lattices) == 1 else {}
        self.emit = self.steps.lines([lattice.emit for lattice in lattices], self.states)
        self.fitted = self.emit.shape[2]
        alike = [lattice.alike for lattice in lattices if lattice.alike is not None]
        self.alike = self.steps.lines(alike) if alike else None
        self.prior = self.once([lattice.prior for lattice in lattices], -np.inf)

    def emission(self) -> Floats:
        """The scores (lines, states, labels) in step."""
        import numpy as np

        if self.alike is None:
            return self.emit
        whole = np.repeat(self.alike[:, None, :], self.states, axis=1)
        whole[:, :, : self.fitted] += self.emit
        return whole

    def odds(self) -> Floats:
        """The same as odds, each line's up to a factor."""
        import numpy as np

        if self.alike is None:
            return odds(self.emit)
        alike = np.exp(self.alike - finite(self.alike.max(axis=1, keepdims=True)))
        whole = np.repeat(alike[:, None, :], self.states, axis=1)
        whole[:, :, : self.fitted] *= np.exp(self.emit)
        return whole

    def once(self, parts: Sequence[Floats], missing: float) -> Floats:
        """What each lattice has for its states."""
        return self.steps.once(parts, self.states, missing)


def odds(scores: Floats) -> Floats:
    """Scores (lines, states, labels) as odds, the highest of each line one."""
    import numpy as np

    found: Floats = np.exp(scores - finite(scores.max(axis=(1, 2), keepdims=True)))
    return found


def finite(peaks: Floats) -> Floats:
    """The peaks, nought where nothing is possible."""
    import numpy as np

    peaks[~np.isfinite(peaks)] = 0.0
    return peaks


def scale(rows: Floats) -> None:
    """Each lattice's sums (lattices, states, labels) made one in all, in place."""
    import numpy as np

    totals = rows.sum(axis=(1, 2), keepdims=True)
    totals[totals <= 0] = 1.0
    np.divide(rows, totals, out=rows)


def shares(weights: Floats) -> Floats:
    """Rows that sum to one; even ones where nothing is possible."""
    import numpy as np

    totals = weights.sum(axis=1, keepdims=True)
    even = np.full_like(weights, 1.0 / weights.shape[1])
    found: Floats = np.where(totals > 0, weights / np.where(totals > 0, totals, 1.0), even)
    return found

"""The one decision over all lines: a lattice of labels with the width and the policy in force.

`viterbi` gives the best path, `posteriors` the probability of each label at each line by
forward and backward sums. Both work on any stretch of lines with messages at its edges, so
that a stretch can be decided again inside a path that stands. Human decisions are masks:
minus infinity outside; the grammar is a price, so that it gives way and never the human.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.analysis import labels as lab

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass
class Lattice:
    """Scores in nats of a stretch of lines.

    `emit`: (lines, states, labels); a state is a width with a policy. `then`: (labels, labels).
    `switch`: per label entered, the price of another state. `prior`: per state, its share.
    `pairs`: line → extra (labels, labels) scores into that line (decided joints).
    """

    emit: Floats
    then: Floats
    switch: Floats
    prior: Floats
    start: Floats  # (states, labels): scores before the first line's emission
    stop: Floats  # (states, labels): scores behind the last line
    pairs: dict[int, Floats]


def viterbi(lattice: Lattice) -> tuple[Ints, Ints, float]:
    """The best path: labels, states, and its score (-inf where every path is masked)."""
    import numpy as np

    emit, prior = lattice.emit, lattice.prior
    count, states, size = emit.shape
    then_t = np.ascontiguousarray(lattice.then.T)
    switch_t = then_t + lattice.switch[:, None]
    rows = np.arange(states)[:, None]
    columns = np.arange(size)[None, :]
    flat = np.arange(size)
    score = lattice.start + emit[0]
    from_label = np.zeros((count, states, size), dtype=np.int16)
    from_state = np.zeros((count, states, size), dtype=np.int16)
    for at in range(1, count):
        extra = lattice.pairs.get(at)
        into, into_switch = then_t, switch_t
        if extra is not None:
            into, into_switch = then_t + extra.T, switch_t + extra.T
        stay = score[:, None, :] + into[None]
        best = stay.argmax(axis=2)
        value = stay[rows, columns, best]
        state_of = score.argmax(axis=0)
        peak = score[state_of, flat]
        moved = peak[None, :] + into_switch
        moved_best = moved.argmax(axis=1)
        moved_value = moved[flat, moved_best][None, :] + prior[:, None]
        change = moved_value > value
        from_label[at] = np.where(change, moved_best[None, :], best)
        from_state[at] = np.where(change, state_of[moved_best][None, :], rows)
        score = np.where(change, moved_value, value) + emit[at]
    score = score + lattice.stop
    top = int(score.argmax())
    total = float(score.flat[top])
    state, label = divmod(top, size)
    labels = np.zeros(count, dtype=np.int64)
    path = np.zeros(count, dtype=np.int64)
    for at in range(count - 1, -1, -1):
        labels[at], path[at] = label, state
        if at:
            state, label = int(from_state[at, state, label]), int(from_label[at, state, label])
    return labels, path, total


@dataclass
class Messages:
    """What reaches each line from before and from behind, each row scaled to sum to one.

    `forward` holds the line's own emission, `backward` does not.
    """

    forward: Floats
    backward: Floats


def _scaled(values: Floats) -> Floats:
    total = values.sum()
    scaled: Floats = values / total if total > 0 else values
    return scaled


def messages(
    lattice: Lattice, before: Floats | None = None, behind: Floats | None = None
) -> Messages:
    """Forward and backward sums.

    `before`: the forward row of the line before the stretch, where it has one; `behind`: the
    product of emission and backward row of the line behind it. Without them the lattice's own
    start and stop are used.
    """
    import numpy as np

    emit = lattice.emit
    count, states, size = emit.shape
    peaks = emit.max(axis=(1, 2), keepdims=True)
    peaks[~np.isfinite(peaks)] = 0.0
    odds = np.exp(emit - peaks)
    then = np.exp(lattice.then)
    switch = then * np.exp(lattice.switch)[None, :]
    share = np.exp(lattice.prior)[:, None]
    extra = {at: np.exp(pair) for at, pair in lattice.pairs.items()}

    def matrices(at: int) -> tuple[Floats, Floats]:
        if at in extra:
            return then * extra[at], switch * extra[at]
        return then, switch

    forward = np.empty((count, states, size))
    if before is None:
        peak = lattice.start.max()
        forward[0] = _scaled(np.exp(lattice.start - (peak if np.isfinite(peak) else 0)) * odds[0])
    else:
        stay, move = matrices(0)
        forward[0] = _scaled(
            (before @ stay + share * (before.sum(axis=0) @ move)[None, :]) * odds[0]
        )
    for at in range(1, count):
        stay, move = matrices(at)
        row = forward[at - 1]
        step = (row @ stay + share * (row.sum(axis=0) @ move)[None, :]) * odds[at]
        total = step.sum()
        forward[at] = step / total if total > 0 else step
    backward = np.empty((count, states, size))
    if behind is None:
        peak = lattice.stop.max()
        backward[-1] = _scaled(np.exp(lattice.stop - (peak if np.isfinite(peak) else 0)))
    else:
        stay, move = matrices(count)
        backward[-1] = _scaled(behind @ stay.T + ((share * behind).sum(axis=0) @ move.T)[None, :])
    for at in range(count - 2, -1, -1):
        stay, move = matrices(at + 1)
        row = backward[at + 1] * odds[at + 1]
        step = row @ stay.T + ((share * row).sum(axis=0) @ move.T)[None, :]
        total = step.sum()
        backward[at] = step / total if total > 0 else step
    return Messages(forward, backward)


def posteriors(found: Messages) -> Floats:
    """Probability of each label at each line, (lines, labels); rows sum to one."""
    import numpy as np

    weights = (found.forward * found.backward).sum(axis=1)
    totals = weights.sum(axis=1, keepdims=True)
    even = np.full_like(weights, 1.0 / lab.COUNT)
    found_sums: Floats = np.where(totals > 0, weights / np.where(totals > 0, totals, 1.0), even)
    return found_sums


def path_score(lattice: Lattice, labels: Ints, states: Ints) -> float:
    """The score of one path, for tests and comparisons."""
    total = float(lattice.start[states[0], labels[0]] + lattice.emit[0, states[0], labels[0]])
    for at in range(1, len(labels)):
        a, b = labels[at - 1], labels[at]
        total += float(lattice.then[a, b] + lattice.emit[at, states[at], b])
        if at in lattice.pairs:
            total += float(lattice.pairs[at][a, b])
        if states[at] != states[at - 1]:
            total += float(lattice.switch[b] + lattice.prior[states[at]])
    return total + float(lattice.stop[states[-1], labels[-1]])

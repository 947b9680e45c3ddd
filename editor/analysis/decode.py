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
    """The best path: labels, states, and its score (-inf where every path is masked).

    Forward only the best scores are kept, (lines, labels, states); the way back asks again
    where each came from, for the one path.
    """
    import numpy as np

    count, states, size = lattice.emit.shape
    emit = np.ascontiguousarray(lattice.emit.transpose(0, 2, 1))
    then = lattice.then
    # most transitions have one and the same price: the others are few for each label entered
    floor = then.min()
    few = max(1, int((then > floor).sum(axis=0).max()))
    before = np.argsort(-then, axis=0, kind="stable")[:few]
    flat = before.ravel()
    price = np.repeat(np.take_along_axis(then, before, axis=0).reshape(-1, 1), states + 1, axis=1)
    entry = lattice.switch[:, None] + lattice.prior[None, :]
    # one column more than states: the best of all states, for those who come from another
    here = np.empty((size, states + 1))
    taken = np.empty((few * size, states + 1))
    by_rank = taken.reshape(few, size, states + 1)
    stay, floored = np.empty((size, states + 1)), np.empty(states + 1)
    moved = np.empty((size, states))
    scores = np.empty((count, size, states))
    np.add(lattice.start.T, emit[0], out=scores[0])
    highest = np.maximum.reduce
    for at in range(1, count):
        row = scores[at - 1]
        here[:, :states] = row
        highest(row, axis=1, out=here[:, states])
        extra = lattice.pairs.get(at)
        if extra is None:
            here.take(flat, axis=0, out=taken, mode="clip")
            np.add(taken, price, out=taken)
            highest(by_rank, axis=0, out=stay)
            highest(here, axis=0, out=floored)
            np.add(floored, floor, out=floored)
            np.maximum(stay, floored, out=stay)
        else:
            highest(here[:, None, :] + (then + extra)[:, :, None], axis=0, out=stay)
        np.add(stay[:, states:], entry, out=moved)
        np.maximum(stay[:, :states], moved, out=moved)
        np.add(moved, emit[at], out=scores[at])
    last = scores[-1].T + lattice.stop
    top = int(last.argmax())
    state, label = divmod(top, size)
    labels = np.zeros(count, dtype=np.int64)
    path = np.zeros(count, dtype=np.int64)
    for at in range(count - 1, -1, -1):
        labels[at], path[at] = label, state
        if at:
            label, state = _came_from(lattice, scores[at - 1], at, label, state)
    return labels, path, float(last.flat[top])


def _came_from(
    lattice: Lattice, scores: Floats, at: int, label: int, state: int
) -> tuple[int, int]:
    """The label and state before line `at` on the best path that enters it so."""
    into = lattice.then[:, label]
    extra = lattice.pairs.get(at)
    if extra is not None:
        into = into + extra[:, label]
    stay = scores[:, state] + into
    best = int(stay.argmax())
    move = scores + into[:, None]
    far, other = divmod(int(move.argmax()), scores.shape[1])
    if move[far, other] + (lattice.switch[label] + lattice.prior[state]) > stay[best]:
        return far, other
    return best, state


SCALED = 4
"""Lines after which sums are scaled to one again: odds of a few lines do not run out of range."""


@dataclass
class Messages:
    """What reaches each line from before and from behind, each row up to a factor.

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

    dot, times = np.dot, np.multiply
    every, whole = np.ones(states), share[:, 0]
    sums, moves, moved = np.empty(size), np.empty(size), np.empty((states, size))
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
        row, step = forward[at - 1], forward[at]
        dot(row, stay, out=step)
        dot(every, row, out=sums)
        dot(sums, move, out=moves)
        times(share, moves, out=moved)
        step += moved
        step *= odds[at]
        if not at % SCALED or extra:
            step /= step.sum() or 1.0
    backward = np.empty((count, states, size))
    if behind is None:
        peak = lattice.stop.max()
        backward[-1] = _scaled(np.exp(lattice.stop - (peak if np.isfinite(peak) else 0)))
    else:
        stay, move = matrices(count)
        backward[-1] = _scaled(behind @ stay.T + ((share * behind).sum(axis=0) @ move.T)[None, :])
    row = np.empty((states, size))
    for at in range(count - 2, -1, -1):
        stay, move = matrices(at + 1)
        times(backward[at + 1], odds[at + 1], out=row)
        step = backward[at]
        dot(row, stay.T, out=step)
        dot(whole, row, out=sums)
        dot(sums, move.T, out=moves)
        step += moves
        if not at % SCALED or extra:
            step /= step.sum() or 1.0
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

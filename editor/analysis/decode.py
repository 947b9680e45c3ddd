"""The one decision over all lines: a lattice of labels with the width and the policy in force.

`viterbi` gives the best path, `posteriors` the probability of each label at each line by
forward and backward sums. Both work on any stretch of lines with messages at its edges, so
that a stretch can be decided again inside a path that stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.analysis.lattice import Lattice, Side, odds, scale, shares
from editor.analysis.stepping import grammar, plain_grammar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


def viterbi(lattice: Lattice) -> tuple[Ints, Ints, float]:
    """The best path: labels, states, and its score (-inf where every path is masked)."""
    return best_paths((lattice,))[0]


def best_paths(lattices: Sequence[Lattice]) -> list[tuple[Ints, Ints, float]]:
    """The best path of each lattice; of several no joint is decided.

    Forward only the best scores are kept; the way back asks again where each came from, for the
    one path.
    """
    import numpy as np

    side = Side(lattices)
    size, states, single = side.size, side.states, len(lattices) == 1
    told = plain_grammar(side.then) if single else grammar(side.then)
    entry = side.switch[:, None, None] + side.prior[None]
    start = side.once([lattice.start for lattice in lattices], -np.inf)
    emit = side.emission().transpose(0, 2, 1)[:, :, None, :] if single else None
    scores: list[Floats] = []
    changed: list[NDArray[np.bool_]] = []
    flat, (depth, columns), groups = told.before.ravel(), told.before.shape, len(told.starts)
    highest, count = np.maximum.reduce, 0
    for at, (first, last) in enumerate(side.steps.sides):
        new = np.empty((size, last - first, states))
        if not at:
            np.copyto(new, start[: last - first].transpose(2, 0, 1))
        else:
            if last - first != count:
                count = last - first
                # one state more: the best of all, for those who come from another
                wide = count * (states + 1)
                pool = np.empty((groups + 1, wide))
                row = pool[:-1] if single else np.empty((size, wide))
                here = row.reshape(size, count, states + 1)
                own, best = here[:, :, :states], here[:, :, states]
                ordered = np.empty((size, wide))
                taken, stay = np.empty((depth * columns, wide)), np.empty((columns, wide))
                by_rank = taken.reshape(depth, columns, wide)
                price = np.repeat(told.price.reshape(-1, 1), wide, axis=1)
                entered = stay if single else np.empty((size, wide))
                whole = entered.reshape(size, count, states + 1)
                kept, other = whole[:, :, :states], whole[:, :, states:]
                enter = entry[:, :count]
            before = scores[at - 1] if single else scores[at - 1][:, :count]
            own[:] = before
            highest(before, axis=2, out=best)
            extra = side.pairs.get(at)
            if extra is None:
                if not single:
                    row.take(told.order, axis=0, out=ordered, mode="clip")
                    np.maximum.reduceat(ordered, told.starts, axis=0, out=pool[:-1])
                highest(pool[:-1], axis=0, out=pool[-1])
                pool.take(flat, axis=0, out=taken, mode="clip")
                np.add(taken, price, out=taken)
                highest(by_rank, axis=0, out=stay)
                if not single:
                    stay.take(told.column, axis=0, out=entered, mode="clip")
            else:
                highest(row[:, None, :] + (side.then + extra)[:, :, None], axis=0, out=entered)
            np.add(other, enter, out=new)
            changed.append(new > kept)
            np.maximum(kept, new, out=new)
        if emit is not None:
            new += emit[at]
        else:
            new[: side.fitted] += side.emit[first:last].transpose(2, 0, 1)
            if side.alike is not None:
                new += side.alike[first:last].T[:, :, None]
        scores.append(new)
    return [_back(side, scores, changed, number) for number in range(len(lattices))]


def _back(
    side: Side, scores: Sequence[Floats], changed: Sequence[NDArray[np.bool_]], number: int
) -> tuple[Ints, Ints, float]:
    """The best path of one lattice, from its end, and its score.

    `changed`: where the best way into a line's label and state was from another state.
    """
    import numpy as np

    lattice, rank = side.lattices[number], side.steps.rank[number]
    count = side.steps.lengths[number]
    states = len(lattice.prior)
    last = scores[count - 1][:, rank, :states].T + lattice.stop
    top = int(last.argmax())
    state, label = divmod(top, side.size)
    labels, path = [label], [state]
    into = side.then.T.copy()
    for at in range(count - 1, 0, -1):
        row = into[label]
        extra = side.pairs.get(at)
        if extra is not None:
            row = row + extra[:, label]
        if changed[at - 1][label, rank, state]:
            move = scores[at - 1][:, rank, :states] + row[:, None]
            label, state = divmod(int(move.argmax()), states)
        else:
            label = int((scores[at - 1][:, rank, state] + row).argmax())
        labels.append(label)
        path.append(state)
    return np.array(labels[::-1]), np.array(path[::-1]), float(last.flat[top])


SCALED = 4
"""Lines after which sums are scaled to one again: odds of a few lines do not run out of range."""


@dataclass
class Messages:
    """What reaches each line from before and from behind, each row up to a factor.

    `forward` holds the line's own emission, `backward` does not; (lines, states, labels).
    """

    forward: Floats
    backward: Floats


def messages(
    lattice: Lattice, before: Floats | None = None, behind: Floats | None = None
) -> Messages:
    """Forward and backward sums.

    `before`: the forward row of the line before the stretch, where it has one; `behind`: the
    product of emission and backward row of the line behind it. Without them the lattice's own
    start and stop are used.
    """
    import numpy as np

    side = Side((lattice,))
    states, size = side.states, side.size
    own = side.odds()
    then, share = np.exp(side.then), np.exp(lattice.prior)
    move = then * np.exp(side.switch)
    extra = {at: np.exp(pair) for at, pair in lattice.pairs.items()}
    often = 1 if extra else SCALED
    every, each = np.ones(states), share[:, None]
    sums, moves, moved = np.empty(size), np.empty(size), np.empty((states, size))
    dot = np.dot

    def onwards(row: Floats, at: int, out: Floats) -> None:
        told = extra.get(at)
        dot(row, then if told is None else then * told, out=out)
        dot(every, row, out=sums)
        dot(sums, move if told is None else move * told, out=moves)
        np.multiply(each, moves, out=moved)
        np.add(out, moved, out=out)

    def backwards(row: Floats, at: int, out: Floats) -> None:
        told = extra.get(at)
        dot(row, (then if told is None else then * told).T, out=out)
        dot(share, row, out=sums)
        dot(sums, (move if told is None else move * told).T, out=moves)
        np.add(out, moves, out=out)

    count = len(own)
    forward, backward = np.empty((count, states, size)), np.empty((count, states, size))
    if before is None:
        forward[:1] = odds(lattice.start[None])
    else:
        onwards(before, 0, forward[0])
    forward[0] *= own[0]
    scale(forward[:1])
    for at in range(1, count):
        row = forward[at]
        onwards(forward[at - 1], at, row)
        np.multiply(row, own[at], out=row)
        if not at % often:
            row /= row.sum() or 1.0
    if behind is None:
        backward[-1:] = odds(lattice.stop[None])
    else:
        backwards(behind, count, backward[-1])
    scale(backward[-1:])
    product = np.empty((states, size))
    for at in range(count - 1, 0, -1):
        np.multiply(backward[at], own[at], out=product)
        row = backward[at - 1]
        backwards(product, at, row)
        if not at % often:
            row /= row.sum() or 1.0
    return Messages(forward, backward)


def posteriors(found: Messages) -> Floats:
    """Probability of each label at each line, (lines, labels); rows sum to one."""
    return shares((found.forward * found.backward).sum(axis=1))


def path_score(lattice: Lattice, labels: Ints, states: Ints) -> float:
    """The score of one path, for tests and comparisons."""
    total = float(lattice.start[states[0], labels[0]])
    total += float(lattice.emission(0)[states[0], labels[0]])
    for at in range(1, len(labels)):
        a, b = labels[at - 1], labels[at]
        total += float(lattice.then[a, b] + lattice.emission(at)[states[at], b])
        if at in lattice.pairs:
            total += float(lattice.pairs[at][a, b])
        if states[at] != states[at - 1]:
            total += float(lattice.switch[b] + lattice.prior[states[at]])
    return total + float(lattice.stop[states[-1], labels[-1]])

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
from editor.analysis.stepping import Grammar, grammar, plain_grammar
from editor.model.giving_way import paused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]


def viterbi(lattice: Lattice) -> tuple[Ints, Ints, float]:
    """The best path: labels, states, and its score (-inf where every path is masked)."""
    return best_paths((lattice,))[0]


def best_paths(
    lattices: Sequence[Lattice], side: Side | None = None
) -> list[tuple[Ints, Ints, float]]:
    """The best path of each lattice; of several no joint is decided. `side`: made of them before.

    Forward only the best scores are kept; the way back asks again where each came from, for the
    one path.
    """
    side = side or Side(lattices)
    scores, changed = best_scores(side)
    if len(lattices) == 1:
        return [best_path(side, scores, changed)]
    return _all_back(side, scores, changed)


def best_scores(
    side: Side, scores: Sequence[Floats] = (), changed: Sequence[Bools] = ()
) -> tuple[list[Floats], list[Bools]]:
    """The best scores (labels, states, lattices) at each line, and where another state was better.

    Of one lattice those of its first lines may be given.
    """
    import numpy as np

    scores, changed = list(scores), list(changed)
    size, states, single = side.size, side.states, len(side.lattices) == 1
    told = _plain(side.then) if single else grammar(side.then)
    entry = side.switch[:, None, None] + side.prior.T[None]
    start = side.once([lattice.start for lattice in side.lattices], -np.inf)
    emit = side.emission().transpose(0, 2, 1)[:, :, :, None] if single else None
    flat, (depth, columns) = told.before.ravel(), told.before.shape
    highest, count = np.maximum.reduce, 0
    pairs: dict[int, Floats] = {}
    # labels first and lattices last: what is asked of many at once lies side by side
    for at, (first, last) in enumerate(paused(side.steps.sides[len(scores) :]), len(scores)):
        new = np.empty((size, states, last - first))
        if not at:
            np.copyto(new, start[: last - first].transpose(2, 1, 0))
        else:
            if last - first != count:
                count = last - first
                # one state more: the best of all, for those who come from another
                wide = (states + 1) * count
                pool = np.empty((size + 1, wide))
                row = pool[:-1]
                here = row.reshape(size, states + 1, count)
                own, best = here[:, :states], here[:, states]
                taken, stay = np.empty((depth * columns, wide)), np.empty((columns, wide))
                by_rank = taken.reshape(depth, columns, wide)
                price = np.repeat(told.price.reshape(-1, 1), wide, axis=1)
                entered = stay if single else np.empty((size, wide))
                whole = entered.reshape(size, states + 1, count)
                kept, other = whole[:, :states], whole[:, states:]
                enter = entry[:, :, :count]
            before = scores[at - 1] if single else scores[at - 1][:, :, :count]
            own[:] = before
            highest(before, axis=1, out=best)
            extra = side.pairs.get(at)
            if extra is None:
                highest(row, axis=0, out=pool[-1])
                pool.take(flat, axis=0, out=taken, mode="clip")
                np.add(taken, price, out=taken)
                highest(by_rank, axis=0, out=stay)
                if not single:
                    stay.take(told.column, axis=0, out=entered, mode="clip")
            else:
                forced = pairs.setdefault(id(extra), (side.then + extra)[:, :, None])
                highest(row[:, None, :] + forced, axis=0, out=entered)
            np.add(other, enter, out=new)
            changed.append(new > kept)
            np.maximum(kept, new, out=new)
        if emit is not None:
            new += emit[at]
        else:
            new[: side.fitted] += side.emit[first:last].T
            if side.alike is not None:
                new += side.alike[first:last].T[:, None, :]
        scores.append(new)
    return scores, changed


_PLAIN: dict[int, tuple[Floats, Grammar]] = {}
"""The grammar of each language, told once: its prices are never changed."""


def _plain(then: Floats) -> Grammar:
    known = _PLAIN.get(id(then))
    if known is None:
        known = _PLAIN[id(then)] = then, plain_grammar(then)
    return known[1]


def best_path(
    side: Side,
    scores: Sequence[Floats],
    changed: Sequence[Bools],
    known: tuple[Ints, Ints] | None = None,
) -> tuple[Ints, Ints, float]:
    """The best path of a lattice that goes alone, from its end, and its score.

    `changed`: where the best way into a line's label and state was from another state. `known`:
    the path of a lattice whose first lines have the same scores: once met it is gone.
    """
    import numpy as np

    (lattice,) = side.lattices
    count, states = len(scores), side.states
    last = scores[-1][:, :, 0].T + lattice.stop
    top = int(last.argmax())
    state, label = divmod(top, side.size)
    labels, path = [label], [state]
    into = side.then.T.copy()
    met = len(known[0]) if known is not None else 0
    for at in range(count - 1, 0, -1):
        if known is not None and at < met and known[0][at] == label and known[1][at] == state:
            labels += known[0][at - 1 :: -1].tolist()
            path += known[1][at - 1 :: -1].tolist()
            break
        row = into[label]
        extra = side.pairs.get(at)
        if extra is not None:
            row = row + extra[:, label]
        if changed[at - 1][label, state, 0]:
            move = scores[at - 1][:, :, 0] + row[:, None]
            label, state = divmod(int(move.argmax()), states)
        else:
            label = int((scores[at - 1][:, state, 0] + row).argmax())
        labels.append(label)
        path.append(state)
    return np.array(labels[::-1]), np.array(path[::-1]), float(last.flat[top])


def _all_back(
    side: Side, scores: Sequence[Floats], changed: Sequence[Bools]
) -> list[tuple[Ints, Ints, float]]:
    """The same of several: from the longest one's end to their beginning, in step."""
    import numpy as np

    steps, states, size = side.steps, side.states, side.size
    labels, path = np.empty((2, steps.edges[-1]), dtype=np.int64)
    stop = side.once([lattice.stop for lattice in side.lattices], -np.inf)
    label, state = np.zeros((2, len(stop)), dtype=np.int64)
    best, places = np.zeros(len(stop)), np.arange(len(stop))
    going = 0
    for at in range(len(scores) - 1, -1, -1):
        first, last = steps.sides[at]
        count = last - first
        if going:
            mine = places[:going]
            told = changed[at][label[:going], state[:going], mine]
            row = side.then.take(label[:going], axis=1)
            known = scores[at].reshape(size, states * count)
            come = (known.take(state[:going] * count + mine, axis=1) + row).argmax(axis=0)
            for number in np.flatnonzero(told).tolist():
                move = scores[at][:, :, number] + row[:, number, None]
                come[number], state[number] = divmod(int(move.argmax()), states)
            label[:going] = come
        if count > going:
            ends = scores[at][:, :, going:count].transpose(2, 1, 0) + stop[going:count]
            flat = ends.reshape(count - going, -1)
            top = flat.argmax(axis=1)
            state[going:count], label[going:count] = np.divmod(top, size)
            best[going:count] = flat[np.arange(count - going), top]
        labels[first:last], path[first:last] = label[:count], state[:count]
        going = count
    found = []
    for number, rank in enumerate(steps.rank):
        own = steps.places(number)
        found.append((labels[own], path[own], float(best[rank])))
    return found


SCALED = 4
"""Lines after which sums are scaled to one again: odds of a few lines do not run out of range."""


@dataclass
class Messages:
    """What reaches each line from before and from behind, each row up to a factor.

    `forward` holds the line's own emission, `backward` does not; (lines, states, labels).
    """

    forward: Floats
    backward: Floats


@dataclass
class Before:
    """Sums of stretches that a new one is like, line by line, and at the edge.

    Its first `head` lines are those of `first`, its last `tail` lines those of `last`: weighed
    alike and joined alike to the lines before them (of the tail's first line only weighed so).
    """

    first: Messages | None = None
    head: int = 0
    last: Messages | None = None
    tail: int = 0


LOOK = 4
"""Lines after which sums are compared with those that were there before."""


def messages(
    lattice: Lattice,
    before: Floats | None = None,
    behind: Floats | None = None,
    known: Before | None = None,
) -> Messages:
    """Forward and backward sums.

    `before`: the forward row of the line before the stretch, where it has one; `behind`: the
    product of emission and backward row of the line behind it. Without them the lattice's own
    start and stop are used. `known`: what need not be made again; what is given is the same.
    """
    import numpy as np

    known = known or Before()
    side = Side((lattice,))
    states, size = side.states, side.size
    own = side.odds()
    then, share = np.exp(side.then), np.exp(lattice.prior)
    move = then * np.exp(side.switch)
    odds_of = {id(pair): np.exp(pair) for pair in lattice.pairs.values()}
    onto = {one: (then * told, move * told) for one, told in odds_of.items()}
    extra = {at: onto[id(pair)] for at, pair in lattice.pairs.items()}
    plain = then, move
    often = 1 if extra else SCALED
    every, each = np.ones(states), share[:, None]
    sums, moves, moved = np.empty(size), np.empty(size), np.empty((states, size))
    dot = np.dot

    def onwards(row: Floats, at: int, out: Floats) -> None:
        stays, moves_on = extra.get(at, plain)
        dot(row, stays, out=out)
        dot(every, row, out=sums)
        dot(sums, moves_on, out=moves)
        np.multiply(each, moves, out=moved)
        np.add(out, moved, out=out)

    def backwards(row: Floats, at: int, out: Floats) -> None:
        stays, moves_on = extra.get(at, plain)
        dot(row, stays.T, out=out)
        dot(share, row, out=sums)
        dot(sums, moves_on.T, out=moves)
        np.add(out, moves, out=out)

    count, head, tail = len(own), known.head, known.tail
    forward, backward = np.empty((count, states, size)), np.empty((count, states, size))
    if head and known.first is not None:
        forward[:head] = known.first.forward[:head]
    elif before is None:
        forward[:1] = odds(lattice.start[None])
    else:
        onwards(before, 0, forward[0])
    if not head:
        forward[0] *= own[0]
        scale(forward[:1])
    old = known.last.forward if known.last is not None else forward[:0]
    for at in range(max(1, head), count):
        row = forward[at]
        onwards(forward[at - 1], at, row)
        np.multiply(row, own[at], out=row)
        if not at % often:
            row /= row.sum() or 1.0
        left = count - 1 - at
        if left < tail and not at % LOOK and np.array_equal(row, old[len(old) - 1 - left]):
            forward[at + 1 :] = old[len(old) - left :]
            break
    if tail and known.last is not None:
        backward[count - tail :] = known.last.backward[len(known.last.backward) - tail :]
    elif behind is None:
        backward[-1:] = odds(lattice.stop[None])
    else:
        backwards(behind, count, backward[-1])
    if not tail:
        scale(backward[-1:])
    product = np.empty((states, size))
    old = known.first.backward if known.first is not None else backward[:0]
    for at in range(count - max(1, tail), 0, -1):
        np.multiply(backward[at], own[at], out=product)
        row = backward[at - 1]
        backwards(product, at, row)
        if not at % often:
            row /= row.sum() or 1.0
        if at < head and not at % LOOK and np.array_equal(row, old[at - 1]):
            backward[: at - 1] = old[: at - 1]
            break
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

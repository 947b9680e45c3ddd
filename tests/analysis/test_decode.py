"""The lattice: best path against brute force, posteriors, masks, and stretches with edges."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from editor.analysis import labels as lab
from editor.analysis.decode import best_paths, messages, path_score, posteriors, viterbi
from editor.analysis.lattice import Lattice
from editor.analysis.sums import all_posteriors
from editor.analysis.tables import TOLD, joint_mask, tables
from editor.model.structure import Joint


def tiny(seed: int, *, lines: int = 3, states: int = 2, size: int = 3) -> Lattice:
    rng = np.random.default_rng(seed)
    return Lattice(
        emit=rng.normal(size=(lines, states, size)) * 2,
        then=rng.normal(size=(size, size)),
        switch=-rng.random(size) * 2 - 0.1,
        prior=-rng.random(states) - 0.1,
        start=rng.normal(size=(states, size)),
        stop=rng.normal(size=(states, size)),
        pairs={},
    )


@pytest.mark.parametrize("seed", range(8))
def test_the_best_path_is_the_best_of_all(seed: int) -> None:
    lattice = tiny(seed)
    lines, states, size = lattice.emit.shape
    labels, path, total = viterbi(lattice)
    assert total == pytest.approx(path_score(lattice, labels, path))
    every = [
        path_score(lattice, np.array(found[:lines]), np.array(found[lines:]))
        for found in product(*[range(size)] * lines, *[range(states)] * lines)
    ]
    assert total == pytest.approx(max(every))


def small_page(lines: int = 6) -> Lattice:
    table, rng = tables(), np.random.default_rng(5)
    states = 2
    return Lattice(
        emit=rng.normal(size=(lines, states, lab.COUNT)) * 2,
        then=table.then,
        switch=table.switch,
        prior=np.log(np.full(states, 0.5)),
        start=np.repeat(table.start[None, :], states, axis=0),
        stop=np.repeat(table.stop[None, :], states, axis=0),
        pairs={},
    )


def test_posteriors_sum_to_one_and_agree_with_long_sums() -> None:
    lattice = small_page()
    found = posteriors(messages(lattice))
    assert found.sum(axis=1) == pytest.approx(np.ones(len(found)))
    # the same line from a stretch in the middle, fed with what reaches it from both sides
    whole = messages(lattice)
    inner = Lattice(
        lattice.emit[2:4], lattice.then, lattice.switch, lattice.prior,
        lattice.start, lattice.stop, {},
    )  # fmt: skip
    behind = np.exp(lattice.emit[4]) * whole.backward[4]
    part = posteriors(messages(inner, whole.forward[1], behind / behind.sum()))
    assert part == pytest.approx(found[2:4])


@pytest.mark.parametrize("joint", list(Joint))
def test_decided_joints_are_obeyed_by_every_path(joint: Joint) -> None:
    lattice = small_page()
    lattice.pairs[3] = joint_mask(joint)
    labels, _, total = viterbi(lattice)
    assert np.isfinite(total)
    assert joint_mask(joint)[labels[2], labels[3]] > TOLD
    allowed = joint_mask(joint).max(axis=0) > TOLD
    assert posteriors(messages(lattice))[3][~allowed].sum() == pytest.approx(0.0)


def test_label_masks_are_obeyed_whatever_the_grammar_says() -> None:
    lattice = small_page()
    for at, name in ((2, "furn"), (3, "inner"), (4, "head")):
        mask = np.full(lab.COUNT, -np.inf)
        mask[list(lab.ids(name))] = 0.0
        lattice.emit[at] += mask
    labels, _, total = viterbi(lattice)
    assert np.isfinite(total)
    assert labels[2] in lab.ids("furn")
    assert labels[3] in lab.ids("inner")
    assert labels[4] in lab.ids("head")


@pytest.mark.parametrize("seed", range(4))
def test_lattices_in_step_are_decided_as_each_alone(seed: int) -> None:
    table, rng = tables(), np.random.default_rng(seed)
    lattices = []
    for lines, states in zip(rng.integers(1, 40, 6), rng.integers(1, 5, 6), strict=True):
        prior = np.log(rng.dirichlet(np.ones(states)))
        lattices.append(
            Lattice(
                rng.normal(size=(lines, states, table.fitted)) * 2,
                table.then,
                table.switch,
                prior,
                table.start[None, :] + prior[:, None],
                np.repeat(table.stop[None, :], states, axis=0),
                {},
                rng.normal(size=(lines, lab.COUNT)) * 3,
            )
        )
    together = zip(lattices, best_paths(lattices), all_posteriors(lattices), strict=True)
    for lattice, (labels, widths, total), found in together:
        alone_labels, alone_widths, alone_total = viterbi(lattice)
        assert labels.tolist() == alone_labels.tolist()
        assert widths.tolist() == alone_widths.tolist()
        assert total == pytest.approx(alone_total)
        assert total == pytest.approx(path_score(lattice, labels, widths))
        assert found == pytest.approx(posteriors(messages(lattice)), abs=1e-9)

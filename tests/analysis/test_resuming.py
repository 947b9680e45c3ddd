"""What is decided again from where it differs is what would be decided without anything known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from editor.analysis import labels as lab
from editor.analysis import resuming
from editor.analysis.decode import messages, posteriors, viterbi
from editor.analysis.lattice import Lattice
from editor.analysis.resuming import Stretched, decided
from editor.analysis.tables import joint_mask, tables
from editor.model.structure import Joint


def page(rng: np.random.Generator, lines: int) -> Lattice:
    table, states = tables(), 4
    prior = -rng.random(states) - 0.1
    return Lattice(
        rng.normal(size=(lines, states, table.fitted)) * 3,
        table.then,
        table.switch,
        prior,
        np.repeat(table.start[None], states, axis=0) + prior[:, None],
        np.repeat(table.stop[None], states, axis=0),
        {},
        rng.normal(size=(lines, lab.COUNT)) * 3,
    )


def decided_at(lattice: Lattice, at: int, joint: Joint) -> Lattice:
    return replace(lattice, pairs={**lattice.pairs, at: joint_mask(joint)})


def told_at(lattice: Lattice, at: int) -> Lattice:
    assert lattice.alike is not None
    alike = lattice.alike.copy()
    alike[at, : lab.COUNT // 2] = -np.inf
    return replace(lattice, alike=alike)


def cut_at(lattice: Lattice, at: int, rng: np.random.Generator) -> Lattice:
    """One more line, as where a printed line is cut."""
    assert lattice.alike is not None
    emit = np.insert(lattice.emit, at, rng.normal(size=lattice.emit.shape[1:]), axis=0)
    alike = np.insert(lattice.alike, at, rng.normal(size=lab.COUNT), axis=0)
    pairs = {line + (line >= at): pair for line, pair in lattice.pairs.items()}
    return replace(lattice, emit=emit, alike=alike, pairs=pairs)


@pytest.mark.parametrize("seed", range(6))
def test_bit_by_bit(seed: int) -> None:
    rng = np.random.default_rng(seed)
    lattice, kept = page(rng, 90), list[Stretched]()
    before = rng.random((4, lab.COUNT)) if seed % 2 else None
    behind = rng.random((4, lab.COUNT)) if seed % 3 else None
    joints = (Joint.PARAGRAPH, Joint.ARTICLE, Joint.GLUE)
    reused = 0
    for _ in range(25):
        at = int(rng.integers(1, len(lattice.emit)))
        match int(rng.integers(4)):
            case 0:
                lattice = decided_at(lattice, at, joints[at % 3])
            case 1:
                lattice = told_at(lattice, at)
            case 2:
                lattice = cut_at(lattice, at, rng)
            case _ if lattice.pairs:
                gone = next(iter(lattice.pairs))
                pairs = {line: pair for line, pair in lattice.pairs.items() if line != gone}
                lattice = replace(lattice, pairs=pairs)
        heads = [resuming.head_of(lattice, before, old) for old in kept]
        reused += max(heads, default=0)
        found = decided(0, 9, lattice, (before, behind), kept)
        labels, states, _ = viterbi(lattice)
        sums = messages(lattice, before, behind)
        assert found.labels.tolist() == labels.tolist()
        assert found.states.tolist() == states.tolist()
        assert np.array_equal(found.sums.forward, sums.forward)
        assert np.array_equal(found.sums.backward, sums.backward)
        assert np.array_equal(found.shares, posteriors(sums))
    assert reused > 200  # of some 2,500 lines


def test_of_long_stretches_only_the_last_is_kept() -> None:
    rng = np.random.default_rng(1)
    kept: list[Stretched] = []
    for at in range(6):
        decided(at, -1, page(rng, 300), (None, None), kept)
    assert [one.begin for one in kept] == [5, 4]

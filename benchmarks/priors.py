"""The hand-set weights of a script as one vector, and where each of them stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from editor.analysis import tables as tab
from editor.analysis import weights as chinese
from editor.analysis.english import weights as english
from editor.analysis.weights import Row

Floats = NDArray[np.float64]
ANALYSIS = Path(__file__).resolve().parent.parent / "editor" / "analysis"


@dataclass(frozen=True)
class Weights:
    """A vector unpacked into the tables' form."""

    emission: dict[str, Row]
    transition: dict[str, float]
    goes_on: dict[str, tuple[float, float]]
    last: dict[str, float]

    def tables(self) -> tab.Tables:
        """The arrays of these weights."""
        return tab.build(self.emission, self.transition, self.goes_on, self.last)


@dataclass(frozen=True)
class Prior:
    """The hand-set weights of one script, and the module that a fit of them is written to."""

    script: str
    weights: Weights
    target: Path
    penalty: float = 0.01
    """How strongly a fit is pulled back towards them, a page."""

    @cached_property
    def emitted(self) -> list[tuple[str, str]]:
        """(observation, group) of each emission, in the vector's order."""
        return [(name, group) for name, row in self.weights.emission.items() for group in row]

    @cached_property
    def moved(self) -> list[str]:
        """Transitions, in order."""
        return list(self.weights.transition)

    @cached_property
    def filled(self) -> list[tuple[str, int]]:
        """(bucket, policy) of lines that go on, in order."""
        return [(name, policy) for name in self.weights.goes_on for policy in range(tab.POLICIES)]

    @cached_property
    def ended(self) -> list[str]:
        """Buckets of last lines, in order."""
        return list(self.weights.last)

    @property
    def first_moved(self) -> int:
        """Where the transitions begin in the vector."""
        return len(self.emitted)

    @property
    def first_filled(self) -> int:
        """Where the buckets of lines that go on begin."""
        return self.first_moved + len(self.moved)

    @property
    def first_ended(self) -> int:
        """Where the buckets of last lines begin."""
        return self.first_filled + len(self.filled)

    def packed(self) -> Floats:
        """The hand-set weights as one vector."""
        weights = self.weights
        return np.array(
            [weights.emission[name][group] for name, group in self.emitted]
            + [weights.transition[name] for name in self.moved]
            + [weights.goes_on[name][policy] for name, policy in self.filled]
            + [weights.last[name] for name in self.ended]
        )

    def unpacked(self, vector: Floats) -> Weights:
        """A vector as tables."""
        values = vector.tolist()
        emission: dict[str, Row] = {name: {} for name in self.weights.emission}
        for (name, group), value in zip(self.emitted, values, strict=False):
            emission[name][group] = value
        goes_on = dict(zip(self.filled, values[self.first_filled : self.first_ended], strict=True))
        return Weights(
            emission,
            dict(zip(self.moved, values[self.first_moved : self.first_filled], strict=True)),
            {name: (goes_on[name, 0], goes_on[name, 1]) for name in self.weights.goes_on},
            dict(zip(self.ended, values[self.first_ended :], strict=True)),
        )


PRIORS = {
    "zh": Prior(
        "zh",
        Weights(chinese.EMISSION, chinese.TRANSITION, chinese.FIT_GOES_ON, chinese.FIT_LAST),
        ANALYSIS / "fitted.py",
        penalty=0.003,
    ),
    "en": Prior(
        "en",
        Weights(english.EMISSION, english.TRANSITION, english.FIT_GOES_ON, english.FIT_LAST),
        ANALYSIS / "english" / "fitted.py",
    ),
}

"""The weights as arrays, built once: emission by observation and label, transitions, fits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from editor.analysis import fitted
from editor.analysis import labels as lab
from editor.analysis import weights as hand
from editor.analysis.fit import BUCKETS, KINDS
from editor.model.structure import Joint

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

OBSERVED = tuple(hand.EMISSION)
LOOSE, SQUEEZE = 0, 1
POLICIES = 2
TOLD = -150.0
"""Nats for labels that a decided joint does not leave possible.

Dearer than anything that the page can say, yet a price: where the roles that a person decided
leave no labels that fit the joint, it is the lattice that gives way, at that place alone (the
walk that builds the blocks obeys both). Small enough for sums of exponentials.
"""


def label_kind(label: str) -> int:
    """The kind of width test (index into `KINDS`) that a label takes."""
    if label not in lab.GROUPS["body"]:
        return 0
    start = "first" if label in lab.GROUPS["first"] else "inner"
    end = (
        "gap" if label in lab.GROUPS["gap"] else "on" if label in lab.GROUPS["goes_on"] else "last"
    )
    return KINDS.index(f"{start}_{end}")


@dataclass(frozen=True)
class Tables:
    """Arrays: `emission` (observations, labels), `then` (labels, labels), and the rest."""

    emission: Floats
    then: Floats
    start: Floats
    stop: Floats
    switch: Floats
    fits: Floats  # (policies, kinds, buckets)
    kinds: tuple[int, ...]
    names: tuple[tuple[str, ...], ...]  # of transitions
    observed: tuple[str, ...] = OBSERVED
    """The names of the observations, in the order of `emission`'s rows."""

    @cached_property
    def fitted(self) -> int:
        """The labels that have a width test are among the first so many."""
        return 1 + max(label for label, kind in enumerate(self.kinds) if kind)

    @cached_property
    def weights(self) -> list[list[float]]:
        """`emission` as plain numbers, for single look-ups."""
        found: list[list[float]] = self.emission.tolist()
        return found

    @cached_property
    def fillings(self) -> list[list[list[float]]]:
        """`fits` as plain numbers."""
        found: list[list[list[float]]] = self.fits.tolist()
        return found

    def named_so(self, kinds: tuple[str, ...]) -> NDArray[np.bool_]:
        """Which observations have names that begin so."""
        found = self._named.get(kinds)
        if found is None:
            import numpy as np

            found = np.array([name.startswith(kinds) for name in self.observed], dtype=bool)
            self._named[kinds] = found
        return found

    @cached_property
    def _named(self) -> dict[tuple[str, ...], NDArray[np.bool_]]:
        return {}

    @cached_property
    def index(self) -> dict[str, int]:
        """Each observation's row."""
        return {name: at for at, name in enumerate(self.observed)}


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The arrays of the weights in force: the fitted ones, by hand where none was fitted."""
    return build(
        {**hand.EMISSION, **fitted.EMISSION},
        {**hand.TRANSITION, **fitted.TRANSITION},
        {**hand.FIT_GOES_ON, **fitted.FIT_GOES_ON},
        {**hand.FIT_LAST, **fitted.FIT_LAST},
    )


def build(
    emission: dict[str, hand.Row],
    transition: dict[str, float],
    goes_on: dict[str, tuple[float, float]],
    last: dict[str, float],
) -> Tables:
    """Arrays of any weights; the rows of `emission` name the observations."""
    import numpy as np

    transition = {**hand.TRANSITION, **transition}
    emit = np.zeros((len(emission), lab.COUNT))
    for at, row in enumerate(emission.values()):
        for group, nats in row.items():
            emit[at, list(lab.ids(group))] += nats
    then = np.full((lab.COUNT, lab.COUNT), transition["then.forbidden"])
    names = [["then.forbidden"] * lab.COUNT for _ in range(lab.COUNT)]
    for before, after, name in lab.GRAMMAR:
        for a in lab.ids(*before):
            for b in lab.ids(*after):
                then[a, b] = transition[name]
                names[a][b] = name
    start = np.full(lab.COUNT, transition["then.forbidden"])
    for labels, name in lab.STARTS:
        start[list(lab.ids(*labels))] = transition[name]
    stop = np.full(lab.COUNT, transition["then.forbidden"])
    for labels, name in lab.ENDS:
        stop[list(lab.ids(*labels))] = transition[name]
    switch = np.full(lab.COUNT, -60.0)
    switch[list(lab.ids("inner"))] = transition["width.switch_inside"]
    switch[list(lab.ids("p_first"))] = transition["width.switch_paragraph"]
    switch[list(lab.ids("a_first"))] = transition["width.switch_article"]
    fits = np.zeros((POLICIES, len(KINDS), len(BUCKETS)))
    for kind, kind_name in enumerate(KINDS):
        for bucket, bucket_name in enumerate(BUCKETS):
            for policy in range(POLICIES):
                if kind_name.endswith(("_on", "_gap")):
                    fits[policy, kind, bucket] = goes_on.get(bucket_name, (0.0, 0.0))[policy]
                elif kind_name.endswith("last"):
                    fits[policy, kind, bucket] = last.get(bucket_name, 0.0)
    kinds = tuple(label_kind(label) for label in lab.LABELS)
    observed = tuple(emission)
    named = tuple(map(tuple, names))
    return Tables(emit, then, start, stop, switch, fits, kinds, named, observed)


@lru_cache(maxsize=16)
@cache
def joint_mask(joint: Joint, *, cut: bool = False) -> Floats:
    """What a decided joint adds to the pairs of labels: `TOLD` where it forbids them.

    A paragraph that a person began may follow anything, a byline or headline too: there the
    grammar's price is given back, or the text would rather be read as furniture. One array for
    all who ask.
    """
    import numpy as np

    mask = np.full((lab.COUNT, lab.COUNT), TOLD)
    for before, after in lab.joint_pairs(joint, cut=cut):
        mask[np.ix_(list(before), list(after))] = 0.0
    if joint.breaks:
        table, firsts = tables(), lab.ids("p_first" if joint is Joint.PARAGRAPH else "article")
        forbidden = hand.TRANSITION["then.forbidden"]
        for after_label in firsts:
            unusual = table.then[:, after_label] == forbidden
            mask[unusual, after_label] = hand.TRANSITION["then.decided"] - forbidden
    mask.flags.writeable = False
    return mask

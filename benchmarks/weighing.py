"""The analysis with other weights, or a changed script, for as long as a block runs.

Measurements need the whole analysis under weights that were fitted without the pages it is
judged on, and without a kind of evidence. Nothing of the product is switchable for that: here the
two places where the product finds its weights and its script are exchanged from outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from benchmarks import fit_weights
from benchmarks.priors import Weights
from editor.analysis import settling, tables
from editor.analysis.scripts import Script, script


@contextmanager
def weighed(weights: Weights | None, name: str = "zh") -> Iterator[None]:
    """The model of the script `name` under `weights`; under the committed ones where None."""
    if weights is None:
        yield
        return
    table = weights.tables()
    if name != "zh":
        with read_as(replace(script(name), tables=lambda: table)):
            yield
        return
    with patch.object(tables, "tables", lambda: table):
        settling.forget()
        try:
            yield
        finally:
            settling.forget()


@contextmanager
def read_as(changed: Script) -> Iterator[None]:
    """Pages of its script read as `changed` says, in readings and in fits."""

    def chosen(name: str) -> Script:
        return changed if name == changed.name else script(name)

    with ExitStack() as stack:
        for module in (settling, fit_weights):
            stack.enter_context(patch.object(module, "script", chosen))
        settling.forget()
        try:
            yield
        finally:
            settling.forget()


def folds_of(paths: Sequence[Path], count: int) -> list[tuple[list[Path], list[Path]]]:
    """(pages to fit on, pages to judge on) for each fold; a style is wholly in one of them."""
    styles = sorted({path.parent.name for path in paths})
    found = []
    for fold in range(count):
        held = set(styles[fold::count])
        inside = [path for path in paths if path.parent.name not in held]
        found.append((inside, [path for path in paths if path.parent.name in held]))
    return found

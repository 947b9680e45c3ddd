"""The Chinese model: what is seen at a line of Chinese print, in which shapes, at what weight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from editor.analysis import tables as weighed
from editor.analysis.evidence import OBSERVATIONS
from editor.analysis.evidence.alike import ALIKE
from editor.analysis.evidence.datelines import dateline
from editor.analysis.evidence.furniture import caption_shape, furniture_shape
from editor.analysis.evidence.names import glued, own_line, split_names
from editor.analysis.evidence.view import pairs
from editor.analysis.fit import buckets, measure_arrays
from editor.analysis.habits import PageHabits, page_habits
from editor.analysis.scripts import Script, Shapes
from editor.analysis.tables import Tables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


def byline_goes_on(shapes: Sequence[str]) -> bool:
    """Whether byline lines are one: a role or a lone character stands on a line of its own."""
    return any(len(shape) <= 1 or own_line(shape)[0] == "lone_role" for shape in shapes) or (
        len(shapes[-1]) <= 3 and own_line(shapes[0])[0] == "lone_role"
    )


def _no_face(text: str) -> str:
    return ""


def _buckets(numbers: Floats, silent: Ints, habits: PageHabits) -> Ints:
    return buckets(numbers, silent, habits.measures, habits.lost_indent)


def _tables() -> Tables:
    return weighed.tables()


CHINESE = Script(
    name="zh",
    spaced=False,
    shapes=Shapes(
        dateline=dateline,
        own_line=own_line,
        glued=glued,
        split_names=split_names,
        byline_goes_on=byline_goes_on,
        furniture=furniture_shape,
        caption=caption_shape,
        words=pairs,
    ),
    face=_no_face,
    observations=OBSERVATIONS,
    habits=page_habits,
    tables=_tables,
    numbers=measure_arrays,
    buckets=_buckets,
    alike=ALIKE,
    looks_again=True,
)

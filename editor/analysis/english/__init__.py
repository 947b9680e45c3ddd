"""The English model: what is seen at a line of English print, in which shapes, at what weight."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from editor.analysis.english import fitted, weights
from editor.analysis.english.datelines import dateline
from editor.analysis.english.fill import buckets, numbers
from editor.analysis.english.furniture import caption_shape, furniture_shape
from editor.analysis.english.habits import face_of, page_habits
from editor.analysis.english.names import byline_goes_on, glued, own_line, split_names
from editor.analysis.english.observations import OBSERVATIONS, compared
from editor.analysis.habits import PageHabits
from editor.analysis.lines import Line
from editor.analysis.scripts import Script, Shapes
from editor.analysis.tables import Tables, build


@lru_cache(maxsize=1)
def _tables() -> Tables:
    """The arrays of the weights in force: the fitted ones, by hand where none was fitted."""
    return build(
        {**weights.EMISSION, **fitted.EMISSION},
        {**weights.TRANSITION, **fitted.TRANSITION},
        {**weights.FIT_GOES_ON, **fitted.FIT_GOES_ON},
        {**weights.FIT_LAST, **fitted.FIT_LAST},
    )


def _habits(lines: Sequence[Line], _: Shapes) -> PageHabits:
    return page_habits(lines)


ENGLISH = Script(
    name="en",
    spaced=True,
    shapes=Shapes(
        dateline=dateline,
        own_line=own_line,
        glued=glued,
        split_names=split_names,
        byline_goes_on=byline_goes_on,
        furniture=furniture_shape,
        caption=caption_shape,
        words=compared,
    ),
    face=face_of,
    observations=OBSERVATIONS,
    habits=_habits,
    tables=_tables,
    numbers=numbers,
    buckets=buckets,
    sure={
        "stop": 0.97,
        "inside": 0.98,
        "article": 0.95,
        "begins": 0.9,
        "runs": 0.99,
        "head": 0.9,
        "by": 0.97,
        "furniture": 0.99,
        "caption": 0.9,
    },
)

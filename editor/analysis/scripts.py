"""What differs from script to script, as one value, chosen in one place by the page's letters.

The lattice and its grammar are the same for all. What can be seen at a line, which shapes
datelines, bylines and furniture have, how a line fills its measure, and what each observation
weighs belongs to the script. A script's modules are loaded when its first page is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from editor.model.giving_way import pause

if TYPE_CHECKING:
    from editor.analysis.evidence.alike import Alike
    from editor.analysis.evidence.datelines import Dateline
    from editor.analysis.evidence.names import Names, Tail
    from editor.analysis.evidence.view import Found, View
    from editor.analysis.fit import Buckets, Numbers
    from editor.analysis.habits import PageHabits
    from editor.analysis.lines import Line
    from editor.analysis.tables import Tables


@dataclass(frozen=True)
class Shapes:
    """The shapes that text of a script has, each a function of it."""

    dateline: Callable[[str], Dateline | None]
    """The dateline that a text begins with; lines are parted by line ends."""
    own_line: Callable[[str], tuple[str, Names]]
    """Whether a line is nothing but a byline: its form ("" for none) and its names."""
    glued: Callable[[str], Tail | None]
    """The byline behind a paragraph's text."""
    split_names: Callable[[str, int, int], Names]
    """The names that a stretch of a text is a list of."""
    byline_goes_on: Callable[[Sequence[str]], bool]
    """Whether the last of some byline lines goes on with those before it."""
    furniture: Callable[[str], str]
    """The kind of furniture that a line is by its shape; "" for none."""
    caption: Callable[[str], str]
    """The kind of caption line; "" for none."""
    words: Callable[[str], frozenset[str]]
    """What of a line's words can be compared with other lines'."""


@dataclass(frozen=True)
class Script:
    """One script's way of being read. `spaced`: its words are set apart by spaces."""

    name: str
    spaced: bool
    shapes: Shapes
    face: Callable[[str], str]
    """The Latin face that a text's lines are measured in; "" where they are measured as Chinese."""
    observations: tuple[Callable[[View, int], Found], ...]
    habits: Callable[[Sequence[Line], Shapes], PageHabits]
    """What a page does as a habit, by its lines; with the shapes to look for."""
    tables: Callable[[], Tables]
    numbers: Numbers
    """What is measured of lines (see `analysis.fit`)."""
    buckets: Buckets
    """How measured lines fill each width."""
    alike: Mapping[Callable[[View, int], Found], Alike] = field(default_factory=dict)
    """Which lines are alike to an observation (`evidence.alike`); else it is asked of each."""
    sure: Mapping[str, float] = field(default_factory=dict)
    """Where it is asked at another confidence than `judging.SURE` says."""
    looks_again: bool = False
    """Whether a page is looked at twice, the second time with its traits."""


class Remembered(dict[Any, Any]):
    """A function of one thing, asked once about each."""

    def __init__(self, asked: Callable[[Any], Any]) -> None:
        """Nothing was asked yet."""
        super().__init__()
        self._asked = asked

    def __missing__(self, of: Any) -> Any:
        pause()
        found = self[of] = self._asked(of)
        return found


def remembering(read_as: Script, plain: Iterable[str] = (), nameless: Iterable[str] = ()) -> Script:
    """The same script, for one page: habits and observations ask for the shape of each line.

    `plain`: lines that are no furniture for sure; `nameless`: lines that are no byline.
    """
    from editor.analysis.evidence.names import NOTHING

    shapes = read_as.shapes
    furniture, own_line = Remembered(shapes.furniture), Remembered(shapes.own_line)
    furniture.update(dict.fromkeys(plain, ""))
    own_line.update(dict.fromkeys(nameless, ("", NOTHING)))
    return replace(
        read_as,
        shapes=replace(shapes, own_line=own_line.__getitem__, furniture=furniture.__getitem__),
    )


@lru_cache(maxsize=2)
def script(name: str) -> Script:
    """The script of a name that `habits.script_of` gives: `zh` or `en`."""
    if name == "en":
        from editor.analysis.english import ENGLISH

        return ENGLISH
    from editor.analysis.chinese import CHINESE

    return CHINESE

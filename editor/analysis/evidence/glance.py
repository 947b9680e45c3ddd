"""What one glance at many lines tells of each: where shapes may be, and where they are.

Shapes are regular expressions, and a page's lines have few of them. So each line is first asked
of its characters alone (`Letters`), all lines at once; shapes are looked for where those leave
one possible. What is told here of a line is what its view would tell, only sooner: a law holds
the two together (`tests/laws/test_glance.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from editor.analysis.evidence.letters import Alphabet, Letters
from editor.analysis.evidence.names import NOTHING
from editor.analysis.evidence.shapes import ends_text
from editor.model.giving_way import paused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from editor.analysis.evidence.view import View
    from editor.analysis.lines import Line

    Bools = NDArray[np.bool_]
    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

ALPHABET = Alphabet(
    {
        "blank": r"\s",
        "digit": r"\d",
        "foreign": r"^\u3400-\u9fff·\s、，,/／|:：（(□■●◎◆▲☐）)〔〕【】",
        "letter": r"\u3400-\u9fff",
        "plain": "A-Za-z0-9",
        "stop": "。",
        "ask": "！？",
        "half_ask": "!?",
        "dots": "…",
        "dot": ".",
        "semicolon": "；",
        "half_semicolon": ";",
        "comma": "，",
        "half_comma": ",",
        "enumerates": "、",
        "colon": "：:",
        "quote": "”’」』",
        "bracket": "）)",
        "closes": "》】",
        "opens": "（《“",
        "inverted": "“”",
        "opens_other": "〈「『‘(\\[{【",
        "dash": "—",
        "mark_opens": "（《「『【“",
        "mark_closes": "）》」』】”",
        "numbers": "（(一二三四五六七八九十①-⑩之",
        "notes": "（(—",
        "said": "示出调調绍紹为為说說称稱求诉訴言露",
        "said_behind": "，,：:“",
        "day": "日",
        "day_before": r"\d\s近昨连連",
        "day_behind": "前",
        "today": "今昨",
        "today_behind": "天早晚日",
        "week": "周",
        "week_before": "上本",
        "wire": "讯訊电電息道導",
        "paper": "报報刊社网網台臺闻聞端",
        "furniture": "版頁页叠年：:/期元@报刊報",
        "caption": "摄攝社片图圖像",
        "photo": "摄攝",
        "page": "版页頁",
        "year": "12二",
        "day_ends": r"日月\s",
        "role": "者员員生辑影图文摄习",
        "levelled": r"\s\d〇零一二三四五六七八九十",
    }
)
"""Kinds of characters that shapes are made of.

Where a shape asks for a character that no kind has, it belongs into one: `may_be_…` must be true
of every line that has the shape.
"""
REACH = 12
"""Lines around one that observations look at."""
MOST_FURNITURE, MOST_BYLINE, MOST_HEADLINE, MOST_RECURRING = 70, 60, 60, 40
NO_NAME = 10
"""Characters in a row that are no name and no place before one (`names.split_names`)."""


def moved(flags: Bools, by: int, beyond: bool = False) -> Bools:
    """What is so of the line `by` lines behind each (before it, where negative)."""
    import numpy as np

    found: Bools = np.full(len(flags), beyond)
    if 0 <= by < len(flags):
        found[: len(flags) - by] = flags[by:]
    elif 0 < -by < len(flags):
        found[-by:] = flags[:by]
    return found


class Possible:
    """Where shapes may be, by the letters of lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Look at the letters of lines."""
        self._shapes = [line.shape for line in lines]
        self.letters = Letters(self._shapes, ALPHABET)

    def without(self, shape: Bools) -> list[str]:
        """The lines that a shape cannot be at."""
        import numpy as np

        return [self._shapes[at] for at in np.flatnonzero(~shape).tolist()]

    @cached_property
    def furniture(self) -> Bools:
        """Lines that may be furniture by their shape."""
        letters = self.letters
        return letters.has("digit", "blank", "furniture") & (letters.sizes <= MOST_FURNITURE)

    @cached_property
    def caption(self) -> Bools:
        """Lines that may be of a caption by their shape."""
        return self.letters.has("caption")

    @cached_property
    def byline(self) -> Bools:
        """Lines that may be a byline and nothing else."""
        letters = self.letters
        listed = (letters.sizes >= 2) & (letters.sizes <= MOST_BYLINE) & ~letters.has("foreign")
        short: Bools = letters.longest("letter") < NO_NAME
        return listed & (short | letters.has("role"))

    @cached_property
    def tail(self) -> Bools:
        """Lines that may have a byline glued behind them."""
        letters = self.letters
        size, before = letters.trailing("letter")
        stops: Bools = (before & letters.alphabet.bits("stop", "ask", "quote")) != 0
        tight = (size >= 2) & (size <= 7) & stops
        return letters.has("blank") | letters.ends_in("bracket") | tight

    @cached_property
    def dateline(self) -> Bools:
        """Lines that a dateline may begin at, which may end in one of the next two."""
        wire, paper = self.letters.has("wire"), self.letters.has("paper")
        wire = wire | moved(wire, 1) | moved(wire, 2)
        return wire & (paper | moved(paper, 1) | moved(paper, 2))


def glance_of(view: View, low: int, high: int) -> Glance:
    """The glance at some lines; of a page's every line it is kept with what was seen of them."""
    if high - low < len(view.lines):
        return Glance(view, low, high)
    found = view.seen.glance
    if found is None:
        found = view.seen.glance = Glance(view, low, high)
    found.view = view  # the same lines; the page's traits may be told by now
    return found


class Glance:
    """Consecutive lines of a view, `low` to `high` (exclusive): an array entry a line."""

    def __init__(self, view: View, low: int, high: int) -> None:
        """Nothing but letters is looked at yet."""
        self.view, self.low, self.high = view, low, high
        self.lines = view.lines[low:high]
        known = view.seen.possible if high - low == len(view.lines) else None
        self.possible = known or Possible(self.lines)
        self.letters = self.possible.letters

    # -- lines by themselves ---------------------------------------------------------------

    @cached_property
    def _columns(self) -> Floats:
        import numpy as np

        rows = [
            (*line.extent, line.indent, line.blanks, line.head, line.tail, line.feed, line.spaced)
            for line in self.lines
        ]
        found: Floats = np.array(rows, dtype=float).reshape(-1, 9).T
        return found

    def _column(self, number: int) -> Floats:
        found: Floats = self._columns[number]
        return found

    def _flag(self, number: int) -> Bools:
        found: Bools = self._columns[number] > 0
        return found

    @property
    def low_width(self) -> Floats:
        """Widths in em, as `Line.extent` has them: squeezed."""
        return self._column(0)

    @property
    def width(self) -> Floats:
        """As they stand."""
        return self._column(1)

    @property
    def high_width(self) -> Floats:
        """Set full."""
        return self._column(2)

    @property
    def indent(self) -> Floats:
        """Blanks before each line, in em."""
        return self._column(3)

    @property
    def blanks(self) -> Ints:
        """Blank lines before each."""
        found: Ints = self._columns[4].astype(int)
        return found

    @cached_property
    def head(self) -> Bools:
        """Lines that begin where the printed line does."""
        return self._flag(5)

    @cached_property
    def tail(self) -> Bools:
        """Lines that end where the printed line does."""
        return self._flag(6)

    @property
    def feed(self) -> Bools:
        """Lines with a form feed before them."""
        return self._flag(7)

    @cached_property
    def spaced(self) -> Bools:
        """Lines set with spaces between characters: their text is not their shape."""
        return self._flag(8)

    @cached_property
    def opening(self) -> Bools:
        """The page's first line."""
        import numpy as np

        found: Bools = np.arange(self.low, self.high) == 0
        return found

    @cached_property
    def unstopped(self) -> Bools:
        """As `shapes.unstopped`."""
        letters = self.letters
        broken = letters.ends_in(
            "stop", "comma", "semicolon", "enumerates", "colon", "half_comma", "half_semicolon",
            "opens",
        )  # fmt: skip
        broken = broken | (letters.ends_in("dash") & ~letters.behind("dash"))
        fits = (letters.sizes <= MOST_HEADLINE) & ~broken & ~letters.has("stop", "semicolon")
        return fits & letters.has("han")

    # -- shapes, where letters leave one possible ------------------------------------------

    def asked(self, asked: Callable[[int], Any], where: Bools) -> list[tuple[int, Any]]:
        """What is asked of some lines, one by one: (place, answer)."""
        import numpy as np

        return [(at, asked(at + self.low)) for at in paused(np.flatnonzero(where).tolist())]

    def where(self, asked: Callable[[int], Any], where: Bools) -> Bools:
        """Those of some lines of which what is asked is true."""
        import numpy as np

        found = np.zeros(len(self.lines), dtype=bool)
        for at, answer in self.asked(asked, where):
            found[at] = bool(answer)
        return found

    def _known(self, table: dict[int, Any], where: Bools, nothing: object) -> None:
        """What is nowhere but there is put into the view's own table of a shape."""
        import numpy as np

        table.update(dict.fromkeys((np.flatnonzero(~where) + self.low).tolist(), nothing))

    @cached_property
    def furniture(self) -> Bools:
        """Lines that are furniture, by their shape or by recurring."""
        view, letters = self.view, self.letters
        where = self.possible.furniture
        recurring = view.habits.recurring
        if recurring:
            again = letters.has("levelled") & (letters.sizes <= MOST_RECURRING)
            shapes = [line.shape in recurring for line in self.lines]
            where = where | again | shapes
        self._known(view.seen.furniture, where, "")
        return self.where(view.furniture, where)

    @cached_property
    def byline(self) -> Bools:
        """Lines that are a byline and nothing else."""
        where = self.possible.byline
        self._known(self.view.seen.byline, where, ("", NOTHING))
        return self.where(lambda at: self.view.byline(at)[0], where)

    @cached_property
    def tails(self) -> Bools:
        """Lines that a byline is glued to."""
        where = self.possible.tail
        self._known(self.view.seen.tail, where, None)
        return self.where(self.view.tail, where)

    @cached_property
    def dateline(self) -> Bools:
        """Lines that a dateline begins at."""
        where = self.possible.dateline
        inside = where.copy()
        if self.high < len(self.view.lines):
            inside[-2:] = True  # what follows is not in sight
        self._known(self.view.seen.dateline, inside, None)
        return self.where(self.view.dateline, where)

    @cached_property
    def _captions(self) -> list[tuple[int, str]]:
        where = self.possible.caption
        self._known(self.view.seen.caption, where, "")
        return self.asked(self.view.caption, where)

    @cached_property
    def caption(self) -> Bools:
        """Lines of a caption, of whichever kind."""
        import numpy as np

        found = np.zeros(len(self.lines), dtype=bool)
        found[[at for at, kind in self._captions if kind]] = True
        return found

    def _caption(self, *kinds: str) -> Bools:
        import numpy as np

        found = np.zeros(len(self.lines), dtype=bool)
        found[[at for at, kind in self._captions if kind in kinds]] = True
        return found

    @cached_property
    def credit(self) -> Bools:
        """Lines that say who took a picture."""
        return self._caption("credit", "credit_line")

    @cached_property
    def pictured(self) -> Bools:
        """Lines that say what is on a picture."""
        return self._caption("pictured")

    @cached_property
    def ends_text(self) -> Bools:
        """As `shapes.ends_text`."""
        letters = self.letters
        quoted = letters.ends_in("quote", "bracket") & letters.behind("stop", "ask", "dots")
        found = letters.ends_in("stop", "ask", "half_ask", "dots") | quoted
        found = found | self.tails | self.byline | self.furniture | self.caption
        unsure = self.spaced & ~found
        return found | self.where(lambda at: ends_text(self.view, at), unsure)

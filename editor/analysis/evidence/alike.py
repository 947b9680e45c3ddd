"""Which lines are alike to an observation: one of them is asked, and answers for all.

Most lines of running text are the same to most observations. For each observation `ALIKE` has a
function that numbers a glance's lines: lines with one number see the same, those below nought
are asked each by itself. Or it only tells lines that may see something. How strong a sight is may
differ from line to line (`Sized`). An observation that is not named here is asked at every line;
a law (`tests/laws/test_glance.py`) holds all to what they see line by line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from editor.analysis.evidence import edges, layout, lead, people, sentences, shapes
from editor.analysis.evidence.glance import Glance, moved
from editor.analysis.evidence.letters import Letters
from editor.analysis.evidence.traits import traits
from editor.analysis.evidence.view import Found, View
from editor.analysis.habits import FAR, column_of
from editor.analysis.lines import UNBROKEN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bools = NDArray[np.bool_]
    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

ASK = -1


class Sized(NamedTuple):
    """Lines by number, and how strong what each sees is."""

    numbers: Ints
    strength: Floats


Alike = Callable[[Glance], "Bools | Ints | Sized"]


def _numbers(*flags: Bools) -> Ints:
    """A number for each set of flags that a line has."""
    import numpy as np

    found = np.zeros(len(flags[0]), dtype=np.int64)
    for at, flag in enumerate(flags):
        found += flag.astype(np.int64) << at
    return found


def _near(flags: Bools, steps: Sequence[int]) -> Bools:
    """Lines that have a flag so many lines behind them."""
    found = moved(flags, steps[0])
    for by in steps[1:]:
        found = found | moved(flags, by)
    return found


_ENDS = (
    ("stop",), ("ask", "half_ask"), ("enumerates", "comma", "semicolon", "half_comma",
    "half_semicolon"), ("colon",), ("dots",), ("opens", "opens_other"), ("plain",),
)  # fmt: skip


def endings(glance: Glance) -> Ints:
    """A line's end is its last character's kind, and whether a stop stands before a quote."""
    import numpy as np

    letters = glance.letters
    found = np.zeros(len(glance.lines), dtype=np.int64)
    for number, kinds in enumerate(_ENDS, start=1):
        found[letters.ends_in(*kinds)] = number
    quote = letters.ends_in("quote", "bracket")
    stopped = letters.behind("stop", "ask", "half_ask", "dots")
    found[quote & stopped], found[(quote & ~stopped) | letters.ends_in("closes")] = 8, 9
    found[~glance.tail | glance.tails | glance.spaced | letters.ends_in("dot")] = ASK
    return found


def lengths(glance: Glance) -> Bools:
    """Only a line with a stop in its last two characters ends a sentence."""
    letters = glance.letters
    stops = letters.ends_in("stop", "ask") | letters.behind("stop", "ask")
    return glance.tail & (stops | glance.spaced)


MOST_SPOKEN = 17
"""Characters before what follows a verb of speech at a line's start."""

MOST_PHRASE = 13
"""Characters of a slogan's first phrase, and its mark."""


def openings(glance: Glance) -> Bools:
    """Lines that begin with what an opening may begin with, or hold what it must hold."""
    import numpy as np

    letters, shapes_of = glance.letters, [line.shape for line in glance.lines]
    begins, known = sentences.OPENERS, glance.view.habits.openings
    words = [bool(begins[shape[0]]) or shape[:3] in known for shape in shapes_of]
    opens: Bools = np.array(words)
    dated, spoken = _days(letters), _spoken(letters)
    told = letters.near(dated, sentences.DATED_WITHIN) | letters.near(spoken, MOST_SPOKEN)
    return ~glance.head | opens | told | _slogans(letters)


def _days(letters: Letters) -> Ints:
    """Places of characters that may tell a day: 29日, 日前, 今天, 上周."""
    places = letters.places("day", "today", "week")
    here, (before, behind), bits = letters.kinds[places], letters.beside(places), letters.alphabet
    day = (here & bits.mask("day") != 0) & (
        (before & bits.mask("day_before", "end") != 0) | (behind & bits.mask("day_behind") != 0)
    )
    today = (here & bits.mask("today") != 0) & (behind & bits.mask("today_behind") != 0)
    week = (here & bits.mask("week") != 0) & (before & bits.mask("week_before") != 0)
    found: Ints = places[day | today | week]
    return found


def _spoken(letters: Letters) -> Ints:
    """Places of verbs of speech with a mark or the line's end behind them."""
    places = letters.places("said")
    _, behind = letters.beside(places)
    found: Ints = places[behind & letters.alphabet.mask("said_behind", "end") != 0]
    return found


def _slogans(letters: Letters) -> Bools:
    """Lines that may begin with two short phrases, a mark between them and a stop behind."""
    mark, stop = letters.first_others("letter", "inverted")
    between = letters.are(mark, "comma", "enumerates", "colon")
    return between & (mark < letters.starts + MOST_PHRASE) & letters.are(stop, "stop", "ask")


def topics(glance: Glance) -> Sized:
    """Between two Chinese characters a phrase goes on; else the words' turn tells."""
    import numpy as np

    letters, view = glance.letters, glance.view
    opens, closes = (letters.has(name) for name in ("mark_opens", "mark_closes"))
    # marks that stand open at each place, and the fewest that do on a line
    sums = np.zeros(len(letters.kinds) + 1, dtype=np.int64)
    sums[letters.places("mark_opens") + 1] = 1
    sums[letters.places("mark_closes") + 1] -= 1
    sums = np.cumsum(sums)
    least = np.minimum.reduceat(sums, letters.starts)
    before, fewest = sums[letters.starts], np.full(len(opens), np.iinfo(np.int64).max)
    for back in range(1, sentences.PAIR_LINES + 1):
        fewest[back:] = np.minimum(fewest[back:], least[:-back])
    pair = (before > fewest) & _near(closes, range(sentences.PAIR_LINES))
    han, wide = letters.ends_in("han"), glance.high_width > 6
    phrase = moved(han & wide, -1) & letters.begins("han")
    turn = np.array([view.turn(at) for at in range(glance.low, glance.high)])
    quiet = glance.opening | ~glance.head
    numbers = np.where(quiet, 0, np.where(pair, ASK, np.where(phrase, 1, 2 + (turn > 0))))
    return Sized(numbers, np.where(phrase, 1.0, np.abs(turn)))


def blanks(glance: Glance) -> Ints:
    """Lines with as many blank lines before them."""
    import numpy as np

    return np.where(glance.head & ~glance.opening, 1 + glance.blanks, 0)


def indents(glance: Glance) -> Ints:
    """Lines with one indent."""
    import numpy as np

    return np.where(glance.head, 1 + np.rint(2 * glance.indent).astype(int), 0)


def joins(glance: Glance) -> Bools:
    """Lines with a form feed before them."""
    return glance.feed


def paragraphs(glance: Glance) -> Bools:
    """Lines wider than any column."""
    found: Bools = glance.low_width > UNBROKEN
    return found


def shorts(glance: Glance) -> Bools:
    """Whole lines that fill no column."""
    habits = glance.view.habits
    column = column_of(habits.measures, habits.popularity)
    found: Bools = glance.head & glance.tail & (glance.high_width + 2.0 + FAR < column)
    return found


def datelines(glance: Glance) -> Bools:
    """Lines at which a dateline begins, or behind one."""
    return glance.dateline | _near(glance.dateline, (-1, -2))


def bylines(glance: Glance) -> Bools:
    """Bylines, and lines of one character, which may be a part of one."""
    return glance.byline | (glance.letters.sizes <= 1)


def tails(glance: Glance) -> Bools:
    """Lines with a byline behind them."""
    return glance.tails


MOST_DAY = 20
"""Characters of a line that is a day and nothing else."""
MOST_SECTION = 12
"""Characters of a section's name, of a box's title."""


def furniture(glance: Glance) -> Bools:
    """Furniture, what stands beside it, and lines as short as a section's name."""
    near = glance.furniture | _near(glance.furniture, (-1, 1))
    return near | (glance.letters.sizes <= MOST_SECTION) | glance.opening


def captions(glance: Glance) -> Ints:
    """Lines of captions and around them; and those behind a sentence's end."""
    import numpy as np

    letters, view = glance.letters, glance.view
    scenes = np.array([shapes.is_scene(line.shape) for line in glance.lines])
    stopped = letters.ends_in("stop", "ask", "half_ask", "quote", "dots")
    around = np.concatenate([glance.width[:1], glance.width[:-1]])
    apart = (np.abs(around - glance.width) >= shapes.APART) & (around >= view.habits.measures[-1])
    aside = apart & glance.head & ~glance.opening & moved(~stopped, -1)
    signed = moved(glance.byline | glance.tails, -1)
    ask = glance.caption | scenes | letters.has("photo") | moved(glance.credit, -1)
    for size_of, where, most in (
        (shapes.aside_size, aside, shapes.MOST_LINES),
        (shapes.alone_size, scenes & signed, shapes.MOST_ALONE),
    ):
        sizes = np.zeros(len(aside), dtype=np.int64)
        for at, size in glance.asked(lambda at, of=size_of: of(view, at), where):  # type: ignore[misc]
            sizes[at] = size
        ask = ask | (sizes > 0)
        if sizes.any():
            for back in range(1, most):
                ask = ask | moved(sizes > back, -back)
    ask = ask | _near(glance.credit, (1, 2, 3, 4)) | _near(glance.pictured, (-1, -2, -3))
    behind = moved(letters.ends_in("stop", "ask", "half_ask"), -1)
    return np.where(ask, ASK, behind.astype(np.int64))


def headlines(glance: Glance) -> Ints:
    """Lines with stops; others by their width, their commas and what stands around them."""
    import numpy as np

    letters, habits, count = glance.letters, glance.view.habits, len(glance.view.lines)
    free, ends = glance.unstopped, glance.ends_text
    measures = np.array(habits.measures)
    wide = glance.width > measures.max() + 1.0
    odd = ~wide & (np.abs(glance.width[:, None] - measures).min(axis=1) > 1.2) & (glance.width > 4)
    named = glance.byline | glance.dateline
    ahead = _near(named, (1, 2, 3, 4))
    ahead = ahead | (np.arange(glance.low, glance.high) + 4 >= count)
    signed = moved(glance.byline | glance.tails, -1)
    special = glance.furniture | glance.byline | (letters.sizes == 1) | letters.has("blank")
    special = special | letters.begins("dash") | letters.ends_in("dash") | ahead | signed
    first = moved(ends, -1, True)
    second = ~first & moved(free, -1) & moved(ends, -2, True)
    third = ~first & ~second & moved(free, -1) & moved(free, -2) & moved(ends, -3, True)
    comma = letters.has("comma", "half_comma")
    numbers = 1 + _numbers(wide, odd, comma, first, second, third)
    return np.where(free, np.where(special, ASK, numbers), 0)


def echoes(glance: Glance) -> Bools | Sized:
    """Lines that may stand as headlines: how much of their words the text around repeats."""
    import numpy as np

    view, letters, free = glance.view, glance.letters, glance.unstopped
    known = [view.echo(at) for at in range(glance.low, glance.high)]
    if None in known:
        return free
    echo = np.array(known, dtype=float)
    special = glance.furniture | (letters.sizes == 1)
    numbers = np.where(free & (echo > 0), np.where(special, ASK, 1), 0)
    return Sized(numbers, echo)


def crossheads(glance: Glance) -> Bools:
    """Numbered lines, rows, titles of boxes, notes, and short lines without a stop."""
    letters, view = glance.letters, glance.view
    sizes, free = letters.sizes, glance.unstopped
    box = glance.where(lambda at: shapes.BOX.fullmatch(view.lines[at].shape), sizes <= MOST_SECTION)
    numbered = (sizes <= shapes.MOST_NUMBERED) & letters.begins("numbers")
    row = letters.has("blank") & letters.has("digit")
    wide = moved(glance.width > view.habits.measures[0] - 4, 1)
    short = free & (sizes >= 2) & (sizes <= 16) & ~glance.furniture
    short = short & moved(glance.ends_text, -1, True) & (~moved(free, 1) | wide)
    return box | moved(box, -1) | numbered | row | letters.begins("notes") | short


def leads(glance: Glance) -> Bools:
    """Lines behind an end, or behind one that may be a headline, which say who or when."""
    letters, ends, free = glance.letters, glance.ends_text, glance.unstopped
    begins = moved(ends, -1, True)
    headed = moved(free, -1)
    for back in range(2, 5):
        begins = begins | (headed & moved(ends, -back, True))
        headed = headed & moved(free, -back)
    first = [lead.FIRSTS[line.shape[0]] for line in glance.lines]
    told = letters.near(_days(letters), lead.WITHIN)
    told = told | letters.near(letters.places("said"), lead.MOST_NAME)
    return glance.head & begins & (told | first)


def jumps(glance: Glance) -> Bools:
    """Lines beside furniture, and those with the word for a page."""
    return _near(glance.furniture, (-1, 1)) | glance.letters.has("page")


def signatures(glance: Glance) -> Bools:
    """Short lines that end with a colon, and days with the lines above them."""
    letters = glance.letters
    greets = letters.ends_in("colon") & (letters.sizes <= edges.MOST_GREETING)
    day = letters.begins("year") & letters.ends_in("day_ends") & (letters.sizes <= MOST_DAY)
    return greets | day | moved(day, 1)


def of_traits(glance: Glance) -> Bools | Ints:
    """Lines by what they lack; those that the page's counts have a share of by themselves."""
    import numpy as np

    seen = glance.view.traits
    free, byline, furn = glance.unstopped, glance.byline, glance.furniture
    if seen is None:
        return np.zeros(len(free), dtype=bool)
    above = moved(byline, -1)
    marked = glance.dateline | above | (moved(furn, -1) & moved(byline, -2))
    headed = np.zeros(len(free), dtype=bool)
    for back in range(4, 0, -1):
        passed = moved(byline | furn, -back)
        headed = np.where(passed, headed, moved(free, -back, True))
    signed = glance.tails | moved(byline, 1) | (moved(furn, 1) & moved(byline, 2))
    numbers = _numbers(free, marked, headed, moved(furn, -1), signed, byline)
    own = [line.span.start in seen.own for line in glance.lines]
    return np.where(own | moved(glance.tails, -1), ASK, numbers)


ALIKE: Mapping[Callable[[View, int], Found], Alike] = {
    sentences.endings: endings,
    sentences.lengths: lengths,
    sentences.openings: openings,
    sentences.topics: topics,
    layout.blanks: blanks,
    layout.indents: indents,
    layout.joins: joins,
    layout.shorts: shorts,
    layout.paragraphs: paragraphs,
    people.datelines: datelines,
    people.bylines: bylines,
    people.tails: tails,
    shapes.furniture: furniture,
    shapes.captions: captions,
    shapes.headlines: headlines,
    shapes.echoes: echoes,
    shapes.crossheads: crossheads,
    lead.leads: leads,
    edges.jumps: jumps,
    edges.signatures: signatures,
    traits: of_traits,
}

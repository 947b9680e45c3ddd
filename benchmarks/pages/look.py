"""How a page is printed and extracted: one value, drawn anew for each page of a style."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.typesetting.em import PLAIN, Policy, Spacing


@dataclass(frozen=True)
class ByForm:
    """How names are printed: `open` and `close` frame them, `role` stands before the first.

    `second` is a role before the second name; `apart` stands between names. `glued`: behind
    the body's last line where it fits, else on a line of its own.
    """

    open: str = ""
    role: str = ""
    apart: str = " "
    close: str = ""
    second: str = ""
    glued: bool = False
    before: bool = False


@dataclass(frozen=True)
class Noise:
    """What damages the text, as chances a character (lines where named)."""

    rate: float = 0.0
    """Look-alikes, half-width marks, lost, doubled and stray characters."""
    end_marks: float = 0.0
    """Chance a line that its last mark is lost."""
    spaces: float = 0.0
    """Stray spaces between characters."""
    short_lines: float = 0.0
    """Chance a line that extraction cut it in two."""
    merged: float = 0.0
    """Chance a line that the next follows on the same line (inside a paragraph)."""


@dataclass(frozen=True)
class Look:
    """Everything about a page but its words."""

    paper: str
    date: str  # 2024年5月30日
    section: str
    kinds: dict[str, int]  # kinds of articles with their weight
    articles: tuple[int, int] = (3, 6)
    paragraphs: tuple[int, int] = (2, 7)
    # the column
    measures: tuple[float, ...] = (18,)
    """The first is the page's own; an article or a place beside a picture has another."""
    own_measure: float = 0.15
    """Chance that an article has another measure."""
    inside: float = 0.0
    """Chance that an article's measure changes on its way."""
    policy: Policy = Policy.SQUEEZE
    mixed_policy: bool = False
    spacing: Spacing = PLAIN
    print_thin: bool = True
    cut_numbers: bool = False
    wide_digits: bool = False
    indent: float = 2
    ragged: float = 0.0
    full_ends: float = 0.0
    # headlines
    headline: str = "before"  # before | after | gathered | mixed
    without_headline: float = 0.0
    kicker: float = 0.0
    subhead: float = 0.0
    head_em: float = 16
    vertical: float = 0.0
    blank_in_head: float = 0.4
    # names and datelines
    dateline: tuple[str, ...] = ()
    without_dateline: float = 0.1
    by: tuple[ByForm, ...] = ()
    without_by: float = 0.1
    spaced_names: bool = False
    # around the articles
    top: bool = False
    bottom: bool = False
    page_breaks: float = 0.0  # breaks for every hundred lines
    jumps: bool = False
    goes_on: float = 0.25  # of articles where there are jumps: go on on another page, or come
    cut: float = 0.0  # of those, broken off inside a paragraph
    section_top: bool = False  # a section's name alone above all
    form_feeds: bool = False
    captions: float = 0.0  # chance an article
    caption_inside: bool = True
    asides: float = 0.0  # chance an article of an editors' line or advertisement behind it
    # white space
    blanks: str = "each"  # each | none | articles | paragraphs | false | uneven | double
    kept_indent: str = ""  # what is left of the indent
    kept_share: float = 0.0
    margin: int = 0  # spaces before every line
    spread: float = 0.0  # share of paragraphs with their characters spaced out
    centred: bool = False
    # other scripts and damage
    traditional: bool = False
    half_marks: bool = False
    noise: Noise = field(default_factory=Noise)

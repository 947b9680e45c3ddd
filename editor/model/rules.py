"""What a house wants of a text: which checks look at it, terms, numerals, spacing, patterns.

A value that the house file (`editor.files.house_rules`) is read into and that the checks obey; a
project carries the one that its pages are checked by. Nothing here knows how a check works.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

CHECKS = tuple(
    "pairs half-width wide-characters ellipsis dash doubled-mark final-mark straight-quote "
    "doubled-character doubled-word space leftover date weekday sequence repeated-paragraph "
    "roster variant lookalike numerals latin-space sum age day term pattern "
    "repeated-word article double-space english-word".split()
)
"""The names of all checks, as house files and the command line know them."""

SETTINGS = ("off", "on", "note", "warning", "error")
"""What a house may say of a check: whether it looks, and how much its finds matter."""

SEVERITIES = SETTINGS[2:]


@dataclass(frozen=True, slots=True, order=True)
class Quiet:
    """A form about which a check is quiet in a whole project: what it shows is right there."""

    check: str
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A form that the house does not print. `put`: what it prints instead; empty where none.

    `unless`: longer words that hold the form and are right. `severity`: of `SEVERITIES`.
    """

    form: str
    put: str = ""
    why: str = ""
    unless: tuple[str, ...] = ()
    severity: str = "warning"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression of the house's own. `put`: a template, None where none is put."""

    name: str
    find: str
    put: str | None = None
    why: str = ""
    severity: str = "warning"


@dataclass(frozen=True, slots=True)
class Numerals:
    """How numbers are printed; an empty choice is either way.

    `dates`: `arabic` or `chinese`; `percent`: `%`, `％` or `百分之`; `thousands`: `comma`, `space`
    or `none`; `range`: the mark between two numbers.
    """

    dates: str = ""
    percent: str = ""
    thousands: str = ""
    range: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """All that a house says of texts. `checks`: names with their settings (`SETTINGS`).

    `roster`: its reporters. `latin`: `none` or `space` between Chinese and Latin letters and
    digits; empty for either.
    """

    checks: tuple[tuple[str, str], ...] = ()
    roster: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    numerals: Numerals = field(default_factory=Numerals)
    latin: str = ""

    def setting(self, check: str) -> str:
        """What the house says of a check; empty where it says nothing."""
        return dict(self.checks).get(check, "")

    def with_term(self, term: Term) -> Rules:
        """The rules with a term, in the place of the one of the same form."""
        kept = tuple(one for one in self.terms if one.form != term.form)
        return replace(self, terms=(*kept, term))

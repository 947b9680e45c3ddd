"""English stories set into pages as extraction leaves them, with their gold readings.

A `Look` holds what is the same all over a page; what differs from story to story is drawn.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from benchmarks.english.prose import Prose
from benchmarks.english.setting import Face, joined, lines_of
from benchmarks.english.stories import REGIONS, Half, Story, Writer

SECTIONS = ("Nation", "Arts", "Markets", "World", "Local", "Sports", "Business", "Opinion", "Metro")
PAPERS = ("The Wexen Herald", "Port Elder Tribune", "The Dunmore Post", "Alder Valley Gazette")
MONTHS = (
    "January February March April May June July August September October November December".split()
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
AGENCIES = ("Reuters", "AP", "Wexen News", "Reuters", "AFP")


@dataclass(frozen=True)
class Look:
    """How a page is set and what its extraction kept. Widths in em."""

    measure: float
    indent: float
    kept_indent: int
    hyphenate: bool
    blanks: str  # each, none, some, paragraphs
    headline: str  # upper, title, sentence
    place: str  # before, after
    head_share: float
    byline: str  # by_upper, by, signed, names, none
    byline_place: str  # before, after
    dateline: str  # dash, date, agency, mixed, none
    folios: bool
    jumps: bool
    captions: bool
    crossheads: bool
    longest: int
    curly: bool
    varies: bool
    face: str
    spread: float


def look(chance: random.Random) -> Look:
    """A page's look by chance."""
    c = chance
    wire = c.random() < 0.55
    folios = c.random() < 0.5
    return Look(
        measure=c.choice((10.5, 11.5, 12.5, 13.5, 14, 15, 16, 18, 22)) + c.uniform(-0.4, 0.4),
        indent=c.choice((1.0, 1.0, 1.0, 0.75, 1.5, 2.0, 0.0)),
        kept_indent=c.choice((0, 0, 0, 0, 2, 3, 4)),
        hyphenate=c.random() < 0.5,
        blanks=c.choice(("each", "each", "none", "none", "some", "paragraphs")),
        headline=c.choice(
            ("upper", "upper", "title", "sentence") if wire else ("title", "sentence")
        ),
        place="before" if c.random() < 0.7 else "after",
        head_share=c.uniform(0.55, 1.0),
        byline=c.choice(("by_upper", "by_upper", "by", "by", "signed", "names", "none")),
        byline_place="before" if c.random() < 0.65 else "after",
        dateline=c.choice(
            ("dash", "date", "agency", "mixed", "mixed") if wire else ("none", "none", "dash")
        ),
        folios=folios,
        jumps=folios and c.random() < 0.6,
        captions=c.random() < 0.15,
        crossheads=c.random() < 0.12,
        longest=c.choice((1, 2, 3) if wire else (2, 3, 5)),
        curly=c.random() < 0.4,
        varies=c.random() < 0.15,
        face=c.choice(("book", "book", "plain", "plain", "typewriter")),
        spread=c.choice((0.0, 0.05, 0.1)),
    )


class Page:
    """A page being set: its lines with the blanks before each, and its gold."""

    def __init__(self, half: Half, chance: random.Random, *, prose: bool = False) -> None:
        self.chance, self.look = chance, look(chance)
        curly = self.look.curly
        self.writer = Writer(half, chance, curly=curly)
        if prose:
            self.writer = Prose(half, chance, curly=curly, wire=chance.random() < 0.4)
        self.face = Face(self.look.face, chance, self.look.spread)
        self.rows: list[tuple[str, str]] = []  # text, kind
        self.gold: dict[str, Any] = {"articles": [], "furniture": []}
        self.folio = chance.randint(1, 30)
        self.section = chance.choice(SECTIONS)
        self.date = f"{chance.choice(MONTHS)} {chance.randint(1, 28)}, {chance.randint(1987, 2026)}"
        self.day, self.paper = chance.choice(DAYS), chance.choice(PAPERS)
        self.running = chance.randint(0, 4)

    def row(self, text: str, kind: str) -> None:
        """One printed line."""
        self.rows.append((text, kind))

    def furnish(self, text: str) -> None:
        """One line of furniture."""
        self.row(text, "furniture")
        self.gold["furniture"].append(text)

    def head_of_page(self) -> None:
        """Folio, section, date, as this paper prints them."""
        letter = self.chance.choice("AB")
        for text in (
            (f"Page {self.folio}", self.section),
            (f"{letter}{self.folio} {self.section}", f"{self.day}, {self.date}"),
            (f"{self.day}, {self.date} {self.section} {self.folio}",),
            (f"{self.paper} | {self.date} | {self.folio}",),
            (str(self.folio), self.paper, f"{self.day}, {self.date}"),
        )[self.running]:
            self.furnish(text)
        self.folio += 1

    def dateline(self, story: Story) -> str:
        """A dateline in the page's form; empty for none."""
        c, form = self.chance, self.look.dateline
        if form == "mixed":
            form = c.choice(("dash", "date", "agency"))
        if form == "none" or c.random() < 0.08:
            return ""
        place = story.place.upper()
        if c.random() < 0.15:
            place += f", {c.choice(REGIONS)}"
        dash = c.choice(("-", "—", "--")) if form != "dash" else "—"
        month = c.choice(MONTHS)
        day = f"{month if len(month) < 6 else month[:3] + '.'} {c.randint(1, 28)}"
        return {
            "dash": f"{place} {dash}",
            "date": f"{place}, {day} {dash}",
            "agency": f"{place} ({c.choice(AGENCIES)}) {dash}",
        }[form]

    def byline(self, story: Story) -> str:
        """A byline in the page's form; empty for none."""
        c, form = self.chance, self.look.byline
        if form == "none" or c.random() < 0.1:
            return ""
        names = " and ".join(story.reporters)
        if form == "by_upper":
            upper = " and ".join(name.upper() for name in story.reporters)
            return f"By {upper}"
        if form == "by":
            return f"By {names}" + c.choice(("", "", ", Reuters", ", staff writer"))
        if form == "signed":
            upper = names.upper().replace(" AND ", " and ")
            return f"{upper} | {c.choice(('Staff Writer', 'Wexen News', 'Reuters'))}"
        return names

    def headline(self, story: Story) -> list[str]:
        """The headline's lines."""
        text = story.headline
        if self.look.headline == "upper":
            text = text.upper()
        elif self.look.headline == "title":
            text = " ".join(
                w[0].upper() + w[1:] if len(w) > 3 or n == 0 else w
                for n, w in enumerate(text.split())
            )
        wide = self.look.measure * self.look.head_share
        if self.chance.random() < 0.15:
            wide = self.look.measure * 2
        return [line for line, _ in lines_of(text, [wide], self.face, hyphenate=False, indent=0)]

    def body(self, story: Story, dateline: str) -> list[str]:
        """Set the paragraphs; what they read as."""
        look, c = self.look, self.chance
        texts: list[str] = []
        narrow = c.uniform(0.55, 0.8) * look.measure if look.varies and c.random() < 0.6 else 0.0
        narrow_lines = c.randint(4, 14) if narrow else 0
        jump = c.randint(4, 30) if look.jumps and c.random() < 0.5 else -1
        done = 0
        for number, paragraph in enumerate(story.paragraphs):
            if number in story.crossheads:
                self.row(story.crossheads[number], "crosshead")
                texts.append(story.crossheads[number])
            text = f"{dateline} {paragraph}" if number == 0 and dateline else paragraph
            measures = [narrow] * max(0, narrow_lines - done) + [look.measure]
            lines = lines_of(
                text, measures, self.face, hyphenate=look.hyphenate, indent=look.indent
            )
            for at, (line, _) in enumerate(lines):
                if done == jump and at:
                    self._break_page()
                lead = " " * look.kept_indent if at == 0 else ""
                self.row(lead + line, "first" if at == 0 else "more")
                done += 1
            whole = joined(lines)
            texts.append(whole[len(dateline) :].strip() if number == 0 else whole)
        return texts

    def _break_page(self) -> None:
        c = self.chance
        form = c.randint(0, 2)
        if form == 0:
            self.furnish(f"Continued on Page {self.folio}")
        elif form == 1:
            self.furnish(f"See {self.section.upper()}, Page A{self.folio}")
        self.head_of_page()
        if form == 0:
            self.furnish(f"Continued from Page {self.folio - 2 if self.folio > 2 else 1}")

    def caption(self) -> None:
        """A photograph's caption with its credit, between stories."""
        text = self.writer.sentence()
        credit = self.chance.choice(
            (f"{self.writer.person()}/Reuters", f"Photo by {self.writer.person()}")
        )
        for line, _ in lines_of(
            text, [self.look.measure * 0.9], self.face, hyphenate=False, indent=0
        ):
            self.furnish(line)
        self.furnish(credit)

    def story(self) -> None:
        """Set one story."""
        look, c = self.look, self.chance
        story = self.writer.story(c.randint(2, 11), look.longest)
        if look.crossheads and len(story.paragraphs) > 4:
            for number in range(3, len(story.paragraphs), 3):
                word = self.writer.headline().split()[:3]
                story.crossheads[number] = " ".join(word).rstrip(",:?-").capitalize()
        head = [] if c.random() < 0.04 else self.headline(story)
        byline, dateline = self.byline(story), self.dateline(story)
        if look.place == "before":
            for line in head:
                self.row(line, "head")
        before = look.byline_place == "before"
        if byline and before:
            self.row(byline, "by")
        paragraphs = self.body(story, dateline)
        if look.place == "after" and not before and byline:
            self.row(byline, "by")
        if look.place == "after":
            for line in head:
                self.row(line, "head")
        if look.place == "before" and not before and byline:
            self.row(byline, "by")
        self.gold["articles"].append(
            {
                "kicker": [], "headline": head, "subhead": [],
                "byline": [byline] if byline else [], "dateline": dateline or None,
                "paragraphs": paragraphs,
            }
        )  # fmt: skip

    def text(self) -> str:
        """The page as extraction leaves it."""
        c, look, out = self.chance, self.look, ""
        for number, (line, kind) in enumerate(self.rows):
            blank = {
                "each": c.random() < 0.97,
                "none": False,
                "some": c.random() < (0.5 if kind not in ("more",) else 0.15),
                "paragraphs": kind not in ("more",)
                and not (kind == "head" and self.rows[number - 1][1] == "head"),
            }[look.blanks]
            out += ("\n" if number and blank else "") + line + "\n"
        return out


def made(seed: int, half: int, *, prose: bool = False) -> tuple[str, dict[str, Any]]:
    """One page of a half: its raw text and its gold.

    `prose`: its paragraphs hang together (see `prose`); else sentences stand in any order.
    """
    chance = random.Random(f"{half}/{seed}" + "/prose" * prose)
    page = Page(Half(half), chance, prose=prose)
    if page.look.folios:
        page.head_of_page()
    for number in range(chance.choice((1, 2, 3, 4, 5))):
        if number and page.look.captions and chance.random() < 0.5:
            page.caption()
        page.story()
    return page.text(), page.gold

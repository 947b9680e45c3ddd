"""A story set into printed lines under a look: headline lines, byline, body, with their owners."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks.pages.look import ByForm, Look
from benchmarks.pages.rows import Glyph, Owner, Row, glyphs
from benchmarks.pages.stories import Paragraph, Story
from benchmarks.typesetting.em import Policy, is_half, thin_between, units, widths
from benchmarks.typesetting.paragraph import fill

Widths = Callable[[int], float]
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
FULL_TRIES = 8


@dataclass
class SetStory:
    """A story's rows by block, in printed order within each."""

    head: list[Row]
    by_before: list[Row]
    body: list[Row]
    by_after: list[Row]


class Setter:
    """Sets the stories of one page."""

    def __init__(self, look: Look, random: Random) -> None:
        """`random` is the only source of chance."""
        self.look, self.random = look, random

    def _chance(self, share: float) -> bool:
        return self.random.random() < share

    # ------------------------------------------------------------------ lines

    def widths_of_article(self) -> Widths:
        """The measure of each line of an article, by its number from 0."""
        look, pick = self.look, self.random
        own = look.measures[0]
        if len(look.measures) > 1 and self._chance(look.own_measure):
            own = pick.choice(look.measures[1:])
        runs = [(own, 10_000)]
        if len(look.measures) > 1 and self._chance(look.inside):
            other = pick.choice([em for em in look.measures if em != own] or [own])
            first = pick.choice((own, other))
            second = other if first == own else own
            runs = [(first, pick.randint(3, 12)), (second, pick.randint(4, 18)), (own, 10_000)]

        def of(line: int) -> float:
            for em, count in runs:
                if line < count:
                    return em
                line -= count
            return own

        return of

    def broken(
        self, text: list[Glyph], of: Widths, policy: Policy, indent: float
    ) -> tuple[list[list[Glyph]], float]:
        """Glyphs as printed lines, and the room that the last one leaves (em)."""
        look = self.look
        pieces: list[list[Glyph]] = []
        at = 0
        for unit in units("".join(glyph.char for glyph in text)):
            part = text[at : at + len(unit)]
            cut = is_half(unit) and (look.cut_numbers or len(unit) > 12)
            pieces += [[glyph] for glyph in part] if cut else [part]
            at += len(unit)
        lines: list[list[Glyph]] = []
        rest = pieces
        room = 0.0
        while rest:
            room = of(len(lines)) - (0 if lines else indent)
            if look.ragged:
                room -= self.random.random() * look.ragged
            shown = ["".join(glyph.char for glyph in piece) for piece in rest[:60]]
            count = fill(shown, max(room, 6), policy, look.spacing)
            if not count:
                count = 1
            room -= widths(shown[:count], look.spacing)[1]
            lines.append(self._printed(rest[:count]))
            rest = rest[count:]
            while rest and rest[0][0].char.isspace():
                rest = rest[1:]
        return lines, room

    def _printed(self, line: list[list[Glyph]]) -> list[Glyph]:
        found: list[Glyph] = []
        before = ""
        for piece in line:
            unit = "".join(glyph.char for glyph in piece)
            if before and self.look.print_thin and thin_between(before, unit):
                found.append(Glyph(" "))
            found += piece
            before = unit
        return found

    # ------------------------------------------------------------------ blocks

    def story(self, number: int, story: Story) -> SetStory:
        """All blocks of a story."""
        look, pick = self.look, self.random
        policy = pick.choice(list(Policy)) if look.mixed_policy else look.policy
        of = self.widths_of_article()
        head = [] if self._chance(look.without_headline) else self._head(number, story)
        form = pick.choice(look.by) if look.by and not self._chance(look.without_by) else None
        signature = self._names(number, story, form) if form else []
        form = form if signature else None
        opening: list[Glyph] = []
        dated = look.dateline and not self._chance(look.without_dateline)
        if dated and story.kind in ("news", "meeting", "brief", "listing", "table"):
            opening, reporters = self._dateline(number, story)
            if reporters:
                form = None  # they are the byline
        body = self._body(number, story, opening, of, policy)
        before: list[Row] = []
        after: list[Row] = []
        if form is not None:
            if form.before:
                before = [self._row(signature, "by", number)]
            elif not (form.glued and self._glue(body, signature, of)):
                after = [self._row(_stripped(signature), "by", number)]
        return SetStory(head, before, body, after)

    def _row(self, line: list[Glyph], kind: str, number: int | None) -> Row:
        return Row(line, kind, number, first=True, last=True)

    def _text(self, text: str) -> str:
        return text.translate(WIDE) if self.look.wide_digits else text

    def _body(
        self, number: int, story: Story, opening: list[Glyph], of: Widths, policy: Policy
    ) -> list[Row]:
        rows: list[Row] = []
        look = self.look
        for index, paragraph in enumerate(story.paragraphs):
            start = len(rows)
            owner = ("p", number, index)

            def local(line: int, start: int = start) -> float:
                return of(start + line)

            lead = opening if index == 0 else []
            whole = [*lead, *glyphs(self._text(paragraph.text), owner)]
            indent = 0 if paragraph.kind in ("crosshead", "row") else look.indent
            lines, room = self.broken(whole, local, policy, indent)
            tries = FULL_TRIES if paragraph.kind == "body" and self._chance(look.full_ends) else 0
            text = paragraph.text
            while tries and room >= 1 and text.endswith("。"):
                tries -= 1
                text = f"{paragraph.text[:-1]}，{story.more()}。"
                whole = [*lead, *glyphs(self._text(text), owner)]
                lines, room = self.broken(whole, local, policy, indent)
            spread = look.spread and self._chance(look.spread)
            for at, line in enumerate(lines):
                row = Row(
                    _spread(line) if spread else line, "body", number, at == 0, at == len(lines) - 1
                )
                row.tags.add(paragraph.kind)
                rows.append(row)
            self._indent(rows[start], paragraph)
        return rows

    def _indent(self, row: Row, paragraph: Paragraph) -> None:
        look = self.look
        if look.kept_indent and self._chance(look.kept_share):
            row.lead = look.kept_indent
        elif look.centred and paragraph.kind == "crosshead":
            row.lead = "　" * self.random.randint(2, 5)

    def _glue(self, body: list[Row], signature: list[Glyph], of: Widths) -> bool:
        """Put the byline behind the last line, where it fits."""
        last = body[-1]
        shown = units("".join(glyph.char for glyph in [*last.glyphs, *signature]))
        if widths(shown, self.look.spacing)[1] > of(len(body) - 1):
            return False
        last.glyphs = last.glyphs + signature
        return True

    # ------------------------------------------------------------------ headlines

    def _head(self, number: int, story: Story) -> list[Row]:
        rows: list[Row] = []
        look = self.look
        parts = [("headline", story.headline)]
        if self._chance(look.kicker) and story.kicker:
            parts.insert(0, ("kicker", story.kicker))
        if self._chance(look.subhead) and story.subhead:
            parts.append(("subhead", story.subhead))
        for name, text in parts:
            text = self._text(text)
            if self._chance(look.blank_in_head):
                text = text.replace("，", " ")
            upright = name == "headline" and self._chance(look.vertical)
            lines = re.findall(r"[!-~]+|.", text) if upright else self._head_lines(text)
            for at, line in enumerate(line for line in lines if line.strip()):
                row = self._row(glyphs(line.strip(), ("h", number, name, at)), "head", number)
                if look.centred:
                    row.lead = "　" * self.random.randint(1, 4)
                rows.append(row)
        return rows

    def _head_lines(self, text: str) -> list[str]:
        """A headline broken by sense where it has a comma, else into even lines that fit."""
        most = self.look.head_em
        parted = re.split(r"(?<=[，：；]) ?| ", text)
        if 2 <= len(parted) <= 3 and self._chance(0.6):
            return [part.rstrip("，；") if self._chance(0.5) else part for part in parted]
        parts = units(text)
        count = max(1, round(len(text) / most + 0.3))
        if count == 1:
            return [text]
        lines = [""]
        for part in parts:
            closing = part in "，。：；？！”》）"
            if len(lines[-1]) + len(part) > len(text) / count + 1 and not closing:
                lines.append("")
            lines[-1] += part
        return lines

    # ------------------------------------------------------------------ names

    def _spaced(self, name: str) -> str:
        return f"{name[0]} {name[1]}" if self.look.spaced_names and len(name) == 2 else name

    def _names(self, number: int, story: Story, form: ByForm) -> list[Glyph]:
        """A byline's glyphs; the role belongs to the name after it, marks to none."""
        found = glyphs(form.open, None)
        for at, name in enumerate(story.names):
            owner: Owner = ("y", number, at)
            if at:
                found += glyphs(" " if form.second else form.apart, None)
            role = form.role if at == 0 else form.second if at == 1 else ""
            found += glyphs(role + self._spaced(name), owner)
        return found + glyphs(form.close, None)

    def _dateline(self, number: int, story: Story) -> tuple[list[Glyph], bool]:
        """A dateline with what parts it from the text, and whether it names reporters."""
        look = self.look
        owner: Owner = ("d", number)
        form = self.random.choice(look.dateline)
        day = look.date[look.date.index("年") + 1 :]
        form = form.replace("{paper}", look.paper).replace("{day}", day)
        form = form.replace("{city}", story.city).replace("{country}", story.country)
        before, reporters, behind = form.partition("{names}")
        found = glyphs(self._text(before), owner)
        if reporters:
            for at, name in enumerate(story.names[:2]):
                if at:
                    found += glyphs(self.random.choice("、 "), owner)
                found += glyphs(self._spaced(name), owner, ("y", number, at))
        found += glyphs(self._text(behind), owner)
        apart = self.random.choice((" ", "　", "")) if found[-1].char in "）】" else " "
        if form.endswith("电"):
            apart = self.random.choice((" ", "　"))
        return [*found, *glyphs(apart, None)], bool(reporters)


def _stripped(line: list[Glyph]) -> list[Glyph]:
    while line and line[0].char.isspace():
        line = line[1:]
    return line


def _spread(line: list[Glyph]) -> list[Glyph]:
    """Every character set off from the next."""
    found: list[Glyph] = []
    for glyph in line:
        if glyph.char != " ":
            found += [glyph, Glyph(" ")]
    return found[:-1]

"""Paragraphs that hang together as reporters write them, for the grammar of `stories`.

Two habits. In a wire story nearly every sentence is a paragraph, long, and opens as any sentence
does; the short ones stand behind another. In a feature a paragraph is about one thing: what opens
it brings a new name or matter in, what goes on says he, it or this, links to the sentence before,
and is shorter; who spoke is named where a paragraph ends. Articles differ in how long they are.
"""

from __future__ import annotations

import random

from benchmarks.english.stories import (
    BODIES,
    PLACES,
    QUOTES,
    SAID,
    THINGS,
    TIMES,
    TITLES,
    Half,
    Story,
    Writer,
)

LINKS = (
    "But|And|So|Yet|For example,|Of course,|Still,|In fact,|Then|Instead,|After all,|Even so,|"
    "For instance,|At the same time,|Sadly,|Indeed,|Previously,|Not that"
).split("|")
TURNS = (
    "However,|Meanwhile,|In addition,|Earlier this year,|Asked about the delay,|But|Last month,|"
    "In a separate move,|According to the report,|As for the cost,|At a later meeting,|And"
).split("|")
ASIDES = (
    "That is new|It may not last|This was no surprise|Nobody objected|They are still waiting|"
    "It took two years|He gave no details|She did not elaborate|There were no injuries|"
    "Both declined to comment|Some disagreed|It has not been easy|That came to nothing|"
    "Others were less sure|It was not the first time|Few believed it"
).split("|")


class Prose(Writer):
    """Writes stories whose paragraphs have a reason to begin where they begin."""

    def __init__(self, half: Half, chance: random.Random, *, curly: bool, wire: bool) -> None:
        """`wire`: a sentence a paragraph; else as features are written."""
        super().__init__(half, chance, curly=curly)
        self.wire = wire
        self.who = self.person()

    def quoted(self, *, tail: bool) -> str:
        """A quotation, with the name of who said it where `tail`."""
        opening, closing, _ = self.marks
        if not tail:
            return f"{opening}{self.pick(QUOTES)}. {self.pick(QUOTES)}.{closing}"
        who = self.chance.choice((self.who.split()[-1], "he", "she", self.who))
        when = self.chance.choice(("", "", f" {self.pick(TIMES)}"))
        return f"{opening}{self.pick(QUOTES)},{closing} {who} {self.pick(SAID)}{when}."

    def opener(self) -> str:
        """What a paragraph of a feature begins with."""
        c = self.chance
        kind = c.random()
        if kind < 0.22:
            self.who = self.person()
            title = f", {c.choice(('a', 'the'))} {self.pick(TITLES).rstrip('.')}"
            text = f"{self.who}{c.choice((title + ',', '', ''))} {self._deed()}"
        elif kind < 0.34:
            text = f"{self.who.split()[-1]} {self._deed()}"
        elif kind < 0.46:
            return self.quoted(tail=c.random() < 0.85)
        elif kind < 0.58:
            text = f"{self.pick(TURNS)} {self.clause(opens=True)}"
        elif kind < 0.68:
            text = f"In {self.pick(PLACES)}, {self.clause(opens=True)}"
        elif kind < 0.75:
            text = f"A {self.pick(THINGS)} {self._deed()}"
        elif kind < 0.8:
            text = f"{c.choice(('He', 'She', 'It', 'They', 'This'))} {self._deed()}"
        else:
            text = f"the {self.pick(BODIES)} {self._deed()}"
        if c.random() < 0.5:
            text += f", {c.choice(('which', 'while', 'and', 'as'))} {self.clause()}"
        if c.random() < 0.2:
            text += f", {self.who.split()[-1]} said"
        return f"{text[0].upper()}{text[1:]}."

    def follower(self, before: str) -> str:
        """What goes on in a paragraph of a feature."""
        c = self.chance
        kind = c.random()
        if before.endswith(("said.", "added.")) and self.marks[1] in before and kind < 0.5:
            return self.quoted(tail=False)
        if kind < 0.14:
            return f"{self.pick(ASIDES)}."
        if kind < 0.42:
            text = f"{c.choice(('He', 'She', 'It', 'They', 'We', 'This', 'That'))} {self._deed()}"
        elif kind < 0.58:
            text = f"{c.choice(LINKS)} {self.clause()}"
        elif kind < 0.66:
            some = ("Some", "Others", "Most of them", "One of them", "Both", "Many", "Another")
            text = f"{c.choice(some)} {self._deed()}"
        elif kind < 0.74:
            text = f"{c.choice(('If', 'When', 'While', 'As'))} {self.clause()}, {self.clause()}"
        elif kind < 0.82:
            return self.quoted(tail=c.random() < 0.6)
        elif kind < 0.9:
            text = f"{self.who.split()[-1]} {self._deed()}"
        else:
            text = f"the {self.pick(THINGS)} {self._deed()}"
        return f"{text[0].upper()}{text[1:]}."

    def _deed(self) -> str:
        """What somebody did: a clause without its subject."""
        return self.clause(subject="")

    def wired(self, *, alone: bool) -> str:
        """A sentence of a wire story: long where it stands `alone`."""
        c = self.chance
        kind = c.random()
        if kind < 0.1:
            return self.quoted(tail=True)
        he = c.choice(("He", "She", "It", "They", self.pick(BODIES).join(("The ", ""))))
        text = f"{he} said {self.clause()}" if kind < 0.3 else self.clause(opens=kind < 0.8)
        if kind > 0.92:
            text = f"{self.pick(TURNS)} {text}"
        if alone and len(text.split()) < 22:
            text += f", {c.choice(('which', 'while', 'and', 'but', 'as'))} {self.clause()}"
        if c.random() < 0.25:
            text += f", {c.choice((self.who, 'the ' + self.pick(BODIES)))} said"
        return f"{text[0].upper()}{text[1:]}."

    def story(self, paragraphs: int, longest: int) -> Story:
        """A story; `longest` is not looked at: how long paragraphs are differs by story."""
        c = self.chance
        mean = 0.22 if self.wire else c.choice((0.3, 0.6, 1.0, 1.5, 2.2))
        texts = []
        for number in range(paragraphs):
            count = 1
            while count < 8 and c.random() < mean / (1 + mean):
                count += 1
            found = [self.wired(alone=True) if self.wire else self.opener()]
            while number == 0 and found[0][0] in '"“':
                found = [self.opener() if not self.wire else self.wired(alone=True)]
            for _ in range(count - 1):
                follows = self.wired(alone=False) if self.wire else self.follower(found[-1])
                found.append(follows)
            texts.append(" ".join(found))
        frame = super().story(1, 1)
        return Story(texts, frame.headline, frame.reporters, frame.place)

"""English stories by a grammar of sentences: enough variety in length, marks, cases and figures.

What matters is what a reading sees: where sentences end, capitals inside text, abbreviations,
quotations, figures, compounds with hyphens. The sense does not.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

FIRST = (
    "Anna Peter Mary James Helen Robert Susan David Laura Mark Jane Paul Karen John Alice George "
    "Nora Henry Ruth Walter Clara Edward Irene Frank Martha Louis Emma Oscar Julia Victor Ellen "
    "Hugo"
).split()
LAST = (
    "Hill Dell Alder Brook Marsh Wexley Thorne Calder Ashby Penrose Lockwood Harrow Vance Merton "
    "Quill Sayer Tarrant Underhill Yardley O'Dell McBride Fenwick Garland Holt Ingram Jarvis Keene "
    "Lanyon Mayhew Norcott Oakes Pryor"
).split()
PLACES = (
    "Port Elder|Westhaven|Wexenford|St. Agnes|Calder Bay|Rio Verde|Northgate|Marlow|Ashdown|"
    "Lake Quill|San Tomas|Harrowgate|New Alder|Fenmouth|East Dunmore|Kingsmere"
).split("|")
REGIONS = "Calif.|N.J.|Mass.|Kentland|Norrland|Va.|Ohio|Veland".split("|")
BODIES = (
    "harbour board|town council|Ministry of Transport|Wexen Steel Corp|Alder & Sons Ltd|"
    "fishing union|"
    "National Bank of Veland|city museum|Dunmore Airlines Inc|water authority|state assembly|"
    "Federal Grain Agency|Marlow University|hospital trust|U.S. embassy|Northgate Gas Co|"
    "teachers' association|European Fruit Council|Institute of Tides|North River Power Co"
).split("|")
THINGS = (
    "ferry|bridge|market|reservoir|rail line|grain harvest|budget|trade surplus|power station|"
    "school|"
    "museum wing|bus service|fishing quota|steel mill|loan agreement|tax bill|airport|vaccine|film|"
    "football ground|election|oil field|sugar crop|currency|satellite|novel|park|cheese festival"
).split("|")
NOUNS = (
    "plan|proposal|contract|programme|survey|decision|dispute|investment|agreement|reconstruction|"
    "expansion|settlement|negotiation|forecast|recommendation|development|investigation|improvement|"
    "production|consumption|performance|competition|celebration|explanation|commission|announcement"
).split("|")
ADJECTIVES = (
    "long-term|new|controversial|high-level|expensive|well-known|unexpected|two-day|temporary|local|"
    "government-owned|substantial|preliminary|modest|non-binding|international|seasonal|remarkable|"
    "late-night|agricultural|independent|official|industrial|environmental|year-on-year|narrow"
).split("|")
VERBS = (
    "approve|postpone|rebuild|finance|inspect|reject|extend|support|consider|abandon|reopen|examine|"
    "strengthen|privatise|restructure|celebrate|investigate|introduce|recommend|underwrite|describe"
).split("|")
PAST = (
    "approved|postponed|rebuilt|financed|inspected|rejected|extended|supported|considered|abandoned|"
    "reopened|examined|strengthened|privatised|restructured|celebrated|investigated|introduced"
).split("|")
TIMES = (
    "on Monday|last week|yesterday|in March|next year|this summer|since 1986|"
    "by the end of the year|"
    "on Tuesday evening|in the first quarter|two years ago|today|on Jan. 12|before the winter"
).split("|")
MANNER = (
    "in spite of the rain|after months of talks|without further delay|for the third time in a row|"
    "despite protests from residents|with the help of volunteers|at a cost of 2.4 million dollars|"
    "under the terms of the agreement|according to people familiar with the matter|at short notice|"
    "in the hope of attracting visitors|because of low prices|after a vote of 12 to nine"
).split("|")
QUOTES = (
    "We have waited a long time for this|Nobody expected such a turnout|"
    "I cannot say more at present|"
    "It is a good day for the town|The figures speak for themselves|We will look at every offer|"
    "This is not the end of the matter|People here know what they want|"
    "There is still much to be done|"
    "I was surprised, to be honest|You only have to look at the river|They told us nothing|"
    "It would be wrong to hurry|My father worked here, and so did I"
).split("|")
SAID = "said|added|told reporters|told the assembly|explained|noted".split("|")
TITLES = "chairman|spokesman|director|Mayor|Sen.|Dr.|Prof.|treasurer|Gov.|secretary|Mr.|Mrs.".split(
    "|"
)
LINKS = (
    "However,|Meanwhile,|In addition,|But|At the same time,|Earlier,|Still,|For example,|And|"
    "As a result,|Even so,|In other words,|Last year,|Asked about the delay,"
).split("|")


def with_article(noun: str) -> str:
    """A noun with a or an, by its first letter: none of ours is an hour or a union."""
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"


@dataclass(frozen=True)
class Half:
    """One of the two halves of every list."""

    number: int

    def of(self, words: list[str] | tuple[str, ...]) -> list[str]:
        """The words of a list that belong to this half."""
        return list(words[self.number :: 2])


@dataclass
class Story:
    """What was written: its paragraphs, its headline's words, who wrote it and where."""

    paragraphs: list[str]
    headline: str
    reporters: list[str]
    place: str
    crossheads: dict[int, str] = field(default_factory=dict)


class Writer:
    """Writes stories from one half of the words."""

    def __init__(self, half: Half, chance: random.Random, *, curly: bool) -> None:
        self.chance, self.half = chance, half
        self.marks = ("“", "”", "’") if curly else ('"', '"', "'")

    def pick(self, words: list[str] | tuple[str, ...]) -> str:
        """One word of this half."""
        return self.chance.choice(self.half.of(words))

    def person(self) -> str:
        """A first and a last name."""
        return f"{self.pick(FIRST)} {self.pick(LAST)}"

    def figure(self) -> str:
        """A number as papers print them."""
        c = self.chance
        return c.choice(
            (
                f"{c.randint(2, 99)}.{c.randint(0, 9)} pct", f"{c.randint(2, 900)} mln dlrs",
                f"{c.randint(10, 99)},{c.randint(100, 999)} tonnes", f"${c.randint(2, 90)} million",
                f"{c.randint(12, 99)} percent", f"{c.randint(2, 30)} billion",
                str(c.randint(13, 400)),
                c.choice(("three", "about 40", "nearly half", "more than a dozen", "one-third")),
            )
        )  # fmt: skip

    def clause(self, *, opens: bool = False, subject: str | None = None) -> str:
        """Subject, verb, object and perhaps a manner or a time.

        A clause that `opens` a paragraph seldom begins with a pronoun. `subject`: the one to
        take; "" for none.
        """
        c = self.chance
        if subject is not None:
            pass
        elif c.random() < (0.12 if opens else 0.4):
            subject = c.choice(("he", "she", "they", "it", "this", "that", "there"))
        else:
            subject = c.choice(
                (
                    f"the {self.pick(BODIES)}", self.person(), self.pick(LAST), "the company",
                    f"{self.pick(TITLES)} {self.pick(LAST)}", "residents", "analysts",
                    f"the {self.pick(ADJECTIVES)} {self.pick(NOUNS)}",
                    f"officials in {self.pick(PLACES)}", with_article(self.pick(NOUNS)),
                )
            )  # fmt: skip
        deed = c.choice(
            (
                f"{self.pick(PAST)} the {self.pick(ADJECTIVES)} {self.pick(NOUNS)}",
                f"plans to {self.pick(VERBS)} the {self.pick(THINGS)}",
                f"will {self.pick(VERBS)} {self.figure()} of the {self.pick(NOUNS)}",
                f"rose to {self.figure()} from {self.figure()}",
                f"has {self.pick(PAST)} the {self.pick(THINGS)} near {self.pick(PLACES)}",
                f"expects the {self.pick(NOUNS)} to {self.pick(VERBS)} the {self.pick(THINGS)}",
                f"was {self.pick(PAST)} by the {self.pick(BODIES)}",
            )
        )
        extra = c.choice(("", "", f" {self.pick(TIMES)}", f" {self.pick(MANNER)}"))
        return f"{subject} {deed}{extra}".strip()

    def sentence(self, before: str = "") -> str:
        """One sentence with its stop; `before`: the sentence before it in its paragraph."""
        c = self.chance
        opening, closing, apostrophe = self.marks
        opens = not before
        kind = c.random()
        if before.endswith("said.") and closing in before and c.random() < 0.5:
            return f"{opening}{self.pick(QUOTES)}. {self.pick(QUOTES)}.{closing}"
        if kind < 0.2:
            who = c.choice((self.person(), self.pick(LAST), "he", "she"))
            said = f"{who} {self.pick(SAID)}"
            quote = self.pick(QUOTES)
            if c.random() < 0.4:
                return f"{opening}{quote}.{closing}"
            tail = c.choice(("", f" {self.pick(TIMES)}"))
            text = f"{opening}{quote},{closing} {said}{tail}."
        elif kind < (0.24 if opens else 0.36):
            text = f"{self.pick(LINKS)} {self.clause()}."
        elif kind < 0.45:
            link = c.choice(("which", "while", "and", "but", "although"))
            text = f"{self.clause(opens=opens)}, {link} {self.clause()}."
        elif kind < 0.6:
            title = self.pick(TITLES).rstrip(".")
            text = (
                f"{self.clause(opens=opens)}, {self.person()}{c.choice(('', f', {title},'))} said."
            )
        elif kind < 0.65:
            text = f"{self.clause()} ({c.choice(('see below', self.figure(), 'in Veland'))})."
        elif kind < 0.7:
            whose = f"{self.pick(PLACES)}{apostrophe}s {self.pick(THINGS)}"
            text = f"{whose} {self.pick(PAST)} {self.figure()}."
        elif kind < 0.73:
            text = f"{c.choice(('Will it work', 'Why now', 'Who pays', 'What happens next'))}?"
        else:
            text = f"{self.clause(opens=opens)}."
        return text[0].upper() + text[1:]

    def headline(self) -> str:
        """A headline without a stop."""
        c = self.chance
        place, thing, noun = self.pick(PLACES), self.pick(THINGS), self.pick(NOUNS)
        return c.choice(
            (
                f"{place} {thing} to reopen after {noun}", f"{noun} of {thing} seen by spring",
                f"{self.pick(LAST)} says {noun} is near", f"New {thing} for {place}",
                f"{thing} {noun} cut by {self.figure()}", f"How {place} got its {thing} back",
                f"{self.pick(BODIES)} {self.pick(PAST)} {thing}, seeks {noun}", f"{place} {noun}",
                f"Will the {thing} pay its way?", f"{thing} prices firm - {self.pick(LAST)}",
                f"{self.pick(LAST)}: {self.pick(QUOTES).lower()}",
                f"{c.randint(3, 9)} ways to {self.pick(VERBS)} {with_article(thing)}",
                f"{thing} talks fail as {self.pick(LAST)} walks out of {noun}",
            )
        )  # fmt: skip

    def _paragraph(self, sentences: int) -> str:
        """So many sentences."""
        found: list[str] = []
        for _ in range(sentences):
            found.append(self.sentence(found[-1] if found else ""))
        return " ".join(found)

    def story(self, paragraphs: int, longest: int) -> Story:
        """A story of so many paragraphs of one to `longest` sentences."""
        c = self.chance
        texts = [self._paragraph(c.randint(1, longest)) for _ in range(paragraphs)]
        if texts[0][0] in '"“':
            texts[0] = (
                f"The {self.pick(BODIES)} {self.pick(PAST)} the {self.pick(THINGS)}. {texts[0]}"
            )
        headline = self.headline()
        return Story(
            texts,
            headline[0].upper() + headline[1:],
            [self.person() for _ in range(c.choice((1, 1, 1, 2)))],
            self.pick(PLACES),
        )

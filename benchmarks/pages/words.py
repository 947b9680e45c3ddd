"""What pages are written with: the words of one half, and a filler that draws from them.

The vocabulary has two halves, `train` and `judge`, with no topic, name, place or phrase in common,
so that weights fitted on pages of one half are judged honestly on pages of the other.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

HALVES = ("train", "judge")
DIGITS = "零一二三四五六七八九十"
_SLOT = re.compile(r"\{(\w+)\}")

Phrases = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Half:
    """The phrases of a half: what holds for all its articles, and by topic."""

    names: Phrases
    general: Phrases
    topics: dict[str, Phrases]


@lru_cache(maxsize=len(HALVES))
def half_of(name: str) -> Half:
    """The half called `train` or `judge`; `ValueError` for any other name."""
    if name not in HALVES:
        raise ValueError(f"no half of the vocabulary is called {name!r}: {' or '.join(HALVES)}")
    data = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))
    general = dict(data["general"])
    nested = general.pop("frames")

    def split(table: dict[str, str]) -> Phrases:
        return {key: tuple(text.split()) for key, text in table.items()}

    everything = {**split(general), **split(data["frames"])}
    everything["quote"] = tuple(nested["quote"].split(" "))
    everything["say"] = tuple(nested["say"].split())
    topics = {key: split(table) for key, table in data["topics"].items()}
    return Half(split(data["names"]), everything, topics)


@dataclass(frozen=True)
class Cast:
    """The people, places and terms of one article: the same wherever it names them."""

    fixed: dict[str, str]
    things: tuple[str, ...]
    people: tuple[str, ...]


class Filler:
    """Draws phrases and fills their slots for one article."""

    def __init__(self, half: Half, random: Random, topic: str) -> None:
        """Choose the article's cast."""
        self.half, self.random, self.topic = half, random, topic
        words = half.topics[topic]
        self.sources: Phrases = {**half.general, **words}
        self.sources["say"] = half.general["say"] + words["say"] * 2
        self.used: list[str] = []
        self.recent: list[str] = []
        self.cast = self._cast(words)

    def _cast(self, words: Phrases) -> Cast:
        pick = self.random
        kind = pick.choice(self.half.names["place_kind"])
        town, other = self.town(), self.town()
        people = tuple(self.person() for _ in range(4))
        leaders = pick.sample(self.half.general["leader"], 2)
        fixed = {
            "city": town, "place": town + kind, "kind": kind,
            "place2": other + pick.choice(self.half.names["place_kind"]),
            "village": pick.choice(self.half.names["village"]),
            "p1": people[0], "p2": people[1], "p3": people[2],
            "leader": leaders[0], "leader2": leaders[1],
            "country": pick.choice(self.half.names["countries"]),
        }  # fmt: skip
        things = pick.sample(words["thing"], min(6, len(words["thing"])))
        cast = Cast(fixed, tuple(things), people)
        self.cast = cast
        places = pick.sample(words["org"], 2)
        fixed["org"], fixed["org2"] = (self.fill(place) for place in places)
        settled = tuple(self.fill(thing) for thing in things)
        return Cast(fixed, settled, people)

    def town(self) -> str:
        """An invented town without 市 or 县."""
        names = self.half.names
        return self.random.choice(names["place_first"]) + self.random.choice(names["place_rest"])

    def person(self) -> str:
        """An invented person: a surname with one or two more characters."""
        names, pick = self.half.names, self.random
        given = pick.choice(names["given"])
        if len(given) == 1 and pick.random() < 0.62:
            given += pick.choice([name for name in names["given"] if len(name) == 1])
        return pick.choice(names["surnames"]) + given

    def foreigner(self) -> str:
        """An invented foreign name, half of them with a given name and a dot."""
        names, pick = self.half.names, self.random

        def part() -> str:
            return pick.choice(names["foreign_first"]) + pick.choice(names["foreign_rest"])

        return f"{part()}·{part()}" if pick.random() < 0.5 else part()

    def draw(self, key: str) -> str:
        """A phrase of `key`, filled; not one of those drawn lately where there are others."""
        options = self.sources[key]
        for _ in range(6):
            chosen = self.random.choice(options)
            if len(options) < 4 or chosen not in self.used[-40:]:
                break
        self.used.append(chosen)
        return self.fill(chosen)

    def fill(self, phrase: str) -> str:
        """`phrase` with every slot filled, `_` as commas and `~` as spaces."""
        filled = _SLOT.sub(lambda slot: self.slot(slot.group(1)), phrase)
        return filled.replace("_", "，").replace("~", " ")

    def slot(self, name: str) -> str:
        """What stands for a slot."""
        fixed = self.cast.fixed
        if name in fixed:
            return fixed[name]
        number = self._number(name)
        if number:
            return number
        if name == "thing" and self.cast.things:
            return self._thing()
        if name == "who":
            return self._who()
        if name == "some":
            return self._some()
        if name == "date":
            return self._date()
        return self.draw(name)

    def _thing(self) -> str:
        """One of the article's terms, not one of the last two."""
        fresh = [thing for thing in self.cast.things if thing not in self.recent[-2:]]
        self.recent.append(self.random.choice(fresh))
        return self.recent[-1]

    def _who(self) -> str:
        person = self.random.choice(self.cast.people)
        if self.random.random() < 0.06:
            return self.cast.fixed["country"] + self.foreigner()
        if self.random.random() < 0.35:
            return person
        return self.fill(self.random.choice(self.sources["role"])) + person

    def _some(self) -> str:
        """One to four clauses, parted by commas."""
        pick = self.random
        count = pick.choices((1, 2, 3, 4), (3, 5, 3, 1))[0]
        return "，".join(
            self.draw(pick.choices(("state", "clause", "plan"), (5, 4, 1))[0]) for _ in range(count)
        )

    def _number(self, name: str) -> str:
        pick = self.random
        if name == "n":
            return str(pick.choice((2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 27, 30, 36)))
        if name == "big":
            scale = pick.choice((10, 100, 100, 1000))
            amount = pick.randint(11, 99) * scale + pick.choice((0, 0, pick.randint(0, 9)))
            return f"{pick.randint(11, 99) / 10:.1f}万" if pick.random() < 0.12 else str(amount)
        if name == "pct":
            form = pick.random()
            if form < 0.1:
                return f"{DIGITS[pick.randint(2, 9)]}成"
            return f"{pick.randint(3, 98)}%" if form < 0.5 else f"{pick.randint(10, 990) / 10:.1f}%"
        if name == "dec":
            return f"{pick.randint(1, 99) / 10:.1f}"
        if name == "score":
            return f"{pick.randint(2, 5)}比{pick.randint(0, 2)}"
        if name == "digit":
            return DIGITS[pick.randint(1, 9)]
        limits = {"year": (2016, 2027), "month": (1, 12), "day": (1, 28), "hour": (4, 11)}
        return str(pick.randint(*limits[name])) if name in limits else ""

    def _date(self) -> str:
        pick = self.random
        month, day = pick.randint(1, 12), pick.randint(1, 28)
        return pick.choice(
            (
                f"{month}月{day}日", f"{day}日", f"{month}月{day}日至{day + 2}日", "近日", "日前",
                f"{month}月{day}日上午", f"今天（{month}月{day}日）", f"{month}月{day}日", "昨天",
                f"当地时间{month}月{day}日", f"{pick.randint(2018, 2027)}年{month}月{day}日",
            )
        )  # fmt: skip

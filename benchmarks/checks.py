"""How well the checks find what is wrong, and how often they cry wolf.

    python -m benchmarks.checks              errors planted into the own pages' prose, and the prose
    python -m benchmarks.checks FOLDER       false alarms on the gold text of pages below a folder
    python -m benchmarks.checks 199801.txt   both in a newspaper, in what is kept aside of it
                                             (benchmarks/neighbours.py)
    python -m benchmarks.checks --pages 9    so many pages of each script
    python -m benchmarks.checks ... --told   each false alarm too

Each paragraph takes at most one error. A suspect is right where it is of the planted kind and
touches the error (a missing half of a pair: in its paragraph). What checks find in the text before
anything is planted is a false alarm, also where the generated text has a fault of its own.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import naming
from benchmarks.accuracy import pages_of
from benchmarks.english.pages import made as english_page
from benchmarks.pages.page import make_page
from benchmarks.planting import (
    AS_LAWFUL,
    CHINESE,
    ENGLISH,
    TRADITIONAL,
    Planter,
    as_traditional,
)
from editor.model.structure import Role
from editor.proofing import CHECKS, Found, Sheet
from editor.proofing.suspect import Passage, untraced
from editor.proofing.variants import variants

SEED = 31
ANYWHERE = frozenset(("pairs", "sequence", "straight-quote", "weekday"))
"""Kinds that a paragraph can only tell as a whole."""


@dataclass
class Figures:
    """Counts by kind: planted, found, suspects of the kind, fixes that restore the text."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    mended: Counter[str] = field(default_factory=Counter)

    def recall(self, kind: str) -> float:
        """Share of the planted errors that were found."""
        return self.found[kind] / self.planted[kind] if self.planted[kind] else 1.0

    def precision(self, kind: str) -> float:
        """Share of the suspects of a kind that are at planted errors."""
        return self.found[kind] / self.said[kind] if self.said[kind] else 1.0


def own_texts(script: str, pages: int, seed: int = SEED) -> list[list[str]]:
    """The paragraphs of own pages, page by page: judged words, gold text."""
    found = []
    for number in range(pages):
        if script == "zh":
            gold = make_page("plain-house", "judge", seed, number).gold
        else:
            gold = english_page(seed * 1000 + number, 1, prose=True)[1]
        found.append(paragraphs(gold))
    return found


def paragraphs(gold: Mapping[str, Any]) -> list[str]:
    """All paragraphs of a page's gold."""
    return [text for article in gold["articles"] for text in article["paragraphs"]]


def suspected(texts: Sequence[str], script: str) -> list[tuple[str, Found]]:
    """What the checks that are on say of a page of these paragraphs, without the roster's."""
    sheet = Sheet(tuple(untraced(text) for text in texts), script)
    return [
        (check.name, one)
        for check in CHECKS
        if check.on and script in check.scripts
        for one in check.find(sheet)
    ]


def plant(
    pages: Sequence[Sequence[str]],
    script: str,
    seed: int = SEED,
    some: Mapping[str, Planter] | None = None,
    names: Sequence[naming.Names] | None = None,
) -> Figures:
    """Plant an error into each paragraph, the kinds in turn, and see what is found.

    `some`: these kinds alone. `names`: those of each page, where the text is no page of ours.
    """
    planters: Mapping[str, Planter] = some or (CHINESE if script == "zh" else ENGLISH)
    figures, chance = Figures(), Random(seed)
    for texts in pages:
        made, errors = list(texts), {}
        for number, text in enumerate(texts):
            kinds = sorted(planters, key=lambda k: (figures.planted[k], k))
            following = texts[number + 1] if number + 1 < len(texts) else ""
            for kind in kinds:
                done = planters[kind](text, chance)
                if done and done[0] != text and not _reads_on(text, done, following):
                    made[number], errors[number] = done[0], (kind, done[1])
                    figures.planted[kind] += 1
                    break
        right: set[int] = set()
        before = {
            (name, one.passage, one.code, one.facts) for name, one in suspected(texts, script)
        }
        for name, one in suspected(made, script):
            kind, at = errors.get(one.passage, ("", 0))
            near = one.start <= at + 2 and at - 2 <= one.end
            if name == kind.removesuffix(AS_LAWFUL) and (near or kind in ANYWHERE):
                if one.passage in right:
                    continue
                right.add(one.passage)
                figures.found[kind] += 1
                if one.put is not None:
                    text = made[one.passage]
                    mended = text[: one.start] + one.put + text[one.end :]
                    figures.mended[kind] += mended == texts[one.passage]
                figures.said[kind] += 1
            elif (name, one.passage, one.code, one.facts) not in before:  # told with the sound text
                figures.said[name] += 1
    if some is None:
        _whole(pages, script, figures, chance)
        if script == "zh":
            _variants(pages, names or list(map(naming.own_names, pages)), figures, chance)
    return figures


def _reads_on(text: str, done: tuple[str, int], following: str) -> bool:
    """Whether a paragraph without its quote reads as speech over several, which is lawful.

    Such speech is opened anew in each paragraph and closed in the last.
    """
    made, at = done
    if len(made) >= len(text) or at >= len(text):
        return False
    if text[at] == "”":
        return following.startswith("“")
    return text[at] == "“" and "”" not in text[at:]


def _whole(pages: Sequence[Sequence[str]], script: str, figures: Figures, chance: Random) -> None:
    """A paragraph twice, and a reporter's name misread: no errors of one paragraph of prose."""
    for texts in pages:
        long = [text for text in texts if len(text) > 40]
        if not long:
            continue
        copied = [*texts, chance.choice(long)]
        known = len([1 for name, _ in suspected(texts, script) if name == "repeated-paragraph"])
        now = len([1 for name, _ in suspected(copied, script) if name == "repeated-paragraph"])
        figures.planted["repeated-paragraph"] += 1
        figures.found["repeated-paragraph"] += now > known
        figures.said["repeated-paragraph"] += now - known
    if script != "zh":
        return
    (roster,) = (check for check in CHECKS if check.name == "roster")
    for number in range(40):
        articles = make_page("plain-house", "judge", SEED, number % 8).gold["articles"]
        names = sorted({name for article in articles for name in article["byline"]})
        names = [name for name in names if len(name) == 3 and name.isalpha()]
        for name in names:
            at = chance.randrange(1, 3)
            wrong = name[:at] + chance.choice("栋烨恒珂淼") + name[at + 1 :]
            if wrong in names:
                continue
            passage = Passage(untraced(wrong).traced, Role.BYLINE, names=(wrong,))
            found = list(roster.find(Sheet((passage,), "zh", tuple(names))))
            figures.planted["roster"] += 1
            figures.found["roster"] += [one.put for one in found] == [name]
            figures.said["roster"] += len(found)


def _variants(
    pages: Sequence[Sequence[str]],
    names: Sequence[naming.Names],
    figures: Figures,
    chance: Random,
) -> None:
    """Names that the page has three times and more, one of each kind misspelt in one place.

    By a character that looks alike and by one that sounds alike, in turn.
    """
    for texts, known in zip(pages, names, strict=True):
        every = "\n".join(texts)
        before = {(one.passage, one.facts) for one in variants(_sheet(texts))}
        for kind, row in zip(naming.KINDS, naming.ROWS, strict=True):
            kind_of = f"variant{row}"
            often = sorted(name for name in known if known[name] == kind and every.count(name) > 2)
            if not often:
                continue
            name, sound = chance.choice(often), figures.planted[kind_of] % 2 > 0
            wrong = naming.misspelt(name, kind, chance, sound=sound)
            if wrong is None or wrong in every:
                continue
            places = [(n, at) for n, text in enumerate(texts) if (at := text.find(name)) >= 0]
            number, start = chance.choice(places)
            end, made = start + len(name), list(texts)
            made[number] = texts[number][:start] + wrong + texts[number][end:]
            told = [one for one in variants(_sheet(made)) if (one.passage, one.facts) not in before]
            hits = [o for o in told if o.passage == number and o.start < end and start < o.end]
            figures.planted[kind_of] += 1
            figures.found[kind_of] += bool(hits)
            figures.mended[kind_of] += any(
                f"{made[number][: one.start]}{one.put}{made[number][one.end :]}" == texts[number]
                for one in hits
            )
            figures.said[kind_of] += len(told) - len(hits) + bool(hits)


def _sheet(texts: Sequence[str]) -> Sheet:
    return Sheet(tuple(map(untraced, texts)), "zh")


def false_alarms(pages: Iterable[Sequence[str]], script: str) -> tuple[int, Counter[str]]:
    """How many characters sound text has (without white space), and what is suspected in it."""
    size, said = 0, Counter[str]()
    for texts in pages:
        size += sum(len("".join(text.split())) for text in texts)
        said.update(name for name, _ in suspected(texts, script))
    return size, said


def tell(pages: Iterable[Sequence[str]], script: str) -> None:
    """Each false alarm in its place."""
    for texts in pages:
        for name, one in suspected(texts, script):
            text, start, end = texts[one.passage], one.start, one.end
            around = f"{text[max(0, start - 12) : start]}[{text[start:end]}]{text[end : end + 12]}"
            print(f"{name}: {around} {one.put!r}")


def traditional(pages: Iterable[Sequence[str]]) -> None:
    """The tables of the same text in Traditional characters."""
    made = [[as_traditional(text) for text in texts] for texts in pages]
    print("\n== in Traditional characters\n")
    table(plant(made, "zh", some=TRADITIONAL))
    alarms("sound text", *false_alarms(made, "zh"))


def table(figures: Figures) -> None:
    """Recall and precision by kind."""
    print("| kind | planted | recall | precision | restored by the fix |\n|---|---|---|---|---|")
    for kind in (check.name + end for check in CHECKS for end in ("", AS_LAWFUL, *naming.ROWS)):
        if planted := figures.planted[kind]:
            print(
                f"| {kind} | {planted} | {figures.recall(kind):.3f} | "
                f"{figures.precision(kind):.3f} | {figures.mended[kind] / planted:.2f} |"
            )
    print(f"\n{sum(figures.planted.values())} errors")


def alarms(name: str, size: int, said: Counter[str], most: int = 5) -> None:
    """How often sound text is suspected, and the kinds that are suspected most."""
    rate = sum(said.values()) / max(size, 1) * 10_000
    kinds = ", ".join(f"{kind} {count}" for kind, count in said.most_common(most))
    print(f"{name}: {size} characters, {rate:.2f} alarms per 10,000 ({kinds or 'none'})")


def main(argv: Sequence[str] | None = None) -> int:
    """The tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--pages", type=int, default=240)
    parser.add_argument("--told", action="store_true")
    args = parser.parse_args(argv)
    if args.folder and args.folder.is_file():
        parts, known = naming.newspaper(args.folder)
        kept, names = parts[2], known[2]
        table(plant(kept, "zh", names=names))
        alarms("sound text", *false_alarms(kept, "zh"))
        traditional(kept)
        if args.told:
            tell(kept, "zh")
        return 0
    if args.folder:
        groups: dict[tuple[str, str], list[list[str]]] = {}
        for path in pages_of(args.folder):
            texts = paragraphs(json.loads(path.with_suffix(".json").read_text("utf-8")))
            han = sum("\u4e00" <= char <= "\u9fff" for char in "".join(texts))
            script = "zh" if han * 4 > len("".join(texts)) else "en"
            groups.setdefault((path.parent.name, script), []).append(texts)
        for (name, script), found in groups.items():
            alarms(name, *false_alarms(found, script))
        for script in ("zh", "en"):
            every = [texts for key, found in groups.items() if key[1] == script for texts in found]
            alarms(f"all {script}", *false_alarms(every, script))
        return 0
    for script in ("zh", "en"):
        pages = own_texts(script, args.pages)
        print(f"\n== {script}, own prose, seed {SEED}\n")
        table(plant(pages, script))
        start = time.process_time()
        size, said = false_alarms(pages, script)
        spent = time.process_time() - start
        alarms("sound text", size, said)
        if args.told:
            tell(pages, script)
        weight = sum(len(text.encode()) for texts in pages for text in texts) / 1000
        print(f"{weight / spent:.0f} KB (UTF-8) a second")
        if script == "zh":
            traditional(pages)
    return 0


if __name__ == "__main__":
    sys.exit(main())

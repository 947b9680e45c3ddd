"""The styles: what each draws otherwise than an ordinary page. A style is a phenomenon.

Names begin with the phenomenon's family (`FAMILIES`), so that floors and tables can go by it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from benchmarks.pages.look import ByForm, Look, Noise
from benchmarks.pages.words import Half
from benchmarks.typesetting.em import Policy, Spacing

NEWS = {"news": 6, "meeting": 2, "feature": 0, "listing": 1}
MIXED = {"news": 5, "meeting": 1, "brief": 1, "comment": 1, "listing": 1}

HOUSE = ("{paper}讯", "{paper}讯", "{paper}讯 记者{names}", "{paper}讯（记者 {names}）")
AGENCY = (
    "新华社{city}{day}电（记者{names}）", "新华社{city}{day}电",
    "中新社{city}{day}电（记者 {names}）", "本报{city}{day}电（记者{names}）",
)  # fmt: skip
OURS = ("本报讯", "本报讯（记者 {names}）", "本报讯 记者{names}", "本报讯（记者{names}）")
ODD = (
    "据新华社{city}{day}电", "【本报讯】",
    "【{paper}讯】", "本报{city}电",
    "本报{city}{day}讯", "新华社{city}{day}专电（记者{names}）",
    "{paper}{city}{day}电", "（本报{city}{day}电）",
    "新华社{country}{day}电（记者{names}）", "中新网{city}{day}电",
    "本报{city}{day}讯（记者{names}报道）", "本报{city}讯 记者{names}",
    "综合新华社电", "人民网{city}{day}电 （记者{names}）",
)  # fmt: skip

GLUED = ByForm(open=" ", glued=True)
BRACKET = ByForm(open="（", close="）", glued=True)
ROLE_BRACKET = ByForm(open="（", role="本报记者 ", close="）", glued=True)
FRAMED = ByForm(open="□ ", role="本报记者 ", before=True)
BARE = ByForm(before=True)
ROLE = ByForm(role="本报记者 ", before=True)
TWO_ROLES = ByForm(role="本报记者 ", second="通讯员 ", before=True)
PHOTO = ByForm(open="■ ", role="文/图 ", before=True)
AUTHOR = ByForm(open="（", role="作者：", close="）", glued=True)
BEHIND = ByForm()
COMMAS = ByForm(open="（", role="记者 ", apart="、", close="）", glued=True)

FAMILIES = ("plain", "head", "sign", "column", "blank", "inside", "kind", "script", "noise")

Change = dict[str, Any]
Draw = Callable[[Random], Change]


def ordinary(half: Half, random: Random) -> Look:
    """A page like any other; styles change what is theirs."""
    names = half.names
    paper = random.choice(names["paper_first"]) + random.choice(names["paper_rest"])
    year, month, day = random.randint(2018, 2027), random.randint(1, 12), random.randint(1, 28)
    own = random.randint(12, 24) + random.choice((0, 0, 0.5))
    measures = (own, own + random.choice((-4, -3, 3, 5, 7)), own + random.choice((-5, 4, 8)))
    return Look(
        paper=paper,
        date=f"{year}年{month}月{day}日",
        section=random.choice(names["section"]),
        kinds=NEWS,
        measures=tuple(max(8.0, em) for em in measures),
        policy=random.choice(list(Policy)),
        mixed_policy=random.random() < 0.1,
        spacing=Spacing(random.choice((0.25, 0.25, 0.0)), random.random() < 0.8),
        print_thin=random.random() < 0.6,
        head_em=random.choice((9, 12, 14, 16, 20)),
        headline=random.choice(("before", "before", "after")),
        dateline=random.choice((OURS, OURS, HOUSE, HOUSE, AGENCY, ())),
        by=(random.choice((GLUED, BRACKET, FRAMED, BARE, ROLE, BEHIND)),),
        spaced_names=random.random() < 0.25,
        blanks=random.choice(("each", "none", "articles", "each")),
        cut_numbers=random.random() < 0.2,
    )


def _some(random: Random, *options: Any) -> Any:
    return random.choice(options)


STYLES: dict[str, Draw] = {
    # like the pages that are known
    "plain-house": lambda r: {
        "dateline": HOUSE, "by": (GLUED,), "headline": "after", "blanks": "each",
        "own_measure": 0.4, "inside": 0.2,
    },
    "plain-before": lambda r: {"headline": "before", "kept_indent": "　　", "kept_share": 1.0},
    "plain-none": lambda r: {"blanks": "none"},
    "plain-short": lambda r: {
        "articles": (1, 2), "paragraphs": (1, 2), "kinds": {"news": 2, "brief": 3, "meeting": 1},
    },
    "plain-long": lambda r: {"articles": (8, 11), "kinds": MIXED, "top": True, "bottom": True},
    "plain-one": lambda r: {
        "articles": (1, 1), "paragraphs": (6, 14),
        "kinds": {"news": 3, "feature": 2},
    },
    "plain-full": lambda r: {"full_ends": 0.5, "kinds": {"news": 4, "meeting": 1}},
    # headlines
    "head-lines": lambda r: {
        "kicker": 0.7, "subhead": 0.6, "head_em": _some(r, 8, 10, 12),
        "headline": _some(r, "before", "after"),
        "dateline": AGENCY, "measures": (r.randint(10, 14),),
    },
    "head-gathered": lambda r: {"headline": "gathered", "page_breaks": 0.5, "jumps": True},
    "head-mixed": lambda r: {"headline": "mixed", "bottom": True, "top": True},
    "head-none": lambda r: {"without_headline": 0.35, "by": (_some(r, BRACKET, GLUED, BEHIND),)},
    "head-after": lambda r: {
        "headline": "after", "dateline": (), "by": (_some(r, GLUED, BEHIND, BRACKET),),
        "without_by": 0.4,
        "kinds": {"news": 3, "meeting": 2},
    },
    "head-upright": lambda r: {"vertical": 0.25, "headline": "before", "kicker": 0.2},
    "head-centred": lambda r: {
        "centred": True, "kicker": 0.3, "subhead": 0.3, "kept_indent": "　　",
        "kept_share": _some(r, 0.0, 1.0),
    },
    # who signs, and where from
    "sign-odd": lambda r: {"dateline": ODD, "without_dateline": 0.15},
    "sign-two": lambda r: {"by": (_some(r, TWO_ROLES, PHOTO, COMMAS, AUTHOR, ROLE_BRACKET),)},
    "sign-after": lambda r: {"by": (BEHIND,), "headline": "after", "without_by": 0.2},
    "sign-under": lambda r: {"by": (_some(r, BARE, ROLE, FRAMED),), "headline": "before",
        "dateline": ()},
    "sign-none": lambda r: {"by": (), "dateline": _some(r, AGENCY, OURS, ())},
    # the column
    "column-pictures": lambda r: {
        "inside": 0.8, "captions": 0.7, "own_measure": 0.4, "blanks": _some(r, "none", "each"),
    },
    "column-narrow": lambda r: {"measures": (r.randint(8, 11), 13, 9), "cut_numbers": True},
    "column-wide": lambda r: {"measures": (r.randint(28, 40), 30, 24), "kinds": MIXED},
    "column-ragged": lambda r: {
        "ragged": _some(r, 0.8, 1.5), "policy": Policy.PUSH,
        "blanks": _some(r, "each", "none", "paragraphs"),
    },
    "column-indents": lambda r: {
        "indent": _some(r, 1, 1.5, 2), "blanks": _some(r, "each", "none", "paragraphs"),
    },
    "column-block": lambda r: {"indent": 0, "blanks": _some(r, "paragraphs", "double")},
    # white space
    "blank-uneven": lambda r: {"blanks": "uneven", "kept_indent": "　　", "kept_share": 0.4},
    "blank-false": lambda r: {"blanks": "false"},
    "blank-double": lambda r: {"blanks": "double"},
    "blank-spread": lambda r: {"spread": _some(r, 1.0, 0.4), "print_thin": False},
    "blank-half": lambda r: {"kept_indent": "    ", "kept_share": _some(r, 1.0, 0.5),
        "blanks": "none"},
    "blank-margin": lambda r: {
        "margin": _some(r, 2, 5, 9), "kept_indent": _some(r, "    ", "　　"),
        "kept_share": _some(r, 1.0, 1.0, 0.6), "blanks": _some(r, "each", "none"),
    },
    # what stands inside the text
    "inside-breaks": lambda r: {
        "page_breaks": 2.0, "jumps": True, "top": True, "articles": (1, 3), "paragraphs": (5, 12),
        "form_feeds": r.random() < 0.5, "kinds": {"feature": 3, "news": 2},
    },
    "inside-photos": lambda r: {
        "captions": 1.0, "caption_inside": r.random() < 0.6, "articles": (2, 4),
        "top": True, "bottom": True,
    },
    "inside-asides": lambda r: {"asides": 0.6, "top": True, "bottom": True, "kinds": MIXED},
    "inside-jumps": lambda r: {
        "jumps": True, "goes_on": 0.6, "cut": 0.6, "articles": (3, 6), "kinds": MIXED,
        "paragraphs": (3, 7), "without_headline": 0.1, "top": r.random() < 0.5,
        "headline": _some(r, "before", "before", "after"),
    },
    "inside-sections": lambda r: {
        "section_top": True, "asides": 0.3, "kinds": MIXED, "headline": "before",
    },
    # kinds of articles
    "kind-feature": lambda r: {
        "kinds": {"feature": 5, "news": 1}, "articles": (1, 3), "paragraphs": (6, 14),
        "page_breaks": _some(r, 0, 0.8), "by": (_some(r, ROLE, FRAMED, GLUED, TWO_ROLES),),
    },
    "kind-interview": lambda r: {
        "kinds": {"interview": 3, "news": 1}, "articles": (1, 3), "paragraphs": (5, 10),
    },
    "kind-comment": lambda r: {
        "kinds": {"comment": 4, "letter": 1, "news": 1}, "paragraphs": (3, 7), "dateline": (),
        "by": (_some(r, BARE, GLUED, BRACKET, BEHIND, AUTHOR),),
    },
    "kind-briefs": lambda r: {
        "kinds": {"brief": 5, "news": 1}, "articles": (5, 10), "paragraphs": (1, 2),
        "without_headline": _some(r, 0.0, 0.3), "dateline": _some(r, OURS, HOUSE, AGENCY),
    },
    "kind-edition": lambda r: {
        "kinds": {"edition": 3, "news": 2, "comment": 1, "meeting": 1}, "articles": (1, 4),
        "paragraphs": (4, 14), "measures": (_some(r, 26, 30, 34),), "subhead": 0.4,
        "headline": "before", "by": (_some(r, ROLE, BARE, TWO_ROLES),), "spaced_names": True,
        "dateline": AGENCY, "head_em": 20, "top": True, "page_breaks": 1.5,
        "form_feeds": r.random() < 0.5, "blanks": _some(r, "each", "none", "articles"),
        "noise": Noise(short_lines=_some(r, 0.0, 0.02)), "print_thin": False,
    },
    "kind-items": lambda r: {
        "kinds": {"briefs": 3, "news": 2, "listing": 1}, "paragraphs": (2, 6),
        "blanks": _some(r, "each", "none", "articles"),
    },
    "kind-notice": lambda r: {
        "kinds": {"notice": 4, "news": 1}, "paragraphs": (1, 3), "articles": (4, 8),
        "dateline": _some(r, OURS, ()), "by": (BEHIND,), "without_by": 1.0, "headline": "before",
    },
    "kind-mixture": lambda r: {
        "kinds": {"news": 6, "verse": 1, "table": 2, "letter": 2, "listing": 3, "comment": 2},
    },
    # other scripts and damage
    "script-traditional": lambda r: {"traditional": True},
    "script-half": lambda r: {"half_marks": True},
    "script-wide": lambda r: {"wide_digits": True, "print_thin": False},
    "noise-light": lambda r: {"noise": Noise(rate=0.005, end_marks=0.01)},
    "noise-strong": lambda r: {"noise": Noise(rate=0.02, end_marks=0.05, spaces=0.004)},
    "noise-ends": lambda r: {"noise": Noise(rate=0.002, end_marks=0.15)},
    "noise-short": lambda r: {
        "noise": Noise(short_lines=0.05, spaces=0.002), "blanks": _some(r, "each", "none", "false"),
    },
    "noise-merged": lambda r: {"noise": Noise(merged=0.02, short_lines=0.02), "blanks": "none"},
}  # fmt: skip


def look_of(style: str, half: Half, random: Random) -> Look:
    """A page's look in a style."""
    return replace(ordinary(half, random), **STYLES[style](random))

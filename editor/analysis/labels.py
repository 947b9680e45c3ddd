"""The labels that a printed line can have, and the grammar of what may follow what.

The label says what the line is and where it stands: a body line knows whether it starts an
article or a paragraph, whether its paragraph goes on, and whether its article ends with it.
"g" labels go on after an interruption (a folio or a caption inside the paragraph).
"""

from __future__ import annotations

from collections.abc import Iterable

from editor.model.structure import Joint, Role

LABELS = (
    "A1", "A1g", "P1", "P1g", "M", "Mg",  # body lines whose paragraph goes on
    "L", "Le", "PO", "POe", "AO", "AOe",  # last and only lines; e: the article ends here
    "X", "XA",  # crosshead; one that opens its article
    "H",  # headline
    "By", "Ba",  # byline before its body, after its body
    "Fa", "Fp", "Fi",  # furniture between articles, between paragraphs, inside a paragraph
    "Fh",  # furniture between a headline or byline and its article
    "Ca", "Cp", "Ci",  # a caption's first line, in the same three places
    "Da", "Dp", "Di",  # a caption's further lines
)  # fmt: skip
INDEX = {name: at for at, name in enumerate(LABELS)}
COUNT = len(LABELS)

GROUPS: dict[str, tuple[str, ...]] = {
    "a_first": ("A1", "A1g", "AO", "AOe"),
    "article": ("A1", "A1g", "AO", "AOe", "XA"),
    "p_first": ("P1", "P1g", "PO", "POe"),
    "first": ("A1", "A1g", "AO", "AOe", "P1", "P1g", "PO", "POe"),
    "inner": ("M", "Mg", "L", "Le"),
    "goes_on": ("A1", "A1g", "P1", "P1g", "M", "Mg"),
    "gap": ("A1g", "P1g", "Mg"),
    "last": ("L", "Le", "PO", "POe", "AO", "AOe"),
    "only": ("PO", "POe", "AO", "AOe"),
    "art_end": ("Le", "POe", "AOe"),
    "par_end": ("L", "PO", "AO"),
    "body": ("A1", "A1g", "P1", "P1g", "M", "Mg", "L", "Le", "PO", "POe", "AO", "AOe"),
    "cross": ("X", "XA"),
    "cross_first": ("XA",),
    "head": ("H",),
    "by_before": ("By",),
    "by_after": ("Ba",),
    "by": ("By", "Ba"),
    "furn": ("Fa", "Fp", "Fi", "Fh"),
    "furn_in": ("Fi",),
    "cap": ("Ca", "Cp", "Ci", "Da", "Dp", "Di"),
    "cap_first": ("Ca", "Cp", "Ci"),
    "cap_more": ("Da", "Dp", "Di"),
    "inside": ("Fi", "Ci", "Di"),
    "all": LABELS,
}


def ids(*names: str) -> tuple[int, ...]:
    """Indices of labels, by label or group name, without repeats, in order."""
    found: dict[int, None] = {}
    for name in names:
        for label in GROUPS.get(name, (name,)):
            found[INDEX[label]] = None
    return tuple(found)


JOINT_CLASSES = ("run", "paragraph", "article", "head", "by", "furniture", "caption")
"""What a line's start is, for confidence: the labels' coarse classes."""


def label_class(label: str) -> str:
    """The coarse class of a label, one of `JOINT_CLASSES`."""
    if label in GROUPS["inner"]:
        return "run"
    if label in GROUPS["p_first"] or label == "X":
        return "paragraph"
    if label in GROUPS["article"]:
        return "article"
    if label == "H":
        return "head"
    if label in GROUPS["by"]:
        return "by"
    return "furniture" if label in GROUPS["furn"] else "caption"


CLASS_OF = tuple(JOINT_CLASSES.index(label_class(label)) for label in LABELS)

LABEL_ROLE: tuple[Role, ...] = tuple(
    {
        "run": Role.BODY,
        "paragraph": Role.CROSSHEAD if label == "X" else Role.BODY,
        "article": Role.CROSSHEAD if label == "XA" else Role.BODY,
        "head": Role.HEADLINE,
        "by": Role.BYLINE,
        "furniture": Role.FURNITURE,
        "caption": Role.CAPTION,
    }[label_class(label)]
    for label in LABELS
)

ROLE_LABELS: dict[Role, tuple[int, ...]] = {
    Role.BODY: ids("body"),
    Role.DATELINE: ids("first", "inner"),
    Role.NOTE: ids("body"),
    Role.HEADLINE: ids("head"),
    Role.KICKER: ids("head"),
    Role.SUBHEAD: ids("head"),
    Role.BYLINE: ids("by"),
    Role.CROSSHEAD: ids("cross"),
    Role.CAPTION: ids("cap"),
    Role.FURNITURE: ids("furn"),
}
"""The labels that a line may have where a person decided its role."""

# What may follow what, as log-odds named in analysis.weights ("then.*"); what is not named
# here is forbidden at the price "then.forbidden", which a decision can force one to pay.
_OPEN = ("L", "PO", "AO", "Fp", "Cp", "Dp", "X", "XA")
_CLOSED = ("Le", "POe", "AOe", "Fa", "Ca", "Da", "Ba")

GRAMMAR: list[tuple[Iterable[str], Iterable[str], str]] = [
    (("A1", "P1", "M"), ("M", "Mg"), "then.middle"),
    (("A1", "P1", "M"), ("L", "Le"), "then.last"),
    (("A1g", "P1g", "Mg"), ("Fi", "Ci"), "then.interrupt"),
    (("Fi",), ("Fi",), "then.more_inside"),
    (("Ci", "Di"), ("Di",), "then.more_caption"),
    (("Ci", "Di"), ("Ci", "Fi"), "then.more_inside"),
    (("Fi",), ("Ci",), "then.more_inside"),
    (("Fi", "Ci", "Di"), ("M",), "then.middle"),
    (("Fi", "Ci", "Di"), ("L", "Le"), "then.last"),
    (_OPEN, ("P1", "P1g", "PO", "POe"), "then.paragraph"),
    (("L", "PO", "AO", "X", "XA"), ("Fp", "Cp"), "then.aside"),
    (("Fp", "Cp", "Dp"), ("Fp", "Cp"), "then.more_aside"),
    (("L", "PO", "AO", "Fp", "Cp", "Dp"), ("X",), "then.crosshead"),
    (("X", "XA"), ("X",), "then.second_crosshead"),
    (("Cp", "Dp"), ("Dp",), "then.more_caption"),
    (("Ca", "Da"), ("Da",), "then.more_caption"),
    (_CLOSED, ("A1", "A1g", "AO", "AOe"), "then.bare_article"),
    (_CLOSED, ("H",), "then.headline"),
    (("Le", "POe", "AOe", "Fa", "Ca", "Da"), ("Ba",), "then.byline_after"),
    (("Ba",), ("Ba",), "then.second_byline"),
    (_CLOSED, ("By",), "then.byline_alone"),
    (("Le", "POe", "AOe", "Ba"), ("Fa", "Ca"), "then.furniture"),
    (("Fa", "Ca", "Da"), ("Fa", "Ca"), "then.more_furniture"),
    (_CLOSED, ("XA",), "then.bare_article"),
    (("H",), ("H",), "then.second_headline"),
    (("H",), ("A1", "A1g", "AO", "AOe", "XA"), "then.article"),
    (("H",), ("By",), "then.byline_before"),
    (("H",), ("Ba",), "then.byline_under_late_headline"),
    (("H",), ("Fa", "Ca"), "then.furniture"),
    (("H", "By"), ("Fh",), "then.furniture_under_headline"),
    (("Fh",), ("Fh",), "then.more_inside"),
    (("Fh",), ("A1", "A1g", "AO", "AOe", "XA"), "then.article"),
    (("Fh",), ("By",), "then.byline_before"),
    (("By",), ("By",), "then.second_byline"),
    (("By",), ("A1", "A1g", "AO", "AOe", "XA"), "then.article"),
    (("By",), ("Fa", "Ca"), "then.furniture_after_byline"),
    (("By",), ("H",), "then.headline_after_byline"),
]

STARTS: list[tuple[Iterable[str], str]] = [
    (("H", "By", "Fa", "A1", "A1g", "AO", "AOe"), "start.clean"),
    (("Ca",), "start.caption"),
    (
        ("P1", "P1g", "PO", "POe", "M", "Mg", "L", "Le", "X", "Fp", "Fi", "Fh", "Cp", "Ci"),
        "start.inside",
    ),
    (("Ba",), "start.byline_after"),
    (("XA",), "start.inside"),
]
ENDS: list[tuple[Iterable[str], str]] = [
    (("Le", "POe", "AOe", "H", "Ba", "Fa"), "stop.clean"),
    (("Ca", "Da"), "stop.caption"),
    (("L", "PO", "AO", "Fp", "Cp", "Dp", "By", "X", "XA", "Fh", "Fi", "Ci", "Di"), "stop.open"),
    (("A1", "A1g", "P1", "P1g", "M", "Mg"), "stop.inside"),
]


def joint_pairs(joint: Joint, *, cut: bool) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Which (labels before, labels after) a decided joint leaves possible.

    Running text may go on behind an interruption, but not inside one printed line (`cut`).
    """
    every = ids("all")
    if joint is Joint.ARTICLE:
        return [(every, ids("article"))]
    if joint is Joint.PARAGRAPH:
        others = ids("p_first", "X", "head", "by", "furn", "cap_first")
        return [(every, others)]
    if joint is Joint.LINE:
        return [(every, ids("inner", "head", "by", "furn", "cap", "cross"))]
    interrupted = [] if cut else [(ids("Fi", "Ci", "Di"), ids("inner"))]
    return [
        *interrupted,
        (ids("goes_on"), ids("inner")),
        (ids("head"), ids("head")),
        (ids("by"), ids("by")),
        (ids("cross"), ids("X")),
        (ids("furn"), ids("furn")),
        (ids("cap"), ids("cap_more")),
    ]

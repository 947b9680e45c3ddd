"""All checks, in the order in which the documents list them."""

from __future__ import annotations

from editor.proofing.ages import ages
from editor.proofing.dates import impossible_dates, wrong_weekdays
from editor.proofing.days import days
from editor.proofing.english import articles, double_spaces, repeated_words, unknown_words
from editor.proofing.finals import final_marks
from editor.proofing.house import patterns, terms
from editor.proofing.leftovers import leftovers
from editor.proofing.lookalikes import lookalikes
from editor.proofing.marks import (
    dashes,
    doubled_marks,
    ellipses,
    half_width,
    wide_characters,
)
from editor.proofing.numerals import latin_spaces, numerals
from editor.proofing.pairs import pairs
from editor.proofing.quotes import straight_quotes
from editor.proofing.repeats import doubled_characters
from editor.proofing.roster import near_names
from editor.proofing.sequences import skipped_numbers
from editor.proofing.spaces import spaces
from editor.proofing.sums import sums
from editor.proofing.suspect import Check, Severity
from editor.proofing.twice import doubled_words, repeated_paragraphs
from editor.proofing.variants import variants

ZH, EN = frozenset(("zh",)), frozenset(("en",))

CHECKS = (
    Check("pairs", pairs, Severity.ERROR),
    Check("half-width", half_width, Severity.ERROR, scripts=ZH),
    Check("wide-characters", wide_characters, Severity.WARNING, scripts=ZH),
    Check("ellipsis", ellipses, Severity.WARNING, scripts=ZH),
    Check("dash", dashes, Severity.WARNING, scripts=ZH),
    Check("doubled-mark", doubled_marks, Severity.ERROR, scripts=ZH),
    Check("final-mark", final_marks, Severity.WARNING, scripts=ZH),
    Check("straight-quote", straight_quotes, Severity.WARNING),
    Check(
        "doubled-character",
        doubled_characters,
        Severity.ERROR,
        scripts=ZH,
        whole=True,
        words=True,
    ),
    Check("doubled-word", doubled_words, Severity.ERROR, scripts=ZH, words=True),
    Check("space", spaces, Severity.WARNING, scripts=ZH),
    Check("leftover", leftovers, Severity.ERROR),
    Check("date", impossible_dates, Severity.ERROR),
    Check("weekday", wrong_weekdays, Severity.ERROR),
    Check("sequence", skipped_numbers, Severity.WARNING, scripts=ZH),
    Check("repeated-paragraph", repeated_paragraphs, Severity.WARNING, whole=True),
    Check("roster", near_names, Severity.WARNING, scripts=ZH, whole=True),
    Check("variant", variants, Severity.WARNING, scripts=ZH, whole=True, words=True),
    Check("lookalike", lookalikes, Severity.WARNING, scripts=ZH, whole=True, words=True),
    Check("numerals", numerals, Severity.WARNING, scripts=ZH),
    Check("latin-space", latin_spaces, Severity.NOTE, scripts=ZH),
    Check("sum", sums, Severity.WARNING, scripts=ZH),
    Check("age", ages, Severity.WARNING, scripts=ZH),
    Check("day", days, Severity.WARNING, scripts=ZH),
    Check("term", terms, Severity.WARNING),
    Check("pattern", patterns, Severity.WARNING, whole=True),
    Check("repeated-word", repeated_words, Severity.ERROR, scripts=EN),
    Check("article", articles, Severity.WARNING, scripts=EN),
    Check("double-space", double_spaces, Severity.NOTE, scripts=EN),
    Check("english-word", unknown_words, Severity.NOTE, on=False, scripts=EN, whole=True),
)
"""Each check once; the name is its key in house files and on the command line."""

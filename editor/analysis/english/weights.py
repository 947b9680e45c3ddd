"""What each English observation speaks for, in nats: the hand-set prior of the fit.

Read as `analysis.weights`; the groups stand in `analysis.labels`. Transitions and fits that are
not named here are as there.
"""

from __future__ import annotations

from editor.analysis import weights as chinese
from editor.analysis.weights import Row

EMISSION: dict[str, Row] = {
    "prior": {
        "art_end": -1.3, "par_end": -0.3, "only": -1.6, "gap": -0.5, "cross": -3.0, "head": -2.0,
        "by": -5.5, "furn": -4.5, "cap_first": -5.0, "cap_more": -1.5,
    },
    "line.unbroken": chinese.EMISSION["line.unbroken"],
    # how the line ends
    "end.stop": {"goes_on": -2.5, "head": -5.0, "cross": -4.0, "by": -4.0, "furn": -3.0,
        "cap": -0.5},
    "end.stop_quote": {"goes_on": -2.0, "head": -3.0, "cross": -3.0, "by": -4.0, "furn": -3.0,
        "cap": -0.5},
    "end.abbreviation": {"last": -1.0, "head": -1.5, "by": -2.0},
    "end.comma": {"last": -5.5, "head": -2.0, "cross": -4.0, "by": -3.0, "furn": -4.0,
        "cap": -0.5},
    "end.colon": {"last": -1.5, "head": -2.0, "cross": -1.0, "by": -2.0, "furn": -2.0},
    "end.hyphen": {"last": -4.5, "head": -1.5, "cross": -4.0, "by": -4.0, "furn": -3.0},
    "end.open": {"last": -6.0, "head": -4.0, "cross": -5.0, "by": -5.0, "furn": -4.0},
    "end.small_word": {"last": -6.0, "head": -0.5, "cross": -3.0, "by": -2.0, "furn": -3.0},
    "end.close": {"last": -3.0},
    "end.capital": {"last": -4.0},
    "end.word": {"last": -4.5, "by": -2.0, "furn": -1.0},
    # how it begins
    "open.low": {"first": -5.0, "head": -1.5, "by": -4.0, "furn": -2.5, "cross": -4.0},
    "open.capital": {"inner": -1.6},
    "open.pronoun": {"head": -1.0},
    "open.this": {"head": -1.0},
    "open.article": {"first": 0.2, "head": -0.7},
    "open.link": {"head": -0.7},
    "open.phrase": {"head": -0.3},
    "open.quote": {"inner": -1.6, "first": 0.3, "head": -1.0, "by": -3.0, "furn": -2.0},
    "open.bracket": {"first": -2.0, "head": -1.0, "by": -3.0},
    "open.figure": {"first": -2.0, "head": -0.5, "by": -3.0},
    "open.bullet": {"p_first": 1.5, "inner": -1.0, "by": -2.0},
    "open.closing": {"first": -5.0, "head": -4.0, "by": -4.0, "furn": -3.0, "cross": -5.0},
    "seam.stop": {"first": 0.5},
    "seam.habit": {"first": 0.5},
    "seam.length": {"first": 0.5},
    "seam.said": {"first": 0.7},
    "sense.pronoun": {"first": -1.5},
    "sense.pointing": {"first": -1.0},
    "sense.link": {"first": -1.2},
    "sense.adverb": {"first": -1.0},
    "sense.turn": {"first": 0.5},
    "sense.some": {"first": -0.8},
    "sense.asks": {"first": -0.8},
    "sense.given": {"first": -0.2},
    "sense.place": {"first": 0.4},
    "sense.a": {"first": 0.7},
    "sense.the": {"first": 0.2},
    "sense.new": {"first": 1.2},
    "sense.name": {"first": 0.8},
    "sense.quote": {"first": 0.5},
    "sense.other": {},
    "sense.short": {"first": -1.5},
    "quote.inside": {"first": -1.5, "head": -1.0},
    "quote.again": {"first": -0.8},
    "quote.resumed": {"first": 2.5},
    "seam.low": {"inner": 0.5},
    "topic.shift": {"a_first": 1.0, "head": 0.5, "p_first": -0.2},
    **chinese.LAYOUT,
    # datelines and bylines
    "dateline": {"a_first": 6.0, "p_first": -3.0, "inner": -3.0, "head": -4.0, "by": -4.0,
        "furn": -4.0, "cap": -3.0, "cross": -3.0},
    "dateline.whole": {},
    "dateline.rest": {"inner": 4.0, "first": -4.0, "head": -4.0, "by": -3.0},
    "by.by": {"by": 11.0, "head": -2.0, "body": -1.0},
    "by.open_by": {"by": 9.0, "head": -1.0},
    "by.role": {"by": 9.0, "head": -1.0},
    "by.house": {"by": 7.0, "head": -0.5},
    "by.dash": {"by": 5.5, "by_before": -1.5},
    "by.names": {"by": 4.0},
    "by.names_odd": {"by": 1.5},
    "by.after_end": {"by": 1.5},
    "by.rest": {"by": 8.0},
    "by.beside": {"by": 2.0},
    "by.habit": {"by": 1.0},
    # furniture and captions
    "furn.folio": {"furn": 8.5}, "furn.date": {"furn": 9.5}, "furn.running": {"furn": 10.0},
    "furn.jump": {"furn": 10.0}, "furn.section": {"furn": 4.5}, "furn.paper": {"furn": 5.0},
    "furn.web": {"furn": 7.5}, "furn.phone": {"furn": 6.5}, "furn.recurs": {"furn": 4.5},
    "furn.contact": {"furn": 5.0}, "furn.beside": {"furn": 1.7},
    "cap.pictured": {"cap_first": 7.0}, "cap.credit": {"cap": 6.0},
        "cap.credit_line": {"cap": 8.0, "furn": 3.0},
    "cap.before_credit": {"cap": 2.5}, "cap.after_pictured": {"cap_more": 3.0},
    # headlines and crossheads
    "case.upper": {"head": 3.5, "cross": 1.5, "body": -3.0},
    "case.title": {"head": 2.0, "cross": 1.0, "body": -1.0},
    "head.stopped": {"head": -3.0, "cross": -3.0, "by": -3.0},
    "head.wide": {"head": 2.0, "cross": -1.5},
    "head.short": {"head": 0.5},
    "head.full": {"head": -1.5, "cross": -1.5},
    "head.room": {"head": 1.0, "cross": 0.5},
    "head.comma": {"head": -0.3, "cross": -1.0},
    "head.after_end": {"head": 1.6, "cross": 1.0},
    "head.after_byline": {"head": 1.5, "cross": -2.0, "a_first": 0.5},
    "head.second": {"head": 0.3},
    "head.same_case": {"head": 1.0},
    "head.mid_text": {"head": -5.0, "cross": -6.0},
    "head.before_dateline": {"head": 2.0, "cross": -2.0},
    "head.before_byline": {"head": 2.0, "cross": -2.0},
    "head.before_nothing": {"head": 0.7},
    "head.echo": {"head": 0.6},
    "cross.short": {"cross": 1.0},
    "cross.habit": {"cross": 1.0},
    "note": {"only": 2.5, "head": -2.0},
}  # fmt: skip

FIT_GOES_ON: dict[str, tuple[float, float]] = {
    "fit.over3": (-6.0, -6.0), "fit.over2": (-4.0, -4.0), "fit.over1": (-1.8, -1.8),
    "fit.room4": (-7.0, -7.0), "fit.room3": (-6.0, -6.0), "fit.room2": (-4.0, -4.0),
        "fit.room1": (-1.8, -1.8),
    "fit.flush": (-0.2, -0.2), "fit.snug": (0.7, 0.7), "fit.squeezed": (-1.5, 0.2),
}  # fmt: skip
FIT_LAST: dict[str, float] = {
    "fit.over3": -6.0, "fit.over2": -4.0, "fit.over1": -1.8, "fit.last_full": -0.9,
        "fit.last_free": 0.0,
}  # fmt: skip

TRANSITION: dict[str, float] = {
    **chinese.TRANSITION,
    "then.second_headline": -0.4,
    "then.byline_before": -0.4,
}

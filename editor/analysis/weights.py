"""What each observation speaks for, in nats (natural log-odds), by group of labels.

A row is `name: {group: nats}`; groups stand in `analysis.labels.GROUPS`. Set by hand from what
each name says; read a number as "e^x times as likely". Zero is silence.
"""

from __future__ import annotations

Row = dict[str, float]

LAYOUT: dict[str, Row] = {
    "cut.before": {"first": -6.0, "head": -1.0, "by": -1.0, "furn": -1.0, "cross": -1.0},
    "cut.behind": {},
    # blank space, relative to the page
    "blank.habit": {"first": 1.0, "head": 0.6, "by": 0.3, "furn": 0.6, "cross": 0.8,
        "cap_first": 0.6},
    "blank.extra": {},
    "blank.many": {"a_first": 0.3, "head": 0.7, "furn": 0.5},
    "blank.missing": {"inner": 0.2},
    "indent.habit": {"first": 1.0},
    "indent.two": {"inner": -0.5},
    "indent.deep": {"head": 1.5, "by": 1.5, "furn": 2.0, "first": -2.0, "inner": -2.0},
    "feed": {"furn": 1.5},
}  # fmt: skip
"""What cuts, blank lines, indents and form feeds speak for: the same in every script."""

EMISSION: dict[str, Row] = {
    # how likely each kind of line is before anything is seen of it
    "prior": {
        "art_end": -1.3, "par_end": -0.3, "only": -1.6, "gap": -0.5, "cross": -2.5,
        "cross_first": -2.5, "head": -2.0, "by": -5.5, "furn": -4.5, "cap_first": -5.0,
        "cap_more": -1.5,
    },
    # how the line ends
    "end.stop": {"goes_on": -3.0, "head": -5.0, "cross": -3.5, "by": -4.0, "furn": -3.0,
        "cap": -0.5},
    "end.ask": {"goes_on": -2.5, "head": -1.5, "cross": -2.0, "by": -4.0, "furn": -3.0,
        "cap": -0.5},
    "end.stop_quote": {"goes_on": -2.7, "head": -2.5, "cross": -2.5, "by": -4.0, "furn": -3.0,
        "cap": -1.0},
    "end.comma": {"last": -6.0, "head": -4.5, "cross": -4.5, "by": -5.0, "furn": -4.0, "cap": -0.5},
    "end.colon": {"last": -1.5, "head": -3.0, "cross": -2.0, "by": -3.0, "furn": -2.0},
    "end.ellipsis": {"goes_on": -0.7, "head": -1.5, "by": -3.0, "furn": -3.0},
    "end.open": {"last": -7.0, "head": -5.0, "cross": -5.0, "by": -5.0, "furn": -4.0},
    "end.close": {"last": -2.5, "by": -0.5},
    "end.latin": {"last": -3.5, "by": -2.0},
    "end.char": {"last": -4.3},
    # how it begins
    "open.closing": {"first": -5.0, "head": -5.0, "by": -4.0, "furn": -2.5, "cross": -5.0},
    "open.quote": {"first": 0.7},
    "open.phrase": {"first": 1.4, "head": -0.5},
    "open.speech": {"first": 1.0, "head": -0.3},
    "open.number": {"p_first": 1.0, "cross": 0.5},
    "open.article": {"a_first": 1.2, "p_first": 0.3},
    "open.pronoun": {"first": -1.8},
    "open.link": {"first": -0.8},
    "open.ours": {"first": -1.3},
    "open.demand": {"first": -1.0},
    "open.sitting": {"p_first": 1.0},
    "open.person": {"p_first": 1.2},
    "open.day": {"first": 0.8},
    "end.sentence": {"last": 0.7},
    "open.recurring": {"first": 2.3},
    "open.refrain": {"p_first": 2.0},
    "open.slogan": {"p_first": 1.2, "inner": -0.3},
    "open.dated": {"a_first": 0.8},
    "topic.shift": {"a_first": 1.2, "head": 0.5},
    "topic.same": {"a_first": -2.0, "head": -0.8},
    "seam.words": {"first": -0.3},
    "seam.pair": {"first": -4.0, "cross": -3.0, "by": -5.0},
    **LAYOUT,
    "line.unbroken": {"only": 4.0, "head": -8.0, "cross": -8.0, "furn": -4.0, "cap": -4.0},
    "width.short": {"goes_on": -3.0},
    "row.table": {"only": 2.0, "goes_on": -2.0, "cap": -3.0, "furn": -1.0},
    "row.figures": {"only": 2.5, "head": -2.0, "goes_on": -2.0, "by": -2.0},
    # datelines and bylines
    "dateline": {"a_first": 6.0, "p_first": -3.0, "inner": -3.0, "head": -4.0, "by": -4.0,
        "furn": -4.0, "cap": -3.0},
    "dateline.whole": {"head": 1.0, "last": -4.0},
    "dateline.far": {"a_first": -1.0},
    "dateline.rest": {"inner": 4.0, "first": -4.0, "head": -4.0, "by": -3.0},
    "by.framed": {"by": 11.0, "by_after": -1.0, "head": -2.0},
    "by.role": {"by": 10.0, "head": -3.0},
    "by.bracket": {"by": 9.0, "by_before": -4.0, "head": -2.0},
    "by.fragment": {"by": 8.0, "head": -1.0},
    "by.names": {"by": 9.5, "head": -1.0},
    "by.names_weak": {"by": 7.0},
    "by.names_odd": {"by": 3.0},
    "by.lone_role": {"by": 8.5, "head": -2.0},
    "by.habit": {"by": 1.5},
    "by.top": {"by_before": 3.0, "by_after": -3.0},
    "by.several": {"by": 0.5},
    "by.beside": {"by": 2.0},
    "by.roster": {"by": 8.0, "head": -2.0, "art_end": 2.0},
    "glued.space": {"art_end": 3.5, "par_end": 0.5, "goes_on": -4.5, "head": -4.0},
    "glued.bracket": {"art_end": 3.5, "par_end": 0.5, "goes_on": -2.0, "head": -2.0},
    "glued.tight": {"art_end": 4.3, "par_end": 0.0},
    "glued.role": {"art_end": 3.0},
    "glued.weak": {"art_end": 4.5, "par_end": 2.0, "head": 1.0},
    # furniture and captions
    "furn.folio": {"furn": 9.0, "head": -2.0, "cross": -2.0},
    "furn.date": {"furn": 10.0, "head": -2.0, "cross": -2.0},
    "furn.jump": {"furn": 10.0, "head": -2.0, "cross": -2.0},
    "furn.editors": {"furn": 9.0, "head": -2.0, "cross": -2.0},
    "furn.phone": {"furn": 8.0, "head": -2.0, "cross": -2.0},
    "furn.issue": {"furn": 8.0, "head": -2.0, "cross": -2.0},
    "furn.paper": {"furn": 8.0}, "furn.section": {"furn": 7.5},
        "furn.topic": {"furn": 3.5, "by": -6.0},
        "furn.topic_top": {"furn": 2.5, "head": -1.0},
        "furn.names": {"furn": 6.0, "by": -4.0},
    "furn.through": {"article": -5.0, "head": -5.0},
    "furn.recurs": {"furn": 6.0}, "furn.beside": {"furn": 1.2},
    "line.tiny": {"furn": 1.0},
    "cap.pictured": {"cap_first": 8.0}, "cap.credit": {"cap": 4.5},
        "cap.credit_line": {"cap": 8.0, "furn": 3.0, "head": -3.0},
    "cap.past_credit": {"cap_more": -4.0}, "cap.past_stop": {"cap_more": -2.0},
    "cap.opens_inside": {"cap_first": 2.0},
    "cap.aside": {"cap_first": 4.0}, "cap.inside": {"cap_more": 3.0},
    "cap.alone": {"cap_first": 6.0, "a_first": -2.0, "head": -2.0},
    "cap.signed": {"cap": 3.0, "body": -3.0},
    "cap.before_credit": {"cap": 2.5}, "cap.after_pictured": {"cap_more": 4.0},
    # headlines and crossheads
    "head.stopped": {"head": -4.0, "cross": -3.5, "by": -3.0},
    "head.unstopped": {},
    "head.wide": {"head": 2.5, "cross": -1.5},
    "head.odd_width": {"head": 0.8},
    "head.gap": {"head": 1.5},
    "head.comma": {"head": -0.5, "cross": -0.5},
    "head.after_end": {"head": 1.6, "cross": 1.0},
    "head.after_byline": {"head": 1.5, "cross": -2.0, "a_first": 0.5},
    "head.like_names": {"head": -1.0},
    "head.second": {"head": 0.3},
    "head.upright": {"head": 4.0, "body": -3.0, "furn": -1.0},
    "head.third": {"head": -0.5},
    "head.mid_text": {"head": -5.0, "cross": -6.0},
    "head.before_start": {"head": 1.5},
    "head.before_byline": {"head": 2.0},
    "head.dash": {"head": 0.5},
    "head.echo": {"head": 0.8},
    "cross.echo": {"cross": 0.5},
    "cross.dash": {"cross": 1.5, "head": -0.5},
    "cross.short": {"cross": 1.5},
    "cross.number": {"cross": 3.0, "head": -1.0},
    "cross.box": {"cross": 4.0, "head": -4.0, "furn": -3.0, "by": -4.0},
    "cross.boxed": {"head": -2.5, "p_first": 1.0, "cross": 1.0},
    "note": {"only": 2.5, "head": -3.0, "art_end": 1.0},
    # what news begins with, and what leans on the text before
    "lead.leans": {"a_first": -1.5}, "lead.says": {"a_first": -1.5},
    "lead.title": {"a_first": 2.0}, "lead.news": {"a_first": 1.5}, "lead.day": {"a_first": 0.6},
    "lead.date": {"a_first": 0.9},
    # where an article goes on on another page or comes from there; greetings, signatures
    "jump.on": {"last": 2.0, "art_end": 2.5},
    "jump.from": {"article": 2.5, "head": 1.0, "inner": -2.0, "p_first": -1.0},
    "jump.opens": {"article": 5.0, "inner": -2.0},
    "jump.closes": {"last": 3.0, "art_end": 3.0},
    "greeting": {"only": 4.0, "head": -4.0, "cross": -3.0},
    "sign.who": {"only": 4.0, "head": -4.0, "cross": -3.0, "by": -3.0},
    "sign.when": {"only": 6.0, "art_end": 2.0, "furn": -6.0},
    # what the page does elsewhere, by a first look at it (`analysis.traits`)
    "trait.cross": {"cross": 1.0},
    "trait.unmarked": {"a_first": 1.0},
    "trait.unled": {"a_first": 0.7},
    "trait.unsigned": {"art_end": 1.0},
    "trait.headless": {"a_first": 1.0},
    "trait.by_before": {"by_before": 0.7, "by_after": -0.7},
}  # fmt: skip

BY_HAND = ("lead.", "jump.", "greeting", "sign.", "furn.topic_top", "cross.echo")
"""Observations (by how their names begin) that no fit sees: their weights stay as set here.

Fitted along with the others they made pages of unknown styles worse (docs/accuracy.md).
"""

# How a line fills its column under the width in force (names of `analysis.fit.BUCKETS`).
FIT_GOES_ON: dict[str, tuple[float, float]] = {  # (policy loose, policy squeeze)
    "fit.over3": (-6.0, -6.0), "fit.over2": (-4.0, -4.0), "fit.over1": (-2.0, -2.0),
    "fit.room4": (-7.0, -7.0), "fit.room3": (-5.0, -5.0), "fit.room2": (-3.2, -3.4),
        "fit.room1": (-2.0, -2.2), "fit.room0": (-1.2, -1.5),
    "fit.flush": (0.4, 0.4), "fit.snug": (-0.6, -0.6), "fit.squeezed": (-0.8, -2.4),
}  # fmt: skip
FIT_LAST: dict[str, float] = {
    "fit.over3": -6.0, "fit.over2": -4.0, "fit.over1": -2.0, "fit.last_full": -2.0,
        "fit.last_free": 0.0,
}  # fmt: skip

TRANSITION: dict[str, float] = {
    "then.middle": -0.2, "then.last": -1.6, "then.interrupt": -4.0, "then.more_inside": -0.7,
    "then.more_caption": -0.3, "then.paragraph": -0.3, "then.aside": -3.5, "then.crosshead": -1.5,
    "then.second_crosshead": -3.5, "then.bare_article": -2.5, "then.headline": -0.7,
    "then.byline_after": -1.0, "then.second_byline": -1.0, "then.byline_alone": -3.0,
    "then.furniture": -2.0, "then.more_furniture": -0.7, "then.more_aside": -1.0,
    "then.second_headline": -0.7, "then.article": -0.3,
    "then.byline_before": -0.8, "then.byline_under_late_headline": -3.5,
    "then.furniture_after_byline": -6.0, "then.furniture_under_headline": -1.5,
    "then.headline_after_byline": -3.5,
        "then.forbidden": -30.0,
    "then.decided": -4.0,
    "start.clean": -0.3, "start.caption": -3.0, "stop.caption": -2.0,
    "start.inside": -5.0, "start.byline_after": -7.0,
    "stop.clean": 0.0, "stop.open": -3.0, "stop.inside": -4.0,
    "width.switch_article": -2.5, "width.switch_paragraph": -5.0, "width.switch_inside": -5.5,
}  # fmt: skip

"""What other rules of the house would change on the pages of a project, to be looked at first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from editor.model.history import StyleChange
from editor.model.project import Page, Project, Style
from editor.model.reading import Article, Reading
from editor.model.rule_changes import ROSTER, RuleChange, taken
from editor.model.waiting import told
from editor.proofing.run import asked, chosen, passages_of, sheet_of, suspect_of, year_of
from editor.proofing.suspect import Sheet, Suspect

_CHECKS = {
    "terms": "term",
    "patterns": "pattern",
    "numerals": "numerals",
    "spacing": "latin-space",
    ROSTER: "roster",
}
"""Which check obeys a section; of `checks` each entry names its own."""


@dataclass(frozen=True)
class Effect:
    """What a change would do: suspects that come (`more`) and go (`fewer`), over all pages.

    `weighed`: how many stay and matter more or less. `otherwise`: how many articles would be read
    otherwise. `page`, `shown`: where the first suspect is that it brings, takes or weighs
    otherwise; None where there is none.
    """

    change: RuleChange
    more: int = 0
    fewer: int = 0
    weighed: int = 0
    otherwise: int = 0
    page: str = ""
    shown: Suspect | None = None


def style_change(style: Style, changes: Iterable[RuleChange]) -> StyleChange:
    """The change of a project's style that takes these; reporters come to its roster with them."""
    changes = tuple(changes)
    names = [change for change in changes if change.section == ROSTER]
    came = tuple(c.name for c in names if c.after is not None and c.name not in style.roster)
    gone = tuple(c.name for c in names if c.after is None and c.name in style.roster)
    after = taken(style.rules, changes)
    rules = (style.rules, after) if after != style.rules else None
    return StyleChange(gone, came, rules)


def effects(
    project: Project, kept: Mapping[str, Reading], changes: Iterable[RuleChange]
) -> tuple[Effect, ...]:
    """What each change would do by itself.

    `kept`: readings that are of the pages; others are read for it. Tells how far it is
    (`editor.model.waiting`), and ends with `CancelledError` where nobody waits.
    """
    found = {change.key: Effect(change) for change in changes}
    for number, page in enumerate(project.pages):
        told(number / len(project.pages))
        reading = kept.get(page.key) or _reading(page, project.style)
        sheet = sheet_of(reading, project.style, year_of(page))
        before: dict[str, dict[tuple[object, ...], Suspect]] = {}
        for key, effect in found.items():
            change = effect.change
            check = _CHECKS.get(change.section, change.name)
            if check not in before:
                before[check] = _suspects(sheet, page, project.style, check)
            style = project.style.changed(style_change(project.style, (change,)))
            now = _suspects(sheet, page, style, check)
            came = [now[place] for place in now if place not in before[check]]
            gone = [one for place, one in before[check].items() if place not in now]
            old = before[check]
            stay = [now[place] for place in now if place in old]
            stay = [o for o in stay if o.severity != old[(o.span, o.start, o.fix)].severity]
            first = next(iter((*came, *gone, *stay)), None)
            if first is not None and effect.shown is None:
                effect = replace(effect, page=page.key, shown=first)
            found[key] = replace(
                effect,
                more=effect.more + len(came),
                fewer=effect.fewer + len(gone),
                weighed=effect.weighed + len(stay),
            )
            told(number / len(project.pages))
        for key, count in _read_otherwise(page, reading, project.style, found):
            found[key] = replace(found[key], otherwise=found[key].otherwise + count)
    return tuple(found.values())


def _suspects(
    sheet: Sheet, page: Page, style: Style, name: str
) -> dict[tuple[object, ...], Suspect]:
    """What one check finds under a style, by place and fix."""
    roster = tuple(dict.fromkeys((*style.roster, *style.rules.roster)))
    sheet = replace(sheet, rules=style.rules, roster=roster)
    found = [
        suspect_of(sheet.passages[one.passage], check, one)
        for check in chosen(style.rules)
        if check.name == name and sheet.script in check.scripts
        for one in check.find(sheet)
    ]
    return {(one.span, one.start, one.fix): one for one in asked(found, page, style)}


def _read_otherwise(
    page: Page, reading: Reading, style: Style, found: Mapping[tuple[str, str], Effect]
) -> Iterator[tuple[tuple[str, str], int]]:
    """How many articles each change of the roster lets be read otherwise."""
    text = "".join(page.source.text.split())
    for key, effect in found.items():
        if key[0] != ROSTER or "".join(key[1].split()) not in text:
            continue
        after = style.changed(style_change(style, (effect.change,)))
        if after.roster != style.roster:
            old = {article.at: _told(article) for article in reading.articles}
            now = {article.at: _told(article) for article in _reading(page, after).articles}
            yield key, sum(old.get(at) != told for at, told in now.items())


def _told(article: Article) -> tuple[object, ...]:
    return tuple((one.role, one.text, one.names) for one in passages_of(article))


def _reading(page: Page, style: Style) -> Reading:
    from editor.analysis import read_many

    return next(read_many([(page.source, page.decisions, style)]))

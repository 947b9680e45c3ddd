"""How one house's rules differ from another's: entry by entry, each to be taken or left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from editor.model.rules import Numerals, Pattern, Rules, Term

Value = str | Term | Pattern
ROSTER = "roster"


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One entry of a house file: `section` and `name` say which.

    `before`, `after`: what it was and what it becomes; None where there was none, or is none.
    """

    section: str
    name: str
    before: Value | None
    after: Value | None

    @property
    def key(self) -> tuple[str, str]:
        """Which entry it is."""
        return self.section, self.name


def _entries(rules: Rules) -> dict[tuple[str, str], Value]:
    found: dict[tuple[str, str], Value] = {}
    found.update({("checks", name): setting for name, setting in rules.checks})
    found.update({(ROSTER, name): name for name in rules.roster})
    found.update({("terms", term.form): term for term in rules.terms})
    found.update({("patterns", pattern.name): pattern for pattern in rules.patterns})
    numerals = asdict(rules.numerals)
    found.update({("numerals", name): value for name, value in numerals.items() if value})
    if rules.latin:
        found["spacing", "latin"] = rules.latin
    return found


def _rules(entries: dict[tuple[str, str], Value]) -> Rules:
    parts: dict[str, dict[str, Any]] = {}
    for (section, name), value in entries.items():
        parts.setdefault(section, {})[name] = value
    return Rules(
        tuple(parts.get("checks", {}).items()),
        tuple(parts.get(ROSTER, {})),
        tuple(parts.get("terms", {}).values()),
        tuple(parts.get("patterns", {}).values()),
        Numerals(**parts.get("numerals", {})),
        parts.get("spacing", {}).get("latin", ""),
    )


def differences(before: Rules, after: Rules) -> tuple[RuleChange, ...]:
    """What makes `after` of `before`: what comes or changes as `after` has it, then what goes."""
    old, new = _entries(before), _entries(after)
    came = [RuleChange(*key, old.get(key), value) for key, value in new.items()]
    gone = [RuleChange(*key, value, None) for key, value in old.items() if key not in new]
    return tuple(change for change in (*came, *gone) if change.before != change.after)


def taken(rules: Rules, changes: Iterable[RuleChange]) -> Rules:
    """The rules after some of the changes; entries that change keep their places."""
    entries = _entries(rules)
    for change in changes:
        if change.after is None:
            entries.pop(change.key, None)
        else:
            entries[change.key] = change.after
    return _rules(entries)


def overlaid(rules: Rules, over: Rules) -> Rules:
    """The rules with those of `over` in addition, and in the place of the same entries."""
    return _rules({**_entries(rules), **_entries(over)})

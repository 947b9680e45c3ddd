"""The sections of a house file that the checks obey, read strictly."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

from editor.files.strict_json import Node
from editor.model.rules import CHECKS, SETTINGS, SEVERITIES, Numerals, Pattern, Rules, Term

SECTIONS = ("checks", "roster", "terms", "numerals", "spacing", "patterns")

LONGEST = 200
"""The longest form of a term, in characters."""

_CHOICES = {
    "dates": ("arabic", "chinese"),
    "percent": ("%", "％", "百分之"),
    "thousands": ("comma", "space", "none"),
    "range": ("～", "~", "—", "－", "-", "–", "至"),
}
_REFERENCE = re.compile(r"\\(?:(\d+)|g<(\w+)>)")


def rules(root: Node, *, kept: bool = False) -> Rules:
    """What a house file says of texts. Raises `FileError` with the place of what is wrong.

    `kept`: it stands in a project, where checks of a newer Galley are passed over.
    """
    return Rules(
        _checks(root["checks"], kept) if root.has("checks") else (),
        _roster(root["roster"]) if root.has("roster") else (),
        _each(root, "terms", _term),
        _each(root, "patterns", _pattern),
        _numerals(root["numerals"]) if root.has("numerals") else Numerals(),
        _latin(root["spacing"]) if root.has("spacing") else "",
    )


def _each(root: Node, section: str, made: Any) -> tuple[Any, ...]:
    if not root.has(section):
        return ()
    return tuple(made(root[section][key]) for key in root[section].holding(()).value)


def _checks(node: Node, kept: bool) -> tuple[tuple[str, str], ...]:
    names = node.holding(()).value if kept else node.fields((), CHECKS).value
    return tuple((name, _choice(node[name], SETTINGS)) for name in names if name in CHECKS)


def _roster(node: Node) -> tuple[str, ...]:
    names = node.fields(("names",))["names"].items()
    return tuple(dict.fromkeys(_filled(name).strip() for name in names))


def _filled(node: Node) -> str:
    """Text that is more than white space, and in one line."""
    text = node.text()
    if not text.strip() or len(text) > LONGEST or not text.isprintable():
        raise node.wrong("unknown-value", value=text[:60])
    return text


def _choice(node: Node, allowed: tuple[str, ...]) -> str:
    if node.text() not in allowed:
        raise node.wrong("unknown-value", value=node.text()[:60])
    return node.text()


def _form(node: Node) -> str:
    """The key of an entry, which is text that people wrote too."""
    form = str(node.key)
    if not form.strip() or len(form) > LONGEST or not form.isprintable():
        raise node.wrong("unknown-value", value=form[:60])
    return form


def _severity(node: Node) -> str:
    return _choice(node["severity"], SEVERITIES) if node.has("severity") else "warning"


def _why(node: Node) -> str:
    return _filled(node["why"]) if node.has("why") else ""


def _term(node: Node) -> Term:
    form = _form(node)
    if isinstance(node.value, str):
        return Term(form, _other(node, form))
    node.fields((), ("put", "why", "unless", "severity"))
    put = _other(node["put"], form) if node.has("put") else ""
    unless: tuple[str, ...] = ()
    if node.has("unless"):
        for entry in node["unless"].items():
            if form not in entry.text():
                raise entry.wrong("unknown-value", value=entry.text()[:60])
        unless = node["unless"].texts()
    return Term(form, put, _why(node), unless, _severity(node))


def _other(node: Node, form: str) -> str:
    """What stands for a form: text, and not the form itself."""
    put = _filled(node)
    if put == form:
        raise node.wrong("unknown-value", value=put[:60])
    return put


def _pattern(node: Node) -> Pattern:
    name = _form(node)
    node.fields(("find",), ("find", "put", "why", "severity"))
    find = node["find"].text()
    put = node["put"].text() if node.has("put") else None
    if not find or len(find) > 10 * LONGEST:
        raise node["find"].wrong("unknown-value", value=find[:60])
    import regex

    try:
        compiled = regex.compile(find)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        raise node["find"].wrong("bad-pattern", reason=str(error)) from None
    for group, named in _REFERENCE.findall(put or ""):
        number = int(group or (named if named.isdigit() else 0))
        if number > compiled.groups or (not number and named not in compiled.groupindex):
            raise node["put"].wrong("unknown-value", value=put[:60] if put else "")
    return Pattern(name, find, put, _why(node), _severity(node))


def _numerals(node: Node) -> Numerals:
    node.fields((), _CHOICES)
    return Numerals(
        **{name: _choice(node[name], _CHOICES[name]) for name in _CHOICES if node.has(name)}
    )


def _latin(node: Node) -> str:
    node.fields(("latin",))
    return _choice(node["latin"], ("none", "space"))


def rules_json(held: Rules) -> dict[str, Any]:
    """Rules as the same sections, for a project; what is empty is left out."""
    found: dict[str, Any] = {
        "checks": dict(held.checks),
        "roster": {"names": list(held.roster)} if held.roster else {},
        "terms": {one.form: _fields(one, "form") for one in held.terms},
        "numerals": _fields(held.numerals),
        "spacing": {"latin": held.latin} if held.latin else {},
        "patterns": {one.name: _fields(one, "name") for one in held.patterns},
    }
    return {section: value for section, value in found.items() if value}


def _fields(one: Any, key: str = "") -> dict[str, Any]:
    told = {field.name: getattr(one, field.name) for field in fields(one)}
    kept = {
        name: value for name, value in told.items() if name != key and value not in ("", (), None)
    }
    return {name: list(v) if isinstance(v, tuple) else v for name, v in kept.items()}

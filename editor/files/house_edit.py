"""Writing a rule into a house file: its comments, order and layout stay as their author left them.

Each change is from the text of a file to its new text, made by TOML Kit, which keeps what it does
not change; `write` reads the result strictly before it replaces the file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.files.errors import FileError, from_system, shown
from editor.files.house import LIMIT, checked
from editor.model.rules import Pattern, Term

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Change = Callable[["TOMLDocument"], None]
"""Changes a document in its place; `write` takes several."""

EMPTY = "format = 1\n"
"""A house file that says nothing yet."""


def term(one: Term) -> Change:
    """Put a term, or put it anew in the place of the one with its form."""
    fields: dict[str, Any] = {"put": one.put, "why": one.why, "unless": list(one.unless)}
    if one.severity != "warning":
        fields["severity"] = one.severity
    filled = {name: value for name, value in fields.items() if value}
    plain = list(filled) == ["put"]
    return _entry("terms", one.form, one.put if plain else filled)


def pattern(one: Pattern) -> Change:
    """Put a pattern, or put it anew in the place of the one with its name."""
    fields: dict[str, Any] = {"find": one.find, "put": one.put, "why": one.why or None}
    if one.severity != "warning":
        fields["severity"] = one.severity
    filled = {name: value for name, value in fields.items() if value is not None}
    return _entry("patterns", one.name, filled)


def switch(check: str, setting: str) -> Change:
    """What the house says of a check; an empty `setting` takes it back."""
    return _entry("checks", check, setting) if setting else without("checks", check)


def reporter(name: str) -> Change:
    """Put a name on the roster, at its end."""

    def change(document: TOMLDocument) -> None:
        section = _section(document, "roster")
        if "names" not in section:
            section["names"] = []
        if name not in section["names"]:
            section["names"].append(name)

    return change


def without(section: str, key: str) -> Change:
    """Take an entry of a section out; nothing where there is none."""

    def change(document: TOMLDocument) -> None:
        if section in document and key in document[section]:
            document[section].remove(key)

    return change


def changed(text: str, *changes: Change) -> str:
    """The text of a house file after changes. Raises `FileError` where it would not be one."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    checked(text.encode("utf-8"))
    try:
        document = tomlkit.parse(text)
        for change in changes:
            change(document)
        made = tomlkit.dumps(document)
    except TOMLKitError as error:
        raise FileError("bad-toml", reason=str(error)) from None
    checked(made.encode("utf-8"))
    return made


def write(path: Path, *changes: Change) -> None:
    """Change a house file, or make one. Raises `FileError`; on any error the old file is whole."""
    from editor.files import safe

    try:
        data = path.read_bytes() if path.exists() else EMPTY.encode("utf-8")
        if len(data) > LIMIT:
            raise FileError("too-large", limit=LIMIT >> 20)
        made = changed(data.decode("utf-8").removeprefix("\ufeff"), *changes)
        path.parent.mkdir(parents=True, exist_ok=True)
        safe.write(path, made.encode("utf-8"))
    except UnicodeDecodeError as error:
        raise FileError("bad-encoding", position=error.start, path=shown(path)) from None
    except OSError as error:
        raise from_system(error, path) from error
    except FileError as error:
        raise error.in_file(shown(path)) from None


def _section(document: TOMLDocument, name: str) -> Any:
    import tomlkit

    if name not in document:
        document[name] = tomlkit.table()
    return document[name]


def _entry(section: str, key: str, value: Any) -> Change:
    def change(document: TOMLDocument) -> None:
        import tomlkit

        made = value
        if isinstance(value, dict):
            made = tomlkit.inline_table()
            made.update(value)
        _section(document, section)[key] = made

    return change

"""Writes the pages of the documents that tell what the program says: `python docs/generate.py`.

`keys.md` comes from the table of commands, `house-keys.md` from the schema of the house file.
With `--check` nothing is written: a test asks so whether they are what would be made now.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

MANY = 10
"""Of so many values at most each is told."""

MADE = "<!-- Made by docs/generate.py: change it there. -->\n"


def keys_page() -> str:
    """All keys as Galley starts with them, in both languages."""
    english, chinese = _groups("en"), _groups("zh")
    lines = [
        MADE,
        "# All keys · 全部按键\n",
        "F1 shows them in the window, as they are set there; *View, Settings, Keys* changes them. "
        "窗口里按 F1 可看当前按键，“视图 › 设置 › 按键”可以更改。\n",
    ]
    for (name, rows), (zh_name, zh_rows) in zip(english, chinese, strict=True):
        lines.append(f"## {name} · {zh_name}\n")
        lines.append("| key · 按键 | command | 命令 |")
        lines.append("| --- | --- | --- |")
        for (what, key), (zh_what, _) in zip(rows, zh_rows, strict=True):
            told = ", ".join(f"`{one}`" for one in key.split("  "))
            lines.append(f"| {told} | {what} | {zh_what} |")
        lines.append("")
    return "\n".join(lines)


def _groups(language: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The groups of the key sheet in a language, with the keys of the table."""
    from PySide6.QtCore import QSettings

    from editor.ui import app, keys
    from editor.ui.help.keys_of import groups

    with tempfile.TemporaryDirectory() as folder:
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(QSettings.Format.NativeFormat, scope, folder)
        app.make_app()  # settings are the application's
        QSettings().setValue("language", language)
        app.make_app()
        keys.use(keys.KeyMap())
        return groups()


def house_page() -> str:
    """Every key of a house file, with what it may be."""
    schema = json.loads((HERE.parent / "resources/schema/house.json").read_text("utf-8"))
    lines = [
        MADE,
        "# Every key of the house file\n",
        "Made from [`resources/schema/house.json`](../resources/schema/house.json), a JSON Schema "
        "(2020-12) by which editors of TOML complete and check a house file. "
        "What it is for: [the house file](house-file.md).\n",
        *_HEAD,
    ]
    lines += _table(schema, schema)
    for name, what in schema["$defs"].items():
        if "properties" in what:
            lines += [f"\n## {name}\n", f"{what['description'].capitalize()}.\n", *_HEAD]
            lines += _table(schema, what)
    return "\n".join(lines) + "\n"


_HEAD = ("| key | what it may be | what it is |", "| --- | --- | --- |")


def _table(root: dict[str, Any], node: dict[str, Any], at: str = "") -> Iterator[str]:
    """A row for each key of a table, and under it for those of the tables within."""
    for name, what in node.get("properties", {}).items():
        told = _followed(root, what)
        text = _cell(str(told.get("description", "")))
        yield f"| `{at}{name}` | {_range(root, what)} | {text} |"
        if "$ref" not in what:
            yield from _table(root, what, f"{at}{name}.")
    more = node.get("additionalProperties")
    if more:
        text = _cell(_followed(root, more)["description"])
        if "propertyNames" in node:
            names = ", ".join(f"`{name}`" for name in node["propertyNames"]["enum"])
            text += f". Names: {names}"
        yield f"| `{at}…` | {_range(root, more)} | {text} |"


def _followed(root: dict[str, Any], what: dict[str, Any]) -> dict[str, Any]:
    """What stands where a reference leads, under what is said beside it."""
    if "$ref" not in what:
        return what
    found = root["$defs"][what["$ref"].rsplit("/", 1)[1]]
    return {**found, **{key: value for key, value in what.items() if key != "$ref"}}


def _range(root: dict[str, Any], what: dict[str, Any]) -> str:
    """The values that are allowed, in words; a table of its own by its name."""
    if "$ref" in what:
        name = what["$ref"].rsplit("/", 1)[1]
        if "properties" in root["$defs"][name]:
            return f"a [{name}](#{name})"
        return _range(root, root["$defs"][name])
    if "oneOf" in what:
        return " or ".join(dict.fromkeys(_range(root, one) for one in what["oneOf"]))
    if "enum" in what:
        told = [f"`{value}`" for value in what["enum"]]
        return ", ".join(told if len(told) <= MANY else [*told[:2], "…", told[-1]])
    if what["type"] == "array":
        return f"a list of {_range(root, what['items'])}"
    if "pattern" in what:
        return f"text like `{_cell(what['pattern'])}`"
    if what["type"] in _KINDS:
        return _KINDS[what["type"]]
    least, most = what["minimum"], what["maximum"]
    if least == most:
        return f"`{least}`"
    return f"{'a whole number' if what['type'] == 'integer' else 'a number'}, {least} to {most}"


_KINDS = {"object": "a table", "string": "text", "boolean": "`true`, `false`"}


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


PAGES = {"keys.md": keys_page, "house-keys.md": house_page}


def main() -> int:
    """Write the pages; with `--check` only compare, and return 1 where one is out of date."""
    stale = [name for name, made in PAGES.items() if _is_stale(HERE / name, made())]
    for name in stale:
        print(f"{name} is out of date" if "--check" in sys.argv else f"{name} written")
    return int(bool(stale) and "--check" in sys.argv)


def _is_stale(path: Path, text: str) -> bool:
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    if "--check" not in sys.argv:
        path.write_text(text, "utf-8", newline="\n")
    return True


if __name__ == "__main__":
    sys.exit(main())

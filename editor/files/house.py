"""The house file: how one newsroom wants its text, in TOML that people write and read.

One file a house; each part of the program takes its own section. What is here is read
strictly: an unknown key is a slip of the pen, and is told with its place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from editor.files import house_rules
from editor.files.docx.styles import ALIGNS, BUILT_IN, LADDER, SIZES, Look, PageSetup, Sheet
from editor.files.errors import FileError, from_system, shown
from editor.files.strict_json import Node
from editor.model.rules import Rules
from editor.model.structure import Role
from editor.resources import resource

FORMAT = 1
SHIPPED = ("newspaper", "official", "plain")
"""The houses that come with Galley; the first is the one that is taken if none is named."""

SECTIONS = ("word", *house_rules.SECTIONS)

LIMIT = 1 << 20
"""The largest house file, in bytes."""

PARTS = {role.value: role for role in Role if role not in (Role.BODY, Role.FURNITURE)}
"""What a house may include or not; the body is always there."""

_FIELDS = ("page", "pages", "title", "source")
_LINE = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?(?:pt|磅)")


@dataclass(frozen=True)
class House:
    """A house. `key` names it on the command line; `names` is the pattern of its files' names.

    `include`: the roles of an article that are written, besides the body. `path`: its file.
    `rules`: what it says of texts, for the checks. `continued`: what is printed where an article
    goes on on the page `{number}`; empty for nothing.
    """

    key: str
    zh: str
    en: str
    sheet: Sheet
    names: str
    include: frozenset[Role]
    path: Path
    rules: Rules = field(default_factory=Rules)
    continued: str = ""

    def title(self, language: str) -> str:
        """Its name for people."""
        return self.zh if language == "zh" else self.en


def load(path: Path) -> House:
    """The house in a file. Raises `FileError` that says what is wrong and where."""
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise from_system(error, path) from error
    if len(data) > LIMIT:
        raise FileError("too-large", limit=LIMIT >> 20, path=shown(path))
    try:
        return _house(_parsed(data), path)
    except FileError as error:
        raise error.at_path(shown(path)) from None


def checked(data: bytes) -> House:
    """The house in the bytes of a file. Raises `FileError`."""
    return _house(_parsed(data), Path("house.toml"))


def shipped(key: str = SHIPPED[0]) -> House:
    """A house that comes with Galley."""
    return load(resource(f"house/{key}.toml"))


def own_folder() -> Path:
    """Where a person keeps house files and templates of his own."""
    import platformdirs

    return Path(platformdirs.user_config_dir("galley", appauthor=False)) / "house"


def own_files(folder: Path | None = None) -> Iterator[Path]:
    """House files and Word templates in a person's own folder, by name."""
    folder = own_folder() if folder is None else folder
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in (".toml", ".docx", ".dotx") and not path.name.startswith("~"):
                yield path


def _parsed(data: bytes) -> Node:
    try:
        return Node(tomllib.loads(data.decode("utf-8").removeprefix("\ufeff")))
    except UnicodeDecodeError as error:
        raise FileError("bad-encoding", position=error.start) from None
    except ValueError as error:  # TOMLDecodeError, and numbers that Python does not read
        raise FileError("bad-toml", reason=str(error)) from None
    except RecursionError:
        raise FileError("too-deep", at="") from None


def _house(root: Node, path: Path) -> House:
    root.fields(("format",), ("name", *SECTIONS))
    known = root["format"].number()
    if known > FORMAT:
        raise FileError("newer", found=known, known=FORMAT)
    names = root["name"].fields((), ("zh", "en")) if root.has("name") else None
    rules = house_rules.rules(root)
    if not root.has("word"):  # a house of rules alone prints as newspapers do
        root = _parsed(resource(f"house/{SHIPPED[0]}.toml").read_bytes())
    word = root["word"].fields(
        ("styles",), ("names", "include", "folio", "header", "continued", "page", "styles")
    )
    pattern = word["names"].text() if word.has("names") else "{page}-{n:02}-{headline}"
    from editor.files.export.names import Pattern

    try:
        Pattern(pattern)
    except FileError as error:
        raise word["names"].wrong(error.code, **error.facts) from None
    return House(
        path.stem,
        names["zh"].text() if names and names.has("zh") else path.stem,
        names["en"].text() if names and names.has("en") else path.stem,
        _sheet(word),
        pattern,
        _include(word),
        path,
        rules,
        _running(word, "continued", ("number",)),
    )


def _include(word: Node) -> frozenset[Role]:
    if not word.has("include"):
        return frozenset(PARTS.values()) - {Role.CAPTION}
    found = set()
    for entry in word["include"].items():
        if entry.text() not in PARTS:
            raise entry.wrong("unknown-value", value=entry.text())
        found.add(PARTS[entry.text()])
    return frozenset(found)


def _sheet(word: Node) -> Sheet:
    styles = word["styles"].fields(("base",), (*BUILT_IN, "dateline"))
    base = _look(styles["base"], None)
    looks: dict[str, Look] = {"base": base}
    titles: tuple[float, ...] = (base.size,)
    for part in BUILT_IN:
        if part == "base":
            continue
        # A part has the base's fonts, size and lines; the rest of a look is its own.
        plain = Look(base.east_asia, base.latin, base.size, line=base.line, exact=base.exact)
        if part in ("folio", "header"):
            plain = replace(plain, align="center", line=1, exact=False)
        looks[part] = _look(styles[part], plain, part) if styles.has(part) else plain
        if part == "headline" and styles.has(part) and styles[part].has("size"):
            titles = _sizes(styles[part]["size"])
    dateline = _look(styles["dateline"], base) if styles.has("dateline") else None
    return Sheet(
        tuple(looks.items()),
        titles,
        _page(word["page"]) if word.has("page") else PageSetup(),
        _running(word, "folio"),
        _running(word, "header"),
        dateline,
    )


_LOOK_KEYS = ("east_asia", "latin", "size", "bold", "align", "indent", "line", "before", "after")


def _look(node: Node, base: Look | None, part: str = "") -> Look:
    node.fields(("east_asia", "latin", "size") if base is None else (), _LOOK_KEYS)
    look = Look("", "", 12) if base is None else base
    changed: dict[str, object] = {}
    for name in ("east_asia", "latin"):
        if node.has(name):
            changed[name] = _font(node[name])
    if node.has("size"):
        changed["size"] = _sizes(node["size"])[0] if part == "headline" else _size(node["size"])
    if node.has("bold"):
        if not isinstance(node["bold"].value, bool):
            raise node["bold"].wrong(
                "wrong-type", wanted="true or false", wanted_zh="true 或 false"
            )
        changed["bold"] = node["bold"].value
    if node.has("align"):
        allowed = (*ALIGNS, "outside") if part == "folio" else tuple(ALIGNS)
        changed["align"] = _choice(node["align"], allowed)
    for name, most in (("indent", 20.0), ("before", 200.0), ("after", 200.0)):
        if node.has(name):
            changed[name] = _amount(node[name], 0, most)
    if node.has("line"):
        changed["line"], changed["exact"] = _line(node["line"])
    return replace(look, **changed)  # type: ignore[arg-type]


def _font(node: Node) -> str:
    name = node.text().strip()
    if not name or len(name) > 31 or any(ord(mark) < 32 for mark in name):
        raise node.wrong("unknown-value", value=name)
    return name


def _sizes(node: Node) -> tuple[float, ...]:
    """One size or several, falling."""
    if not isinstance(node.value, list):
        return (_size(node),)
    found = tuple(_size(entry) for entry in node.items())
    if not 1 <= len(found) <= len(LADDER) or sorted(set(found), reverse=True) != list(found):
        raise node.wrong(
            "wrong-type",
            wanted=f"up to {len(LADDER)} sizes, falling",
            wanted_zh=f"至多 {len(LADDER)} 个由大到小的字号",
        )
    return found


def _size(node: Node) -> float:
    if isinstance(node.value, str):
        if node.value not in SIZES:
            raise node.wrong("unknown-value", value=node.value)
        return SIZES[node.value]
    return round(_amount(node, 4, 200) * 2) / 2  # Word counts half points


def _line(node: Node) -> tuple[float, bool]:
    """Line spacing and whether it is exact points."""
    if isinstance(node.value, str):
        found = _LINE.fullmatch(node.value)
        if not found or not 4 <= float(found[1]) <= 400:
            raise node.wrong("unknown-value", value=node.value)
        return float(found[1]), True
    return _amount(node, 0.5, 10), False


def _amount(node: Node, least: float, most: float) -> float:
    value = node.value
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise node.wrong("wrong-type", wanted="a number", wanted_zh="数字")
    if not least <= value <= most:
        raise node.wrong("out-of-range", value=value)
    return float(value)


def _choice(node: Node, allowed: Collection[str]) -> str:
    if node.text() not in allowed:
        raise node.wrong("unknown-value", value=node.text())
    return node.text()


def _running(word: Node, name: str, fields: Collection[str] = _FIELDS) -> str:
    """The text of a header, a footer or a jump line, its fields known."""
    if not word.has(name):
        return ""
    text = word[name].text()
    for code in re.findall(r"\{(.*?)\}", text):
        if code not in fields:
            raise word[name].wrong("unknown-value", value="{" + code + "}")
    return text


def _page(node: Node) -> PageSetup:
    sides = ("width", "height", "top", "right", "bottom", "left", "header", "footer")
    node.fields((), (*sides, "characters"))
    page = replace(
        PageSetup(),
        **{name: _amount(node[name], 0, 1000) for name in sides if node.has(name)},
        characters=node["characters"].number(100) if node.has("characters") else 0,
    )
    if page.measure < 20 * 72 / 25.4 or page.depth < 20 * 72 / 25.4:  # Word wants some room
        raise node.wrong("out-of-range", value=f"{page.measure / 72 * 25.4:g} mm")
    return page

"""A Word file of somebody else's, opened with care.

It comes from outside: its zip may claim any size, name any path and hold any XML. So what is
unpacked is bounded, names that lead out of the package are refused, and so is any document
type, by which XML could name entities.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from editor.files.bytes_in import read_bytes
from editor.files.errors import FileError, from_system, shown

MOST_PARTS = 2000
MOST_BYTES = 64 << 20
"""What a template may hold unpacked; an ordinary one holds a few hundred thousand bytes."""


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a package by their names. Raises `FileError`."""
    try:
        data = read_bytes(path, MOST_BYTES)  # a pipe that nobody writes into is not waited for
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _read(package)
    except FileError as error:
        raise error.at_path(shown(path)) from None
    except OSError as error:
        raise from_system(error, path) from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError):
        raise FileError("no-word", path=shown(path)) from None
    except Exception as error:  # zlib.error and the like: what is packed is damaged
        raise FileError("no-word", path=shown(path)) from error


def _read(package: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    if len(entries) > MOST_PARTS:
        raise FileError("large-parts", limit=MOST_BYTES >> 20)
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for entry in entries:
        name = entry.filename
        if not _is_inside(name) or name in found:
            raise FileError("bad-part", name=shown(name))
        with package.open(entry) as held:  # the size that an entry claims is not believed
            data = held.read(left + 1)
        left -= len(data)
        if left < 0:
            raise FileError("large-parts", limit=MOST_BYTES >> 20)
        found[name] = data
    return found


def _is_inside(name: str) -> bool:
    """Whether a part's name stays in its package."""
    if not name or name.startswith("/") or "\\" in name or ":" in name or "\x00" in name:
        return False
    return posixpath.normpath(name) == name and not name.startswith("../")


def tree(data: bytes, name: str) -> Any:
    """The XML of a part. Raises `FileError`; a document type is refused."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise FileError("bad-part", name=name) from None
    if root.getroottree().docinfo.doctype:
        raise FileError("bad-part", name=name)
    return root


def relations(found: Mapping[str, bytes], part: str) -> dict[str, tuple[str, str, bool]]:
    """By id: the type of what a part refers to, where it is, and whether that is outside.

    `part` is a part's name, or empty for the package. Raises `FileError`.
    """
    folder, base = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    if name not in found:
        return {}
    told: dict[str, tuple[str, str, bool]] = {}
    for relation in tree(found[name], name):
        if not isinstance(relation.tag, str):
            continue
        place = relation.get("Target", "")
        outside = relation.get("TargetMode") == "External"
        if not outside:
            place = posixpath.normpath(posixpath.join("/", folder, place)).lstrip("/")
        told[relation.get("Id", "")] = (relation.get("Type", ""), place, outside)
    return told

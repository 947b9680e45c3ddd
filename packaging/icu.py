"""Qt's copy of ICU with the data that Galley's window can ask for: 32 MB become three.

ICU's data is one list of named items in a library of their own. What Qt asks it for are how names
are sorted (in file dialogs) and how letters change their case; the languages of the window are
Chinese and English. Left out are all other languages, and for these too what is asked by nobody:
converters, names of characters, currencies, regions and time zones, transliteration.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

LANGUAGES = ("root", "zh", "en", "pool", "res_index")
FOLDERS = ("", "coll")
"""Of the list's folders, those that are of use: what holds for all, and sorting."""
_KINDS = (".cnv", ".cfu", ".spp")
_ALONE = ("unames.icu", "cnvalias.icu")
_ALIGNED = 16


def wanted(name: str) -> bool:
    """Whether an item is kept. `name`: as `icudt73l/coll/zh.res`."""
    folder, _, item = name.split("/", 1)[-1].rpartition("/")
    if folder not in FOLDERS or item.endswith(_KINDS) or item in _ALONE:
        return False
    language = item.removesuffix(".res").split("_")[0]
    is_language = item.endswith(".res") and len(language) in (2, 3) and language.islower()
    return not is_language or language in LANGUAGES


def trimmed(data: bytes, keep: Callable[[str], bool] = wanted) -> bytes:
    """A data file of ICU with some of its items. `ValueError` where it is not such a file.

    What stands behind the last item counts as its own.
    """
    (size,) = struct.unpack_from("<H", data)
    if data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD" or data[8]:
        raise ValueError("no data of ICU")
    items = []
    (count,) = struct.unpack_from("<I", data, size)
    places = [struct.unpack_from("<II", data, size + 4 + 8 * n) for n in range(count)]
    ends = [at for _, at in places[1:]] + [len(data) - size]
    for (name_at, at), end in zip(places, ends, strict=True):
        name = data[size + name_at : data.index(b"\0", size + name_at)]
        if keep(name.decode("ascii")):
            items.append((name, data[size + at : size + end]))
    names_at = 4 + 8 * len(items)
    at = _aligned(names_at + sum(len(name) + 1 for name, _ in items))
    head, names, body = struct.pack("<I", len(items)), b"", b""
    for name, item in items:
        head += struct.pack("<II", names_at + len(names), at + len(body))
        names += name + b"\0"
        body += item.ljust(_aligned(len(item)), b"\0")
    return data[:size] + (head + names).ljust(at, b"\xaa") + body


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


def trim(library: Path) -> None:
    """Make a Linux library of ICU's data anew with what is wanted. Needs as and ld (binutils).

    What is not as expected stays as it is, which is told.
    """
    whole = library.read_bytes()
    start = whole.find(b"\xda\x27") - 2
    version = library.name.rpartition(".")[2]
    symbol = f"icudt{version}_dat"
    if (
        start < 0
        or not shutil.which("as")
        or not shutil.which("ld")
        or symbol.encode() not in whole
    ):
        print(f"galley: {library.name} stays whole")
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "data").write_bytes(trimmed(whole[start:]))
        (place / "data.s").write_text(
            f".section .rodata\n.balign {_ALIGNED}\n.globl {symbol}\n.type {symbol}, @object\n"
            f'{symbol}:\n.incbin "data"\n.size {symbol}, .-{symbol}\n'
            '.section .note.GNU-stack,"",@progbits\n'
        )
        made = ["-shared", "-soname", library.name, "-o", "made", "data.o"]
        fixed = ["--build-id=none", "-z", "noexecstack"]
        for words in (["as", "-o", "data.o", "data.s"], ["ld", *fixed, *made]):
            subprocess.run(words, check=True, cwd=place)
        shutil.copyfile(place / "made", library)

"""Zip files whose bytes depend on nothing but what is in them.

No clock, no system, no order of a folder: every entry has the earliest date that zip knows. An
entry is compressed once and can go into many files, for most of a manuscript is the same in all.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_DATE, _TIME = 0x21, 0  # 1980-01-01 00:00
_DEFLATED, _VERSION, _UTF8 = 8, 20, 0x800


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip, compressed."""

    name: str
    packed: bytes
    size: int
    crc: int


def entry(name: str, data: bytes) -> Entry:
    """`data` under a name with `/`."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    return Entry(name, deflate.compress(data) + deflate.flush(), len(data), zlib.crc32(data))


def archive(entries: Iterable[Entry]) -> bytes:
    """The zip of these entries, in their order. For less than 4 GB, which Word files are."""
    held, index, count = bytearray(), bytearray(), 0
    for one in entries:
        name = one.name.encode()
        about = struct.pack(
            "<5H3L2H",
            _VERSION,
            0 if name.isascii() else _UTF8,
            _DEFLATED,
            _TIME,
            _DATE,
            one.crc,
            len(one.packed),
            one.size,
            len(name),
            0,
        )
        place = len(held)
        held += b"PK\x03\x04" + about + name + one.packed
        index += struct.pack("<4sH", b"PK\x01\x02", _VERSION) + about
        index += struct.pack("<3H2L", 0, 0, 0, 0, place) + name
        count += 1
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(index), len(held), 0)
    return bytes(held + index + end)

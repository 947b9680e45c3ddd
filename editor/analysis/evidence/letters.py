"""Which kinds of characters lines have, of many lines at once: one look-up a character.

Most lines have nothing that a shape could be made of (no blank, no figure, no 摄), and it is
cheaper to know that of all lines together than to ask each shape about each line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

import regex

from editor.analysis.metrics import are_han

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bits = NDArray[np.uint64]
    Bools = NDArray[np.bool_]
    Ints = NDArray[np.int64]

_PLANE = 0x10000
_BEYOND, _HAN_BEYOND = _PLANE, _PLANE + 1
"""Where tables have what they say of characters beyond the first plane."""
Kinds = Mapping[str, str]
"""Kinds of characters by name; of each the inside of a regular expression's class.

Two more there are always: `han`, Chinese characters (`metrics.is_han`), and `end`, line ends.
"""


_PART = regex.compile(r"\\([sd])|(\\u.{4}|\\?.)(?:-(\\u.{4}|\\?.))?")
"""A part of a class: blanks or digits, or a character, or from one to another."""


def stretches(inside: str) -> list[tuple[int, int]]:
    """What the inside of a class holds of the first plane: first code points, and behind the last.

    Looking through the plane with each class takes twenty times as long.
    """
    none = inside.startswith("^")
    found: list[tuple[int, int]] = []
    for kind, first, last in _PART.findall(inside, none):
        found += _ESCAPED[kind] if kind else [(_code(first), _code(last or first) + 1)]
    if not none:
        return found
    ends = sorted(found)
    starts = [0, *accumulate((end for _, end in ends), max)]
    return [
        (start, stop)
        for start, (stop, _) in zip(starts, [*ends, (_PLANE, _PLANE)], strict=True)
        if start < stop
    ]


def _code(told: str) -> int:
    """The character that a class tells so: itself, behind a stroke, or by its code point."""
    return int(told[2:], 16) if told.startswith("\\u") and len(told) > 2 else ord(told[-1])


_BLANKS = (
    (9, 14), (32, 33), (133, 134), (160, 161), (5760, 5761), (8192, 8203), (8232, 8234),
    (8239, 8240), (8287, 8288), (12288, 12289),
)  # fmt: skip
_ZEROS = (
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
)  # fmt: skip
_ESCAPED = {"s": _BLANKS, "d": tuple((zero, zero + 10) for zero in _ZEROS)}
"""The first plane's blanks and digits; looking for them would take as long as reading a page."""


class Alphabet:
    """Kinds of characters, a bit each, and a table of them by code point."""

    def __init__(self, kinds: Kinds) -> None:
        """`kinds`: 62 at the most."""
        self.kinds = kinds
        self._bit = {name: 1 << at for at, name in enumerate((*kinds, "han", "end"))}
        self._masks: dict[tuple[str, ...], np.uint64] = {}

    def bits(self, *names: str) -> int:
        """The bits of some kinds."""
        return sum({self._bit[name] for name in names})

    def mask(self, *names: str) -> np.uint64:
        """The same, as it is held against kinds."""
        found = self._masks.get(names)
        if found is None:
            import numpy as np

            found = self._masks[names] = np.uint64(self.bits(*names))
        return found

    @cached_property
    def table(self) -> Bits:
        """The kinds of each character of the first plane, and of two that stand for all others."""
        import numpy as np

        table = np.zeros(_PLANE + 2, dtype=np.uint64)
        for name, inside in self.kinds.items():
            bit = np.uint64(self._bit[name])
            for first, last in stretches(inside):
                table[first:last] |= bit
            if inside.startswith("^"):
                table[_PLANE:] |= bit
        han = np.uint64(self._bit["han"])
        table[:_PLANE][are_han(np.arange(_PLANE, dtype=np.uint32))] |= han
        table[_HAN_BEYOND] |= han
        table[ord("\n")] = np.uint64(self._bit["end"])  # it is nothing else: it parts lines
        return table


class Letters:
    """Of consecutive lines the kinds of their characters (bits of an alphabet)."""

    def __init__(self, shapes: Sequence[str], alphabet: Alphabet) -> None:
        """Look at each character once; no line is empty, and none holds a line end."""
        import numpy as np

        self.alphabet = alphabet
        text = "\n".join(shapes)
        codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
        if len(codes) and int(codes.max()) >= _PLANE:
            beyond = np.where(codes >= 0x20000, _HAN_BEYOND, _BEYOND).astype(np.uint32)
            codes = np.where(codes >= _PLANE, beyond, codes)
        self.codes = codes
        self.sizes: Ints = np.fromiter(map(len, shapes), dtype=np.int64, count=len(shapes))
        self.ends: Ints = np.cumsum(self.sizes + 1) - 1
        self.starts: Ints = self.ends - self.sizes
        self.kinds: Bits = alphabet.table[codes]
        self.anywhere: Bits = np.bitwise_or.reduceat(self.kinds, self.starts)
        self.first: Bits = self.kinds[self.starts]
        self.last: Bits = self.kinds[self.ends - 1]
        before = self.kinds[np.maximum(self.ends - 2, 0)]
        self.before_last: Bits = np.where(self.sizes > 1, before, 0)

    def has(self, *names: str) -> Bools:
        """Lines in which a character of one of the kinds stands."""
        return self._test(self.anywhere, names)

    def begins(self, *names: str) -> Bools:
        """Lines whose first character is of one of the kinds."""
        return self._test(self.first, names)

    def ends_in(self, *names: str) -> Bools:
        """Lines whose last character is of one of the kinds."""
        return self._test(self.last, names)

    def behind(self, *names: str) -> Bools:
        """Lines whose last character but one is of one of the kinds."""
        return self._test(self.before_last, names)

    def _test(self, bits: Bits, names: tuple[str, ...]) -> Bools:
        import numpy as np

        found: Bools = np.bitwise_and(bits, self.alphabet.mask(*names)) != 0
        return found

    def places(self, *names: str) -> Ints:
        """Where characters of the kinds stand, in the lines put together by line ends."""
        import numpy as np

        return np.flatnonzero(self._test(self.kinds, names))

    def are(self, places: Ints, *names: str) -> Bools:
        """Whether the characters at places are of one of the kinds."""
        return self._test(self.kinds[places], names)

    def beside(self, places: Ints) -> tuple[Bits, Bits]:
        """The kinds of the characters before and behind places; around all stand line ends."""
        import numpy as np

        outside = self.alphabet.mask("end")
        behind = self.kinds[np.minimum(places + 1, len(self.kinds) - 1)]
        behind[places == len(self.kinds) - 1] = outside
        before = self.kinds[places - 1]
        before[places == 0] = outside
        return before, behind

    def near(self, places: Ints, most: int) -> Bools:
        """Lines with one of some (rising) places among their first characters, or behind them."""
        import numpy as np

        low = np.searchsorted(places, self.starts)
        near: Bools = np.searchsorted(places, self.starts + most) > low
        return near

    def first_others(self, *names: str) -> tuple[Ints, Ints]:
        """Of each line where its first two characters stand that are of none of the kinds.

        A line's end is one too, and so is what stands behind it.
        """
        import numpy as np

        other = np.flatnonzero(~self._test(self.kinds, names))
        last = len(self.kinds) - 1
        other = np.append(other, (last, last))
        at = np.searchsorted(other, self.starts)
        return other[at], other[at + 1]

    def longest(self, *names: str) -> Ints:
        """Of each line the longest stretch of characters that are each of one of the kinds."""
        import numpy as np

        other = np.flatnonzero(~self._test(self.kinds, names))
        edges = np.concatenate([[-1], other, [len(self.kinds)]])
        found: Ints = np.maximum.reduceat(
            np.diff(edges) - 1, np.searchsorted(edges[:-1], self.starts - 1)
        )
        return found

    def trailing(self, *names: str) -> tuple[Ints, Bits]:
        """Of each line how many characters of these kinds end it, and what stands before them."""
        import numpy as np

        other = np.where(self._test(self.kinds, names), -1, np.arange(len(self.kinds)))
        last = np.maximum.accumulate(other)[self.ends - 1]
        inside = last >= self.starts
        size = np.where(inside, self.ends - 1 - last, self.sizes)
        return size, np.where(inside, self.kinds[np.maximum(last, 0)], 0)

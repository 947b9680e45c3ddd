"""Long sequences of values that are made when they are asked for, and made of others' parts.

A page of ten megabytes has some hundred thousand verdicts, of which a person looks at few; and a
reading after a decision is the one before it but for a few lines. So the first are made one by
one, and the second is pieces of the first side by side: neither costs what the page costs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import is_
from typing import TypeVar, overload

T = TypeVar("T")


class Values(Sequence[T]):
    """What the two kinds have in common: equal to any sequence of equal values, never changed."""

    def __eq__(self, other: object) -> bool:
        """Whether the other holds equal values in the same order."""
        if self is other:
            return True
        if not isinstance(other, Sequence) or isinstance(other, str | bytes):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        """As of a tuple with the same values."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """As a tuple's."""
        return repr(tuple(self))

    def __reduce__(self) -> tuple[type[tuple[T, ...]], tuple[tuple[T, ...]]]:
        """Carried as a tuple."""
        return tuple, (tuple(self),)

    def _at(self, at: int) -> T:
        raise NotImplementedError

    def _slice(self, first: int, last: int) -> Sequence[T]:
        return joined([(self, first, last)])

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """One value, or a stretch of them."""
        if isinstance(at, slice):
            first, last, step = at.indices(len(self))
            if step != 1:
                return tuple(self._at(place) for place in range(first, last, step))
            return self._slice(first, max(first, last))
        if at < 0:
            at += len(self)
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._at(at)

    def __iter__(self) -> Iterator[T]:
        """All values in order."""
        return map(self._at, range(len(self)))


class Lazy(Values[T]):
    """So many values, each made when it is first asked for."""

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        """`make` gives the value at a place, from 0; always the same one."""
        self._count, self._make = count, make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def _at(self, at: int) -> T:
        found = self._made.get(at)
        if found is None:
            found = self._made[at] = self._make(at)
        return found


class Joined(Values[T]):
    """Stretches of other sequences, one behind the other. Made by `joined`."""

    def __init__(self, parts: Sequence[tuple[Sequence[T], int, int]]) -> None:
        """`parts`: sequences, each from a place to another (exclusive); none empty."""
        self._parts = parts
        ends = [0]
        for _, first, last in parts:
            ends.append(ends[-1] + last - first)
        self._ends = ends

    def __len__(self) -> int:
        """How many there are."""
        return self._ends[-1]

    def _at(self, at: int) -> T:
        number = bisect_right(self._ends, at) - 1
        values, first, _ = self._parts[number]
        return values[first + at - self._ends[number]]

    def __iter__(self) -> Iterator[T]:
        """All values in order."""
        return chain.from_iterable(
            values[first:last] if isinstance(values, tuple) else map(values.__getitem__, span)
            for values, first, last in self._parts
            for span in (range(first, last),)
        )

    def parts_of(self, first: int, last: int) -> list[tuple[Sequence[T], int, int]]:
        """What a stretch is made of, as `joined` takes it."""
        found = []
        number = max(0, bisect_right(self._ends, first) - 1)
        while number < len(self._parts) and self._ends[number] < last:
            (values, low, high), begun = self._parts[number], self._ends[number]
            start, stop = max(low, low + first - begun), min(high, low + last - begun)
            if start < stop:
                found.append((values, start, stop))
            number += 1
        return found

    def _slice(self, first: int, last: int) -> Sequence[T]:
        return joined(self.parts_of(first, last))

    def same(self, other: object) -> bool:
        """Whether the other is made of the same stretches of the very same sequences."""
        if not isinstance(other, Joined) or self._ends != other._ends:
            return False
        pairs = zip(self._parts, other._parts, strict=True)
        return all(a[0] is b[0] and a[1] == b[1] for a, b in pairs)


def alike(one: Sequence[T], other: Sequence[T]) -> bool:
    """Whether two sequences hold the very same values, in the same order: cheaper than equal."""
    return one is other or (len(one) == len(other) and all(map(is_, one, other)))


def joined(parts: Sequence[tuple[Sequence[T], int, int]]) -> Sequence[T]:
    """Stretches of sequences as one sequence: each from a place to another (exclusive)."""
    flat: list[tuple[Sequence[T], int, int]] = []
    for values, first, last in parts:
        if first >= last:
            continue
        if isinstance(values, Joined):
            rest = values.parts_of(first, last)
            if flat and flat[-1][0] is rest[0][0] and flat[-1][2] == rest[0][1]:
                flat[-1] = flat[-1][0], flat[-1][1], rest.pop(0)[2]
            flat += rest
        elif flat and flat[-1][0] is values and flat[-1][2] == first:
            flat[-1] = values, flat[-1][1], last
        else:
            flat.append((values, first, last))
    if not flat:
        return ()
    if len(flat) == 1 and flat[0][1] == 0 and flat[0][2] == len(flat[0][0]):
        return flat[0][0]
    return Joined(flat)

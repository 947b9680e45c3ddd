"""What a benchmark measured beside what it may be: a line each that says PASS or OVER."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """Something measured. `where`: what it was measured at, in the worst case."""

    name: str
    value: float
    most: float
    unit: str = "ms"
    where: str = ""

    @property
    def line(self) -> str:
        """In words."""
        digits = 0 if self.unit == "ms" else 2
        where = f", {self.where}" if self.where else ""
        word = "PASS" if self.value <= self.most else "OVER"
        return (
            f"{word}  {self.name}: {self.value:.{digits}f} {self.unit}{where} (limit {self.most:g})"
        )


def worst(name: str, values: Iterable[tuple[str, float]], most: float) -> list[Limit]:
    """The worst of values with their names, or all of them that are over the limit."""
    ordered = sorted(values, key=lambda one: -one[1])
    over = [one for one in ordered if one[1] > most]
    return [Limit(name, value, most, where=where) for where, value in over or ordered[:1]]


def answered(name: str, held: bool) -> str:
    """Whether something was as it should be, in words."""
    return f"{'PASS' if held else 'OVER'}  {name}: {'yes' if held else 'no'}"

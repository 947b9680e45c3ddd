"""What copy editors look for: wrong marks, doubled words, dates that do not exist.

`suspects` is a pure function of a reading. A check is one function with a name, a severity and
examples in `tests/cases/checks_*.json`; what it finds has a reason and often a fix. Nothing is
ever changed here: a fix is taken by a gesture (`editor.editing.fixing`).

The checks themselves are imported when they are first asked for: the window knows what a suspect
is before it knows the analysis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.proofing.suspect import Check, Found, Passage, Severity, Sheet, Suspect

if TYPE_CHECKING:
    from editor.proofing.checks import CHECKS
    from editor.proofing.run import chosen, suspects

__all__ = [
    "CHECKS",
    "Check",
    "Found",
    "Passage",
    "Severity",
    "Sheet",
    "Suspect",
    "chosen",
    "suspects",
]


def __getattr__(name: str) -> Any:
    if name == "CHECKS":
        from editor.proofing.checks import CHECKS

        return CHECKS
    if name in ("chosen", "suspects"):
        from editor.proofing import run

        return getattr(run, name)
    raise AttributeError(name)

"""What copy editors look for: wrong marks, doubled words, dates that do not exist.

`suspects` is a pure function of a reading. A check is one function with a name, a severity and
examples in `tests/cases/checks_*.json`; what it finds has a reason and often a fix. Nothing is
ever changed here: a fix is taken by a gesture (`editor.editing.fixing`).
"""

from __future__ import annotations

from editor.proofing.checks import CHECKS
from editor.proofing.run import chosen, suspects
from editor.proofing.suspect import Check, Found, Passage, Severity, Sheet, Suspect

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

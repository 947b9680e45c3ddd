"""Project files of older versions: each is made one of the next version, until it is of this one.

A reader of an old version is never changed once a newer one is out: what it makes of the files
that are kept of its version stands in the tests. Version 1 had no `left_out` among the decisions,
no `pins`, and no `whole` or `joint` of moves: all of them may be left out, so that such a file is
one of version 2 as it stands. Version 2 had no pages that are `away`, and its steps were of one
page's decisions and of the roster only: what it lacks may be left out as well.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from editor.files.strict_json import Node

VERSION = 3
"""The version that is written."""


def _from_1(whole: dict[str, Any]) -> dict[str, Any]:
    """Version 2 only added what may be left out."""
    return {**whole, "galley": 2}


def _from_2(whole: dict[str, Any]) -> dict[str, Any]:
    """Version 3 gave steps more to do; what an older one names so means nothing here."""
    new = ("others", "order", "links", "metas")
    history = whole.get("history")
    if isinstance(history, dict) and isinstance(history.get("steps"), list):
        bare = [
            {name: held for name, held in step.items() if name not in new}
            if isinstance(step, dict)
            else step
            for step in history["steps"]
        ]
        whole = {**whole, "history": {**history, "steps": bare}}
    return {**{name: held for name, held in whole.items() if name != "away"}, "galley": 3}


UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_1, 2: _from_2}
"""What makes a file of a version one of the next."""


def upgraded(root: Node, version: int) -> Node:
    """A file of this version or an older one as one of this version."""
    whole = root.value
    while version < VERSION:
        whole = UPGRADES[version](whole)
        version += 1
    return Node(whole)

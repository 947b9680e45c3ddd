"""Reading a page: lines → evidence → decode → assign → assemble.

`read` is a pure function of source, decisions and style. Its two halves are used apart while
an editor types: `analyse` gives the structure and sees structural decisions only, `assemble`
lays patches, moves and typed fields into it. `read_many` gives the same of many pages, sooner.
"""

from __future__ import annotations

import os

# The products here are small: threads gain nothing, and starting them takes as long again as
# loading numpy does. Only heard before numpy is first loaded; a user's own choice stands.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from editor.analysis.analyse import analyse, look_ahead
from editor.analysis.archive import read_many
from editor.analysis.assemble import assemble
from editor.analysis.structure import VERSION, Structure
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.reading import Reading
from editor.model.source import Source

__all__ = ["VERSION", "Structure", "analyse", "assemble", "look_ahead", "read", "read_many"]


def read(source: Source, decisions: Decisions, style: Style) -> Reading:
    """What a page reads as."""
    return assemble(source, analyse(source, decisions, style), decisions)

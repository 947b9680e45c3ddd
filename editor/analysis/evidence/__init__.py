"""What can be seen at a line: named observations, each one function with examples as data.

An observation takes the view of a page and the number of a line and gives the names (and
strengths) of what it sees; `analysis.weights` says what each name speaks for. So that not each is
asked at each line, `evidence.alike` tells of each observation which lines are alike to it.
"""

from __future__ import annotations

from collections.abc import Callable

from editor.analysis.evidence.edges import jumps, signatures
from editor.analysis.evidence.layout import blanks, indents, joins, paragraphs, shorts
from editor.analysis.evidence.lead import leads
from editor.analysis.evidence.people import bylines, datelines, tails
from editor.analysis.evidence.sentences import endings, lengths, openings, topics
from editor.analysis.evidence.shapes import captions, crossheads, echoes, furniture, headlines
from editor.analysis.evidence.traits import traits
from editor.analysis.evidence.view import Found, View

OBSERVATIONS: tuple[Callable[[View, int], Found], ...] = (
    endings,
    lengths,
    openings,
    topics,
    blanks,
    indents,
    joins,
    shorts,
    paragraphs,
    datelines,
    bylines,
    tails,
    furniture,
    captions,
    headlines,
    echoes,
    crossheads,
    leads,
    jumps,
    signatures,
    traits,
)

__all__ = ["OBSERVATIONS", "Found", "View"]

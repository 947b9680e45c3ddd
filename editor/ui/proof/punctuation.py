"""Full-width marks that meet share their white, as Chinese text is set and as Word has it.

A mark such as `。` or `（` is one em wide, and half of that is white. Where two stand together
(`。”`, `：“`, `）《`) the white between them is taken out: the first one is half an em wide.
Which mark may begin or end a line is Qt's own part (Unicode's line breaking), and it keeps it.
What Qt cannot do is halve a mark because a line happens to begin or end with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

OPENING = "（《「『“‘【〔［〈"
CLOSING = "，。、；：！？）》」』”’】〕］〉"
_MEETING = re.compile(f"[{CLOSING}](?=[{CLOSING}{OPENING}])|[{OPENING}](?=[{OPENING}])")


def meeting(text: str) -> Iterator[int]:
    """The `out_at` of each mark of `text` that the next one moves up to.

    Source: CLREQ (Requirements for Chinese Text Layout), 3.1.6, compression of adjacent marks.
    """
    return (found.start() for found in _MEETING.finditer(text))

"""How jump lines are worded, for all that look for them.

`furniture` knows a line by them, `edges` what a line beside them is, `jumps` what they name: each
wants more or less of what stands around the words.
"""

from __future__ import annotations

LEAVES = "(?:下转|下轉|紧转|转|轉)"
"""The article goes on on another page."""
COMES = "(?:上接|紧接|接)"
"""It comes from one."""
SHORT = frozenset(("转", "轉", "接"))
"""Of these words, those that may be anything where nothing else says that it is a jump line."""
PAGED = "[版頁页]"
CONTINUED = r"(?i:continue[sd]|cont(?:’|'|\.)?d?\.?)"
SLUG = "[A-Z][A-Z'’ -]{2,24}"
"""What an English jump line calls the article."""

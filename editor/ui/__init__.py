"""The desk: the only room that imports PySide6.

One direction: a gesture goes to the session, its `Changed` comes to the window, the window tells
the views. Views never talk to each other.

PySide puts itself before every import that comes after its own, and reads the source of each
module for its own name, to know whether the module may switch its features. None of Galley's does,
and to read two hundred of them is a tenth of a start: so imports are Python's again.
"""

import builtins

import PySide6.QtCore  # noqa: F401  # what comes with it puts itself there

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

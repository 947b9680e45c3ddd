"""Where the frozen program begins: the galley command, as `python -m editor` is from source."""

from __future__ import annotations

import sys

from editor.__main__ import is_command, main

if __name__ == "__main__":
    if is_command(sys.argv[1:]):
        # The processes of `galley export --jobs` are this program again, with words of their own.
        # A window has none, and is not to wait for what they need.
        import multiprocessing

        import pyi_rth_multiprocessing  # type: ignore[import-not-found]  # noqa: F401

        multiprocessing.freeze_support()
    sys.exit(main())

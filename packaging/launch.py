"""Where the frozen program begins: the galley command, as `python -m editor` is from source."""

from __future__ import annotations

import multiprocessing
import sys

from editor.__main__ import main

if __name__ == "__main__":
    # The processes of `galley export --jobs` are this program again.
    multiprocessing.freeze_support()
    sys.exit(main())

"""English pages of the project's own: stories written by a small grammar, set in many styles.

    python -m benchmarks.english FOLDER --half train --pages 120

Names, places, papers and events are invented. The two halves share no name and no content word
list, so that weights are fitted on one and judged on the other.
"""

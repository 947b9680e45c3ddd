"""Makes `resources/words/bigrams.bin`, the language model of `editor/proofing/bigrams.py`.

    python -m benchmarks.bigrams lm_sc.arpa resources/words/bigrams.bin

The model is the one of the input method library libime 1.0.16 (`data/lm_sc.arpa-20220810.tar.xz`
in its source; LGPL 2.1 or later): 164,887 words, 1,983,152 pairs, 634,213 triples, from texts of
the web. Words of up to four characters are kept and the million pairs that tell most: those whose
chance differs most from what the words alone say, weighted by how often they are met (Stolcke,
Entropy-based pruning of backoff language models, 1998). Discounts are worked out anew. Triples
lifted the recall of look-alikes by less than a hundredth and are left out.
"""

from __future__ import annotations

import math
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from editor.proofing.bigrams import KINDS, LONGEST, MAGIC, STEP

PAIRS = 1_000_000
"""How many pairs are kept."""
_LN = math.log(10)

Words = Mapping[str, tuple[float, float]]
"""Each word with its chance and its discount, both logarithms."""
Pair = tuple[str, str, float]


def arpa(lines: Iterable[str]) -> Iterator[tuple[int, list[str], float, float]]:
    """Each sequence of a model in ARPA's format: its order, words, chance, discount (nats)."""
    order = 0
    for line in lines:
        if line.startswith("\\"):
            order = int(line[1]) if line[1].isdigit() else 0
        elif order and line.strip():
            chance, words, *rest = line.rstrip("\n").split("\t")
            discount = float(rest[0]) if rest else 0.0
            yield order, words.split(" "), float(chance) * _LN, discount * _LN


def _kept(word: str) -> bool:
    return 0 < len(word) <= LONGEST and all("\u3007" <= char <= "\uffff" for char in word)


def pruned(words: Words, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that tell most."""

    def gain(pair: Pair) -> float:
        first, second, chance = pair
        return math.exp(words[first][0] + chance) * (chance - words[first][1] - words[second][0])

    return sorted(pairs, key=gain, reverse=True)[:PAIRS]


def discounted(words: Words, pairs: Sequence[Pair]) -> Words:
    """The words with the discounts that go with the pairs that are kept."""
    taken, alone = defaultdict[str, float](float), defaultdict[str, float](float)
    for first, second, chance in pairs:
        taken[first] += math.exp(chance)
        alone[first] += math.exp(words[second][0])
    return {
        word: (chance, math.log(max(1e-4, 1 - taken[word]) / max(1e-4, 1 - alone[word])))
        for word, (chance, _) in words.items()
    }


def _steps(nats: float) -> int:
    return min(255, max(0, round(-nats / STEP)))


def packed(words: Words, pairs: Sequence[Pair]) -> bytes:
    """The model as a file."""
    ordered = sorted(words, key=lambda word: (len(word), word))
    place = {word: at for at, word in enumerate(ordered)}
    lengths = [sum(len(word) == length + 1 for word in ordered) for length in range(LONGEST)]
    parts = [array("I", [*lengths, len(pairs)])]
    for length, kind in enumerate(KINDS, 1):
        parts.append(
            array(
                kind,
                (int.from_bytes(w.encode("utf-16-be"), "big") for w in ordered if len(w) == length),
            )
        )
    parts += [array("B", (_steps(words[word][at]) for word in ordered)) for at in (0, 1)]
    rows: list[list[int]] = [[] for _ in ordered]
    for first, second, chance in pairs:
        rows[place[first]].append(place[second] << 8 | _steps(chance))
    begins = array("I", [0])
    for row in rows:
        begins.append(begins[-1] + len(row))
    parts += [begins, array("I", (number for row in rows for number in sorted(row)))]
    if sys.byteorder == "big":
        for part in parts:
            part.byteswap()
    return MAGIC + b"".join(part.tobytes() for part in parts)


def main(argv: Sequence[str]) -> int:
    """Read the model of libime, write ours."""
    words: dict[str, tuple[float, float]] = {}
    pairs: list[Pair] = []
    with open(argv[0], encoding="utf-8") as lines:
        for order, told, chance, discount in arpa(lines):
            if order == 1 and _kept(told[0]):
                words[told[0]] = chance, discount
            elif order == 2 and told[0] in words and told[1] in words:
                pairs.append((told[0], told[1], chance))
    kept = pruned(words, pairs)
    data = packed(discounted(words, kept), kept)
    Path(argv[1]).write_bytes(data)
    print(f"{len(words)} words, {len(kept)} pairs, {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

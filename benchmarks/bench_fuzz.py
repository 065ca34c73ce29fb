"""Random texts of pieces of language and pieces of nothing: none may crash the reading, all must be sound.

`python -m benchmarks.bench_fuzz 100000` reads so many texts; `… 100000 5` begins with the fifth seed.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter

from tests.fragments import text, typed
from tests.soundness import unsound

TEXTS = 2_000  # in `make bench`
SHOWN = 5  # kinds of failure of which a text is shown


def failure(seed: int) -> str | None:
    """What went wrong with the text of a seed, without what is the text's own; None where all is sound."""
    written = typed(seed) if seed % 2 else text(seed)
    try:
        return next(unsound(written), None)
    except Exception as error:  # noqa: BLE001, a crash of any kind is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        return (
            f"{type(error).__name__} in {last.name}, line {last.lineno} of {last.filename.rpartition('/')[2]}"
        )


def main() -> int:
    """Print each kind of failure with its first seeds, and how many texts were read."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else TEXTS
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    found: Counter[str] = Counter()
    before = time.process_time()
    for seed in range(first, first + count):
        told = failure(seed)
        if told is None:
            continue
        found[told] += 1
        if found[told] == 1 and len(found) <= SHOWN:
            print(f"seed {seed}: {told}\n    {typed(seed) if seed % 2 else text(seed)!r}")
    took = time.process_time() - before
    print(f"{count:,} texts in {took:.0f} CPU s, {sum(found.values())} failures of {len(found)} kinds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

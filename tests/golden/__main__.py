"""Write `claims.csv` anew: `python -m tests.golden`, then read `git diff tests/golden`."""

from __future__ import annotations

import sys

from tests.golden.claims import GOLDEN, as_csv, known_wrong, rows, stale

if __name__ == "__main__":
    found = rows(known_wrong())
    GOLDEN.write_text(as_csv(found), encoding="utf-8")
    sys.stdout.write(
        f"{len(found)} claims written to {GOLDEN.name}; read the difference before committing it.\n"
    )
    for entry in stale(found, known_wrong()):
        sys.stdout.write(f"{entry.article}: “{entry.quote}” no longer says {entry.says}: ")
        sys.stdout.write("take it out of known_wrong.toml.\n")

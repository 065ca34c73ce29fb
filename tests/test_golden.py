"""The claims of the bundled articles are those of the golden list, and what is known to be wrong still is."""

from __future__ import annotations

from tests.golden.claims import GOLDEN, as_csv, documents, known_wrong, missed, rows, stale


def test_the_claims_of_the_bundled_articles_are_those_of_the_golden_list() -> None:
    said = as_csv(rows(known_wrong())).splitlines()
    kept = GOLDEN.read_text(encoding="utf-8").splitlines()
    changed = [f"- {row}" for row in kept if row not in said] + [
        f"+ {row}" for row in said if row not in kept
    ]
    assert not changed, "run `python -m tests.golden`, read `git diff tests/golden`, commit it if it is right"
    assert said == kept


def test_what_is_known_to_be_wrong_is_still_wrong() -> None:
    gone = stale(rows(known_wrong()), known_wrong())
    assert not gone, "these are right by now or gone: take them out of known_wrong.toml"


def test_what_is_known_to_be_missed_is_still_missed() -> None:
    texts = {found.name: found.text for found in documents()}
    quotes = {(row.article, row.quote) for row in rows()}
    assert all(entry.quote in texts[entry.article] for entry in missed())
    assert not [entry for entry in missed() if (entry.article, entry.quote) in quotes]

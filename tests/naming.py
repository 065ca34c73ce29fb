"""How often a figure is called by its right name: `python -m tests.naming [--misses]` prints it for each set.

`articles/names.toml` holds what we may call the figures that were annotated by hand;
`articles/blind_names.toml` holds paragraphs with the names themselves. Only figures that are found count:
what is missed is the score's. The odd articles are left alone: their single results are looked at by nobody.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from etl.extract import extract
from etl.model import Claim, Document
from etl.read import document_from_text, read_paths
from tests.agreement import annotated, claimed, pairs
from tests.score import HERE, SETS

LOOKED_AT = ("held out, even", "captured page", "shared articles")


class Naming(NamedTuple):
    """A figure that is found, what we call it, and what we may call it."""

    article: str
    quote: str
    name: str
    right: frozenset[str]

    @property
    def fits(self) -> bool:
        """Whether the name is one of the right ones."""
        return self.name in self.right


def namings() -> Iterator[tuple[str, list[Naming]]]:
    """Each set that is there, with its figures."""
    same = _table("names.toml")["same"]
    for name in LOOKED_AT:
        if SETS[name]:
            yield name, [row for gold in SETS[name] for row in _annotated(gold, same)]
    yield (
        "blind paragraphs",
        [row for each in _table("blind_names.toml")["paragraph"] for row in _blind(each)],
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _annotated(gold: Path, same: dict[str, list[str]]) -> Iterator[Naming]:
    facts = json.loads(gold.read_text(encoding="utf-8"))["facts"]
    (document,) = read_paths([gold.with_name(gold.name.replace(".gold.json", ".txt"))])
    assert isinstance(document, Document), document.sentence
    claims = extract(document).claims
    for row, claim in pairs([annotated(fact) for fact in facts], [claimed(each) for each in claims]).items():
        right = frozenset(same[facts[row]["indicator"]])
        yield Naming(document.name, facts[row]["quote"], claims[claim].subject.indicator, right)


def _blind(paragraph: dict[str, Any]) -> Iterator[Naming]:
    text = paragraph["text"]
    claims = extract(document_from_text(text)).claims
    for figure in paragraph["figures"]:
        start = text.index(figure["quote"])
        for claim in _over(claims, start, start + len(figure["quote"])):
            yield Naming("blind", figure["quote"], claim.subject.indicator, frozenset(figure["names"]))


def _over(claims: tuple[Claim, ...], start: int, end: int) -> list[Claim]:
    """The first claim whose quote shares characters with these."""
    return [claim for claim in claims if claim.quote.start < end and start < claim.quote.end][:1]


def _report(name: str, rows: list[Naming], *, misses: bool) -> str:
    right = sum(row.fits for row in rows)
    lines = [f"{name}: {right} of {len(rows)} named right, {right / len(rows):.4f}"]
    if misses:
        lines += [
            f"  {row.article}: “{row.quote}” is called {row.name}, not one of {', '.join(sorted(row.right))}"
            for row in rows
            if not row.fits
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for name, rows in namings():
        shown = "--misses" in sys.argv and name != "blind paragraphs"
        sys.stdout.write(_report(name, rows, misses=shown))

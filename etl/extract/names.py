"""Listed words that count only as they are capitalised: names with a capital, common nouns without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.extract.lexicon import Hit
from etl.extract.tokens import Token
from etl.model import Block
from etl.reference import language

NAMES = ("country", "place")


def capitalised(row: Sequence[Token], found: Sequence[Hit]) -> Iterator[Hit]:
    """Names count only with a capital, and abbreviations only in capitals ("US", not "us")."""
    for hit in found:
        text = row[hit.first].text
        if hit.list.startswith(NAMES) and not text[0].isupper():
            continue
        if hit.value in ("USA", "EU", "GBR", "ARE") and len(text) <= 3 and not text.isupper():
            continue
        yield hit


def common(row: Sequence[Token], block: Block, found: Sequence[Hit]) -> Iterator[Hit]:
    """In running text a capital inside a sentence makes a name: "World Bank", "Health Ministry"."""
    for hit in found:
        text = row[hit.first].text
        named = (
            text[0].isupper()
            and not text.isupper()
            and hit.first > 0
            and row[hit.first - 1].text not in '.:“"–'
            and text.lower() not in language("nouns")["always_capital"]["words"]
        )
        if block.role in ("title", "heading", "item", "table_row") or not named:
            yield hit

"""Words as the search compares them. `folded` in etl/sql/search.sql folds what is looked through alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dashboard.highlight import Highlight
from dashboard.language import _

APOSTROPHES = "'’‘ʻʼ`"
WORD = re.compile(rf"[^\W_{APOSTROPHES}](?:[^\W_]|[\u0300-\u036f{APOSTROPHES}])*")


def folded(text: str) -> list[str]:
    """The words of a text in small letters without accents and apostrophes.

    >>> folded("Ust'-Kamenogorsk (Öskemen), Fargʻona, 17.4 %")
    ['ust', 'kamenogorsk', 'oskemen', 'fargona', '17', '4']
    """
    return [_folded(word) for word in WORD.findall(text)]


def _folded(word: str) -> str:
    # Letter by letter, as the database does it: a word's last "Σ" would become another small letter.
    apart = unicodedata.normalize("NFD", "".join(map(str.lower, word)))
    kept = "".join(c for c in apart if not unicodedata.combining(c) and c not in APOSTROPHES)
    return unicodedata.normalize("NFC", kept)


def matches(text: str, wanted: str) -> Iterator[Highlight]:
    """Words of the text that begin with one of the words wanted.

    >>> [text[m.start : m.end] for text in ["Öl, oil and OILY water"] for m in matches(text, "ol oil")]
    ['Öl', 'oil', 'OILY']
    """
    beginnings = tuple(folded(wanted))
    for word in WORD.finditer(text):
        if beginnings and _folded(word[0]).startswith(beginnings):
            end = word.start() + len(word[0].rstrip(APOSTROPHES))
            yield Highlight(word.start(), end, style="ox-found", label=_("a word that was searched for"))

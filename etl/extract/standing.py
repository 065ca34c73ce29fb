"""Whether a number is an amount of something, or a part of a name, a pronoun, an adjective."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.extract.mentions import Mention
from etl.extract.number_words import number_opens
from etl.extract.tokens import Token
from etl.reference import language

HYPHENS = "-‑"
ATTRIBUTE = "attribute"  # the family of "a 12 page document"
YEAR = 4  # digits
LARGE = 100  # in words: "half a million" is an amount of whatever was spoken of, "one" is not


def stands(row: Sequence[Token], mention: Mention) -> bool:
    """Whether the number is an amount: not "iPhone 11", "the one they like", "a three-part plan"."""
    if mention.unit is None or mention.inherited or mention.family == ATTRIBUTE:
        large = mention.number.style == "words" and (mention.value or 0) >= LARGE
        plain = (large or mention.number.style == "digits") and not _is_compound(row, mention)
        return plain and not _is_named(row, mention)
    counted = mention.family in ("count", "duration")
    worded = mention.number.style == "words" and _is_compound(row, mention)
    return not (counted and (worded or _is_branded(row, mention)))


def _is_named(row: Sequence[Token], mention: Mention) -> bool:
    """ "Fortune 100", "category 4": a plain number behind a name or a word for the parts of something."""
    plain = mention.number.scale == 1 and row[mention.number.first].text.isdigit()
    before = row[mention.first - 1] if mention.first else None
    if plain and mention.unit is None and before and _is_old_year(row[mention.number.first].text, before):
        return True
    if not plain or before is None or before.kind != "word" or before.norm in ends_a_phrase():
        return False
    return not before.text.islower() or before.norm in language("traps")["names_before"]["words"]


def _is_old_year(digits: str, before: Token) -> bool:
    """ "in 1867", "between 1600 and 1850": years that no period of ours reaches."""
    return (
        len(digits) == YEAR and digits < "1900" and before.norm in language("time")["words"]["before_years"]
    )


def _is_branded(row: Sequence[Token], mention: Mention) -> bool:
    """ "iPhone 11 cameras", "S&P 500 stocks", "Model 3 costs": no plain word has such a capital."""
    before = row[mention.first - 1] if mention.first else None
    if before is None or before.kind != "word" or mention.number.style != "digits":
        return False
    if (
        before.text[0].isupper()
        and mention.first > 1
        and before.norm in language("traps")["names_before"]["words"]
    ):
        return True
    letter = len(before.text) == 1 and before.text.isupper() and before.text not in "AI"
    return letter or (before.text[0].islower() and not before.text.islower())


def _is_compound(row: Sequence[Token], mention: Mention) -> bool:
    """ "a three-part plan", "a 48-page report": a number that only helps to make an adjective."""
    at = mention.number.last
    joined = at + 1 < len(row) and row[at].text in HYPHENS and row[at].end == row[at + 1].start
    return joined and row[at - 1].end == row[at].start and row[at + 1].kind == "word"


@cache
def ends_a_phrase() -> frozenset[str]:
    """Words that no number counts."""
    return (
        frozenset(language("nouns")["stop"]["words"])
        | frozenset(language("numbers")["beside_times"]["not_counted"])
        | number_opens()
    )

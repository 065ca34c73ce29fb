"""The countries and places that a sentence names, and which of them are partners there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from etl.extract.lexicon import Hit
from etl.extract.tokens import Token
from etl.reference import country_words, language

LISTS = ("country_names", "country_adjectives", "country_capitals")
JOINTS = (",", "and", "–", "-", "—", "&", "or")
DASHES = ("–", "-", "—")
MANY = 3  # so many countries in a row are an enumeration


@dataclass(frozen=True, slots=True)
class Named:
    """A country named in a sentence. `chain`: how many are enumerated with it; `dashed`: joined by dashes."""

    code: str
    first: int
    last: int
    partner: bool
    chain: int
    dashed: bool
    words: str
    adjective: bool = False


@cache
def focus() -> frozenset[str]:
    """The five, and REGION."""
    return frozenset(country.code for country in country_words() if country.focus)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("relations")[name])


def named(row: Sequence[Token], hits: Sequence[Hit]) -> tuple[Named, ...]:
    """Every country of a sentence in order; places stand for theirs."""
    found = [hit for hit in _hits(hits) if not _is_name_part(row, hit)]
    out: list[Named] = []
    for chain in _chains(row, found):
        dashed = len(chain) > 1 and all(row[hit.first - 1].text in DASHES for hit in chain[1:])
        partner = _is_partner(row, chain)
        out += [_named(row, hit, (partner, len(chain), dashed)) for hit in chain]
    return tuple(out)


def _named(row: Sequence[Token], hit: Hit, chain: tuple[bool, int, bool]) -> Named:
    words = " ".join(token.text for token in row[hit.first : hit.last])
    return Named(
        hit.value.rpartition("|")[2], hit.first, hit.last, *chain, words, hit.list == "country_adjectives"
    )


def _hits(hits: Sequence[Hit]) -> list[Hit]:
    out: list[Hit] = []
    for hit in hits:
        listed = hit.list in LISTS or (hit.list.startswith("place_") and hit.list != "place_capital")
        if listed and not (out and hit.first < out[-1].last):
            out.append(hit)
    if not out:
        return out
    lands = {(hit.first, hit.value.rpartition("|")[2]) for hit in hits if hit.list.startswith("place_")}
    starts = [first for first, _ in lands]  # of two lands, "Suzak district" says nothing of the country
    return [hit for hit in out if starts.count(hit.first) < MANY - 1]


def _is_name_part(row: Sequence[Token], hit: Hit) -> bool:
    """ "The Times of Central Asia", "Bank of China": a name, no country that is spoken of."""
    first = hit.first
    if first > 1 and row[first - 1].norm == "of" and row[first - 2].norm in _words("names_of"):
        return True
    return hit.list.startswith("place_") and not is_place(row, hit)


def is_place(row: Sequence[Token], hit: Hit) -> bool:
    """Names that are also words or people want a second sign: a preposition, a label, a generic word."""
    if hit.last - hit.first > 1 or row[hit.first].norm not in _words("doubtful_places"):
        return True
    before = row[hit.first - 1].norm if hit.first else ""
    after = row[hit.last].norm if hit.last < len(row) else ""
    label = hit.first == 0 and (after == ":" or (hit.last < len(row) and row[hit.last].kind == "number"))
    label = label or (hit.first == 0 and hit.last == len(row) - 1)  # "MARY." over what is told of the town
    return label or before in _words("place_before") or after in _words("place_after")


def _chains(row: Sequence[Token], found: Sequence[Hit]) -> list[list[Hit]]:
    """The countries that are enumerated together."""
    chains: list[list[Hit]] = []
    for hit in found:
        between = [t.norm for t in row[chains[-1][-1].last : hit.first]] if chains else []
        if between and len(between) <= 2 and all(word in JOINTS for word in between):
            chains[-1].append(hit)
        else:
            chains.append([hit])
    return [part for chain in chains for part in _parted(row, chain)]


def _parted(row: Sequence[Token], chain: list[Hit]) -> list[list[Hit]]:
    """ "Unlike Kazakhstan, Uzbekistan grows …": two with a comma alone between them are no enumeration."""
    comma = len(chain) == MANY - 1 and [t.norm for t in row[chain[0].last : chain[1].first]] == [","]
    alike = chain[0].value.rpartition("|")[2] == chain[-1].value.rpartition("|")[2]
    return [[hit] for hit in chain] if comma and not alike else [chain]


def _is_partner(row: Sequence[Token], chain: Sequence[Hit]) -> bool:
    """Many together are partners of someone else; so is what follows "to", "from", "with"."""
    first = chain[0].first
    before = [token.norm for token in row[max(0, first - 3) : first]]
    if len(chain) >= MANY:
        return True
    while before and before[-1] in ("the", "neighboring", "of", "both"):
        before.pop()
    if len(chain) == 1 and " ".join(before[-2:]) in _words("flows_of"):
        return False
    if " ".join(before[-2:]) in _words("bound_for"):
        return True
    return bool(before) and before[-1] in _words("partner_before")

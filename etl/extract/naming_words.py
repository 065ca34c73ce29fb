"""The words that an open name is made of: the head noun behind its modifiers, verbs and adverbs left out."""

from __future__ import annotations

from functools import cache

from etl.extract.counted import is_plural
from etl.extract.mentions import Mention
from etl.extract.name_parts import LONGEST, Words, is_plain, listed_words, named_tokens, run, telling
from etl.extract.reading import Reading
from etl.extract.tokens import stem
from etl.extract.verbs import VERBS
from etl.reference import language

LABEL = 6  # words before a colon
OF = 3  # words behind "of" that a name takes over


def words_for(reading: Reading, mention: Mention) -> Words:
    """What is counted, measured or told: the nearest words that can be a name, else that it has none."""
    measure = _measures().get(mention.family or "")
    if measure:
        thing = _owner(reading, mention) or _label(reading, mention) or subject_words(reading, mention)
        return _measured(thing, measure) if thing else ["unnamed", measure]
    found = (
        _counted(reading, mention)
        or telling(list(mention.product))
        or (_part(reading, mention) if mention.family == "rate" else [])
        or _label(reading, mention)
        or _spent_on(reading, mention)
        or _paid_for(reading, mention)
        or _told_of(reading, mention)
    )
    return found or ["unnamed", _bare().get(mention.family or "", "number")]


def _measured(thing: Words, measure: str) -> Words:
    """ "site" and an area is a site's area; a "limit" in kilowatts is a power limit."""
    limits = thing[-1] in listed_words("looks_back")
    if limits or thing[-1] == measure:
        return [measure, thing[-1]] if limits else thing[-LONGEST:]
    return [*thing[-LONGEST + 1 :], measure]


def own_mover(reading: Reading, mention: Mention) -> Words:
    """ "Industry rose by 3%, construction by 13%": the noun before "by" moved, in a list of moves."""
    row, at = reading.row, mention.first - 2
    listed = at > 0 and row[at + 1].norm == "by" and (row[at - 1].text == "," or row[at - 1].norm == "and")
    return [stem(row[at].norm)] if listed and is_plain(row[at]) and row[at].text.islower() else []


def _told_of(reading: Reading, mention: Mention) -> Words:
    """The subject, and what is counted of it where that alone says too little: a campaign's people."""
    subject = subject_words(reading, mention)
    if mention.noun is not None and not mention.inherited:
        return [*subject[-LONGEST + 1 :], *_noun(reading, mention)[-1:]]
    return [*subject, "sum"] if subject and mention.family == "money" else subject or _noun(reading, mention)


@cache
def _measures() -> dict[str, str]:
    """Family of units -> what it measures of a thing."""
    return dict(language("aspects")["measures"])


@cache
def _bare() -> dict[str, str]:
    return dict(language("aspects")["bare"])


def _counted(reading: Reading, mention: Mention) -> Words:
    noun = mention.noun
    if (
        noun is None
        or (mention.inherited and not shares_noun_ahead(reading, mention))
        or (noun.head in listed_words("generic_nouns") and len(_noun(reading, mention)) < 2)
    ):
        return []
    return _noun(reading, mention)


def shares_noun_ahead(reading: Reading, mention: Mention) -> bool:
    """ "993 of 2,400 school leavers": the noun that another number gave it stands behind both."""
    row, noun = reading.row, mention.noun
    if not mention.inherited or noun is None or not mention.first < noun.first < noun.last <= len(row):
        return False
    return stem(row[noun.last - 1].norm) == noun.head


def _noun(reading: Reading, mention: Mention) -> Words:
    """The counted noun in the plural behind its modifiers, or the unit that another number gave it."""
    noun = mention.noun
    if noun is None:
        return []
    ahead = not mention.inherited or shares_noun_ahead(reading, mention)
    head = reading.row[noun.last - 1].norm if ahead else f"{noun.head}s"
    return [*telling(list(noun.words[:-1]), keep=False), head][-LONGEST:]


def _part(reading: Reading, mention: Mention) -> Words:
    """ "contains 46.2% nitrogen", "80% of the sum"."""
    row, at = reading.row, mention.last
    holds = listed_words("holds").intersection(reading.norms[max(0, mention.first - 4) : mention.first])
    if holds and at < len(row) and is_plain(row[at]):
        return [*run(row, range(at, min(len(row), at + 2))), "content"]
    return _whole(reading, mention)


def _whole(reading: Reading, mention: Mention) -> Words:
    """ "80% of the sum": the sum."""
    row = reading.row
    if mention.last >= len(row) or row[mention.last].norm != "of":
        return []
    last = min(len(row), mention.last + 7)
    plural = next((n for n in range(mention.last + 1, last) if is_plural(row[n].norm)), last)
    return telling(run(row, range(mention.last + 1, min(last, plural + 1))), keep=False)


def _label(reading: Reading, mention: Mention) -> Words:
    """ "Consumers served: 10 million"."""
    row = reading.row
    colon = next((n for n, t in enumerate(row[: mention.first]) if t.text == ":"), None)
    if colon is None or colon > LABEL or (not any(t.text.islower() for t in row[:colon]) and colon > 1):
        return []
    named = named_tokens(reading)  # "Kyrgyzstan: $50 million" says whose it is
    return telling(run(row, [at for at in range(colon) if at not in named]), keep=False)


def _spent_on(reading: Reading, mention: Mention) -> Words:
    """ "put 47 million somoni into roads"."""
    row, at = reading.row, mention.last
    if mention.family != "money" or at >= len(row) or row[at].norm not in ("into", "on"):
        return []
    found = telling(run(row, range(at + 1, min(len(row), at + 4))), keep=False)
    return [*found, "spending"] if found else []


def _paid_for(reading: Reading, mention: Mention) -> Words:
    """ "120 new buses were bought for $18 million"."""
    bought = mention.family == "money" and mention.first > 0 and reading.row[mention.first - 1].norm == "for"
    counted = [m.noun for m in reading.mentions if m.noun is not None and m.last <= mention.first]
    return [*telling([counted[-1].head]), "cost"] if bought and counted else []


def _owner(reading: Reading, mention: Mention) -> Words:
    """What a length or an area is of: "a 3 kW limit", "190 hectares of mines", "a site of 280 hectares"."""
    row, at = reading.row, mention.last
    if mention.product:
        return telling(list(mention.product))
    behind = run(row, range(at, min(len(row), at + 3))) if at < len(row) and is_plain(row[at]) else []
    if behind and any(
        token.norm in ("a", "an", "the") for token in row[max(0, mention.first - 2) : mention.first]
    ):
        return telling(behind)
    return _counted_before(reading, mention) or _of_before(reading, mention)


def _of_before(reading: Reading, mention: Mention) -> Words:
    """ "a site of over 280 hectares"."""
    row = reading.row
    of = next(
        (n for n in range(mention.first - 1, max(0, mention.first - 4), -1) if row[n].norm == "of"), None
    )
    if of is None or not is_plain(row[of - 1]) or row[of - 1].norm in _measures().values():
        return []
    return telling([stem(row[of - 1].norm)], keep=False)


def _counted_before(reading: Reading, mention: Mention) -> Words:
    """ "three tunnels with a combined length of 10 kilometers"."""
    words = reading.norms[max(0, mention.first - 8) : mention.first]
    owners = [m for m in reading.mentions if m.noun is not None and m.last <= mention.first]
    measured = any(word in _measures().values() for word in words)
    if not owners or not measured or "with" not in words:
        return []
    return [owners[-1].noun.head] if owners[-1].noun else []


def subject_words(reading: Reading, mention: Mention) -> Words:
    """The noun phrase before the verb that governs the number, with what stands behind its "of"."""
    row, mover = reading.row, own_mover(reading, mention)
    if mover:
        return mover
    verbs = [h for h in reading.of(*VERBS, "up", "down") if h.last <= mention.first]
    end = verbs[-1].first if verbs else mention.first
    start = end
    while (
        start > 0
        and row[start - 1].text not in ",;:()“”"
        and row[start - 1].norm not in ("while", "but", "that")
    ):
        start -= 1
    named = named_tokens(reading)
    phrase = [at for at in range(start, end) if at not in named]
    of = next((n for n, at in enumerate(phrase) if row[at].norm == "of"), None)
    if of:
        behind = run(row, phrase[of + 1 : of + 1 + OF])
        return telling([*behind, *run(row, phrase[:of])[-1:]], keep=False)
    return telling(run(row, phrase), keep=False)

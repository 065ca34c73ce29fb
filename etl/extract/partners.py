"""The country that is dealt with, where a value is a flow between two."""

from __future__ import annotations

from functools import lru_cache

from etl.extract.context import Context, Decision
from etl.extract.mentions import Mention
from etl.extract.nations import Named, focus
from etl.extract.reading import Reading

NEAR = 3  # words between a partner and its number


def partner_of(reading: Reading, mention: Mention, context: Context, *, flow: bool) -> Decision[str | None]:
    """The country dealt with, where the value is a flow between two."""
    if not flow:
        return Decision(None, "no flow between countries")
    found = [n for n in reading.named if n.code != "REGION"]
    close = [n for n in found if _beside(reading, n, mention, context)]
    if close:
        best = min(close, key=lambda n: (not _right_behind(n, mention), reading.gap(n.first, mention.first)))
        return Decision(best.code, f"beside the number: “{best.words}”")
    pair = [n for n in found if n.code in focus()]
    if len(pair) > 1 and pair[0].code != pair[1].code and pair[0].chain > 1:
        return Decision(pair[1].code, f"the second of {pair[0].words} and {pair[1].words}")
    return Decision(None, "no partner is named")


def listed_partners(reading: Reading, context: Context) -> list[Named]:
    """Where each number has its own country beside it, these are partners of the one spoken of."""
    return [] if context.nation is None else _beside_numbers(reading)


@lru_cache(maxsize=8)
def _beside_numbers(reading: Reading) -> list[Named]:
    beside = [n for n in reading.named if any(_right_before(reading, n, m) for m in reading.mentions)]
    return beside if len({n.code for n in beside}) > 1 else []


def _right_before(reading: Reading, name: Named, mention: Mention) -> bool:
    """ "Kyrgyzstan 912.8 thousand", "Russia (USD 5.27 billion)", "Tajikistan sent 1151.4 thousand"."""
    if not name.last <= mention.first < name.last + NEAR:
        return False
    return not any(t.norm in (",", ";", ":", "and") for t in reading.row[name.last : mention.first])


def _beside(reading: Reading, name: Named, mention: Mention, context: Context) -> bool:
    """Right before the number in a list of partners, or behind it after "to", "from", "with"."""
    other = name.code != context.nation
    if mention.first <= name.first < mention.last:
        return other and context.nation is not None
    if name.first < mention.first:
        listed = name in listed_partners(reading, context) or name.code not in focus() or name.partner
        return other and listed and _right_before_loosely(reading, name, mention)
    words = reading.norms[mention.last : min(name.first, mention.last + 9)]
    return name.partner and len(words) <= 8 and not any(w in (",", ";", "(") for w in words)


def _right_behind(name: Named, mention: Mention) -> bool:
    """ "18% to Kazakhstan"."""
    return name.partner and 0 <= name.first - mention.last <= 1


def _right_before_loosely(reading: Reading, name: Named, mention: Mention) -> bool:
    """Also "China was the biggest partner with USD 6.89 billion"."""
    if mention.first - name.last > NEAR + 4:
        return False
    between = reading.norms[name.last : mention.first]
    numbers = any(name.last <= m.first and m.last <= mention.first for m in reading.mentions)
    return not numbers and not any(w in (";", ":") for w in between)

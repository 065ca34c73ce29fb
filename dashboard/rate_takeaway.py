"""The sentences made from the rates that are shown, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dashboard import rate_age, rate_numbers, rate_words, words
from dashboard.cells import as_day
from dashboard.language import _, ngettext, nouns
from dashboard.rate_tiles import Row, Standing

# Of several rates, and of one.
NAMED = {
    "official": nouns("official rate", "official rates"),
    "close": nouns("indicative close", "indicative closes"),
    "ticker": nouns("ticker", "tickers"),
}
MOVERS = 2  # that are named


def takeaway(standing: Standing) -> str:
    """What kind of rates these are and of which day, who moved most, and of whom least is known."""
    shown = standing.headlines()
    if not shown:
        return _("No rate that can be shown is known yet.")
    return " ".join([_newest(shown, standing.today), *_moves(shown, standing), *_loosest(shown)])


def _newest(shown: Sequence[Row], today: date) -> str:
    days = sorted(as_day(row["date"]) for row in shown)
    first, last = words.on(days[0]), words.on(days[-1])
    period = first if first == last else _("{first} to {last}").format(first=first, last=last)
    if rate_age.state(days[-1], today) == "stale":
        period += f", {rate_age.ago(days[-1], today)}"
    kinds = {str(row["kind"]): row for row in shown}
    named = [
        ngettext(*NAMED[kind], 5) if len(shown) > 1 else rate_words.kind(row) for kind, row in kinds.items()
    ]
    told = _("{rates} of {days}.").format(rates=words.listed(named), days=period)
    return told[0].upper() + told[1:]


def _moves(shown: Sequence[Row], standing: Standing) -> Iterator[str]:
    """The largest moves since the rate before; nothing of a stale rate."""
    told = []
    for row in shown:
        if rate_age.state(as_day(row["date"]), standing.today) == "stale":
            continue
        for before in standing.beside(row["lcu"], "before"):
            share, way = rate_numbers.apart(before, row)
            if way:
                moved = _("{share} more {currency}") if way > 0 else _("{share} less {currency}")
                said = moved.format(share=share, currency=row["currency_name"])
                told.append((rate_numbers.distance(before, row), said))
    told.sort(reverse=True)
    if told:
        largest = words.listed([each for _, each in told[:MOVERS]])
        all_told = _("Since the rate before, a dollar buys {moves}.")
        some = _("Since the rate before, a dollar buys {moves}, the largest moves.")
        yield (some if len(told) > MOVERS else all_told).format(moves=largest)


def _loosest(shown: Sequence[Row]) -> Iterator[str]:
    loosest = max(shown, key=rate_numbers.openness)
    if int(loosest["digits"]) < rate_numbers.TOLERANCE_DIGITS:
        yield _(
            "Least is known of the {currency}: printed with {digits}, a dollar may be worth {amount}."
        ).format(
            currency=loosest["currency_name"],
            digits=rate_words.digits(loosest),
            amount=rate_numbers.per_usd(loosest),
        )

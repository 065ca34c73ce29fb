"""The sentences made from the rates that are shown, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dashboard import rate_age, rate_numbers, rate_words, words
from dashboard.cells import as_day
from dashboard.rate_tiles import Row, Standing

PLURAL = {"official": "official rates", "close": "indicative closes", "ticker": "tickers"}
MOVERS = 2  # that are named


def takeaway(standing: Standing) -> str:
    """What kind of rates these are and of which day, who moved most, and of whom least is known."""
    shown = standing.headlines()
    if not shown:
        return "No rate that can be shown is known yet."
    return " ".join([_newest(shown, standing.today), *_moves(shown, standing), *_loosest(shown)])


def _newest(shown: Sequence[Row], today: date) -> str:
    days = sorted(as_day(row["date"]) for row in shown)
    period = " to ".join(words.on(day) for day in dict.fromkeys((days[0], days[-1])))
    if rate_age.state(days[-1], today) == "stale":
        period += f", {rate_age.ago(days[-1], today)}"
    kinds = dict.fromkeys(str(row["kind"]) for row in shown)
    named = [PLURAL.get(kind, kind) if len(shown) > 1 else rate_words.KINDS[kind] for kind in kinds]
    told = f"{words.listed(named)} of {period}."
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
                more = "more" if way > 0 else "less"
                told.append((rate_numbers.distance(before, row), f"{share} {more} {row['currency_name']}"))
    told.sort(reverse=True)
    if told:
        largest = words.listed([each for _, each in told[:MOVERS]])
        most = ", the largest moves" if len(told) > MOVERS else ""
        yield f"Since the rate before, a dollar buys {largest}{most}."


def _loosest(shown: Sequence[Row]) -> Iterator[str]:
    loosest = max(shown, key=rate_numbers.openness)
    if int(loosest["digits"]) < rate_numbers.TOLERANCE_DIGITS:
        yield (
            f"Least is known of the {loosest['currency_name']}: printed with {rate_words.digits(loosest)}, "
            f"a dollar may be worth {rate_numbers.per_usd(loosest)}."
        )

"""Money in local currency, said on a known day, and rates to read it with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from etl.model import Amount, Claim, Period, Rate, Subject
from etl.store.rates import SourceRun, write_rates
from tests.store_world import Said, Store, a_claim, say

SAID = date(2026, 4, 1)  # a Wednesday
TEXT = "---\ntitle: Roads\npublisher: The Times\npublished: {said}\n---\n\nThe road cost {quote}.\n"
COLUMNS = (
    "article", "basis", "usd", "usd_low", "usd_high", "usd_digits", "usd_rate", "rate_date", "rates",
    "source",
)  # fmt: skip
KINDS = {"yahoo": ("close", "bar_london"), "ticker": ("ticker", "page_date")}


def money(value: str | None, text: str, unit: str = "KZT", **changes: Any) -> Claim:
    """The cost of a road in Kazakhstan, paid on the day on which it was said, unless `changes` say otherwise.

    `low`, `high` and `qualifier` are of its amount.
    """
    of_amount = {name: changes.pop(name, None) for name in ("low", "high", "qualifier")}
    low, high = (None if of_amount[end] is None else Decimal(of_amount[end]) for end in ("low", "high"))
    number = Decimal(value) if value else None
    amount = Amount(number, low, high, text, of_amount["qualifier"] or "exact", unit)
    cost = Subject("road_cost", "road_cost", "transport")
    usual = {"country": "KAZ", "period": Period(SAID, SAID), "amount": amount, "subject": cost}
    return a_claim(text, value, text_of(text), **(usual | changes))


def text_of(quote: str, said: str = str(SAID)) -> str:
    """An article that holds these words."""
    return TEXT.format(said=said, quote=quote)


def paid(claim: Claim, said: str = str(SAID), name: str = "a", **more: Any) -> Said:
    """A file that says it, published on that day."""
    text = text_of(claim.quote_text, said)
    return say(name, _moved(claim, len(said) - len(str(SAID))), text=text, **more)


def _moved(claim: Claim, by: int) -> Claim:
    quote, sentence = claim.quote, claim.sentence
    return replace(
        claim,
        quote=replace(quote, start=quote.start + by, end=quote.end + by),
        sentence=replace(sentence, start=sentence.start + by, end=sentence.end + by),
    )


def rate(text: str, day: date = SAID, source: str = "nbk", lcu: str = "KZT", **changes: Any) -> Rate:
    """So much of the currency for a dollar; of a ticker, so much of a dollar for the currency."""
    kind, basis = KINDS.get(source, ("official", "published"))
    base, counter = (lcu, "USD") if source == "ticker" else ("USD", lcu)
    made = Rate(base, counter, 1, Decimal(text), text, day, basis, kind, source)  # type: ignore[arg-type]
    return replace(made, **changes)


def known(store: Store, *rates: Rate) -> None:
    """The store learns of these rates; the next build has them."""
    for source in dict.fromkeys(each.source for each in rates):
        of_source = [each for each in rates if each.source == source]
        write_rates(store.folder, of_source, SourceRun(source, "ok", "all came"))


def read_all(store: Store, said: Sequence[Said], rates: Sequence[Rate]) -> list[Any]:
    """The row of `claims_usd` for the only claim of each file, as attributes; None where it has none."""
    known(store, *rates)
    store.build(*said)
    found = {
        row[0]: SimpleNamespace(**dict(zip(COLUMNS, row, strict=True)))
        for row in store.ask(f"select {', '.join(COLUMNS)} from claims join claims_usd using (claim_id)")
    }
    return [found.get(each.name) for each in said]


def read(store: Store, claim: Claim, rates: Sequence[Rate], said: str = str(SAID)) -> Any:
    """The same for one claim."""
    return read_all(store, [paid(claim, said)], rates)[0]


def each_month(year: int, text: str = "500.00", source: str = "nbk", lcu: str = "KZT") -> list[Rate]:
    """A rate in the middle of each month of a year."""
    return [rate(text, date(year, month, 15), source, lcu) for month in range(1, 13)]


def days_before(number: int, day: date = SAID) -> date:
    return day - timedelta(days=number)

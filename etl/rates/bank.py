"""A bank's page asked for, and the rates of the region that it prints, with every way it can fail named."""

from __future__ import annotations

from etl.model import Rate
from etl.rates.answers import Answer, Outcome, Page, Question
from etl.rates.banks.table import NoTable, Row, Table
from etl.rates.currencies import currencies
from etl.rates.interval import decimals_of
from etl.rates.session import BoundedSession, TooLarge
from etl.rates.sources import RateSource, sources

REGION = {currency.code for currency in currencies()}


def ask(question: Question, page: Page, session: BoundedSession) -> Answer:
    """The rates of `page` in the currency of the question."""
    try:
        status, body = session.page(page.address)
    except TooLarge as error:
        return Answer(question, "bad_payload", str(error))
    except OSError as error:
        return Answer(question, "network", str(error))
    if status >= 400:
        return Answer(question, outcome_of(status), f"status {status}")
    return read(question, page, body)


def outcome_of(status: int) -> Outcome:
    """The name of an HTTP status of 400 and more."""
    if status == 429:
        return "rate_limited"
    return "not_found" if status == 404 else "upstream"


def read(question: Question, page: Page, body: bytes) -> Answer:
    """What a page holds that came with no error."""
    try:
        table = page.parse(body)
    except NoTable as error:
        return Answer(question, "bad_payload", str(error))
    if not any(page.expected in (row.base, row.counter) for row in table.rows):
        return Answer(question, "empty", f"no {page.expected} in it", (), table.left_out)
    return _within(question, table)


def _within(question: Question, table: Table) -> Answer:
    """A bank that lacks a day may answer with another: kept under its own day, if that was asked for."""
    wanted = [row for row in table.rows if _is_wanted(row, question.lcu)]
    kept = [row for row in wanted if question.first <= row.day <= question.last]
    left_out = table.left_out + len(wanted) - len(kept)
    if not kept:
        return Answer(question, "empty", _days(wanted), (), left_out)
    return Answer(question, "ok", "", tuple(_rate(row, question) for row in kept), left_out)


def _is_wanted(row: Row, lcu: str) -> bool:
    """The dollar or another currency of the region, in the bank's own."""
    return lcu in (row.base, row.counter) and {row.base, row.counter} <= {"USD", *REGION}


def _days(rows: list[Row]) -> str:
    return f"it is of {rows[0].day}" if rows else "no rate of the region in it"


def _rate(row: Row, question: Question) -> Rate:
    return Rate(
        base=row.base,
        counter=row.counter,
        nominal=row.nominal,
        value=row.value,
        value_text=row.value_text,
        day=row.day,
        date_basis="published",
        kind="official",
        source=question.source,
        decimals=max(_decimals(question), decimals_of(row.value_text)),
    )


def _decimals(question: Question) -> int:
    """Those that the bank always prints, also where Frankfurter passes on its number without the zeros."""
    return next((bank.decimals or 0 for bank in _banks() if bank.lcu == question.lcu), 0)


def _banks() -> list[RateSource]:
    return [source for source in sources().values() if source.lcu]

"""Asking a bank: what is kept of a page, and every way in which it fails, told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from etl.model import Rate
from etl.rates import bank
from etl.rates.answers import Answer, Page, Question
from etl.rates.banks import cbt, cbu, frankfurter, nbk, nbkr, nbt
from etl.rates.session import LARGEST
from tests import bank_pages as pages
from tests.bank_pages import printed
from tests.bank_stand_in import CBT, CBU, FRANKFURTER, NBK, NBT, Answering, Running, Sent, bank_stand_in

TODAY = date(2026, 7, 3)  # a Friday
DAY = date(2026, 7, 1)
SINCE = date(2026, 6, 23)


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with bank_stand_in(TODAY) as running:
        yield running


@pytest.fixture
def here(server: Running) -> Running:
    server.banks.answers.clear()
    server.banks.asked.clear()
    return server


ASKED = {
    "nbk": (NBK, Question("nbk", "KZT", SINCE, TODAY), Page(nbk.address(DAY), nbk.parse)),
    "nbt": (NBT, Question("nbt", "TJS", SINCE, TODAY), Page(nbt.address(DAY), nbt.parse)),
    "cbt": (CBT, Question("cbt", "TMT", SINCE, TODAY), Page(cbt.address(DAY), cbt.parse)),
    "cbu": (CBU, Question("cbu", "UZS", SINCE, TODAY), Page(cbu.address(DAY), cbu.parse)),
    "frankfurter": (
        FRANKFURTER,
        Question("frankfurter", "KZT", SINCE, TODAY),
        Page(frankfurter.address("KZT", SINCE, TODAY), frankfurter.parse),
    ),
}


def ask(here: Running, source: str, seconds: float = 5.0) -> Answer:
    _, question, page = ASKED[source]
    return bank.ask(question, page, here.session(seconds))


def sending(here: Running, source: str, answering: Answering) -> Answer:
    here.banks.answers[ASKED[source][0]] = answering
    return ask(here, source)


def pairs(answer: Answer) -> dict[tuple[str, str], tuple[int, str]]:
    return {(rate.base, rate.counter): (rate.nominal, rate.value_text) for rate in answer.rates}


@pytest.mark.parametrize(("source", "lcu"), [("nbk", "KZT"), ("nbt", "TJS"), ("cbt", "TMT"), ("cbu", "UZS")])
def test_a_days_page_gives_the_dollar_and_the_region_as_published(
    source: str, lcu: str, here: Running
) -> None:
    answer = ask(here, source)
    shown = pages.without_zeros if source == "cbt" else str
    assert answer.outcome == "ok"
    assert pairs(answer) == {
        (base, lcu): (units, shown(printed(source, base, DAY)))
        for base, (units, _) in pages.LISTS[source].items()
    }
    assert {rate.day for rate in answer.rates} == {DAY}


def test_a_rate_says_whose_it_is_and_what_its_day_means(here: Running) -> None:
    (dollar,) = [rate for rate in ask(here, "nbk").rates if rate.base == "USD"]
    text = printed("nbk", "USD", DAY)
    assert dollar == Rate(
        "USD", "KZT", 1, Decimal(text), text, DAY, "published", "official", "nbk", decimals=2
    )


def test_zeros_that_a_bank_drops_are_counted_as_printed(here: Running) -> None:
    (dollar,) = [rate for rate in ask(here, "cbt").rates if rate.base == "USD"]
    assert (dollar.value_text, dollar.decimals) == ("3.5", 4)


def test_currencies_of_elsewhere_are_not_kept(here: Running) -> None:
    question = Question("nbkr", "KGS", SINCE, date(2026, 7, 10))
    daily = bank.ask(question, Page(nbkr.DAILY, nbkr.parse), here.session())
    weekly = bank.ask(question, Page(nbkr.WEEKLY, nbkr.parse, "UZS"), here.session())
    assert {base for base, _ in pairs(daily)} == {"USD", "KZT"}
    assert {rate.day for rate in daily.rates} == {date(2026, 7, 4)}
    assert {base for base, _ in pairs(weekly)} == {"TJS", "UZS", "TMT"}
    assert {rate.day for rate in weekly.rates} == {date(2026, 6, 27)}


def test_a_year_of_the_archive_is_one_page(here: Running) -> None:
    first, last = date(2005, 6, 1), date(2006, 5, 31)
    page = Page(nbkr.archive(first, last), nbkr.parse_archive)
    answer = bank.ask(Question("nbkr", "KGS", first, last), page, here.session())
    assert {rate.day: rate.value_text for rate in answer.rates} == {
        day: printed("nbkr", "USD", day) for day in pages.working_days(first, last)
    }


def test_frankfurter_passes_on_the_banks_number_and_the_zeros_it_drops_are_the_banks(here: Running) -> None:
    answer = ask(here, "frankfurter")
    assert [(rate.day, rate.value_text) for rate in answer.rates] == [
        (day, pages.without_zeros(printed("nbk", "USD", day))) for day in pages.working_days(SINCE, TODAY)
    ]
    assert {(rate.source, rate.kind, rate.decimals) for rate in answer.rates} == {
        ("frankfurter", "official", 2)
    }
    (asked,) = here.banks.asked
    assert (asked.query["providers"], asked.query["base"], asked.query["quotes"]) == ("NBK", "USD", "KZT")


HTML = "<!doctype html><html><body><h1>Site under maintenance</h1></body></html>"
LAUGHS = """<!DOCTYPE rates [<!ENTITY a "hahaha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<rates><date>&c;</date></rates>"""
ITEM = "<item><title>USD</title><description>0</description><quant>1</quant></item>"
ZERO = f"<rates><date>01.07.2026</date>{ITEM}</rates>"
FAULTS: list[tuple[str, Answering, str, str]] = [
    ("nbk", lambda _: Sent("Too Many Requests", status=429), "rate_limited", "status 429"),
    ("nbk", lambda _: Sent(HTML, status=404), "not_found", "status 404"),
    ("nbk", lambda _: Sent("", status=500), "upstream", "status 500"),
    ("nbk", lambda _: Sent(HTML, status=502), "upstream", "status 502"),
    ("cbt", lambda _: Sent("curl is not welcome", status=403), "upstream", "status 403"),
    ("nbk", lambda _: Sent(HTML), "bad_payload", "no XML"),
    ("cbu", lambda _: Sent(HTML), "bad_payload", "no JSON"),
    ("nbk", lambda _: Sent(""), "bad_payload", "no XML"),
    ("nbk", lambda _: Sent(pages.nbk(DAY), cut=True), "network", ""),
    ("nbk", lambda _: Sent(pages.nbk(DAY)[:300]), "bad_payload", "no XML"),
    ("nbk", lambda _: Sent("", drop=True), "network", ""),
    ("cbu", lambda _: Sent("[]"), "empty", "no USD in it"),
    ("nbk", lambda _: Sent("<rates><date>01.07.2026</date></rates>"), "empty", "no USD in it"),
    ("nbk", lambda _: Sent(pages.nbk(DAY).replace("USD", "CHF")), "empty", "no USD in it"),
    ("nbk", lambda _: Sent(ZERO), "empty", "no USD in it"),
    ("nbk", lambda _: Sent(pages.nbt(DAY)), "bad_payload", "is about “ValCurs”"),
    ("nbk", lambda _: Sent(pages.nbk(date(2019, 7, 1))), "empty", "it is of 2019-07-01"),
    ("nbk", lambda _: Sent(LAUGHS), "bad_payload", "document of type rates"),
    ("nbk", lambda _: Sent(b" " * (LARGEST * 4)), "bad_payload", "more than 5,000,000 bytes"),
    ("nbk", lambda _: Sent(pages.nbk(DAY).encode("windows-1251")), "bad_payload", "no XML"),
    ("frankfurter", lambda _: Sent('{"message":"no data"}', status=404), "not_found", "status 404"),
    ("frankfurter", lambda _: Sent('{"message":"bad date"}', status=422), "upstream", "status 422"),
    ("frankfurter", lambda _: Sent('{"message":"no data"}'), "bad_payload", "says “no data”"),
    ("frankfurter", lambda _: Sent("[]"), "empty", "no USD in it"),
    ("frankfurter", lambda _: Sent(pages.frankfurter("UZS", [DAY])), "empty", "no rate of the region"),
]


@pytest.mark.parametrize(("source", "answering", "outcome", "detail"), FAULTS)
def test_every_failure_has_its_name_and_gives_no_rate(
    source: str, answering: Answering, outcome: str, detail: str, here: Running
) -> None:
    answer = sending(here, source, answering)
    assert (answer.outcome, answer.rates) == (outcome, ())
    assert detail in answer.detail


def test_a_bank_that_says_nothing_is_given_up(here: Running) -> None:
    here.banks.answers[NBK] = lambda _: Sent(pages.nbk(DAY), seconds=1)
    assert ask(here, "nbk", seconds=0.2).outcome == "network"


def test_an_answer_gives_all_the_time_back(here: Running) -> None:
    session = here.session(seconds=2)
    session.seconds_left = 1.0
    _, question, page = ASKED["nbk"]
    assert bank.ask(question, page, session).outcome == "ok"
    assert session.seconds_left == 2


def test_out_of_range_todays_rates_are_kept_as_todays_and_never_as_the_asked_days(here: Running) -> None:
    """So the National Bank of Tajikistan answers to a day that it does not have."""
    _, question, _ = ASKED["nbt"]
    page = Page(nbt.address(date(1999, 1, 4)), nbt.parse)
    kept = bank.ask(replace(question, first=date(1999, 1, 1)), page, here.session())
    assert {rate.day for rate in kept.rates} == {TODAY}
    only_then = replace(question, first=date(1999, 1, 1), last=date(1999, 1, 31))
    left_out = bank.ask(only_then, page, here.session())
    assert (left_out.outcome, left_out.rates) == ("empty", ())
    assert left_out.left_out == len(pages.LISTS["nbt"])


def test_what_is_no_rate_is_left_out_and_counted_and_the_rest_is_kept(here: Running) -> None:
    page = pages.nbk(DAY).replace(printed("nbk", "KGS", DAY), "0.00")
    answer = sending(here, "nbk", lambda _: Sent(page))
    assert (answer.outcome, answer.left_out) == ("ok", 1)
    assert {base for base, _ in pairs(answer)} == {"USD", "TJS", "UZS"}

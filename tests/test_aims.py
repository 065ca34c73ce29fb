"""What is known by now of what was aimed at: in words, never a verdict, and only of like with like."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard import aims
from dashboard.queries import country, country_known
from etl.model import Claim, Period, Subject
from tests.page_world import Words, markup, opened, said
from tests.store_world import Store, a_claim, amount, say

TODAY = date(2026, 11, 22)


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


def aimed(value: str = "150", due: int = 2025, **changes: object) -> Claim:
    given: dict[str, object] = {"period": year(due), "amount": amount(value), "kind": "target"}
    return replace(a_claim("2,400 pupils"), **(given | changes))  # type: ignore[arg-type]


def observed(value: str = "120", when: int = 2024, **changes: object) -> Claim:
    given: dict[str, object] = {"period": year(when), "amount": amount(value)}
    return replace(a_claim(), **(given | changes))  # type: ignore[arg-type]


def outcome(store: Store, monkeypatch: pytest.MonkeyPatch, *claims: Claim) -> str:
    """The words under the only aim of Kyrgyzstan."""
    store.build(say("a", *claims))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    (row,) = country.aims("KGZ", TODAY)
    return Words.of(aims.outcome(row, TODAY))


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([aimed(due=2030)], "not yet due; nothing observed so far"),
        ([aimed(due=2030), observed()], "not yet due; 120 schools in 2024"),
        ([aimed()], "due; nothing observed was found"),
        ([aimed(), observed(when=2024)], "due; nothing observed since 120 schools in 2024"),
        ([aimed(due=2023), observed(when=2024)], "due; 120 schools in 2024"),
        ([aimed(), observed(when=2025)], "below what was aimed at: 120 schools in 2025"),
        ([aimed(), observed("180", 2025)], "above what was aimed at: 180 schools in 2025"),
        ([aimed(), observed("150", 2025)], "as aimed at: 150 schools in 2025"),
        ([aimed(kind="planned"), observed(when=2025)], "below what was planned: 120 schools in 2025"),
        ([aimed(kind="forecast"), observed(when=2025)], "below what was expected: 120 schools in 2025"),
    ],
)
def test_what_was_observed_stands_beside_what_was_aimed_at(
    store: Store, monkeypatch: pytest.MonkeyPatch, claims: list[Claim], words: str
) -> None:
    assert outcome(store, monkeypatch, *claims) == words


def test_a_bound_is_kept_by_any_number_on_its_side(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at_least = aimed(amount=amount("150", qualifier="more_than"))
    assert outcome(store, monkeypatch, at_least, observed("180", 2025)).startswith("as aimed at")


@pytest.mark.parametrize(
    "other",
    [
        observed(when=2025, country="KAZ"),
        observed(when=2025, place="Osh"),
        observed(when=2025, subject=Subject("schools", "schools", "education", "private")),
        observed(when=2025, kind="change", direction="up"),
        observed(when=2025, kind="forecast"),
    ],
)
def test_another_thing_is_not_what_was_aimed_at(
    store: Store, monkeypatch: pytest.MonkeyPatch, other: Claim
) -> None:
    store.build(say("a", aimed(), other))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    (row,) = (row for row in country.aims("KGZ", TODAY) if row.kind == "target")
    assert aims.outcome(row, TODAY) == "due; nothing observed was found"


def test_another_unit_is_shown_and_not_compared(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    share = observed(when=2025, amount=amount("46.3", unit="percent"))
    assert outcome(store, monkeypatch, aimed(), share) == "due; cannot be compared with 46.3 % in 2025"


def test_the_observed_figure_opens_its_sentence(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a", aimed(), observed(when=2025)))
    claim = store.one("select claim_id from claims where kind = 'observed'")
    page = markup(opened("country", store.folder, monkeypatch, country="KGZ"))
    assert re.search(f"below what was aimed at: <a href='evidence\\?claim={claim}'", page)


def test_more_aims_than_a_list_holds_are_counted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a", *(aimed(due=2030 + number) for number in range(5))))
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    listed = aims.listed(country.aims("KGZ", TODAY, most=3), TODAY)
    assert listed.count("<tr>") == 3
    assert "and 2 more figures, due later or longer ago" in Words.of(listed)


def on(topic: str, quote: str, value: str, **changes: object) -> Claim:
    return replace(a_claim(quote, value), subject=Subject(topic, topic, topic), **changes)  # type: ignore[arg-type]


@pytest.fixture
def two_topics(store: Store) -> Path:
    """Two figures of health, one of water."""
    store.build(
        say("a", on("health", "120 schools", "120"), on("health", "46.3%", "46.3", period=year(2020))),
        say("b", on("water", "2,400 pupils", "2400")),
    )
    return store.folder


def test_a_topic_of_the_address_keeps_to_its_figures(
    two_topics: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = said(opened("country", two_topics, monkeypatch, country="KGZ", topic="water"))
    assert "1 reported figure from 1 article" in page
    assert "All on water." in page
    assert "Health" not in page


def test_a_topic_of_which_nothing_is_known_says_so(two_topics: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = said(opened("country", two_topics, monkeypatch, country="UZB", topic="water"))
    assert "Nothing was found on water about Uzbekistan." in page


def test_of_too_many_figures_the_newest_of_each_indicator_is_drawn(
    two_topics: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OXUS_STORE", str(two_topics))
    assert len(country.figures("KGZ", most=3)) == 3
    assert sorted(row.period for row in country.figures("KGZ", most=2)) == ["2024", "2024"]
    assert len(country.claim_ids("KGZ")) == country_known.known("KGZ").claims == 3


def test_articles_are_named_up_to_a_dozen_and_the_rest_counted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(*(say(f"a{number}", a_claim()) for number in range(14)))
    page = markup(opened("country", store.folder, monkeypatch, country="KGZ"))
    assert page.count(">Schools in Osh</a>") == 12
    assert "and 2 more articles; <a href='snapshots?countries=KGZ'" in page

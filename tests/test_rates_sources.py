"""How the sources of rates are, on the page: calm when all is well, a sentence for each outcome when not."""

from __future__ import annotations

import re

import pytest

from dashboard.cells import rows
from dashboard.queries import rate_sources
from tests.page_world import opened, said
from tests.rates_world import NOTHING, close, fail, keep, official
from tests.store_world import Store

A_MOMENT = r"\d+ \w+ \d{4} \d\d:\d\d UTC"


def told(store: Store, monkeypatch: pytest.MonkeyPatch) -> str:
    return said(opened("rates", store.folder, monkeypatch))


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        ("rate_limited", r"Yahoo Finance not reachable since MOMENT \(asked too often\)\."),
        ("network", r"Yahoo Finance not reachable since MOMENT \(no connection\)\."),
        ("upstream", r"Yahoo Finance not reachable since MOMENT \(it reports an error of its own\)\."),
        ("bad_payload", r"Yahoo Finance without rates since MOMENT \(it sends a page that holds none\)\."),
        ("empty", r"Yahoo Finance without rates since MOMENT \(it answers and names none\)\."),
        ("not_found", r"Yahoo Finance without rates since MOMENT \(it does not know the currency\)\."),
        (
            "wrong_instrument",
            r"Yahoo Finance without rates since MOMENT \(it sends another instrument, of which .+ kept\)\.",
        ),
    ],
)
def test_each_outcome_has_its_sentence_and_the_rates_stay(
    store: Store, monkeypatch: pytest.MonkeyPatch, outcome: str, sentence: str
) -> None:
    keep(store, close("KZT", "512.30"))
    fail(store, "yahoo", outcome)
    store.build(NOTHING)
    page = told(store, monkeypatch)
    assert re.search(sentence.replace("MOMENT", A_MOMENT) + r" Newest rate kept: 20 November 2026\.", page)
    assert "512.30 KZT per USD" in page


def test_when_all_is_well_one_calm_line_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, close("KZT", "512.30"), official("KZT", "510.00"))
    page = told(store, monkeypatch)
    assert re.search(rf"2 sources asked {A_MOMENT}(?: to {A_MOMENT})?, all answered\.", page)
    assert "not reachable" not in page


def test_one_that_fails_does_not_hide_that_the_others_answered(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, close("KZT", "512.30"), official("KZT", "510.00"))
    fail(store, "cbt", "network")
    store.build(NOTHING)
    page = told(store, monkeypatch)
    assert re.search(
        rf"Central Bank of Turkmenistan not reachable since {A_MOMENT} \(no connection\)\. "
        r"No rate of it is kept\. The other 2 sources answered",
        page,
    )


def test_a_source_that_answered_for_some_names_the_others(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, official("KZT", "510.00", source="frankfurter"))
    fail(store, "frankfurter", "empty", ("KZT", "ok"), ("TMT", "empty"), ("UZS", "empty"))
    store.build(NOTHING)
    assert "Frankfurter without rates of TMT and UZS since" in told(store, monkeypatch)


def test_who_was_never_asked_is_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, close("KZT", "512.30"))
    assert "Not asked yet: National Bank of Kazakhstan," in told(store, monkeypatch)


def test_it_fails_since_the_first_attempt_after_the_last_answer(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, close("KZT", "512.30"))
    fail(store, "yahoo", "network")
    fail(store, "yahoo", "rate_limited")
    store.build(NOTHING)
    monkeypatch.setenv("OXUS_STORE", str(store.folder))
    (row,) = (row for row in rows(rate_sources.asked()) if row.source == "yahoo")
    assert row.last_ok < row.failing_since < row.last_attempt
    assert f"{row.failing_since:%H:%M} UTC (asked too often)" in told(store, monkeypatch)


def test_the_drawer_has_what_each_source_said_and_its_terms(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, close("KZT", "512.30"))
    fail(store, "yahoo", "network")
    store.build(NOTHING)
    page = told(store, monkeypatch)
    assert "what yahoo said" in page
    assert "A reference to www.nbt.tj is asked for." in page

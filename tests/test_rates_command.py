"""`python -m etl rates`: rates go into the store, a failure leaves what is there, and each source is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.rates.plans import PLANS
from etl.store.fetched import attempts, days_kept
from tests import bank_pages as pages
from tests.bank_stand_in import CBT, FRANKFURTER, NBK, NBT, Sent, day_asked
from tests.fetch_world import NOBODY, TODAY, World, built, world_in
from tests.yahoo_stand_in import Reply, refusal

HTML = "<!doctype html><html><body>Site under maintenance</body></html>"
UNKNOWN = refusal("Not Found", "No data found, symbol may be delisted", 404)


@pytest.fixture(autouse=True)
def no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sources are asked by https only, the stand-in by http."""
    monkeypatch.setenv("HTTPS_PROXY", NOBODY)


@pytest.fixture(scope="module")
def store_of_an_article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("built"))


@pytest.fixture
def world(store_of_an_article: Path, tmp_path: Path) -> Iterator[World]:
    with world_in(tmp_path, store_of_an_article) as made:
        yield made


YAHOO = (
    "Yahoo Finance: 1,044 daily rates of KZT, KGS, TJS and UZS from 4 July 2025 to 3 July 2026; "
    "TMT is not listed (its rate is fixed)."
)


def test_every_source_is_asked_and_told_in_one_sentence(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.here.banks.yahoo.answers["TMT"] = UNKNOWN
    assert world.refresh() == 0
    said = capsys.readouterr()
    assert said.err == ""
    *sentences, published = sorted(said.out.splitlines(), key=lambda line: line.startswith("Published"))
    assert published.startswith(f"Published {world.store}")
    assert sorted(sentences) == [
        "Central Bank of Turkmenistan: 9 daily rates of TMT from 23 June to 3 July 2026.",
        "Central Bank of Uzbekistan: 9 daily rates of UZS from 23 June to 3 July 2026.",
        "Frankfurter: 1,305 daily rates of KZT, KGS, TJS, TMT and UZS from 4 July 2025 to 3 July 2026.",
        "National Bank of Kazakhstan: 9 daily rates of KZT from 23 June to 3 July 2026.",
        "National Bank of Tajikistan: 9 daily rates of TJS from 23 June to 3 July 2026.",
        "National Bank of the Kyrgyz Republic: 262 daily rates of KGS from 4 July 2025 to 4 July 2026.",
        YAHOO,
    ]


def test_what_a_bank_prints_is_in_the_database_as_printed(world: World) -> None:
    world.refresh("nbk", "nbkr", "cbt")
    assert world.kept("nbk") == [
        (base, "KZT", date(2026, 6, 23), TODAY, 9) for base in ("KGS", "TJS", "USD", "UZS")
    ]
    assert ("USD", "KGS", date(2025, 7, 4), date(2026, 7, 4), 262) in world.kept("nbkr")
    hundred = world.ask(
        "select value_text, nominal, lcu_per_usd_low from rates where base || counter = 'UZSKZT'"
    )
    assert (pages.printed("nbk", "UZS", TODAY), 100, None) in hundred
    manat = world.ask("select distinct value_text, digits from rates where source = 'cbt' and base = 'USD'")
    assert manat == [("3.5", 5)]


def test_the_ledger_tells_of_each_source_and_of_each_of_its_currencies(world: World) -> None:
    world.here.banks.yahoo.answers["TMT"] = UNKNOWN
    world.refresh("nbk", "yahoo")
    assert world.ask(
        "select source, outcome from rate_sources where last_attempt is not null order by all"
    ) == [
        ("nbk", "ok"),
        ("yahoo", "ok"),
    ]
    assert world.ask("select source, lcu, outcome, sentence from rate_series order by all") == [
        ("nbk", "KZT", "ok", "9 daily rates of KZT from 23 June to 3 July 2026."),
        *(
            ("yahoo", lcu, "ok", f"261 daily rates of {lcu} from 4 July 2025 to 3 July 2026.")
            for lcu in ("KGS", "KZT", "TJS")
        ),
        ("yahoo", "TMT", "not_found", "TMT is not listed; its rate is fixed."),
        ("yahoo", "UZS", "ok", "261 daily rates of UZS from 4 July 2025 to 3 July 2026."),
    ]


def test_the_same_again_changes_nothing(world: World) -> None:
    world.refresh("nbk", "nbkr")
    kept = world.kept("nbk"), world.kept("nbkr")
    world.refresh("nbk", "nbkr", since=date(2026, 6, 23))
    assert (world.kept("nbk"), world.kept("nbkr")) == kept


def test_a_source_is_asked_a_second_apart_and_waits_for_no_other(world: World) -> None:
    world.refresh("nbk", "cbu")
    assert world.waited == [1.0] * 16
    assert world.here.banks.days_asked(NBK) == pages.working_days(date(2026, 6, 23), TODAY)[::-1]


FAULTS = [
    (Sent("Too Many Requests", status=429), "rate_limited", "says that it was asked too often"),
    (Sent(HTML, status=404), "not_found", "does not have what was asked for"),
    (Sent(HTML, status=502), "upstream", "reports an error of its own"),
    (Sent(HTML), "bad_payload", "sent a page that holds no rates"),
    (Sent("", drop=True), "network", "could not be reached; check the network"),
    (Sent(pages.nbk(TODAY), cut=True), "network", "could not be reached; check the network"),
    (Sent("<rates><date>03.07.2026</date></rates>"), "empty", "answered without any rate"),
    (Sent(pages.nbk(date(2019, 7, 1))), "empty", "answered without any rate"),
    (Sent(b"x" * 20_000_000), "bad_payload", "sent a page that holds no rates"),
]


@pytest.mark.parametrize(("sent", "outcome", "words"), FAULTS)
def test_a_failure_keeps_the_rates_that_are_there_and_is_told_and_noted(
    sent: Sent, outcome: str, words: str, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.refresh("nbk")
    kept = world.kept("nbk")
    world.here.banks.answers[NBK] = lambda _: sent
    capsys.readouterr()
    assert world.refresh("nbk", since=date(2026, 6, 1)) == 1
    said = capsys.readouterr()
    assert said.out == ""
    (sentence,) = said.err.splitlines()
    assert sentence.startswith(f"National Bank of Kazakhstan {words}")
    assert "The newest rate kept is of 3 July 2026" in sentence
    assert world.kept("nbk") == kept
    assert [outcome for _, outcome in attempts(world.store, "nbk")] == ["ok", outcome]
    assert world.ask("select outcome, sentence from rate_sources where source = 'nbk'") == [
        (outcome, sentence)
    ]


def test_a_source_that_fails_says_nothing_of_the_others(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.here.banks.answers[NBT] = lambda _: Sent(HTML, status=502)
    assert world.refresh("nbk", "nbt") == 1
    said = capsys.readouterr()
    assert said.out.startswith("National Bank of Kazakhstan: 9 daily rates")
    assert said.err == (
        "National Bank of Tajikistan reports an error of its own; the next run asks again (status 502). "
        "No rate of it is kept yet.\n"
    )


def test_days_that_came_are_kept_when_others_fail_and_the_next_run_asks_for_those(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = date(2026, 6, 30)
    world.here.banks.answers[NBK] = lambda asked: (
        Sent(HTML, status=502) if day_asked(asked) == bad else world.here.banks.good(asked)
    )
    assert world.refresh("nbk") == 1
    assert capsys.readouterr().err == (
        "National Bank of Kazakhstan reports an error of its own; the next run asks again (status 502). "
        "8 daily rates of KZT from 23 June to 3 July 2026 came; 1 of 9 questions have no answer.\n"
    )
    assert bad not in days_kept(world.store, "nbk")["KZT"]
    world.here.banks.answers.clear()
    assert world.refresh("nbk") == 0
    assert bad in days_kept(world.store, "nbk")["KZT"]


def test_sundays_and_holidays_without_a_page_are_no_failure(world: World) -> None:
    holiday = date(2026, 6, 30)
    world.here.banks.answers[CBT] = lambda asked: (
        Sent("", status=404) if day_asked(asked) == holiday else world.here.banks.good(asked)
    )
    assert world.refresh("cbt") == 0
    assert holiday not in days_kept(world.store, "cbt")["TMT"]


def test_one_currency_of_several_that_fails_is_named(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.here.banks.answers[FRANKFURTER] = lambda asked: (
        Sent('{"message":"no such bank"}', status=422)
        if asked.query["providers"] == "CBT"
        else world.here.banks.good(asked)
    )
    assert world.refresh("frankfurter") == 1
    assert capsys.readouterr().err == (
        "Frankfurter reports an error of its own for TMT; the next run asks again (status 422). 1,044 daily "
        "rates of KZT, KGS, TJS and UZS from 4 July 2025 to 3 July 2026 came; 1 of 5 questions have no "
        "answer.\n"
    )


def test_after_a_refusal_the_other_currencies_are_not_asked(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.here.banks.yahoo.answers["KGS"] = lambda _: Reply("Edge: Too Many Requests", 429)
    assert world.refresh("yahoo") == 1
    (sentence,) = capsys.readouterr().err.splitlines()
    assert sentence.startswith("Yahoo Finance says that it was asked too often; wait before the next run")
    assert "261 daily rates of KZT from 4 July 2025 to 3 July 2026 came" in sentence
    assert sentence.endswith("; 4 of 5 questions have no answer.")
    assert {asked.currency for asked in world.here.banks.yahoo.asked} == {"KZT", "KGS"}
    assert world.ask("select outcome from rate_series where source = 'yahoo' and lcu in ('TJS', 'UZS')") == [
        ("not_asked",),
        ("not_asked",),
    ]


def test_what_is_no_rate_is_counted_in_the_sentence(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    zero = pages.nbk(TODAY).replace(pages.printed("nbk", "KGS", TODAY), "0.00")
    world.here.banks.answers[NBK] = lambda asked: (
        Sent(zero) if day_asked(asked) == TODAY else world.here.banks.good(asked)
    )
    assert world.refresh("nbk") == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        "National Bank of Kazakhstan: 9 daily rates of KZT from 23 June to 3 July 2026; "
        "1 left out that is no rate of these days."
    )


def test_history_is_kept_in_slices_so_that_a_dead_network_takes_nothing_away(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    dies = date(2026, 2, 2)
    world.here.banks.answers[NBK] = lambda asked: (
        Sent("", drop=True) if day_asked(asked) <= dies else world.here.banks.good(asked)
    )
    assert world.refresh("nbk", since=date(2025, 7, 1)) == 1
    came = len(pages.working_days(date(2026, 2, 3), TODAY))
    assert f"{came} daily rates of KZT from 3 February to 3 July 2026 came" in capsys.readouterr().err
    assert len(days_kept(world.store, "nbk")["KZT"]) == came
    outcomes = [outcome for _, outcome in attempts(world.store, "nbk")]
    assert outcomes == ["ok"] * (came // 50) + ["network"]


def test_history_goes_on_where_it_stopped(world: World) -> None:
    world.refresh("nbk", since=date(2026, 5, 4))
    world.here.banks.asked.clear()
    world.refresh("nbk", since=date(2026, 4, 27))
    assert world.here.banks.days_asked(NBK) == [
        *pages.working_days(date(2026, 6, 23), TODAY)[::-1],
        *pages.working_days(date(2026, 4, 27), date(2026, 5, 1))[::-1],
    ]


def test_on_a_weekend_a_bank_with_a_page_a_day_may_have_nothing_to_be_asked(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.now = datetime(2026, 7, 4, 12, tzinfo=UTC)
    assert world.refresh("nbk", since=date(2026, 7, 4)) == 0
    assert capsys.readouterr().out == (
        "National Bank of Kazakhstan: not asked, since it has no rates for weekends and holidays.\n"
    )
    assert attempts(world.store, "nbk") == []


def test_no_source_is_asked_twice_in_six_hours(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.refresh("nbk", "cbu")
    capsys.readouterr()
    chosen = ["--source", "nbk", "--source", "cbu"]
    assert main(["rates", "--store", str(world.store), *chosen]) == 0
    said = capsys.readouterr()
    assert [line.partition(" answered at")[0] for line in said.out.splitlines()] == [
        "National Bank of Kazakhstan",
        "Central Bank of Uzbekistan",
    ]
    assert "it is asked again from" in said.out
    assert said.err == ""
    assert len(attempts(world.store, "nbk")) == 1


def test_after_a_refusal_even_a_day_of_ones_own_has_to_wait(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.here.banks.answers[NBK] = lambda _: Sent("", status=429)
    world.refresh("nbk")
    command = ["rates", "--since", "2026-01-01", "--source", "nbk", "--store", str(world.store)]
    assert main(command) == 1
    assert "said that it was asked too often" in capsys.readouterr().err
    assert len(attempts(world.store, "nbk")) == 1


def test_without_a_database_the_rates_wait_for_one(
    tmp_path: Path, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.store = tmp_path / "other"
    assert world.refresh("nbk") == 0
    assert capsys.readouterr().out.endswith("The rates are kept; `python -m etl build` shows them.\n")
    assert len(days_kept(world.store, "nbk")["KZT"]) == 9


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "soon"], "soon is no day; write YYYY-MM-DD"),
        (["--source", "ecb"], "invalid choice: 'ecb'"),
    ],
)
def test_a_day_that_is_none_or_a_source_that_is_none_is_a_wrong_use(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["rates", *words])
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_a_day_to_come_is_a_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rates", "--since", "2999-01-01"]) == 2
    assert capsys.readouterr().err == "2999-01-01 lies ahead; name a day that has been.\n"


def test_a_store_that_cannot_be_is_said_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rates", "--store", "/dev/null/store"]) == 1
    assert capsys.readouterr().err.startswith("/dev/null/store: cannot be used")


def test_the_help_names_every_source_and_says_how_long_history_takes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["rates", "--help"])
    told = capsys.readouterr().out
    assert all(f"{source}: " in told for source in PLANS)
    assert "ten years take about an hour" in told

"""What was known when: articles come, change and go, and nothing that was once said is lost."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from etl.model import Rate, Span
from etl.read import UnreadFile
from etl.store import ledger, publish
from etl.store.problem import StoreError
from etl.store.rates import SourceRun, write_rates
from tests.store_world import TEXT, Store, a_claim, amount, say

DAY = date(2025, 12, 8)
MOMENT = "select max(known_from) from claims_ever"


def files(store: Store) -> dict[str, int]:
    """Every database and batch, and when it was written."""
    kept = [*store.folder.glob("*.duckdb"), *store.folder.glob("batches/*"), store.folder / "CURRENT"]
    return {str(path): path.stat().st_mtime_ns for path in kept}


def test_building_the_same_again_changes_nothing(store: Store) -> None:
    assert store.build(say("a", a_claim())).fresh
    before = files(store)
    assert not store.build(say("a", a_claim())).fresh
    assert files(store) == before


def test_two_stores_of_the_same_words_say_the_same(tmp_path: Path) -> None:
    first, second = Store(tmp_path / "x"), Store(tmp_path / "y")
    question = "select claim_id, article, value, sentence, status from claims order by claim_id"
    for store in (first, second):
        store.build(say("a", a_claim()), say("b", a_claim("46.3%", "46.3")))
    assert first.ask(question) == second.ask(question)


def test_an_article_that_is_gone_is_no_longer_said_and_stays_known(store: Store) -> None:
    store.build(say("a", a_claim()), say("b", a_claim()))
    store.build(say("b", a_claim()))
    assert store.ask("select article from claims") == [("b",)]
    assert store.ask("select article from articles") == [("b",)]
    assert store.ask("select article from claims_ever where known_to is not null") == [("a",)]
    assert store.one("select text from documents where article = 'a'") == TEXT


@pytest.mark.parametrize("table", ["claims_ever", "articles_ever", "documents"])
def test_what_holds_now_is_written_in_front_of_what_no_longer_does(store: Store, table: str) -> None:
    store.build(say("a", a_claim()), say("b", a_claim()), say("c", a_claim()))
    store.build(say("b", a_claim()))
    assert [name for (name,) in store.ask(f"select article from {table} order by rowid")][:1] == ["b"]
    assert store.one(f"select count(*) from {table}") == 3


def test_an_article_that_comes_back_is_known_since_then(store: Store) -> None:
    store.build(say("a", a_claim()), say("b", a_claim()))
    first = store.one("select known_from from claims where article = 'a'")
    store.build(say("b", a_claim()))
    store.build(say("a", a_claim()), say("b", a_claim()))
    again = store.one("select known_from from claims where article = 'a'")
    assert first < again  # type: ignore[operator]
    assert store.one("select known_from from claims where article = 'b'") == first


def test_what_a_better_extractor_still_says_has_been_known_all_along(store: Store) -> None:
    store.build(say("a", a_claim(), a_claim("2,400", "2400")))
    first = store.one("select min(known_from) from claims")
    store.version = "v2"
    store.build(say("a", a_claim(country="TJK")))
    assert store.ask("select country, known_from from claims") == [("TJK", first)]
    assert store.ask("select quote from claims_ever where known_to is not null") == [("2,400",)]


def test_what_was_known_at_a_moment_can_be_asked(store: Store) -> None:
    store.build(say("a", a_claim()))
    moment = store.one(MOMENT)
    store.build(say("a", a_claim()), say("b", a_claim(amount=amount("131"))))
    assert store.ask("select article from claims_at($m)", m=moment) == [("a",)]
    assert store.ask("select value, disputed from observations_at($m)", m=moment) == [(120, False)]
    assert store.ask("select disputed from observations") == [(True,)]


def test_a_file_that_cannot_be_read_any_more_stays_as_it_was_and_says_so(store: Store) -> None:
    store.build(say("a", a_claim()), say("b", a_claim()))
    store.unread = (UnreadFile("articles/a.md", "a", "articles/a.md is empty. Delete it or fill it."),)
    store.build(say("b", a_claim()))
    assert store.ask("select article from claims order by article") == [("a",), ("b",)]
    assert store.ask("select article, rule, sentence from problems") == [
        ("a", "unread", "articles/a.md is empty. Delete it or fill it.")
    ]
    store.unread = ()
    store.build(say("a", a_claim()), say("b", a_claim()))
    assert store.one("select count(*) from problems") == 0


def test_a_clock_that_was_set_back_ends_no_claim_before_it_began(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", a_claim()))
    monkeypatch.setattr(ledger, "now", lambda: "2001-01-01 00:00:00.000000")
    store.build(say("b", a_claim()))
    assert store.one("select count(*) from claims_ever where known_to > known_from") == 1


def test_a_batch_that_is_lost_is_said_and_the_rest_is_published(store: Store) -> None:
    store.build(say("a", a_claim()))
    store.version = "v2"
    (old,) = store.folder.glob("batches/*")
    old.unlink()
    store.build(say("a", a_claim()))
    assert store.one("select count(*) from claims") == 1
    assert old.name in str(store.one("select sentence from problems where rule = 'lost_batch'"))


def test_a_damaged_batch_leaves_the_old_database(store: Store) -> None:
    store.build(say("a", a_claim()))
    before = publish.current(store.folder)
    (batch,) = store.folder.glob("batches/*")
    batch.write_bytes(b"PAR1 and then nothing")
    with pytest.raises(StoreError, match=batch.name):
        store.build(say("a", a_claim()), say("b", a_claim()))
    assert publish.current(store.folder) == before
    assert store.one("select count(*) from claims") == 1


def test_a_batch_whose_writer_died_before_the_ledger_is_taken_up(store: Store) -> None:
    other = Store(store.folder.with_name("other"))
    other.build(say("a", a_claim()))
    (batch,) = other.folder.glob("batches/*")
    (store.folder / "batches").mkdir(parents=True)
    taken = store.folder / "batches" / batch.name
    taken.write_bytes(batch.read_bytes())
    written = taken.stat().st_mtime_ns
    store.build(say("a", a_claim()))
    assert taken.stat().st_mtime_ns == written
    assert store.one("select count(*) from claims") == 1


def test_a_database_whose_publisher_died_before_naming_it_is_named(store: Store) -> None:
    store.build(say("a", a_claim()))
    (store.folder / "CURRENT").write_text("indicators-000000.duckdb\n")
    assert not store.build(say("a", a_claim())).fresh
    assert (store.folder / "CURRENT").read_text() == "indicators-000001.duckdb\n"


def test_the_last_three_databases_are_kept_and_every_build_is_told(store: Store) -> None:
    for number in range(5):
        store.build(say("a", a_claim(amount=amount(str(number)))), say(f"b{number}", a_claim()))
    kept = sorted(path.name for path in store.folder.glob("*.duckdb"))
    assert kept == [f"indicators-00000{seq}.duckdb" for seq in (3, 4, 5)]
    assert store.ask("select seq, articles, claims from builds order by seq") == [
        (n, 2, 2) for n in range(1, 6)
    ]


def test_the_same_ledger_gives_a_database_of_the_same_content(store: Store) -> None:
    first = store.build(say("a", a_claim()), say("b", a_claim("46.3%", "46.3")))
    first.path.unlink()
    assert store.build(say("a", a_claim()), say("b", a_claim("46.3%", "46.3"))).fresh
    hashes = [row[0] for row in store.ask("select content_hash from builds")]
    assert len(hashes) == 2
    assert len(set(hashes)) == 1


def test_a_ledger_that_is_no_ledger_is_said_and_left_alone(store: Store) -> None:
    store.folder.mkdir()
    path = store.folder / "ledger.sqlite"
    path.write_text("not a ledger, but a text that is long enough to be one" * 20)
    with pytest.raises(StoreError, match=r"ledger\.sqlite: file is not a database\. If that stays so"):
        store.build(say("a", a_claim()))
    assert path.read_text().startswith("not a ledger")


def test_counts_of_a_build_are_the_counts_of_its_tables(store: Store) -> None:
    store.build(say("a", a_claim(), a_claim("46.3%", "46.3")), say("b", a_claim()))
    counted = store.ask("select articles, claims, rejections, rates, problems from builds")
    assert counted == store.ask("select * from counts") == [(2, 3, 0, 0, 0)]


def a_rate(text: str = "0.01144", **changes: object) -> Rate:
    rate = Rate("KGS", "USD", 1, Decimal(text), text, DAY, "page_date", "ticker", "ticker")
    return replace(rate, **changes)  # type: ignore[arg-type]


def test_a_rate_told_twice_is_one_rate_known_since_the_first_time(store: Store) -> None:
    here = say("a", rates=(a_rate(span=Span(0, 7), article="a"),))
    store.build(here)
    first = store.one("select known_from from rates")
    store.build(here, say("b", rates=(a_rate(article="b"),)))
    assert store.ask("select known_from, article_id from rates") == [(first, "a")]


@pytest.mark.parametrize(
    "text", ["0.000000000001", "87.4500", "999999.999999999999", "1000000", "123456789012.5"]
)
def test_a_rate_of_any_size_is_kept_to_the_digit(store: Store, text: str) -> None:
    write_rates(
        store.folder, [a_rate(text, base="USD", counter="KGS", source="nbkr")], SourceRun("nbkr", "ok", "1")
    )
    store.build(say("a", a_claim()))
    assert store.one("select value from rates") == Decimal(text)


def test_rates_of_a_source_are_published_with_the_articles_of_the_last_build(store: Store) -> None:
    store.build(say("a", a_claim()))
    write_rates(store.folder, [a_rate(source="nbkr", kind="official")], SourceRun("nbkr", "ok", "1 rate"))
    assert store.build(say("a", a_claim())).fresh
    assert store.ask("select source, claims from rates, counts") == [("nbkr", 1)]


def test_fetching_the_same_rates_again_changes_nothing_but_the_note_of_the_attempt(store: Store) -> None:
    for sentence in ("1 rate", "1 rate, none new"):
        write_rates(store.folder, [a_rate(source="nbkr")], SourceRun("nbkr", "ok", sentence))
    with ledger.connect(store.folder) as book:
        assert len(ledger.rows(book, "select * from source_runs")) == 2
        assert len(ledger.rows(book, "select * from batches")) == 1


def test_an_attempt_that_gave_nothing_is_noted(store: Store) -> None:
    write_rates(store.folder, [], SourceRun("yahoo", "rate_limited", "Yahoo asks to wait."))
    with ledger.connect(store.folder) as book:
        assert ledger.rows(book, "select outcome, rates, batch from source_runs") == [
            {"outcome": "rate_limited", "rates": 0, "batch": None}
        ]


def test_rates_alone_make_a_database_without_articles(store: Store) -> None:
    write_rates(store.folder, [a_rate(source="nbkr")], SourceRun("nbkr", "ok", "1 rate"))
    with publish.publishing(store.folder, lambda: None), ledger.connect(store.folder) as book:
        publish.publish(store.folder, book, {})
    assert store.ask("select articles, rates from counts") == [(0, 1)]

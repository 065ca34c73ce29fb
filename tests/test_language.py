"""The interface in another language: every word on screen can be translated, and no other word is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dashboard import language
from dashboard.database import ask_rows
from dashboard.selection import Selection
from etl.model import Rate
from etl.store.reference_rows import reference_rows
from tests.marks_world import article
from tests.page_world import markup, opened, said
from tests.rates_world import FRIDAY, close, fail, keep, official, ticker
from tests.store_world import Store
from tests.visible import visible
from tests.words_world import MADE_UP, data_of, english, make_up

VIEWS: dict[str, dict[str, str | list[str]]] = {
    "region": {},
    "country": {"country": "TJK"},
    "country topic": {"country": "KAZ", "topic": "energy"},
    "country UZB": {"country": "UZB"},
    "indicator changes": {"show": "change"},
    "country missing": {"country": "Narnia"},
    "indicator": {"indicator": "obesity_prevalence"},
    "indicator map": {"indicator": "project_cost", "view": "map"},
    "indicator table": {"indicator": "installed_capacity", "view": "table"},
    "indicator evidence": {"indicator": "installed_capacity", "view": "evidence"},
    "indicator none": {"indicator": "obesity_prevalence", "countries": ["TKM"]},
    "places": {},
    "places shaded": {"place_country": "UZB", "place_shade": "obesity_prevalence"},
    "rates": {},
    "rates all": {"span": "all", "amount": "much"},
    "evidence": {},
    "evidence missing": {"claim": "nowhere"},
    "search": {},
    "search Tajikistan": {"q": "Tajikistan"},
    "search jobs": {"q": "jobs"},
    "search nothing": {"q": "xylophon"},
    "search misspelt": {"q": "obezity"},
    "snapshots": {},
    "snapshots none": {"countries": ["TKM"], "kinds": ["share"]},
}
SLIDES = ("region", "country", "indicator", "places", "rates", "evidence")


def many_rates() -> list[Rate]:
    """Of every kind and of the last weeks: some that move, a wrong one, one that is set ahead."""
    today = datetime.now(UTC).date()
    days = [today - timedelta(days=n) for n in range(30) if (today - timedelta(days=n)).weekday() < 5]
    banks = [official("KZT", f"478.{10 + n}", day) for n, day in enumerate(days)]
    passed_on = [official("KGS", f"87.{4500 + n}", day, "frankfurter") for n, day in enumerate(days)]
    market = [close("KZT", f"481.{10 + n}", day) for n, day in enumerate(days)]
    odd = [
        close("UZS", "11987.25", days[-1]),
        close("KZT", "51200", today),
        ticker("UZS", "0.00008", days[2]),
    ]
    ahead = [official("TJS", "9.2500", today + timedelta(days=1)), official("TJS", "9.2400", days[1])]
    return [*banks, *passed_on, *market, *odd, *ahead, official("TMT", "3.5000", days[0], "cbt")]


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The made-up language is on offer."""
    make_up(tmp_path / "interface", monkeypatch)
    yield
    monkeypatch.undo()
    language.catalogue.cache_clear()
    language.offered.cache_clear()


def left_in_english(
    view: str, store: Path, monkeypatch: pytest.MonkeyPatch, **address: str
) -> dict[str, str]:
    """Texts of a view that are neither of the made-up language nor data, and what of them is so."""
    asked: dict[str, str | list[str]] = {**VIEWS[view], **address}
    at = opened(view.partition(" ")[0], store, monkeypatch, lang=MADE_UP, **asked)
    texts = set(visible(at))
    assert any("⟦" in text for text in texts)
    data = data_of([value for value in asked.values() if isinstance(value, str)])
    return {text: left for text in texts if re.search("[A-Za-z]", left := english(text, data))}


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("view", VIEWS)
def test_whatever_is_not_a_message_is_data(view: str, bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not left_in_english(view, bundled, monkeypatch)


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("view", SLIDES)
def test_so_it_is_on_slides(view: str, bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not left_in_english(view, bundled, monkeypatch, present="1")


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize(
    "view", ["region", "country UZB", "indicator", "indicator changes", "places", "evidence"]
)
def test_so_it_is_of_every_kind_of_figure(view: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.given = reference_rows()
    store.build(article())
    assert not left_in_english(view, store.folder, monkeypatch)


RUSSIAN = {"lang": "ru"}


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (
            "region",
            [
                "Что известно о Центральной Азии",
                "Казахстан",
                "Стоимость проекта",
                "не найдено в 20 статьях",
                "163,7 млн",
            ],
        ),
        ("country", ["Казахстан", "приведённых значений", "Костанай"]),
        ("places", ["Предприятия и проекты", "Рогун", "Таджикистан"]),
        ("rates", ["Обменные курсы", "Кыргызстан", "тикер на веб-странице"]),
        ("evidence", ["прочитано по правилам, ещё не проверено"]),
        ("search", ["Введите слова в поле выше"]),
        ("search ожирение", ["Ожирение", "показатель, здоровье"]),
    ],
)
def test_a_page_speaks_russian(
    view: str, words: list[str], bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, _, wanted = view.partition(" ")
    asked: dict[str, str | list[str]] = {**RUSSIAN, **({"q": wanted} if wanted else {})}
    page = said(opened(name, bundled, monkeypatch, **asked)).replace("\u00a0", " ")
    assert [each for each in words if each not in page] == []


def test_russian_has_a_form_of_a_noun_for_each_number(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = said(opened("country", bundled, monkeypatch, country="TJK", lang="ru"))
    assert "32 факта, 9 планов, 2 изменения, 2 доли и 1 прогноз" in page


def test_a_language_that_is_not_on_offer_is_named_and_left_out(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = said(opened("_shell", bundled, monkeypatch, lang="tlh"))
    assert "The address asks for tlh, which is not on offer here" in page
    assert "What is known about Central Asia" in page


@pytest.mark.parametrize(
    "view", ["region", "country", "indicator", "places", "rates", "evidence", "search jobs"]
)
def test_every_link_of_ours_keeps_the_language(
    view: str, bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, str | list[str]] = {**VIEWS[view], **RUSSIAN}
    page = markup(opened(view.partition(" ")[0], bundled, monkeypatch, **asked))
    ours = [link for link in re.findall(r"href=['\"]([^'\"]+)", page) if not link.startswith("http")]
    assert ours
    assert not [link for link in ours if "lang=ru" not in link]


@pytest.mark.parametrize("view", SLIDES)
def test_what_was_kept_of_one_language_is_not_shown_in_another(
    view: str, bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = markup(opened(view, bundled, monkeypatch))
    russian = markup(opened(view, bundled, monkeypatch, **RUSSIAN))
    assert markup(opened(view, bundled, monkeypatch)) == english != russian
    assert "Казахстан" not in english


def test_files_hold_codes_and_english_names_in_every_language(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("indicator", bundled, monkeypatch, view="table", **RUSSIAN)
    assert "Таджикистан" in said(at)
    assert "Таджикистан" not in Selection("obesity_prevalence", ("TJK", "UZB")).csv()


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("view", ["rates", "rates all", "region", "country"])
def test_so_it_is_of_rates_of_every_kind(view: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.given = reference_rows()
    fail(store, "cbu", "network", ("UZS", "network"))
    fail(store, "yahoo", "rate_limited", ("KZT", "ok"), ("KGS", "rate_limited"))
    keep(store, *many_rates(), official("KZT", "478.999", FRIDAY))
    assert not left_in_english(view, store.folder, monkeypatch, on="2016-01-01")


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize(
    "which",
    ["unit = 'KZT'", "status <> 'extracted'", "has_problem", "kind = 'target'", "change_text is not null"],
)
def test_so_it_is_of_what_a_figure_was_read_as(
    which: str, bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OXUS_STORE", str(bundled))
    for row in ask_rows(f"select claim_id from claims where {which} order by claim_id limit 3"):
        assert not left_in_english("evidence", bundled, monkeypatch, claim=row.claim_id)

"""Which one number is charted, and which claims stay out of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from etl.model import Amount, Claim, Kind, Period, Problem, Qualifier
from etl.store import ids
from tests.store_world import Store, a_claim, amount, say, values


def about_the_same(value: str, text: str | None = None, **changes: object) -> Claim:
    """The number of schools as another article has it."""
    return a_claim(amount=amount(value, text, **changes))


def test_one_claim_is_one_observation_that_names_it(store: Store) -> None:
    claim = a_claim()
    store.build(say("a", claim))
    found = store.ask("select value, claim_id, claim_ids, n_claims, disputed from observations")
    (claim_id,) = ids.claim_ids([claim])
    assert found == [(Decimal(120), claim_id, [claim_id], 1, False)]


def test_two_articles_that_agree_are_one_observation_of_two_origins(store: Store) -> None:
    store.build(say("a", a_claim()), say("b", a_claim()))
    assert store.ask("select n_claims, n_origins, disputed from observations") == [(2, 2, False)]


def test_articles_that_disagree_are_disputed(store: Store) -> None:
    store.build(say("a", about_the_same("120")), say("b", about_the_same("131")))
    assert store.ask("select n_claims, disputed from observations") == [(2, True)]


@pytest.mark.parametrize(
    ("first", "second", "disputed"),
    [
        (about_the_same("7200000", "7.2"), about_the_same("7182000", "7,182,000"), False),
        (about_the_same("7200000", "7.2"), about_the_same("7282000", "7,282,000"), True),
        (about_the_same("120"), about_the_same("100", qualifier="more_than"), False),
        (about_the_same("90"), about_the_same("100", qualifier="more_than"), True),
        (about_the_same("120"), about_the_same("100", qualifier="less_than"), True),
        (about_the_same("120"), about_the_same("124", qualifier="about"), False),
        (about_the_same("120"), about_the_same("140", qualifier="about"), True),
    ],
    ids=[
        "rounded",
        "not by rounding",
        "more than",
        "fewer than more than",
        "less than",
        "about",
        "far from about",
    ],
)
def test_rounded_and_hedged_numbers_agree_with_what_they_leave_open(
    store: Store, first: Claim, second: Claim, disputed: object
) -> None:
    store.build(say("a", first), say("b", second))
    assert store.one("select disputed from observations") is disputed


def test_a_range_agrees_with_a_number_inside_it(store: Store) -> None:
    inside = about_the_same("120")
    between = replace(
        a_claim(),
        amount=replace(inside.amount, value=None, low=Decimal(100), high=Decimal(130), qualifier="range"),
    )
    store.build(say("a", inside), say("b", between))
    assert store.ask("select value, disputed from observations") == [(Decimal(120), False)]


def test_a_repeat_is_not_a_second_claim(store: Store) -> None:
    first = a_claim()
    repeat = a_claim("46.3%", duplicate_of=first.quote.start)
    store.build(say("a", first, repeat))
    assert store.one("select count(*) from claims") == 2
    assert store.one("select n_claims from observations") == 1


def test_a_claim_with_a_problem_is_visible_and_not_charted(store: Store) -> None:
    claim = a_claim()
    problem = Problem("made_up", "It cannot be.", claim.quote.start)
    store.build(say("a", claim, problems=(problem,)))
    assert store.one("select has_problem from claims") is True
    assert store.one("select sentence from problems") == "It cannot be."
    assert store.one("select count(*) from observations") == 0


def test_a_problem_of_the_file_leaves_its_claims_alone(store: Store) -> None:
    store.build(say("a", a_claim(), problems=(Problem("made_up", "The ticker has no date."),)))
    assert store.one("select claim_id from problems") is None
    assert store.one("select count(*) from observations") == 1


def test_a_claim_without_a_country_or_a_number_is_not_charted(store: Store) -> None:
    dozens = a_claim("2,400", amount=Amount(None, None, None, "dozens", "vague", "school"))
    store.build(say("a", a_claim(country=None), dozens))
    assert store.one("select count(*) from claims") == 2
    assert store.one("select count(*) from observations") == 0


@pytest.mark.parametrize("kind", ["target", "forecast", "planned", "change", "share"])
def test_an_observed_value_is_never_joined_by_another_kind(store: Store, kind: Kind) -> None:
    store.build(say("a", a_claim()), say("b", replace(about_the_same("150"), kind=kind)))
    assert store.ask("select kind, n_claims, disputed from observations where kind = 'observed'") == [
        ("observed", 1, False)
    ]
    assert store.one("select value from observations where kind <> 'observed'") == Decimal(150)


def test_units_are_never_joined(store: Store) -> None:
    store.build(say("a", a_claim()), say("b", about_the_same("12", unit="percent")))
    assert store.ask("select unit, n_claims from observations order by unit") == [
        ("percent", 1),
        ("school", 1),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"country": "TJK"},
        {"place": "Osh"},
        {"period": Period(date(2023, 1, 1), date(2023, 12, 31))},
        {"period": None},
    ],
    ids=["country", "place", "period", "no period"],
)
def test_another_country_place_or_period_is_another_observation(
    store: Store, changes: dict[str, object]
) -> None:
    store.build(say("a", a_claim()), say("b", replace(about_the_same("150"), **changes)))  # type: ignore[arg-type]
    assert store.ask("select n_claims, disputed from observations") == [(1, False), (1, False)]


def test_a_rise_and_a_fall_are_two_observations_and_a_level_told_as_a_rise_is_the_level(store: Store) -> None:
    up, down = a_claim(kind="change", direction="up"), a_claim("2,400", kind="change", direction="down")
    store.build(say("a", up, down), say("b", a_claim()), say("c", a_claim(direction="up")))
    assert store.ask(
        "select kind, count(*), sum(n_claims) from observations group by kind order by kind"
    ) == [
        ("change", 2, 2),
        ("observed", 1, 2),
    ]


@pytest.mark.parametrize("hedge", ["about", "more_than", "less_than"])
def test_the_exact_number_is_the_headline(store: Store, hedge: Qualifier) -> None:
    store.build(say("a", about_the_same("119", qualifier=hedge)), say("b", about_the_same("120")))
    assert store.one("select value from observations") == Decimal(120)


def test_of_two_exact_numbers_the_one_with_more_digits_is_the_headline(store: Store) -> None:
    store.build(say("a", about_the_same("7200000", "7.2")), say("b", about_the_same("7182000", "7,182,000")))
    assert store.one("select value_text from observations") == "7,182,000"


def test_what_a_person_accepted_is_the_headline(store: Store) -> None:
    store.build(say("a", about_the_same("120")), say("b", about_the_same("131")))
    store.decide(store.one("select claim_id from claims where value = 131"), "accept")
    store.build(say("a", about_the_same("120")), say("b", about_the_same("131")))
    assert store.ask("select value, disputed, headline_rule from observations") == [
        (Decimal(131), True, "reviewed")
    ]


def test_a_rejected_claim_stays_visible_and_is_not_charted(store: Store) -> None:
    store.build(say("a", a_claim()))
    store.decide(store.one("select claim_id from claims"), "reject")
    assert store.build(say("a", a_claim())).fresh
    assert values(store.ask("select status from claims")) == ["rejected"]
    assert store.one("select count(*) from observations") == 0


def test_a_correction_is_charted_in_place_of_what_was_read(store: Store) -> None:
    store.build(say("a", a_claim()))
    claim_id = store.one("select claim_id from claims")
    store.decide(claim_id, "correct", field="value", value="210", expected="120")
    store.decide(claim_id, "correct", field="period", value="2023-03", expected="2024")
    store.build(say("a", a_claim()))
    assert store.ask("select value, period, period_last, n_claims from observations") == [
        (Decimal(210), "2023-03", date(2023, 3, 31), 1)
    ]
    assert store.one("select status from claims") == "corrected"


def test_a_correction_of_something_else_than_is_read_now_says_so_and_does_not_act(store: Store) -> None:
    store.build(say("a", a_claim()))
    store.decide(
        store.one("select claim_id from claims"), "correct", field="country", value="UZB", expected="TJK"
    )
    store.build(say("a", a_claim()))
    assert store.ask("select country, has_problem from claims") == [("KGZ", True)]
    assert store.one("select sentence from problems") == (
        "A person corrected the country from TJK to UZB, but it is now read as KGZ. "
        "Look again: the correction is not applied."
    )


def test_a_claim_whose_words_are_not_in_the_article_is_not_charted(store: Store) -> None:
    store.build(say("a", a_claim(quote_text="121 schools")))
    assert store.one("select rule from problems") == "lost_words"
    assert store.one("select count(*) from observations") == 0


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (about_the_same("119", qualifier="about"), about_the_same("120"), "exact"),
        (about_the_same("7182000", "7,182,000"), about_the_same("7200000", "7.2"), "digits"),
        (about_the_same("120"), about_the_same("131"), "first"),
    ],
    ids=["exact", "digits", "first"],
)
def test_the_rule_that_chose_the_headline_is_named(
    store: Store, first: Claim, second: Claim, rule: str
) -> None:
    store.build(say("a", first), say("b", second), say("c", replace(first, country="TJK")))
    assert store.ask("select country, headline_rule from observations order by country") == [
        ("KGZ", rule),
        ("TJK", "only"),
    ]

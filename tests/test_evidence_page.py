"""The evidence page: a claim's address shows it marked in its article, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.cells import rows
from dashboard.evidence import neighbours, numbers
from dashboard.evidence_panel import rejections_html
from etl.model import Claim, Problem
from etl.store import ids
from tests.page_world import Words, markup, opened, said
from tests.store_world import TEXT, Store, a_claim, amount, say

HOSTILE = "<img src=x onerror=alert(1)> {source} @@=1+1 </mark><script>alert(1)</script>"
HOSTILE_TEXT = f"Osh {HOSTILE}\n\nIn 2024 there were {HOSTILE} 120 schools in Osh.\n"
OUR_TAGS = {
    *(
        "article",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "mark",
        "sup",
        "i",
        "a",
        "section",
        "blockquote",
        "dl",
        "dt",
        "dd",
    ),
    *(
        "ul",
        "li",
        "small",
        "div",
        "span",
        "header",
        "footer",
        "b",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ),
    *("br", "code"),
}
FAR = "Schools in Osh\n\n" + "Nothing is counted here.\n\n" * 40 + "In 2024 there were 120 schools in Osh.\n"


def id_of(claim: Claim) -> str:
    (claim_id,) = ids.claim_ids([claim])
    return str(claim_id)


def chosen_quote(page: str) -> str:
    """The words of the filled mark in the article."""
    inside = page.split("<article", 1)[1].split("ox-q-chosen", 1)[1]
    return Words.of(inside.split(">", 1)[1].split("<", 1)[0])


def test_the_address_of_a_claim_shows_it_marked_in_its_article(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    girls = replace(a_claim("46.3%", "46.3"), amount=amount("46.3", unit="percent"), article="a")
    store.build(say("a", a_claim(), girls))
    at = opened("evidence", store.folder, monkeypatch, claim=id_of(girls))
    assert chosen_quote(markup(at)) == "46.3%"
    assert "46.3 %" in said(at)


def test_without_a_choice_an_article_stands_there_with_its_first_figure(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", a_claim()))
    at = opened("evidence", store.folder, monkeypatch)
    assert chosen_quote(markup(at)) == "120 schools"
    assert "Country Kyrgyzstan" in said(at)
    assert "Refers to 2024" in said(at)


@pytest.mark.parametrize("name", ["claim", "article"])
def test_an_id_that_is_not_in_this_build_is_named_and_leads_on(
    name: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.build(say("a", a_claim()))
    at = opened("evidence", store.folder, monkeypatch, **{name: "<b>nowhere</b>"})
    assert "“<b>nowhere</b>” is in this build" in said(at)
    assert chosen_quote(markup(at)) == "120 schools"


def test_an_article_without_figures_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a"))
    at = opened("evidence", store.folder, monkeypatch, article="a")
    assert "No reported figure was read in this article." in said(at)
    assert "In 2024 there were 120 schools in Osh." in said(at)


def test_hostile_words_are_shown_as_words_everywhere(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = a_claim(text=HOSTILE_TEXT, place=HOSTILE, claimant=HOSTILE, reasons=(HOSTILE,), title=HOSTILE)
    store.build(say("a", claim, text=HOSTILE_TEXT))
    at = opened("evidence", store.folder, monkeypatch, words="<img 120")
    read = Words.read(markup(at))
    assert read.tags <= OUR_TAGS
    assert not {name for name in read.attributes if name.startswith("on")}
    assert said(at).count("onerror=alert(1)") >= 4


def test_the_mark_is_at_its_characters_behind_letters_of_several_code_points(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Schools in Osh\n\nIn 2024, 👩‍👩‍👧 cafés in Ош had 120 schools, 120 in all.\n"
    claim = a_claim(text=text)
    store.build(say("a", claim, text=text))
    assert chosen_quote(markup(opened("evidence", store.folder, monkeypatch))) == "120 schools"


def test_a_figure_that_cannot_be_right_is_struck_and_says_why(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim, right = a_claim(), replace(a_claim("46.3%", "46.3"), amount=amount("46.3", unit="percent"))
    problem = Problem("made_up", "It cannot be.", claim.quote.start)
    store.build(say("a", claim, right, problems=(problem,)))
    wrong = opened("evidence", store.folder, monkeypatch, claim=id_of(replace(claim, article="a")))
    assert "Kept out of every chart It cannot be." in said(wrong)
    assert "ox-q-out" in markup(wrong)
    assert ", kept out of every chart" in markup(wrong)
    other = opened("evidence", store.folder, monkeypatch, claim=id_of(replace(right, article="a")))
    assert "Kept out of every chart" not in said(other)


def test_another_value_for_the_same_thing_is_named_as_such(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = a_claim(), a_claim(amount=amount("131"))
    store.build(say("a", here), say("b", there))
    page = said(opened("evidence", store.folder, monkeypatch, claim=id_of(replace(here, article="a"))))
    assert "Another value for the same thing 131 schools" in page


def test_a_rounded_value_says_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    here = a_claim(amount=amount("7200000", "7.2"))
    there = a_claim(amount=amount("7182000", "7,182,000"))
    store.build(say("a", here), say("b", there))
    page = said(opened("evidence", store.folder, monkeypatch, claim=id_of(replace(here, article="a"))))
    assert "Says the same 7.182 million schools" in page
    assert "Another value" not in page


def test_a_number_that_is_printed_again_leads_to_its_other_printing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Osh has 120 schools\n\nIn 2024 there were 120 schools in Osh.\n"
    start = text.rindex("120 schools")
    first = a_claim(text=text)
    body = replace(first, quote=replace(first.quote, start=start, end=start + len("120 schools")))
    body = replace(body, sentence=replace(body.sentence, start=text.index("In 2024"), end=len(text) - 1))
    store.build(say("a", replace(first, duplicate_of=start), body, text=text))
    page = opened("evidence", store.folder, monkeypatch, claim=id_of(replace(body, article="a")))
    assert "Printed 1 more time in this article Osh has 120 schools" in said(page)


def test_the_next_figure_is_one_step_away_and_in_the_address(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    girls = replace(a_claim("46.3%", "46.3"), amount=amount("46.3", unit="percent"), article="a")
    store.build(say("a", a_claim(), girls))
    at = opened("evidence", store.folder, monkeypatch)
    assert at.button(key="before").disabled
    at.button(key="after").click().run()
    assert chosen_quote(markup(at)) == "46.3%"
    assert at.query_params["claim"] == id_of(girls)
    assert at.button(key="after").disabled


def test_another_article_is_chosen_from_the_list(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a", a_claim()), say("b", a_claim(amount=amount("131"))))
    at = opened("evidence", store.folder, monkeypatch, article="a")
    at.selectbox[0].set_value("b").run()
    assert not at.exception
    assert at.query_params["article"] == "b"


def test_numbers_not_taken_say_why() -> None:
    table = pd.DataFrame([{"quote": "2024", "reason": "a date"}, {"quote": "<b>", "reason": "{x}"}])
    assert Words.of(rejections_html(rows(table))).endswith("“2024” a date “<b>” {x}")


def test_a_repeat_has_the_number_of_the_figure_it_repeats_and_is_no_step() -> None:
    table = {"claim_id": ["again", "one", "two"], "duplicate_of": ["one", None, None], "start": [1, 5, 9]}
    claims = tuple(rows(pd.DataFrame(table)))
    assert numbers(claims) == {"one": 1, "two": 2, "again": 1}
    assert neighbours(claims, "again") == (None, "two")
    assert neighbours(claims, "two") == ("one", None)


def test_the_title_is_not_told_twice(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.build(say("a", a_claim()))
    page = markup(opened("evidence", store.folder, monkeypatch))
    assert TEXT.split("\n", maxsplit=1)[0] not in page.split("<article", 1)[1].split("</article>", 1)[0]

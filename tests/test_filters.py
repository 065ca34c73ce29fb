"""Choices live in the address: as codes, defaults left out, what is not on offer named and left out."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

from dashboard import layout
from tests.page_world import said


def page() -> None:
    """A page with one choice of each sort, and what each of them gave."""
    import streamlit as st  # noqa: PLC0415 - AppTest runs this function's text alone

    from dashboard import filters  # noqa: PLC0415

    five = {"KAZ": "Kazakhstan", "KGZ": "Kyrgyzstan", "TJK": "Tajikistan"}
    one = filters.one("List", five, key="one", default="KGZ")
    pick = filters.pick("Few", five, key="pick")
    some = filters.some("Some", five, key="some")
    tab, place = filters.tab({"chart": "Chart", "map": "Map"}, key="tab")
    place.text(f"inside {tab}")
    st.text(f"{one} {pick} {' '.join(some)} {tab}")


def opened(**address: str | list[str]) -> AppTest:
    at = AppTest.from_function(page)
    for key, value in address.items():
        at.query_params[key] = value
    return at.run()


def control(at: AppTest, kind: str) -> ButtonGroup[str]:
    (found,) = at.get(kind)
    assert isinstance(found, ButtonGroup)
    return found


def chosen(at: AppTest) -> str:
    assert not at.exception
    return str(at.text[-1].value)


def test_without_an_address_the_defaults_hold() -> None:
    assert chosen(opened()) == "KGZ KAZ KAZ KGZ TJK chart"


def test_the_address_chooses_by_code() -> None:
    at = opened(one="TJK", pick="KGZ", some=["TJK", "KAZ"], tab="map")
    assert chosen(at) == "TJK KGZ KAZ TJK map"
    assert "inside map" in [text.value for text in at.text]


def test_the_address_chooses_by_the_name_on_screen_too() -> None:
    at = opened(one="Tajikistan", pick="Kyrgyzstan", some="Kazakhstan", tab="Map")
    assert chosen(at) == "TJK KGZ KAZ map"


def test_of_one_choice_asked_for_twice_the_last_holds() -> None:
    assert chosen(opened(pick=["TJK", "KGZ"])) == "KGZ KGZ KAZ KGZ TJK chart"


@pytest.mark.parametrize("key", ["one", "pick", "some", "tab"])
def test_what_is_not_on_offer_is_named_and_left_out(key: str) -> None:
    at = opened(**{key: "<b>Narnia"})
    assert chosen(at) == "KGZ KAZ KAZ KGZ TJK chart"
    assert "asks for <b>Narnia, which is not on offer here; it was left out." in said(at)


def test_a_good_value_beside_a_bad_one_holds() -> None:
    at = opened(some=["Narnia", "TJK"])
    assert chosen(at) == "KGZ KAZ TJK chart"
    assert "asks for Narnia" in said(at)


def test_a_choice_is_written_to_the_address_as_its_code_and_a_default_taken_out() -> None:
    at = opened(pick="TJK")
    at.selectbox[0].set_value("TJK")
    control(at, "segmented_control").set_value("KAZ")
    control(at, "pills").set_value(["KGZ", "TJK"])
    at.run()
    assert chosen(at) == "TJK KAZ KGZ TJK chart"
    assert at.query_params == {"one": "TJK", "some": ["KGZ", "TJK"]}


def test_all_chosen_is_as_none_chosen() -> None:
    at = opened(some="TJK")
    control(at, "pills").set_value(["KAZ", "KGZ", "TJK"]).run()
    assert chosen(at) == "KGZ KAZ KAZ KGZ TJK chart"
    assert at.query_params == {}


def test_a_choice_drops_what_the_address_asked_for_in_vain() -> None:
    at = opened(pick="Narnia")
    control(at, "segmented_control").set_value("TJK").run()
    assert at.query_params == {"pick": "TJK"}
    assert "Narnia" not in said(at)


def test_a_presented_page_holds_the_choices_and_draws_none() -> None:
    at = opened(present="1", one="TJK", pick="KGZ", some="KAZ", tab="map")
    assert chosen(at) == "TJK KGZ KAZ map"
    assert not at.selectbox
    assert not [*at.get("segmented_control"), *at.get("pills"), *at.get("tab")]


def test_a_link_between_pages_says_what_it_carries_as_codes() -> None:
    page, _, asked = layout.address("indicator", indicator="share of R&D, %", countries=["TJK"]).partition(
        "?"
    )
    assert page == "indicator"
    assert parse_qs(asked) == {"indicator": ["share of R&D, %"], "countries": ["TJK"]}

"""What an indicator is called on screen when the catalogue does not have it."""

import pytest

from etl.model import Subject
from etl.store.reference_rows import reference_rows
from tests.store_world import Store, a_claim, say


@pytest.mark.parametrize(
    ("indicator", "name"),
    [
        ("it_exports_share", "Exports of IT services, share"),
        ("schools_under_construction", "Schools under construction"),
        ("home_market_share", "Home market share"),
        ("schools", "Schools"),
    ],
)
def test_a_part_of_what_the_catalogue_knows_keeps_its_name(store: Store, indicator: str, name: str) -> None:
    store.given = reference_rows()
    store.build(say("a", a_claim(subject=Subject(indicator, "schools", "education"))))
    assert store.one("select name from claims join indicators using (indicator)") == name

"""What a reader of the places page sees and moves: choices, map and list over one selection."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path

import streamlit as st

from dashboard import deck, filters, layout, maps, page_csv, present, shell, site_words, slide_room, theme
from dashboard.language import _
from dashboard.places_made import ALL, Choices, Drawn, made, options
from dashboard.queries import places
from dashboard.site_list import SITE

COUNTRY = "place_country"  # in the address
MAP, WIRE = "places_map", "places_wire"  # keys: of the map, of the script


def choose() -> Choices:
    """The row of choices. What the others offer follows from the country, which stands first."""
    with st.container(key="places_choices"):
        left, circles, shade, site = st.columns([28, 7, 7, 7], gap="small", vertical_alignment="bottom")
    with left:
        five = {ALL: _("All five"), **places.names()}
        country = filters.pick(_("Country"), five, key=COUNTRY, ends=(SITE,))
    here = options(country)
    with circles:
        measure = filters.one(_("Circles show"), here.measures, key="place_measure")
    with shade:
        shaded = filters.one(_("Shade countries by"), here.shades, key="place_shade")
    with site:
        picked = filters.one(_("Place"), here.sites, key=SITE)
    return Choices(country, measure, shaded, picked, deck.SIZE)


def draw(choices: Choices) -> None:
    """Sentence, map and list."""
    drawn = made(choices, shell.today(), theme.current())
    layout.takeaway(drawn.takeaway)
    layout.html(drawn.key)
    if present.on():
        _slide(drawn, choices)
    with st.container(key="places_body"):
        chart, beside = st.columns([19, 11], gap="medium")
    with chart:
        _map(drawn, choices)
    with beside, st.container(height=choices.size[1], border=False, key="places_list"):
        layout.html(drawn.listed)
    _wire(choices)
    page_csv.button(drawn.claim_ids, "places", "" if choices.country == ALL else choices.country)
    layout.foot(drawn.foot)


def _slide(drawn: Drawn, choices: Choices) -> None:
    """The map alone, as large as what stands round it leaves room for; nothing is drawn after it."""
    fitting = replace(
        choices, size=slide_room.size(drawn.takeaway, drawn.key, layout.slide_words(drawn.foot))
    )
    _map(made(fitting, shell.today(), theme.current()), fitting)
    _wire(choices)
    layout.slide(drawn.foot)


def _map(drawn: Drawn, choices: Choices) -> None:
    st.pydeck_chart(drawn.deck, height=choices.size[1], key=MAP, on_select=_picked_on_map, alt=drawn.spoken)
    layout.html(f"{drawn.flat}<p class='ox-note'>{escape(_credit())}</p>")


def _credit() -> str:
    """Whose the shapes and points are; on a page, also what has no point."""
    return (
        maps.short_credit() if present.on() else f"{maps.credit()} {site_words.left_out(places.unplaced())}"
    )


def _wire(choices: Choices) -> None:
    """The script of places.js. It runs again for each site picked, to bring it into sight."""
    _script()(
        key=WIRE,
        data={"site": choices.site, "country": choices.country},
        height=0,
        on_pick_change=_picked_in_list,
    )


@st.cache_resource(show_spinner=False)
def _script() -> st.components.v2.types.ComponentRenderer:
    return st.components.v2.component(
        "oxus_places", js=Path(__file__).with_name("places.js").read_text("utf-8")
    )


def _picked_in_list() -> None:
    _pick(st.session_state[WIRE].get("pick"))


def _picked_on_map() -> None:
    chosen = st.session_state[MAP].selection.objects
    _pick(next((objects[0].get("key") for objects in chosen.values() if objects), None))


def _pick(name: object) -> None:
    """The site that was picked, or none where it was picked already. The browser may send anything."""
    here = options(str(st.query_params.get(COUNTRY, ALL)))  # a name tells a site from those beside it only
    if isinstance(name, str) and name in here.sites:
        if name == st.query_params.get(SITE):
            del st.query_params[SITE]
        else:
            st.query_params[SITE] = name

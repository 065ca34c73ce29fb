"""Places: plants and projects on a map, each figure with its sentence."""

import streamlit as st

from dashboard import filters, layout, maps, page_csv, site_list, sites, theme
from dashboard.queries import places

found = sites.sites(places.figures(), places.named())
layout.title("Plants and projects", "Capacity, money and jobs that articles tie to a place")
left, right = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
with left:
    country = filters.pick("Country", {"all": "All five", **places.names()}, key="place_country")
shown = [site for site in found if country in ("all", site.country)]
measures = sites.measures(shown) or {"none": "Nothing to compare"}
with right:
    measure = filters.one("Circles show", measures, key="place_measure")
layout.takeaway(sites.takeaway(shown, measure))
chart, beside = st.columns([19, 11], gap="medium")
with chart:
    deck = maps.places_map(shown, measure, maps.view_of(country), theme.current())
    said = sites.spoken(shown, measure)
    event = st.pydeck_chart(deck, height=maps.HEIGHT, key="places_map", on_select="rerun", alt=said)
    layout.html(maps.flat_map(shown, measure, country, theme.current()))
    layout.html(site_list.key(shown, measure))
    st.caption(f"{maps.credit()} {sites.left_out(places.unplaced())}")
with beside, st.container(height=maps.HEIGHT, border=False):
    layout.html(site_list.listed(sites.picked(shown, event.selection.indices), measure))
page_csv.button(page_csv.at(shown), "places", "" if country == "all" else country)
layout.foot(layout.Foot(sources=sites.sources(shown)))

"""Country: all that is known of one country, when it refers to, what is aimed at, what is not known."""

import streamlit as st

from dashboard import country_view, database, filters, glance, layout, shell, timeline
from dashboard.queries import country

names = country.names()
chosen = filters.pick("Country", names, key="country")
known, articles, today = country.figures(chosen), country.articles(chosen), shell.today()
searched = database.build().articles
layout.title(names[chosen], country_view.subtitle(known, articles), country=chosen)
layout.takeaway(country_view.takeaway(names[chosen], known))
layout.html(glance.glance(country.headlines(chosen), today))
layout.section("When the figures refer to", "each mark opens its sentence")
layout.html(timeline.timeline(known, today))
main, side = st.columns([2, 1], gap="large")
with main:
    layout.section("All figures, by topic")
    layout.html(glance.by_topic(known, today))
    layout.section("Aimed at and expected", "the next due first, then what was due")
    layout.html(glance.listed(country.aims(chosen, today), today))
with side:
    layout.section("Currency")
    layout.html(country_view.rate(country.rate(chosen)))
    layout.section("Articles")
    layout.html(country_view.articles(articles))
    layout.section("Places")
    layout.html(country_view.places(country.places(chosen)))
    layout.section("Not known")
    layout.html(country_view.unknown(country.silent_topics(chosen), country.unused(chosen), searched))
layout.foot(country_view.foot(known, articles))

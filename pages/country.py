"""Country: all that is known of one country, when it refers to, what is aimed at, what is not known."""

import streamlit as st

from dashboard import country_choices, country_parts, country_view, database, layout, page_csv, shell
from dashboard.language import _
from dashboard.queries import country, country_known

names, today, searched = country.names(), shell.today(), database.build().articles
chosen, topic = country_choices.choose(names)
known, articles = country_known.known(chosen, topic), country_known.articles(chosen, topic)
layout.title(names[chosen], country_view.subtitle(known, articles), country=chosen)
layout.takeaway(country_view.takeaway(names[chosen], known, topic))
parts = country_parts.parts(chosen, topic, today)
layout.html(parts.leading)
layout.slide(country_view.foot(known, articles))
layout.part(_("Said when, of when"), parts.timeline, _(country_parts.NOTE))
main, side = st.columns([2, 1], gap="large")
with main:
    layout.part(_("All figures, by topic"), parts.by_topic)
    layout.part(_("Aimed at and expected"), parts.aims, _("the next due first, then what was due"))
with side:
    layout.part(_("Currency"), country_view.rate(country.rate(chosen, today), today))
    layout.part(_("Articles"), country_view.articles(articles, chosen))
    layout.part(_("Places"), country_parts.places(chosen, today), _("plants and projects"))
    silent, unused = country.silent_topics(chosen), country.unused(chosen)
    layout.part(_("Not known"), country_view.unknown(silent, unused, searched))
page_csv.counted(known.claims, lambda: country.claim_ids(chosen, topic), "country", names[chosen])
layout.foot(country_view.foot(known, articles))

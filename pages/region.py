"""Region now: what is known of the five countries, how old it is and who says so."""

import streamlit as st

from dashboard import changes, database, glance, layout, marks, matrix, page_csv, present, shell, widest
from dashboard.language import _
from dashboard.queries import country, rates, region
from dashboard.takeaways import foot

search = matrix.Search(database.build().articles, shell.today())
shown = region.leading()[: present.most(4)]
known = matrix.Known(shown, region.latest(shown), rates.headline(search.today))
layout.title(_("What is known about Central Asia, and who says so"), _("Every number opens its sentence."))
layout.html(matrix.matrix(known, country.names(), search))
layout.slide(foot(known.latest))
with st.container(key="band"):
    on_map, ahead, reading = st.columns([1, 1, 1], gap="medium")
with on_map:
    layout.html(widest.widest(region.widest(), search.today))
with ahead:
    layout.part(_("Due next"), glance.ahead(region.due(search.today), search.today))
with reading:
    layout.part(_("How to read the marks"), marks.legend(ages=(1, 2)))
    layout.part(_("Since the build before"), changes.changed(region.changed()))
page_csv.button(page_csv.behind(known.latest), "region")
layout.foot(foot(known.latest))

"""Region now: what is known of the five countries, how old it is and who says so."""

import streamlit as st

from dashboard import database, layout, marks, matrix, shell
from dashboard.queries import country, region

search = matrix.Search(database.build().articles, shell.today())
known = matrix.Known(region.topics(), region.headlines(), region.rates())
layout.title("What is known about Central Asia, and who says so", "Every number opens its sentence.")
layout.html(matrix.matrix(known, country.names(), search))
on_map, change, reading = st.columns([1, 1, 1])
with change:
    layout.section("Changed since the last build")
with reading:
    layout.section("How to read the marks")
    layout.html(marks.legend())
layout.foot(layout.Foot())

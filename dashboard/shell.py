"""What the frame of the pages is made of: their list, the bar, the style sheet, the name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import filters, language, marks, present, stages, theme
from dashboard.language import N_, _

PAGES = Path(__file__).resolve().parent.parent / "pages"
STYLE = Path(__file__).with_name("style.css")
NAME = Path(__file__).with_name("oxus.svg")
TITLES = {
    "region": N_("Region"),
    "country": N_("Country"),
    "indicator": N_("Indicator"),
    "places": N_("Places"),
    "rates": N_("Rates"),
    "evidence": N_("Evidence"),
    "snapshots": N_("Snapshots"),
    "search": N_("Search"),
}
LANDING = "region"


def pages() -> list[StreamlitPage]:
    """The pages in their order; `region` is the landing, the search is reached by its box."""
    return [
        st.Page(
            PAGES / f"{name}.py",
            title=_(title),
            default=name == LANDING,
            visibility="hidden" if name == "search" else "visible",
        )
        for name, title in TITLES.items()
    ]


def name_of(page: StreamlitPage) -> str:
    """The page's name in TITLES: the landing has no path of its own."""
    return page.url_path or LANDING


def bar() -> Literal["top", "hidden"]:
    """The bar at the top, except where a page is embedded elsewhere or presented."""
    return "hidden" if st.context.is_embedded or present.on() else "top"


def speak() -> None:
    """In the language that the address asks for; one that is not on offer is named and left out."""
    language.begin()
    asked = st.query_params.get(language.PARAMETER)
    filters.say_left_out([asked] if asked and asked not in language.offered() else [])


def dress() -> None:
    """Our elements' style on this page. Ours begin with `ox-`; Streamlit's own follow the theme."""
    st.logo(NAME, size="large")
    st.html(_style())


@st.cache_resource
def _style() -> str:
    sheets = "".join(sheet.read_text(encoding="utf-8") for sheet in sorted(STYLE.parent.glob("*.css")))
    return f"<style>:root{{{theme.variables()}}}{sheets}{marks.css()}{stages.css()}</style>"


def today() -> date:
    """The reader's day, in UTC: ages are counted from it. Everything below the pages is told it."""
    return datetime.now(UTC).date()

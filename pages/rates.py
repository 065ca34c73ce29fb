"""Rates: five currencies to the dollar, with the digits that were printed and what these leave open."""

from dashboard import rates_view

view = rates_view.choose()
rates_view.now(view)
rates_view.slide(view)
rates_view.over_time(view)
rates_view.sources()
rates_view.compared(view)
rates_view.converter(view)
rates_view.exactness(view)
rates_view.every_rate(view)
rates_view.foot(view)

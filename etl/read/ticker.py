"""The currency ticker at the top of a captured page."""

from __future__ import annotations

import re

from etl.model import Span, TickerLine
from etl.read.lines import Line

TICKER = re.compile(
    r"""
    (?:[•·*–—-]\s*)?                              # • KGS/USD, or without a bullet
    (?P<pair>(?P<base>[A-Z]{3})\s?/\s?(?P<counter>[A-Z]{3})
    \s*=\s*
    (?P<value>\d+(?:\.\d+)?))                     # 0.01144
    (?:\s+\(?(?P<change>[+\-−–]?\d+(?:\.\d+)?\s?%)\)?)?   # -0%, +0.19%, (0.2%)
    """,
    re.VERBOSE,
)


def ticker_line(line: Line) -> TickerLine | None:
    """The rate that the line prints, if it prints nothing else.

    >>> from etl.read.lines import lines
    >>> ticker_line(lines("• KGS/USD = 0.01144 -0%")[0])
    TickerLine(span=Span(start=2, end=19), base='KGS', counter='USD', value_text='0.01144', change_text='-0%')
    """
    match = TICKER.fullmatch(line.text)
    if match is None:
        return None
    start, end = match.span("pair")
    span = Span(line.span.start + start, line.span.start + end)
    return TickerLine(span, match["base"], match["counter"], match["value"], match["change"])

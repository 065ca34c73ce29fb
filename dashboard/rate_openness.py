"""How much of its value a printed rate leaves open: a bar with caps, all to one scale."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from dashboard import rate_numbers, rate_words
from dashboard.rate_tiles import Row


def loose(shown: Sequence[Row]) -> list[Row]:
    """The rates whose digits are too few for a point."""
    return [row for row in shown if int(row["digits"]) < rate_numbers.POINT_DIGITS]


def openness(shown: Sequence[Row]) -> str:
    """A line a currency."""
    widest = max(map(rate_numbers.openness, shown), default=Decimal(0)) or Decimal(1)
    body = "".join(_bar(row, widest) for row in shown)
    return f"<table class='ox-open'><tbody>{body}</tbody></table>"


def _bar(row: Row, widest: Decimal) -> str:
    share = rate_numbers.openness(row) / widest * 100
    colour = f"color:var(--ox-{row['country'].lower()})"
    bar = f"<span class='ox-bar' style='{colour};width:max({share:.2f}%,2px)'></span>"
    told = f"{rate_words.tolerance(row)} · {rate_words.digits(row)}"
    return f"<tr><th scope='row'>{escape(row['lcu'])}</th><td>{bar}</td><td>{escape(told)}</td></tr>"

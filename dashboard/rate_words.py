"""A currency rate in words: with the digits it really has, and the interval where it has few.

`row` is a row of `rates`: value_text, lcu, base, counter, lcu_per_usd_low, lcu_per_usd_high, change_text …
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from dashboard.cells import decimal, text

POINT_DIGITS = 4  # printed digits from which a point may stand alone
TOLERANCE_DIGITS = 3  # and from which a point with its tolerance; fewer make a band
COUNTS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
BASES = {
    "page_date": "the page's date",
    "published": "the date the source gives",
    "bar_london": "the trading day, London time",
}
KINDS = {
    "official": "official rate",
    "close": "indicative close",
    "live": "indicative, still moving",
    "ticker": "ticker on a web page",
}


def significant(value_text: str) -> int:
    """Digits that say something: zeros in front do not.

    >>> significant("0.00008"), significant("0.00196"), significant("0.28490"), significant("478.77")
    (1, 3, 5, 5)
    """
    return len(re.sub(r"\D", "", value_text).lstrip("0"))


def per_usd(row: Any) -> str:
    """How much of the currency a dollar buys, without the unit.

    >>> kzt = {"value_text": "0.00196", "lcu_per_usd_low": "508.90585", "lcu_per_usd_high": "511.50895"}
    >>> uzs = {"value_text": "0.00008", "lcu_per_usd_low": "11764.70588", "lcu_per_usd_high": "13333.33333"}
    >>> kgs = {"value_text": "0.01144", "lcu_per_usd_low": "87.3743", "lcu_per_usd_high": "87.4508"}
    >>> per_usd(kzt), per_usd(uzs), per_usd(kgs)
    ('510 ±1.3', 'about 11,800–13,300', '87.41')
    """
    digits = significant(row["value_text"])
    low, high = ends(row)
    middle = rounded((low + high) / 2, max(digits, 1))
    if digits >= POINT_DIGITS:
        return grouped(middle)
    if digits >= TOLERANCE_DIGITS:
        return f"{grouped(middle)} ±{grouped(rounded((high - low) / 2, 2))}"
    return f"about {grouped(rounded(low, 3))}–{grouped(rounded(high, 3))}"


def ends(row: Any) -> tuple[Decimal, Decimal]:
    """The interval of local currency per US dollar; both ends the same where a source leaves none open."""
    low, high = decimal(row["lcu_per_usd_low"]), decimal(row["lcu_per_usd_high"])
    if low is None or high is None:
        value, nominal = decimal(row["value"]) or Decimal(1), int(row["nominal"])
        point = value / nominal if row["counter"] == row["lcu"] else nominal / value
        return point, point
    return low, high


def openness(row: Any) -> Decimal:
    """Half the interval as a percentage of its middle.

    >>> round(openness({"lcu_per_usd_low": 11764.70588, "lcu_per_usd_high": 13333.33333}), 2)
    Decimal('6.25')
    """
    low, high = ends(row)
    return (high - low) / (high + low) * 100


def tolerance(row: Any) -> str:
    """What rounding leaves open, as a share: "±6.3 %", "±0.002 %"; nothing where nothing is open."""
    share = openness(row)
    return f"±{grouped(rounded(share, 2))} %" if share else "as printed"


def printed(row: Any) -> str:
    """The rate as its source printed it, with the direction.

    >>> printed({"value_text": "0.00196", "base": "KZT", "counter": "USD", "nominal": 1})
    '0.00196 USD per KZT'
    >>> printed({"value_text": "3.9", "base": "UZS", "counter": "KZT", "nominal": 100})
    '3.9 KZT per 100 UZS'
    """
    nominal = int(row["nominal"])
    return f"{row['value_text']} {row['counter']} per {f'{nominal} ' if nominal > 1 else ''}{row['base']}"


def digits(row: Any) -> str:
    """How exact the printed number is.

    >>> digits({"value_text": "0.00008"})
    'one significant digit'
    """
    n = significant(row["value_text"])
    return f"{COUNTS.get(n, str(n))} significant digit{'' if n == 1 else 's'}"


def change(row: Any) -> str:
    """The change printed beside the rate; a sign in front of zero is a direction.

    >>> change({"change_text": "-0%"}), change({"change_text": "0%"}), change({"change_text": "0.19%"})
    ('−0 %: a fall too small to print', '0 %: no change printed', '0.19 %')
    >>> change({"change_text": None})
    ''
    """
    shown = text(row["change_text"])
    if shown is None:
        return ""
    words = re.sub(r"\s*%", " %", shown.strip()).replace("-", "−")
    if re.search(r"[1-9]", words):
        return words
    return f"{words}: {_direction_of_zero(words)}"


def _direction_of_zero(words: str) -> str:
    if words.startswith("−"):
        return "a fall too small to print"
    return "a rise too small to print" if words.startswith("+") else "no change printed"


def rounded(value: Decimal, digits: int) -> Decimal:
    """`value` with so many significant digits, none invented.

    >>> rounded(Decimal("11764.7"), 3), rounded(Decimal("87.4125"), 4), rounded(Decimal("0.0022"), 1)
    (Decimal('11800'), Decimal('87.41'), Decimal('0.002'))
    """
    if not value:
        return value
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    kept = value.quantize(step, rounding=ROUND_HALF_EVEN)
    return kept if step < 1 else kept.quantize(Decimal(1))


def grouped(value: Decimal) -> str:
    """Thousands apart, decimals as they are, a real minus.

    >>> grouped(Decimal("11800")), grouped(Decimal("9.1752"))
    ('11,800', '9.1752')
    """
    return f"{value:,f}".replace("-", "−")


def move(first: Any, last: Any) -> str:
    """What can be said of the way from one rate to a later one: more, less, or nothing that the digits show.

    >>> december = {"lcu": "KZT", "lcu_per_usd_low": 508.906, "lcu_per_usd_high": 511.509}
    >>> later = {"lcu": "KZT", "lcu_per_usd_low": 519.481, "lcu_per_usd_high": 522.193}
    >>> move(december, later), move(later, december), move(later, later)
    ('1.6–2.6 % more KZT per dollar', '1.5–2.5 % less KZT per dollar', 'no change that its digits could show')
    """
    (low1, high1), (low2, high2) = ends(first), ends(last)
    least, most = (low2 / high1 - 1) * 100, (high2 / low1 - 1) * 100
    if least <= 0 <= most:
        return "no change that its digits could show"
    small, large = sorted((abs(least), abs(most)))
    way = "more" if least > 0 else "less"
    shown = dict.fromkeys(grouped(rounded(share, 2)) for share in (small, large))
    return f"{'–'.join(shown)} % {way} {last['lcu']} per dollar"

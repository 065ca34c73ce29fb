"""The arithmetic of currency rates: intervals, shown with the digits they really have and never with more.

`row` is a row of `rates` of a pair with the dollar: digits, lcu_per_usd_low, lcu_per_usd_high …
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboard.cells import decimal
from dashboard.language import pgettext
from dashboard.numbers import grouped, rounded

POINT_DIGITS = 4  # significant digits from which a point may stand alone
TOLERANCE_DIGITS = 3  # and from which a point with its tolerance; fewer make a band


def per_usd(row: Any) -> str:
    """How much of the currency a dollar buys, without the unit.

    >>> kzt = {"digits": 3, "lcu_per_usd_low": "508.90585", "lcu_per_usd_high": "511.50895"}
    >>> uzs = {"digits": 1, "lcu_per_usd_low": "11764.70588", "lcu_per_usd_high": "13333.33333"}
    >>> kgs = {"digits": 4, "lcu_per_usd_low": "87.3743", "lcu_per_usd_high": "87.4508"}
    >>> per_usd(kzt), per_usd(uzs), per_usd(kgs)
    ('510 ±1.3', 'about 11,800–13,300', '87.41')
    """
    return exactly(*ends(row), int(row["digits"]))


def per_lcu(row: Any) -> str:
    """How much of a dollar the currency buys, without the unit.

    >>> per_lcu({"digits": 5, "usd_per_lcu_low": 0.00208867, "usd_per_lcu_high": 0.00208871})
    '0.0020887'
    >>> per_lcu({"digits": 3, "usd_per_lcu_low": 0.001955, "usd_per_lcu_high": 0.001965})
    '0.00196 ±0.000005'
    """
    return exactly(_number(row["usd_per_lcu_low"]), _number(row["usd_per_lcu_high"]), int(row["digits"]))


def exactly(low: Decimal, high: Decimal, digits: int) -> str:
    """An interval as a point, a point with its tolerance or a band: as the digits of its source allow.

    >>> exactly(Decimal("74.9"), Decimal("85.1"), 1)
    'about 74.9–85.1'
    """
    middle = rounded((low + high) / 2, max(digits, 1))
    if digits >= POINT_DIGITS:
        return grouped(middle)
    if digits >= TOLERANCE_DIGITS:
        return f"{grouped(middle)} ±{grouped(shortest(rounded((high - low) / 2, 2)))}"
    return f"{_about()} {grouped(shortest(rounded(low, 3)))}–{grouped(shortest(rounded(high, 3)))}"


def _about() -> str:
    return pgettext("a rate between two numbers", "about")


def hedged(row: Any) -> tuple[bool, str]:
    """Whether it is about so much only, and how much a dollar buys without saying so."""
    about, number = int(row["digits"]) < TOLERANCE_DIGITS, per_usd(row)
    return about, number.removeprefix(f"{_about()} ") if about else number


def inverse(row: Any) -> str:
    """A unit of the currency in dollars: "1 KZT = 0.00196 ±0.000005 USD"."""
    sign = "≈" if int(row["digits"]) < TOLERANCE_DIGITS else "="
    number = per_lcu(row).removeprefix(f"{_about()} ")
    return f"1 {row['lcu']} {sign} {number} USD"


def ends(row: Any) -> tuple[Decimal, Decimal]:
    """The interval of local currency per US dollar; both ends the same where a source leaves none open."""
    return _number(row["lcu_per_usd_low"]), _number(row["lcu_per_usd_high"])


def _number(cell: Any) -> Decimal:
    number = decimal(cell)
    assert number is not None, "only rates of the dollar have an interval"
    return number


def openness(row: Any) -> Decimal:
    """Half the interval as a percentage of its middle.

    >>> round(openness({"lcu_per_usd_low": 11764.70588, "lcu_per_usd_high": 13333.33333}), 2)
    Decimal('6.25')
    """
    low, high = ends(row)
    return (high - low) / (high + low) * 100


def apart(first: Any, last: Any) -> tuple[str, int]:
    """How far `last` is from `first` in percent, and whether above (1), below (-1) or not to be told (0).

    Both are intervals, and so is what lies between them; an end that is less than nothing is not said.
    """
    (low1, high1), (low2, high2) = ends(first), ends(last)
    least, most = (low2 / high1 - 1) * 100, (high2 / low1 - 1) * 100
    if least <= 0 <= most:
        return "", 0
    small, large = sorted((abs(least), abs(most)))
    shown = dict.fromkeys(grouped(rounded(share, 2)) for share in (small, large))
    return f"{'–'.join(shown)} %", 1 if least > 0 else -1


def shortest(value: Decimal) -> Decimal:
    """Without the zeros behind the last digit that says something.

    >>> shortest(Decimal("0.0000050")), shortest(Decimal("120"))
    (Decimal('0.000005'), Decimal('120'))
    """
    exponent = value.normalize().as_tuple().exponent
    return value.normalize() if isinstance(exponent, int) and exponent < 0 else value.quantize(Decimal(1))


def money(value: Decimal) -> str:
    """With two decimals at least, as prices are.

    >>> money(Decimal("3.5")), money(Decimal("3.5001"))
    ('3.50', '3.5001')
    """
    two = value.quantize(Decimal("0.01"))
    return grouped(two if two == value else value)


def distance(first: Any, last: Any) -> Decimal:
    """How far apart the middles are, as a part of the first."""
    (low1, high1), (low2, high2) = ends(first), ends(last)
    return abs((low2 + high2) / (low1 + high1) - 1)

"""Pages as the five central banks and Frankfurter write them, with invented rates.

`printed` says what stands in them, so that a test can ask for it to the digit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

# Bank -> currency -> for how many units, and what they cost on the first day in the bank's own currency.
LISTS: Mapping[str, Mapping[str, tuple[int, str]]] = {
    "nbk": {"USD": (1, "512.25"), "KGS": (1, "5.86"), "TJS": (1, "55.02"), "UZS": (100, "4.25")},
    "nbkr": {"USD": (1, "87.4400"), "EUR": (1, "101.5076"), "KZT": (1, "0.1707")},
    "nbkr_weekly": {
        "TJS": (1, "9.3910"),
        "UZS": (1, "0.0073"),
        "TMT": (1, "24.9829"),
        "JPY": (10, "5.4969"),
    },
    "nbt": {"USD": (1, "9.3100"), "UZS": (100, "0.0772"), "KGS": (10, "1.0647"), "KZT": (10, "0.1817")},
    "cbt": {"USD": (1, "3.5000"), "KZT": (100, "0.6833"), "UZS": (1000, "0.2903"), "TJS": (1, "0.3759")},
    "cbu": {"USD": (1, "12055.50"), "KZT": (1, "23.53"), "KGS": (1, "137.87"), "TMT": (1, "3444.43")},
}
SETS = {"KZT": "nbk", "KGS": "nbkr", "TJS": "nbt", "TMT": "cbt", "UZS": "cbu"}


def printed(bank: str, base: str, day: date) -> str:
    """What `bank` prints for `base` on `day`, with a point and all its zeros. The manat is fixed."""
    _, start = LISTS[bank][base]
    step = 0 if (bank, base) == ("cbt", "USD") else day.toordinal() % 30
    value = Decimal(start) * (1 + Decimal(step) / 1000)
    return str(value.quantize(Decimal(start)))


def nbk(day: date) -> str:
    items = "".join(
        f"<item><fullname>ДОЛЛАР</fullname><title>{base}</title><description>{printed('nbk', base, day)}"
        f"</description><quant>{units}</quant><index>UP</index><change>+0.10</change></item>"
        for base, (units, _) in LISTS["nbk"].items()
    )
    return f'<?xml version="1.0" encoding="utf-8"?><rates><date>{day:%d.%m.%Y}</date>{items}</rates>'


def nbkr(day: date, bank: str = "nbkr") -> str:
    """To be sent in windows-1251, as it says; a comma for the point."""
    items = "".join(
        f'<Currency ISOCode="{base}"><Nominal>{units}</Nominal>'
        f"<Value>{printed(bank, base, day).replace('.', ',')}</Value></Currency>"
        for base, (units, _) in LISTS[bank].items()
    )
    head = '<?xml version="1.0" encoding="windows-1251" ?>'
    return f'{head}<CurrencyRates Name="Ежедневные курсы" Date="{day:%d.%m.%Y}">{items}</CurrencyRates>'


def nbkr_archive(days: list[date]) -> str:
    rows = "".join(
        f"<tr><td><!--date-->{day:%d.%m.%Y}<!--date--></td>"
        f"<td><!--value-->{printed('nbkr', 'USD', day).replace('.', ',')}<!--value--></td></tr>"
        for day in reversed(days)
    )
    return f"<!doctype html><html><body><h1>Official rates</h1><table>{rows}</table></body></html>"


def nbt(day: date) -> str:
    items = "".join(
        f'<Valute ID="810"><CharCode>{base}</CharCode><Nominal>{units}</Nominal><Name>Money</Name>'
        f"<Value>{printed('nbt', base, day)}</Value></Valute>"
        for base, (units, _) in LISTS["nbt"].items()
    )
    return f'<?xml version="1.0" encoding="utf-8" ?><ValCurs Date="{day:%Y-%m-%d}">{items}</ValCurs>'


def cbt(day: date) -> str:
    """Until 2023 the date was written the other way; the zeros at the end are dropped."""
    written = f"{day:%d.%m.%Y}" if day.year > 2023 else f"{day:%Y-%m-%d}"
    items = "".join(
        f'<rate code="{base}"><name>PUL</name><rate_usd>1</rate_usd><multiplier>{units}</multiplier>'
        f"<rate_tmt>{without_zeros(printed('cbt', base, day))}</rate_tmt><checksum>0</checksum></rate>"
        for base, (units, _) in LISTS["cbt"].items()
    )
    return f'<?xml version="1.0"?><cbt_currency_rate><date>{written}</date>{items}</cbt_currency_rate>'


def cbu(day: date) -> str:
    return json.dumps(
        [
            {
                "id": 69,
                "Ccy": base,
                "CcyNm_RU": "Доллар",
                "Nominal": str(units),
                "Rate": printed("cbu", base, day),
                "Diff": "-1.5",
                "Date": f"{day:%d.%m.%Y}",
            }
            for base, (units, _) in LISTS["cbu"].items()
        ]
    )


def frankfurter(lcu: str, days: list[date]) -> str:
    """Numbers, so without zeros at the end."""
    rows = (
        f'{{"date":"{day}","base":"USD","quote":"{lcu}",'
        f'"rate":{without_zeros(printed(SETS[lcu], "USD", day))}}}'
        for day in days
    )
    return f"[{','.join(rows)}]"


def without_zeros(text: str) -> str:
    return text.rstrip("0").rstrip(".")


def working_days(first: date, last: date) -> list[date]:
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5]

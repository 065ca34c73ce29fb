"""Texts put together from pieces of language and pieces of nothing, always the same for a seed."""

from __future__ import annotations

import random


def _pieces(line: str) -> tuple[str, ...]:
    return tuple(line.split(" · "))


NUMBERS = _pieces(
    "5 · 12.4 · 1,250 · 1,250,000 · 4,7 · 0,125 · 1 050 000 · 1'000 · 3.2Mt · 007 · 2,024 · 1.250.000 · "
    "999999999999999999999999999999 · -3 · −4.5 · +996 312 66-21-07 · 35-36 · ½ · ٣ · Ⅳ · five · "
    "twenty-two · two and a half · half · a third · dozens · tens of thousands · 4 in 10 · one in five · "
    "a million · zero · no · doubled · threefold · twice · hundred thousand million · 1e9 · 1. · .5 · "
    "5..6 · 1,2,3,4 · 24/7 · 10:30 · № 158 · 20,24 · 0 · 00.00 · ²"
)
UNITS = _pieces(
    "% · percent · percentage points · bp · million · bn · trln · thousand · tons · t/day · kWh · MW · km · "
    "km2 · m3 · m³ · °C · hectares · people · schools · women aged 15 to 49 · new jobs · $ · € · US$ · "
    "KZT · tenge · som · so‘m · TJS · manat per dollar · tenge a month · per 100,000 · years · days · "
    "times · pupils · cases · Mt"
)
DATES = _pieces(
    "in 2024 · 2023–2024 · Q1 2023 · 1Q23 · 31 February 2025 · December · last year · next 5 years · "
    "by 2030 · 2025-13-45 · 24.12.2025 · since independence · a year earlier · during the same period · "
    "ten years ago · the first half of 2025 · January–October · now · to date · 32 May 2024 · "
    "in the year 9999 · 0000 · year-on-year · that summer"
)
WORDS = _pieces(
    "Kazakhstan · Uzbek · Bishkek · Osh · Mary · Oral · Kant · Central Asia · China · the Fergana region · "
    "exports · GDP · inflation · rose · fell by · will reach · from · to · between · and · or · of which · "
    "of them · respectively · than · more than · up to · about · no fewer than · the ministry said · "
    "according to · it · this · target · expected · planned · Units: · including · against · the · a · "
    "per · share · in · on · with · tuberculosis · gold · million-strong · its"
)
RUSSIAN = _pieces(
    "в Казахстане · выросло на · млн тонн · 5 процентов · тыс. человек · за 2024 год · по сравнению · "
    "полтора · школ · в прошлом году · Қазақстан · ғимарат · 1,2 млрд тенге · Душанбе · ё · № 5"
)
MARKS = _pieces(
    ". · , · ; · : · ( · ) · [ · ] · “ · ” · « · » · ‘ · ’ · ' · \" · – · — · - · ‑ · / · \\ · % · & · # · "
    "… · ? · ! · • · * · _ · | · \t · ~ · ^ · = · + · < · > · @ · { · }"
)
LINES = _pieces(
    "\n · \n\n · \r\n · \r · \n\n\n · \n#  · \n##  · \n\u2022  · \n-  · \n1.  · \n2)  · \n|  ·  |  · "
    "\n---\n · \n---\ntitle: x\n---\n · \nBISHKEK, 5 May 2024 \u2013  · \nKGS/USD = 0.01144 -0%\n · "
    "\n\u2022 KZT/USD = 0.0019 +1%\n · \nMonday, 8 December 2025\n · \u2028 · \x0b · \x0c"
)
ODD = _pieces(
    "\xa0 · \u202f · \u200b · \u200d · \ufeff · \xad · e\u0301 · \u0301 · \u0301\u0301\u0301 · \u0130 · "
    "\xdf · \ufb01 · \u0149 · \u01c5 · \U0001f600 · \U0001f469\u200d\U0001f680 · \U0001f1f0\U0001f1ff · "
    "\ud800 · \udfff · \x00 · \x07 · \x1b · \x85 · \u202e · \uff15 · \u5341 · \U0001d7d3 · \u066a · "
    "\uff05 · \u20b8 · \u093c · \u1d57 · 1\ufe0f\u20e3 · \U0010ffff · \u03a3\u03c2"
)
KINDS = (NUMBERS, NUMBERS, UNITS, UNITS, DATES, WORDS, WORDS, WORDS, MARKS, RUSSIAN, LINES, ODD)
GAPS = (" ", " ", " ", " ", " ", "", "\n", "  ", "\u00a0")
MOST = 60  # pieces of a text


def text(seed: int) -> str:
    """A text that depends on nothing but its seed."""
    draw = random.Random(seed)
    kinds = draw.sample(KINDS, k=draw.randint(1, len(KINDS)))
    pieces = (draw.choice(draw.choice(kinds)) for _ in range(draw.randint(0, MOST)))
    return "".join(piece + draw.choice(GAPS) for piece in pieces)


def typed(seed: int) -> str:
    """The same with characters lost, doubled and moved, as a bad copy has them."""
    draw = random.Random(~seed)
    letters = list(text(seed))
    for _ in range(draw.randint(0, 1 + len(letters) // 10)):
        at = draw.randrange(len(letters) + 1)
        letters[at : at + draw.randint(0, 2)] = draw.choices(letters or ["."], k=draw.randint(0, 2))
    return "".join(letters)

"""How articles write dates and periods. The words of the calendar come from the language's lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from etl.extract.tokens import Token
from etl.reference import language

LINES = r"""
  (?P<iso>\b YEAR-\d\d-\d\d \b)                                        # 2025-12-24
| (?P<dotted>\b \d{1,2}\.\d{1,2}\. YEAR \b)                            # 24.12.2025
| (?P<day>\b \d{1,2}NTH?\s+(?:of\s+)?MONTH,?\s+(?:of\s+)? YEAR \b)     # 24 December 2025
| (?P<us_day>\b MONTH\s+\d{1,2}NTH?,?\s+ YEAR \b)                      # Sept. 10, 2024
| (?P<months>\b MONTH(?:DASH|\s+(?:to|through|and)\s+)MONTH,?\s*         # January-July 2023
    (?:of\s+)?(?P<months_of>SOME_YEAR)?(?!\w))
| (?P<q_label>\b (?:[1-4]q|q[1-4]|[12]h|h[12])\s?(?:\d\d)?\d\d \b)     # 1Q23, Q1 2023, H1 2025
| (?P<month_span>\b (?:from|between)\s+MONTH\s+ YEAR                  # between May 2022 and May 2023
    \s+(?:to|and)\s+MONTH\s+ YEAR \b)
| (?P<day_month>\b (?:(?:\d{1,2}[-–])?\d{1,2}NTH?\s+MONTH              # March 3, 20-24 March
      |MONTH\s+\d{1,2}NTH?(?:[-–]\d{1,2}(?!\d))?)
    (?![\w%.,]\d|\w|\s*%))
| (?P<month_year>\b MONTH,?\s+(?:of\s+)?(?:SOME_YEAR) \b)              # March 2025, March of this year
| (?P<part>\b (?:the\s+)?ORDINAL\s+(?:quarter|half)(?:\s+of)?          # the first half of 2025
    (?:\s+(?P<part_of>SOME_YEAR|the\s+year))? \b)
| (?P<year_end>\b (?:by|before|until)\s+(?:the\s+)?                    # by the end of the year
    (?:(?:end|close)\s+of\s+(?:the|this)\s+year|year[-\s]end|year's\s+end) \b)
| (?P<decade>\b (?:by|before|until|till|towards?)\s+the\s+               # by the end of the decade
    (?:end|close)\s+of\s+(?:the|this)\s+decade \b)
| (?P<event>\b since\s+(?:(?:gaining|its|their|the\s+country's)\s+)?(?:EVENT) \b)    # since independence
| (?P<reported>\b (?:the\s+)?(?:year|period)\s+under\s+               # the year under report
    (?:report|review|consideration)
    | \b the\s+reporting\s+(?:year|period) \b)
| (?P<whole_year>\b (?:for|over|during|throughout|in)\s+               # the total for the year
    the\s+(?:full\s+|whole\s+|entire\s+)?year \b
    (?!\s+(?:to|of|before|earlier|ended|ending|ago|after|through|from|under|\d))
  | \b (?:whole|full)-year \b(?!\s+20\d\d))
| (?P<first_months>\b (?:the\s+)?(?:first\s+)?(?P<fm_count>COUNT)      # nine months of 2024
    [\s-](?:months?|quarters?)\s+of\s+(?P<fm_of>SOME_YEAR|the\s+year) \b)
| (?P<opening>\b (?<!their\s)(?<!its\s)                                 # in the first nine months
    (?:(?:in|over|during|for)?\s*(?:the\s+)?first
    | (?:over|during)\s+(?:the\s+)? | for\s+the)                      # over the nine months
    \s*(?P<opening_count>COUNT)\s+months \b(?!\s+(?:of|to|through|before|after)\b))
| (?P<decades>\b (?:the\s+)?(?:early\s+|late\s+|mid-)?(?:19|20)\d0['’]?s \b)    # in the 1990s
| (?P<later>\b (?:an?|COUNT)\s+years?\s+(?:later|afterwards|on)(?=[\s,.;])  # a year later
    | \b the\s+following\s+year \b)
| (?P<from_to>\b (?:from|between)\s+ YEAR \s+(?:to|and|till|until|through)\s+ YEAR \b)  # from 2012 to 2023
| (?P<years>\b YEAR (?:DASH YEAR|[-–—/]\d\d(?!\s*%|[.,]\d)) \b(?!-))    # 2023–2024, 2023/24
| (?P<season>\b (?:the\s+)?                                            # the heating season
    (?:(?P<which>coming|next|new|last|previous|past)\s+)?(?:SEASON) \b)
| (?P<same>\b (?:(?:during|over|in|for|within|by)\s+)?the\s+same\s+    # during the same period
    (?:COUNT\s+)?(?:period|time\s+period|years|timeframe|interval|months?|quarter|half)
    (?:\s+(?:(?:of|in|a)\s+)?(?P<same_of>SOME_YEAR|(?:the\s+)?year\s+(?:earlier|ago|before)|FORMER\s+year))?
  | \b (?:during|over|in|for|within)\s+(?:this|that|these|those)\s+   # during this time
    (?:time|period|span|interval|years|months) \b)
| (?P<that>\b (?:(?:in|during|over|by|for|of)\s+)?(?:that|the\s+same)\s+     # that year, signed that summer
    (?:year|summer|winter|autumn|spring|month|season|day) \b(?!\s+(?:of|in|a|earlier|before|ago)\b))
| (?P<then>\b (?:by|until)\s+then \b)                                   # by then
| (?P<earlier>\b (?:an?|one|the)\s+year\s+(?:earlier|ago|before|previously) \b   # a year earlier
    | \b (?:the\s+)?(?:previous|preceding|prior)\s+year \b
    | \b year-ago \b | \b year[-\s]o(?:n|ver)[-\s]year \b)
| (?P<ago>\b (?:COUNT\s+(?:year|month|decade)s?|an?\s+decade)\s+(?:ago|earlier|before) \b)   # ten years ago
| (?P<past_year>\b (?:over|in|during|for|within)\s+the\s+past\s+year \b)         # over the past year
| (?P<window>\b (?P<way>past|last|previous|next|coming|following|upcoming|recent|within|in|over|first)
    \s+(?:the\s+)?(?:(?:past|last|next|coming|following|few)\s+)?      # the past five years
    (?P<window_count>COUNT)[\s-](?P<window_unit>(?:year|month|decade|quarter|week|day)s?)
    \b(?!-|\s+(?:of\s+age|old)))
| (?P<relative>\b (?:OWN|FORMER|next|the\s+coming)\s+                  # last year, last December
    (?:year|month|quarter|week|decade|MONTH|summer|winter|autumn|spring) \b(?!\s+(?:old|before|of)))
| (?P<year>\b (?:mid-)?YEAR \b(?!-\w|[.,]\d|\s*%))                     # 2024, mid-2024
| (?P<now>\b (?:now|today|currently|at\s+present|presently|to\s+date) \b)   # today
| (?P<month>\b (?:in|since|by|until|during|of|for|from|through|till|end\s+of|late|early|mid)[-\s]
    (?:early\s+|late\s+|mid-?)?MONTH                                   # in September
    (?![\w–-]|\.?\s+(?:\d{1,2}(?!\d|[.,]\d)|\d{4})|(?:DASH|\s+(?:to|through|and)\s+)MONTH))
"""


def _either(words: list[str]) -> str:
    return "|".join(sorted((re.escape(w).replace(r"\ ", r"\s+") for w in words), key=lambda w: (-len(w), w)))


@cache
def _source() -> str:
    """The pattern with the language's words in it."""
    time = language("time")
    own, former = (
        r"(?:this|the\s+current|the\s+reporting)",
        r"(?:last|the\s+previous|the\s+preceding|the\s+past)",
    )
    words = {
        "SOME_YEAR": rf"YEAR|{own}\s+year|{former}\s+year",
        "OWN": own,
        "FORMER": former,
        "MONTH": rf"(?:{_either(list(time['months']))})\b\.?",
        "ORDINAL": rf"(?:{_either(list(time['ordinals']))})",
        "COUNT": rf"(?:\d{{1,2}}|{_either(list(time['counts']))})",
        "SEASON": _either(list(time["seasons"])),
        "EVENT": _either(list(time["events"])),
        "NTH": "(?:st|nd|rd|th)",
        "DASH": r"\s?[-–—/]\s?",
        "YEAR": r"(?:19|20|21)\d\d",
    }
    # It is only asked at the beginning of a word: each line need not look whether one begins.
    lines = LINE_START.sub(r"\1", LINES)
    for name, meaning in words.items():
        lines = lines.replace(name, meaning)
    return lines


@cache
def pattern() -> re.Pattern[str]:
    """One pattern for every way, in small letters; its last group says which."""
    return re.compile(rf"\b(?:{_source()})", re.VERBOSE)


LINE_START = re.compile(r"(\(\?P<\w+>)\\b ")
NO_WORDS = re.compile(r"\s\#.*|\(\?P<\w+>|\\[a-z]")  # comments, names of groups, \b \d \s
WORD = re.compile(r"[^\W\d_]+\??")  # year, or towards? for toward and towards
DIGITS = re.compile(r"\d+")
YEAR_IN = re.compile(r"\d{4}")
NO_END = ("the", "a", "an", "of", "in", "to", "and")  # no time ends with one of these
JOINTS = "-–—/."  # marks inside a time; behind a month there may be others


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that the pattern holds, and its plural: no time has another one in it."""
    found = WORD.findall(NO_WORDS.sub(" ", _source()).lower())
    plain = {word for part in found for word in (part.rstrip("?"), part[:-2] if part[-1] == "?" else part)}
    return frozenset(plain | {f"{word}s" for word in plain})


@cache
def _alone() -> frozenset[str]:
    """The words that are a time by themselves: "today"."""
    return frozenset(word for word in _vocabulary() if pattern().fullmatch(word))


@cache
def _numbered() -> frozenset[str]:
    """The words that are a time with one number behind them: "March 3", "Q1 2023"."""
    return frozenset(
        word for word in _vocabulary() if any(map(pattern().fullmatch, (f"{word} 3", f"{word}1 2023")))
    )


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """The text in small letters, each at its place: a pattern for both sizes takes twice as long to read."""
    return text.replace("İ", "I").lower()  # the one letter that is two in small


def found(text: str, end: int, row: Sequence[Token]) -> Iterator[re.Match[str]]:
    """Every time that begins at a word of `row`, and ends before `end`, from left to right; in small letters.

    To search the whole text for so long a pattern would take a tenth of the time of all reading.
    """
    read, behind, low = pattern().match, 0, lowered(text)
    for token in _openings(row):
        for start in _starts(token):
            match = read(low, start, end) if start >= behind else None
            if match:
                behind = match.end()
                yield match


def _openings(row: Sequence[Token]) -> list[Token]:
    """The tokens where a time can begin: a number or a word of the pattern, and so is what stands behind."""
    known = _vocabulary()
    near = [at for at, token in enumerate(row) if token.kind == "number" or token.norm in known]
    return [row[at] for at in near if (_number_begins if row[at].kind == "number" else _word_begins)(row, at)]


def _number_begins(row: Sequence[Token], at: int) -> bool:
    after = row[at + 1] if at + 1 < len(row) else None
    if YEAR_IN.search(row[at].text):
        return True
    return after is not None and (after.norm in _vocabulary() or after.text in JOINTS)


def _word_begins(row: Sequence[Token], at: int) -> bool:
    word, after = row[at].norm, row[at + 1] if at + 1 < len(row) else None
    if word in _alone() or word in _numbered():
        return True
    if after is None or (after.kind != "number" and after.norm not in NO_END):
        return after is not None and (after.norm in _vocabulary() or after.text in JOINTS)
    beyond = row[at + 2] if at + 2 < len(row) else None
    return beyond is not None and (
        beyond.kind == "number" or beyond.norm in _vocabulary() or beyond.text in JOINTS
    )


def _starts(token: Token) -> Iterable[int]:
    """Where a time can begin in it: "5,2024" may hold a year that no space sets apart."""
    if token.kind != "number" or token.text.isdigit():
        return (token.start,)
    return (token.start + part.start() for part in DIGITS.finditer(token.text))

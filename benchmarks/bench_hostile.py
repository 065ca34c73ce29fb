"""CPU seconds of texts of a megabyte that nobody wrote to be read. The bar: 5 seconds for each.

`python -m benchmarks.bench_hostile dates tables` reads only those kinds.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain, count, repeat

from etl.extract import extract
from etl.read import document_from_text

MEGABYTE = 1_000_000
BAR = 5.0  # CPU seconds, reading included
MONTHS = ("January", "Feb.", "May", "September", "December")
UNITS = ("percent", "million tons", "km", "people", "billion tenge", "MW", "new schools", "% of GDP")
TOWNS = ("Osh", "Almaty", "Kazakhstan", "Navoi", "Tajikistan", "the Fergana region", "China")


def _figures(seed: int) -> Iterator[str]:
    """Short lines, a number in each."""
    draw = random.Random(seed)
    while True:
        yield f"{draw.choice(TOWNS)} {draw.randint(1, 9999)} {draw.choice(UNITS)}\n\n"


def _sentences(seed: int) -> Iterator[str]:
    """Sentences that could be news."""
    draw = random.Random(seed)
    while True:
        yield (
            f"In {draw.randint(2000, 2030)} {draw.choice(TOWNS)} produced {draw.randint(1, 999)} "
            f"{draw.choice(UNITS)}, up {draw.randint(1, 90)}% from {draw.randint(1, 999)} a year earlier. "
        )


def _long_sentences(seed: int) -> Iterator[str]:
    """Sentences as long and as full as one may be: numbers, times, places and verbs, all of each to weigh."""
    draw = random.Random(seed)
    while True:
        parts = (
            f"in {draw.choice(MONTHS)} {draw.randint(2000, 2030)} {draw.choice(TOWNS)} exports rose by "
            f"{draw.randint(1, 99)}% to {draw.randint(1, 999)} {draw.choice(UNITS)}"
            for _ in range(19)
        )
        yield f"The ministry said that {', '.join(parts)}. "


def _dates(seed: int) -> Iterator[str]:
    draw = random.Random(seed)
    while True:
        yield f"{draw.randint(1, 28)} {draw.choice(MONTHS)} {draw.randint(1990, 2030)}, "


def _table(seed: int) -> Iterator[str]:
    draw = random.Random(seed)
    yield "Region\t2022\t2023\tChange, %\n"
    while True:
        cells = draw.choice(TOWNS), draw.randint(1, 9999), draw.randint(1, 99) / 10, draw.randint(1, 9)
        yield "\t".join(map(str, cells)) + "\n"


KINDS: dict[str, Callable[[], Iterator[str]]] = {
    "digits": lambda: repeat("7"),
    "brackets": lambda: repeat("(["),
    "closed brackets": lambda: chain(repeat("(", 400_000), ["1% of GDP"], repeat(")")),
    "no spaces": lambda: repeat("Kazakhstan12,"),
    "ranges": lambda: repeat("from 1 to 2 - 3% "),
    "one word": lambda: repeat("million "),
    "one number": lambda: repeat("five "),
    "one sign": lambda: repeat("$"),
    "one cue": lambda: repeat("rose by 5 percent to "),
    "a country": lambda: repeat("Kazakhstan and "),
    "quotation": lambda: chain(repeat("“he said ‘", 50_000), ["5 schools"], repeat("’” ")),
    "figures": lambda: _figures(1),
    "lines of figures": lambda: (line[:-1] for line in _figures(2)),
    "news": lambda: _sentences(3),
    "news without paragraphs": lambda: (sentence.replace(". ", ", ") for sentence in _sentences(4)),
    "long sentences": lambda: _long_sentences(8),
    "dates": lambda: _dates(5),
    "dated lines": lambda: (f"{date[:-2]}\n\n" for date in _dates(6)),
    "headings": lambda: (f"## The {n} schools of Osh\n\n" for n in count()),
    "list": lambda: chain(["Built in 2023:\n\n"], (f"• {n} schools in Osh\n" for n in count())),
    "table": lambda: _table(7),
    "numbered": lambda: (f"{n}. " for n in count()),
    "short sentences": lambda: (f"It was {n}. " for n in count()),
    "empty lines": lambda: repeat("\n"),
    "titles": lambda: (f"{n} Schools Open\n\nBy A Writer\n\n5 May 2024\n\n" for n in count()),
    "Russian figures": lambda: (f"В Оше построено {n} школ.\n\n" for n in count()),
    "Russian without stops": lambda: repeat("в области выросло на 5 процентов и "),
    "Kazakh": lambda: (f"Қазақстанда {n} мектеп салынды.\n\n" for n in count()),
    "Greek": lambda: repeat("σχολεία 5 "),
    "combining marks": lambda: repeat("e\u0301\u0301\u0301"),
    "apostrophes": lambda: repeat("a’"),
    "grouped digits": lambda: repeat("1 000 "),
    "points": lambda: repeat("1."),
}


def text(kind: str) -> str:
    """A megabyte of one kind."""
    parts: list[str] = []
    size = 0
    for part in KINDS[kind]():
        parts.append(part)
        size += len(part)
        if size >= MEGABYTE:
            return "".join(parts)[:MEGABYTE]
    return "".join(parts)


def main() -> None:
    """Print a line for each kind, and which passed the bar."""
    slow = 0
    for kind in sys.argv[1:] or KINDS:
        written = text(kind)
        before = time.process_time()
        found = extract(document_from_text(written))
        took = time.process_time() - before
        slow += took > BAR
        print(
            f"{kind:24} {took:6.2f} CPU s {len(written) / took:12,.0f} characters/s "
            f"{len(found.claims):7} claims {len(found.rejections):7} rejections{'  SLOW' * (took > BAR)}"
        )
    print(f"{slow} of {len(sys.argv[1:] or KINDS)} kinds past the bar of {BAR:.0f} CPU s for a megabyte")


if __name__ == "__main__":
    main()

"""How the sources of rates are, in calm words. `sources` is as `queries.rate_sources.asked` gives it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, words
from dashboard.cells import missing, rows, text

HOW = "python -m etl rates"
REACHED, WITHOUT = "not reachable{} since {}", "without rates{} since {}"
# What a run came to: what is wrong with the source, and the word between it and the currencies; and why.
OUTCOMES = {
    "rate_limited": (REACHED, "for", "asked too often"),
    "network": (REACHED, "for", "no connection"),
    "upstream": (REACHED, "for", "it reports an error of its own"),
    "bad_payload": (WITHOUT, "of", "it sends a page that holds none"),
    "empty": (WITHOUT, "of", "it answers and names none"),
    "not_found": (WITHOUT, "of", "it does not know the currency"),
    "wrong_instrument": (WITHOUT, "of", "it sends another instrument, of which nothing is kept"),
}
COLUMNS = ("Source", "Kind", "Asked last", "Answered last", "What it said", "Newest rate kept", "Terms")


def lines(sources: pd.DataFrame) -> list[str]:
    """A sentence for each source with which something is wrong, then one for the rest."""
    known = sources[sources.last_attempt.notna()]
    if known.empty:
        return [f"No source of rates has been asked yet. This asks them all: {HOW}"]
    wrong, well = known[known.outcome != "ok"], known[known.outcome == "ok"]
    never = [asked_name(row) for row in rows(sources[sources.last_attempt.isna()])]
    told = [*map(trouble, rows(wrong)), *_answered(well, len(wrong))]
    return [*told, f"Not asked yet: {words.listed(never)}."] if never else told


def trouble(row: Any) -> str:
    """What is wrong with a source, since when and why, and what is kept of it all the same."""
    phrase, link, why = OUTCOMES.get(row.outcome, (WITHOUT, "of", str(row.outcome)))
    currencies = f" {link} {words.listed(list(row.failed))}" if len(row.answered) else ""
    since = moment(row.last_attempt if missing(row.failing_since) else row.failing_since)
    kept = "No rate of it is kept." if missing(row.newest) else f"Newest rate kept: {words.on(row.newest)}."
    return f"{asked_name(row)} {phrase.format(currencies, since)} ({why}). {kept}"


def _answered(well: pd.DataFrame, wrong: int) -> Iterator[str]:
    if well.empty:
        return
    times = sorted(moment(row.last_attempt) for row in rows(well.sort_values("last_attempt").iloc[[0, -1]]))
    when = " to ".join(dict.fromkeys(times))
    if wrong:
        yield f"The other {words.count(len(well), 'source')} answered, asked {when}."
    else:
        answered = "all answered" if len(well) > 1 else "and it answered"
        yield f"{words.count(len(well), 'source')} asked {when}, {answered}."


def asked_name(row: Any) -> str:
    """Who is asked: of a rate that is passed on, who passes it on.

    >>> from types import SimpleNamespace as Row
    >>> asked_name(Row(name="the central bank, passed on by Frankfurter"))
    'Frankfurter'
    """
    return str(row.name).rpartition("passed on by ")[2]


def moment(at: Any) -> str:
    """A minute, UTC.

    >>> moment(pd.Timestamp("2026-11-21 14:05:09"))
    '21 November 2026 14:05 UTC'
    """
    return f"{words.on(at)} {pd.Timestamp(at):%H:%M} UTC"


def table(sources: pd.DataFrame) -> str:
    """Every source with its terms and what its last answer was, in a drawer; HTML with every word escaped."""
    head = "".join(f"<th scope='col'>{name}</th>" for name in COLUMNS)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(row))}</tr>" for row in rows(sources))
    inner = f"<table class='ox-table'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    summary = "<summary>How each source answered</summary>"
    return f"<details class='ox-drawer ox-asked'>{summary}{layout.scroll(inner)}</details>"


def _cells(row: Any) -> Iterator[str]:
    yield source_link(asked_name(row), row.home)
    yield escape({"official": "official", "close": "market"}.get(row.kind, row.kind))
    yield "never" if missing(row.last_attempt) else moment(row.last_attempt)
    yield "never" if missing(row.last_ok) else moment(row.last_ok)
    yield escape(text(row.sentence) or "")
    yield "none" if missing(row.newest) else words.on(row.newest)
    yield escape(row.terms)


def source_link(name: str, home: Any) -> str:
    """A source's name, as a link to where it publishes."""
    address = text(home)
    if address is None:
        return escape(name)
    return f"<a href='{escape(address)}' target='_blank' rel='noopener'>{escape(name)}</a>"

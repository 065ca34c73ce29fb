"""How the sources of rates are, in calm words. `sources` is as `queries.rate_sources.asked` gives it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

import pandas as pd

from dashboard import layout, words
from dashboard.cells import missing, rows, text
from dashboard.language import N_, _, ngettext, nouns

HOW = "python -m etl rates"
# What is wrong with a source altogether, and for some currencies only.
REACHED = (
    N_("{source} not reachable since {moment}"),
    N_("{source} not reachable for {currencies} since {moment}"),
)
WITHOUT = (
    N_("{source} without rates since {moment}"),
    N_("{source} without rates of {currencies} since {moment}"),
)
# What a run came to: what is wrong with the source, and why.
OUTCOMES = {
    "rate_limited": (REACHED, N_("asked too often")),
    "network": (REACHED, N_("no connection")),
    "upstream": (REACHED, N_("it reports an error of its own")),
    "bad_payload": (WITHOUT, N_("it sends a page that holds none")),
    "empty": (WITHOUT, N_("it answers and names none")),
    "not_found": (WITHOUT, N_("it does not know the currency")),
    "wrong_instrument": (WITHOUT, N_("it sends another instrument, of which nothing is kept")),
}
COLUMNS = (
    N_("Source"), N_("Kind"), N_("Asked last"), N_("Answered last"), N_("What it said"),
    N_("Newest rate kept"), N_("Terms"),
)  # fmt: skip
KINDS = {"official": N_("official"), "close": N_("market")}


ANSWERED = nouns("{n} source asked {when}, and it answered.", "{n} sources asked {when}, all answered.")
ANSWERED_TOO = nouns(
    "The other {n} source answered, asked {when}.", "The other {n} sources answered, asked {when}."
)


def lines(sources: pd.DataFrame) -> list[str]:
    """A sentence for each source with which something is wrong, then one for the rest."""
    known = sources[sources.last_attempt.notna()]
    if known.empty:
        return [_("No source of rates has been asked yet. This asks them all: {command}").format(command=HOW)]
    wrong, well = known[known.outcome != "ok"], known[known.outcome == "ok"]
    never = [asked_name(row) for row in rows(sources[sources.last_attempt.isna()])]
    told = [*map(trouble, rows(wrong)), *_answered(well, len(wrong))]
    return [*told, _("Not asked yet: {sources}.").format(sources=words.listed(never))] if never else told


def trouble(row: Any) -> str:
    """What is wrong with a source, since when and why, and what is kept of it all the same."""
    (altogether, for_some), why = OUTCOMES.get(row.outcome, (WITHOUT, str(row.outcome)))
    since = moment(row.last_attempt if missing(row.failing_since) else row.failing_since)
    told = _(for_some if len(row.answered) else altogether).format(
        source=asked_name(row), currencies=words.listed(list(row.failed)), moment=since
    )
    return f"{told} ({_(why)}). {_kept(row)}"


def _kept(row: Any) -> str:
    if missing(row.newest):
        return _("No rate of it is kept.")
    return _("Newest rate kept: {day}.").format(day=words.on(row.newest))


def _answered(well: pd.DataFrame, wrong: int) -> Iterator[str]:
    if well.empty:
        return
    times = sorted(moment(row.last_attempt) for row in rows(well.sort_values("last_attempt").iloc[[0, -1]]))
    first, last = times[0], times[-1]
    when = first if first == last else _("{first} to {last}").format(first=first, last=last)
    one, many = ANSWERED_TOO if wrong else ANSWERED
    yield ngettext(one, many, len(well)).format(n=words.grouped(len(well)), when=when)


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
    return _("{day} {time} UTC").format(day=words.on(at), time=f"{pd.Timestamp(at):%H:%M}")


def table(sources: pd.DataFrame) -> str:
    """Every source with its terms and what its last answer was, in a drawer; HTML with every word escaped."""
    head = "".join(f"<th scope='col'>{_(name)}</th>" for name in COLUMNS)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(row))}</tr>" for row in rows(sources))
    inner = f"<table class='ox-table'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    summary = f"<summary>{_('How each source answered')}</summary>"
    return f"<details class='ox-drawer ox-asked'>{summary}{layout.scroll(inner)}</details>"


def _cells(row: Any) -> Iterator[str]:
    yield source_link(asked_name(row), row.home)
    yield escape(_(KINDS.get(row.kind, row.kind)))
    yield _("never") if missing(row.last_attempt) else moment(row.last_attempt)
    yield _("never") if missing(row.last_ok) else moment(row.last_ok)
    yield escape(text(row.sentence) or "")
    yield _("none") if missing(row.newest) else words.on(row.newest)
    yield escape(row.terms)


def source_link(name: str, home: Any) -> str:
    """A source's name, as a link to where it publishes."""
    address = text(home)
    if address is None:
        return escape(name)
    return f"<a href='{escape(address)}' target='_blank' rel='noopener'>{escape(name)}</a>"

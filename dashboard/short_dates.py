"""Periods and ages where there is little room. `dashboard.words` hands them on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.dates import AFTER_A_DAY, IN_MONTHS, IN_SHORT, IN_YEARS, MONTHS, MONTHS_AGO, YEARS_AGO
from dashboard.language import N_, _, in_each, ngettext, nouns, pgettext

QUARTERS = (N_("Q1"), N_("Q2"), N_("Q3"), N_("Q4"))
AGES = {
    MONTHS_AGO: nouns("{n} mo", "{n} mo"),
    YEARS_AGO: nouns("{n} yr", "{n} yr"),
    IN_MONTHS: nouns("in {n} mo", "in {n} mo"),
    IN_YEARS: nouns("in {n} yr", "in {n} yr"),
}
FORMS = (1, 2, 5)  # numbers that bring out every form of a noun


def short(said: str) -> str:
    """The same where there is little room.

    >>> short("planned October 2025 · 10 months ago"), short("target, no date given"), short("in 3 years")
    ('planned Oct 2025 · 10 mo', 'target, no date', 'in 3 yr')
    >>> short("Jan–Mar 2025 · 1 year ago"), short("Jan–Jul 2025")
    ('Q1 2025 · 1 yr', 'Jan–Jul 2025')
    """
    shorter, known = _known_longer()
    return known.sub(lambda found: shorter[re.sub(r"\d+", "{n}", found[0])].format(n=_digits(found[0])), said)


def _digits(words: str) -> str:
    return "".join(filter(str.isdigit, words))


@in_each()
def _known_longer() -> tuple[dict[str, str], re.Pattern[str]]:
    """What has a shorter form, by the long one without its number; and where any of it stands."""
    shorter = dict(_shorter())
    longest_first = sorted(shorter, key=len, reverse=True)
    return shorter, re.compile("|".join(re.escape(each).replace(r"\{n\}", r"\d+") for each in longest_first))


def _shorter() -> Iterator[tuple[str, str]]:
    yield _("no date given"), _("no date")
    yield _("this month"), _("this mo")
    for long, brief in AGES.items():
        yield from ((ngettext(*long, n), ngettext(*brief, n)) for n in FORMS)
    for months in (AFTER_A_DAY, MONTHS):
        yield from zip((pgettext(*each) for each in months), _in_short(), strict=True)
    starts, ends = _in_short()[::3], _in_short()[2::3]
    for start, end, quarter in zip(starts, ends, QUARTERS, strict=True):
        yield f"{start}–{end}", _(quarter)


def _in_short() -> list[str]:
    return [pgettext(*each) for each in IN_SHORT]

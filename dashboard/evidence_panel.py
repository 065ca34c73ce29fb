"""What one figure was read as, and what stands beside it. HTML with every word escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from typing import Any

from dashboard import figures, layout, marks, rate_words, words
from dashboard.cells import text
from dashboard.language import N_, _, ngettext
from dashboard.numbers import written

LONGEST_LIST = 6  # rows beside a figure; more are counted
STATUSES = {
    "extracted": N_("read by rule, not yet reviewed"),
    "accepted": N_("accepted by a reviewer"),
    "corrected": N_("corrected by a reviewer"),
    "rejected": N_("rejected by a reviewer"),
}
RELATIONS = {
    "disagrees": N_("Another value for the same thing"),
    "same": N_("Says the same"),
    "other": N_("Other periods, places and kinds"),
}
MOVES = {"up": N_("{kind}, told as a rise"), "down": N_("{kind}, told as a fall")}


def panel_html(claim: Any, today: date, in_dollars: str = "") -> str:
    """The figure in large, and each field of it in words. `in_dollars` is HTML (`dollars.html`)."""
    listed = "".join(
        f"<dt>{escape(name)}</dt><dd>{value}</dd>" for name, value in fields(claim, today, in_dollars)
    )
    return (
        f"<section class='ox-panel'>{value_html(claim, today)}"
        f"<p class='ox-panel-name'>{escape(name_of(claim))}</p>{in_context(claim)}<dl>{listed}</dl></section>"
    )


def value_html(claim: Any, today: date) -> str:
    """The value in words behind its sign, in the country's colour."""
    figure = words.Figure.of(claim)
    sign = figures.sign(claim, today)
    return f"<p class='ox-panel-value'>{sign} {escape(words.said(figure))}</p>"


def sign_of(row: Any) -> marks.Mark:
    """The sign of a row's kind and qualifier."""
    figure = words.Figure.of(row)
    return marks.mark(figure.kind, figure.qualifier, figure.direction)


def name_of(claim: Any) -> str:
    """What is measured; an indicator that no catalogue has is said to be made from the article's words."""
    name = text(claim.indicator_name) or words.topic(claim.indicator)
    part = text(claim.dimension)
    return f"{name}: {words.part(part)}" if part else name


def in_context(claim: Any) -> str:
    """The sentence, with the figure in it marked."""
    first, last = int(claim.start - claim.sentence_start), int(claim.end - claim.sentence_start)
    before, quote, after = claim.sentence[:first], claim.sentence[first:last], claim.sentence[last:]
    return (
        f"<blockquote>{escape(before)}<mark class='ox-q ox-q-chosen'>{escape(quote)}</mark>"
        f"{escape(after)}</blockquote>"
    )


def fields(claim: Any, today: date, in_dollars: str = "") -> Iterator[tuple[str, str]]:
    """Name and value, the value as HTML; what the article does not say is said to be missing."""
    yield _("Country"), escape(text(claim.country_name) or _("the text names none"))
    if text(claim.place):
        yield _("Place"), escape(words.place(claim.place))
    yield _("Refers to"), escape(_when(claim, today))
    yield _("Kind"), escape(_kind(claim))
    yield _("Says who"), escape(text(claim.claimant) or _("the article itself"))
    yield _("Printed"), f"“{escape(claim.quote)}”"
    if in_dollars:
        yield _("In dollars"), in_dollars
    if text(claim.change_text):
        yield _("Change"), escape(rate_words.change({"change_text": claim.change_text}))
    yield _("Read as"), _doubts(claim)
    yield _("Review"), escape(_(STATUSES.get(claim.status, claim.status)))
    link = f"<a href='{escape(layout.evidence(claim.claim_id))}' target='_self'>{_('of this figure')}</a>"
    yield _("Address"), link


def _when(claim: Any, today: date) -> str:
    when, age = words.period(text(claim.period)), words.age(claim.period_last, today)
    return f"{when} ({age})" if age else when


def _kind(claim: Any) -> str:
    told = MOVES.get(text(claim.direction) or "", "{kind}")
    return _(told).format(kind=words.kind(claim.kind))


def _doubts(claim: Any) -> str:
    sure = written(f"{float(claim.confidence):.2f}")
    if not len(claim.reasons):
        return _("confidence {number}, no doubt noted").format(number=sure)
    return escape(_("confidence {number}: {reasons}").format(number=sure, reasons="; ".join(claim.reasons)))


def problems_html(sentences: Iterable[str]) -> str:
    """Why the figure stays out of every chart."""
    shown = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    head = f"<b>{_('Kept out of every chart')}</b>"
    return f"<section class='ox-problem'>{head}{shown}</section>" if shown else ""


def beside_html(beside: Sequence[Any], name: str, today: date) -> str:
    """Other claims on the same indicator and country, the ones that disagree first."""
    if not beside:
        none = _("No other article or sentence gives this for this country.")
        return f"<p class='ox-note'>{none}</p>"
    groups = (
        _group(_(title), [row for row in beside if row.relation == code], today)
        for code, title in RELATIONS.items()
    )
    head = escape(_("Beside it: {name}").format(name=name))
    return f"<section class='ox-beside'><h4>{head}</h4>{''.join(groups)}</section>"


def _group(title: str, claims: Sequence[Any], today: date) -> str:
    if not claims:
        return ""
    shown = "".join(_line(row, today) for row in claims[:LONGEST_LIST])
    rest = len(claims) - LONGEST_LIST
    more = f"<li class='ox-note'>{_('and {n} more').format(n=rest)}</li>" if rest > 0 else ""
    return f"<p class='ox-note'>{escape(title)}</p><ul class='ox-lines'>{shown}{more}</ul>"


def _line(row: Any, today: date) -> str:
    part = text(row.dimension)
    figure = words.said(words.Figure.of(row))
    of = words.part(part) if part else None
    place = words.place(row.place) if text(row.place) else None
    detail = (words.period(text(row.period)), place, of, text(row.publisher))
    said = words.said_on(row.published, row.published_basis)
    behind = " · ".join(escape(word) for word in (*detail, said) if word)
    sign = marks.html(sign_of(row), age=words.age_step(row.period_last, today))
    inner = layout.link(row.claim_id, f"{sign} {escape(figure)}", figures.opens(figure))
    return f"<li>{inner} <small>{behind}</small></li>"


def repeats_html(repeats: Sequence[Any]) -> str:
    """The other printings of the same number in this article."""
    if not repeats:
        return ""
    lines = "".join(
        f"<li>{layout.link(row.claim_id, escape(row.sentence), _('open this printing'))}</li>"
        for row in repeats[:LONGEST_LIST]
    )
    n = len(repeats)
    told = ngettext("Printed {n} more time in this article", "Printed {n} more times in this article", n)
    title = told.format(n=words.grouped(n))
    return f"<section class='ox-beside'><h4>{title}</h4><ul class='ox-lines'>{lines}</ul></section>"


def rejections_html(rejections: Iterable[Any]) -> str:
    """Numbers read and not taken, and why, as a table."""
    body = "".join(
        f"<tr><td>“{escape(row.quote)}”</td><td>{escape(row.reason)}</td></tr>" for row in rejections
    )
    why = _("Why it is not a reported figure")
    head = f"<thead><tr><th>{_('Read')}</th><th>{why}</th></tr></thead>"
    return f"<table class='ox-table'>{head}<tbody>{body}</tbody></table>"

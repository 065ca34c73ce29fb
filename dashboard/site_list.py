"""Beside the map: the same sites and figures as a list. HTML, all words escaped."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import Any

from dashboard import figures, layout, marks, site_words, stages, words
from dashboard.drawing import Drawing
from dashboard.language import _, in_each, nouns
from dashboard.sites import Site

SITE = "place_site"  # the site in the address, and the list of choices that holds it

MORE = nouns("and {n} figure more: pick the place", "and {n} figures more: pick the place")
MANY = 60  # sites: with more of them, each has one figure


def listed(drawing: Drawing) -> str:
    """Every site with its figures, by country; those of the measure on the map stand first."""
    order = sorted(drawing.found, key=lambda site: (site.within, not site.figures, site.called))
    groups = groupby(order, key=lambda site: (site.country, site.within))
    parts = "".join(_country(code, name, list(group), drawing) for (code, name), group in groups)
    return f"<div class='ox-sites'>{parts}</div>"


def chooser(site: Site, drawing: Drawing, inner: str = "", look: str = "") -> str:
    """A link that picks a site: in place where the page's script runs, else by its address."""
    label = drawing.label(site)
    on = " aria-current='true'" if site is drawing.picked else ""
    link = _link(drawing.names[site], label, drawing.country)
    return f"<a {link} {look}{on}>{inner or f'<i hidden>{escape(label)}</i>'}</a>"


@in_each(5_000)
def _link(name: str, label: str, country: str) -> str:
    """On the map of the same countries, as a name says which of them is meant."""
    chosen = {} if country == "all" else {"place_country": country}
    address = escape(layout.address("places", **chosen, **{SITE: name}))
    return f"data-site='{escape(name)}' href='{address}' target='_self' title='{escape(label)}'"


def _country(code: str, name: str, found: list[Site], drawing: Drawing) -> str:
    colour = f"style='border-color:var(--ox-{escape(code.lower())})'"
    return f"<h2 {colour}><span>{escape(name)}</span></h2>{''.join(_site(site, drawing) for site in found)}"


def _site(site: Site, drawing: Drawing) -> str:
    name = chooser(site, drawing, escape(drawing.label(site)))
    near = "" if site.exact else f" <small>{_('position approximate')}</small>"
    body = _figures(site, drawing) or _named(site)
    on = " aria-current='true'" if site is drawing.picked else ""
    return f"<div class='ox-site'{on}><h3>{name}{near}</h3>{_stages(site, drawing)}{body}</div>"


def _figures(site: Site, drawing: Drawing) -> str:
    """All of them; of a site among very many the first, until it is picked."""
    first = sorted(site.figures, key=lambda row: row.measure != drawing.measure)
    if len(drawing.found) <= MANY or site is drawing.picked:
        return "".join(_figure(row, words.age_step(row.period_last, drawing.today)) for row in first)
    more = f"<p>{words.count(len(first) - 1, *MORE)}</p>" if first[1:] else ""
    return "".join(_figure(row, words.age_step(row.period_last, drawing.today)) for row in first[:1]) + more


def _stages(site: Site, drawing: Drawing) -> str:
    """Every stage that is told, each a link to the sentence that tells it."""
    said = " · ".join(map(_stage, site.told)) or escape(stages.UNSAID.words)
    return f"<p>{mark(site.stage, site.country, drawing.age(site))} {said}</p>"


def _stage(told: stages.Told) -> str:
    why = f" “{escape(told.words)}”" if told.words else ""
    return (
        f"<a href='{escape(layout.evidence(told.row.claim_id))}' target='_self'>{told.stage.words}</a>{why}"
    )


def mark(stage: stages.Stage, country: str = "", age: int = 0) -> str:
    """The square of a stage. The words stand beside it. `age`: a step of `marks.AGES`."""
    aged = f" ox-m-{marks.AGES[age]}" if age else ""
    return _sign(f"{stage.code}{aged}", country)


def ring(country: str = "") -> str:
    """What is round the square where the position is approximate."""
    return _sign("approximate", country)


def _sign(code: str, country: str) -> str:
    colour = f" style='color:var(--ox-{country.lower()})'" if country.isalpha() else ""
    return f"<i class='ox-stage ox-stage-{code}' aria-hidden='true'{colour}></i>"


@in_each(5000)
def _figure(row: Any, age: int) -> str:
    figure = words.Figure.of(row)
    sign = marks.html(marks.mark(figure.kind, figure.qualifier, figure.direction), row.country, age)
    said = words.said(figure)
    subject = f"{site_words.subject(row)} · {site_words.kind_and_period(row)}"
    inner = f"{sign}<b>{escape(said)}</b><small>{escape(subject)}</small>"
    address, spoken = escape(layout.evidence(row.claim_id)), escape(figures.opens(said))
    return f"<a class='ox-site-fact' href='{address}' target='_self' title='{spoken}'>{inner}</a>"


def _named(site: Site) -> str:
    title = escape(site.named_in or "")
    if site.claim_id:
        title = f"<a href='{escape(layout.evidence(site.claim_id))}' target='_self'>{title}</a>"
    return f"<p>{_('No figure found. Named in: {article}').format(article=title)}</p>"

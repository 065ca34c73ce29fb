"""Beside the map: the same sites and figures as a list, and the key to the marks. HTML, all words escaped."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from html import escape
from itertools import groupby
from typing import Any

from dashboard import layout, marks, sites, words

STYLE = """
.ox-site{padding:6px 0 8px;border-bottom:1px solid var(--ox-hairline)}
.ox-site h3{font:600 16px/24px "Source Sans",sans-serif;margin:0;padding:0}
.ox-site h3 small,.ox-site p{font-weight:400;font-size:13px;line-height:20px;color:var(--ox-ink2);margin:0}
.ox-site a{display:flex;gap:8px;align-items:baseline;line-height:22px;padding:1px 0}
.ox-site a b{font-weight:600;white-space:nowrap}
.ox-site a small{font-size:13px;line-height:18px;color:var(--ox-ink2)}
.ox-sites h2{font:600 13px/20px "Source Sans",sans-serif;color:var(--ox-ink2);border-bottom:3px solid;
 margin:12px 0 0;padding:0}
.ox-sites h2:first-of-type{margin-top:0}
.ox-sites h2 span{color:var(--ox-ink)}
.ox-site-keys{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:center;color:var(--ox-ink2);font-size:13px;
 line-height:20px}
.ox-site-keys span{display:inline-flex;gap:6px;align-items:center}
.ox-c{display:inline-block;border-radius:50%;box-sizing:border-box;flex:none;color:var(--ox-ink2)}
.ox-c-fill{background:color-mix(in srgb,currentColor 43%,transparent)}
.ox-c-ring{border:2px solid currentColor}
.ox-c-dot{background:currentColor}
.ox-c-hollow{border:1.6px solid currentColor}
.ox-c-halo{border:1.6px solid currentColor;
 box-shadow:0 0 0 6px color-mix(in srgb,currentColor 18%,transparent);
 margin:0 6px}
"""


def listed(found: list[sites.Site], measure: str) -> str:
    """Every site with its figures, by country; those of the measure on the map stand first."""
    groups = groupby(sorted(found, key=_place_in_list), key=lambda site: (site.country, site.country_name))
    parts = "".join(_country(code, name, list(group), measure) for (code, name), group in groups)
    return f"<style>{STYLE}</style><div class='ox-sites'>{parts}</div>"


def _place_in_list(site: sites.Site) -> tuple[str, bool, str]:
    return site.country_name, not site.figures, site.place


def _country(code: str, name: str, found: list[sites.Site], measure: str) -> str:
    colour = f"style='border-color:var(--ox-{escape(code.lower())})'"
    return f"<h2 {colour}><span>{escape(name)}</span></h2>{''.join(_site(site, measure) for site in found)}"


def _site(site: sites.Site, measure: str) -> str:
    about = "" if site.exact else " <small>position approximate</small>"
    body = "".join(_figure(row) for row in sorted(site.figures, key=lambda r: r.measure != measure))
    return f"<div class='ox-site'><h3>{escape(site.place)}{about}</h3>{body or _named(site)}</div>"


def _figure(row: Any) -> str:
    figure = words.Figure.of(row)
    sign = marks.html(marks.mark(figure.kind, figure.qualifier, figure.direction), row.country)
    said = words.said(figure)
    subject = f"{sites.subject(row)} · {sites.kind_and_period(row)}"
    inner = f"{sign}<b>{escape(said)}</b><small>{escape(subject)}</small>"
    address, spoken = escape(layout.evidence(row.claim_id)), escape(f"{said}: open the sentence")
    return f"<a href='{address}' target='_self' title='{spoken}'>{inner}</a>"


def _named(site: sites.Site) -> str:
    title = escape(site.named_in or "")
    if site.claim_id:
        title = f"<a href='{escape(layout.evidence(site.claim_id))}' target='_self'>{title}</a>"
    return f"<p>No figure found. Named in: {title}</p>"


def key(found: list[sites.Site], measure: str) -> str:
    """How to read the map: only what is on it."""
    parts = "".join(f"<span>{part}</span>" for part in _keys(found, measure))
    return f"<style>{STYLE}</style><div class='ox-site-keys'>{parts}</div>"


def _keys(found: list[sites.Site], measure: str) -> Iterator[str]:
    circles = sites.circles(found, measure)
    if any(circle.amount > 0 for circle in circles):
        yield _scale(circles, measure)
    if any(not circle.planned for circle in circles):
        yield f"{_mark('fill', 16)} observed"
    if any(circle.planned for circle in circles):
        yield f"{_mark('ring', 16)} planned, target or forecast"
    if any(site.figures for site in found):
        yield f"{_mark('dot', 8)} other figures"
    if any(not site.figures for site in found):
        yield f"{_mark('hollow', 8)} named in an article, no figure"
    if any(not site.exact for site in found):
        yield f"{_mark('halo', 8)} somewhere in this district or province"


def _scale(circles: list[sites.Circle], measure: str) -> str:
    """A circle with its round amount: areas compare."""
    largest = max(circle.amount for circle in circles)
    amount = sites.round_amount(largest / 3)
    unit = words.unit(measure.partition(" ")[2] or "job")
    said = f"{words.plain(Decimal(str(amount)))} {unit}"
    circle = _mark("fill ox-c-scale", 2 * sites.radius(amount, largest))
    return f"{circle} area of a circle: this one is {escape(said)}"


def _mark(look: str, size: float) -> str:
    return f"<i class='ox-c ox-c-{look}' style='width:{size:.0f}px;height:{size:.0f}px'></i>"

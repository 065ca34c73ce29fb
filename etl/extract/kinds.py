"""Kind and direction: observed, target, forecast, planned, change, share; up, down."""

from __future__ import annotations

from functools import cache

from etl.extract.aims import aimed, plain_future, turns_out
from etl.extract.changes import NEAR_MOVE
from etl.extract.context import Beside, Decision
from etl.extract.groups import before
from etl.extract.lexicon import Hit
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.extract.shares import of_yardstick, share_of
from etl.extract.verbs import Mood
from etl.model import Direction, Kind
from etl.reference import Indicator, language

AROUND = 12
LARGE = 1_000_000  # a sum that only a project costs


def kind_of(
    reading: Reading, mention: Mention, mood: Mood, indicator: Indicator | None, change: str | None
) -> Decision[Kind]:
    """In the order of the contract: what lies ahead first, then change, share, observed."""
    planned = mood.why.strip("“”") in language("cues")["yardsticks"]["words"]
    reached = of_yardstick(reading, mention) and (planned or mood.tense != "present")  # "68% of the plan"
    if mood.kind and not reached and (mention.role != "from" or _revised(reading, mood)):
        if _under_way(reading, mention, mood):
            return Decision("observed", f"counted while {mood.why}")
        return turns_out(reading, mention, mood) or aimed(reading, mention, mood) or _ahead(mood, indicator)
    if indicator is not None and indicator.id == "project_cost" and _costs_now(reading, mention, mood):
        return Decision("planned", f"what a project is to cost: {mood.why}")
    if mention.family == "area" and _for_a_harvest(reading):
        return Decision("planned", "land set aside for a harvest")
    if mention.family in ("money", "area") and _budgeted(reading, mention):
        return Decision("planned", "set aside in the budget of a year")
    return _happened(reading, mention, (mood, indicator, change))


def _revised(reading: Reading, mood: Mood) -> bool:
    """ "lowered its outlook to 6% from 7%": the former one was as much of an outlook."""
    revised = language("cues")["revised"]
    told = mood.why.strip("“”") in revised["words"]
    return told and any(word in revised["verbs"] for word in reading.norms)


def _happened(
    reading: Reading, mention: Mention, known: tuple[Mood, Indicator | None, str | None]
) -> Decision[Kind]:
    mood, indicator, change = known
    near = reading.norms[max(0, mention.first - AROUND) : mention.first]
    part = not _words("contributions").isdisjoint(near)
    own = indicator is not None and indicator.id in OWN_RATES and mention.family == "rate"
    if own and part and mention.unit == "percent" and not change:
        return Decision("share", "a contribution to the whole")
    if own:
        return Decision("observed", "a growth rate that is an indicator of its own")
    if change:
        return Decision("change", change)
    share = share_of(reading, mention, indicator)
    return Decision("share", share) if share else Decision("observed", f"told as a fact: {mood.why}")


CAPACITIES = ("production_capacity", "installed_capacity")
OWN_RATES = ("gdp_growth", "inflation")


def _ahead(mood: Mood, indicator: Indicator | None) -> Decision[Kind]:
    """ "will" alone is a plan for what is built and an expectation for what only turns out."""
    if mood.why == "“would”" and indicator is not None and indicator.id in CAPACITIES:
        return Decision("planned", "what a plant would be able to make")
    plain = mood.why in plain_future() or mood.why.endswith("after the article's own date")
    if mood.kind == "planned" and indicator is not None and indicator.future and plain:
        return Decision(indicator.future, f"{mood.why}, and {indicator.id} is {indicator.future}")  # type: ignore[arg-type]
    return Decision(mood.kind or "planned", mood.why)


def _costs_now(reading: Reading, mention: Mention, mood: Mood) -> bool:
    """ "The route is put at $8bn": what a project costs in the present is still to be spent."""
    projects = language("aspects")["projects"]["words"]
    told = projects.meet(reading.norms) or (mention.value or mention.low or 0) >= LARGE
    each = mention.per is not None or "per" in reading.norms  # "per patient it costs 1.3 million"
    return (
        mood.tense == "present"
        and not mood.inherited
        and told
        and not each
        and not _in_a_year(reading, mention)
    )


def _in_a_year(reading: Reading, mention: Mention) -> bool:
    """ "costs 118 million in 2023": what is spent in a year is no price of a whole."""
    end = reading.row[mention.last - 1].end
    return any(t.relation == "at" and t.period and 0 <= t.span.start - end <= NEXT_TO for t in reading.times)


NEXT_TO = 4  # characters, " in "


def _for_a_harvest(reading: Reading) -> bool:
    """ "takes 690,000 hectares for the 2021 harvest"."""
    norms, told = reading.norms, _words("harvests")
    return any(
        norms[n - 1 : n + 1] == ["for", "the"] and norms[n + 1].isdigit() and norms[n + 2] in told
        for n in range(1, len(norms) - 2)
    )


def _budgeted(reading: Reading, mention: Mention) -> bool:
    """ "In the 2019 budget 4 billion was set aside": what a budget allots has not been spent."""
    norms = reading.norms
    at = before(reading.row, mention)
    if at >= 0 and norms[at] in ("after", "against", "from", "than", "and"):
        return False  # "after 4.7 billion in 2018"
    years = [norms[n + 1 : n + 2] == ["budget"] for n, w in enumerate(norms) if len(w) == 4 and w.isdigit()]
    years += [norms[n - 1 : n] == ["for"] for n, w in enumerate(norms) if len(w) == 4 and w.isdigit()]
    near = norms[max(0, mention.first - ALLOTTED) : mention.last + ALLOTTED]
    given = [n for n, word in enumerate(norms) if word in ("has", "have") and n < mention.first]
    if given and mention.first - given[-1] <= GIVEN:
        return False  # "the fund has allotted $20 million for 2024–2026"
    return any(years) and any(
        word in ("aside", "allocated", "allotted", "allocates", "earmarks", "earmarked") for word in near
    )


GIVEN = 4  # words from "has" to what it has allotted
ALLOTTED = 10  # words between a sum and "set aside"


def _under_way(reading: Reading, mention: Mention, mood: Mood) -> bool:
    """Schools under construction are counted today; the places in them are planned."""
    counted = mention.family == "count" and mention.unit not in ("person", "job", "place", "bed", "seat")
    at = before(reading.row, mention)
    held = at >= 0 and reading.row[at].norm in ("with", "for", "of")
    return mood.why.strip("“”") in _words("under_way") and (
        (counted and not held) or (mood.tense == "past" and mention.family == "count")
    )


def direction_of(
    reading: Reading, mention: Mention, kind: Kind, beside: Beside | None
) -> Decision[Direction | None]:
    """Where the move goes; only for a change, an end of a move, or a future told as one."""
    if (
        beside
        and beside.claim.direction
        and kind == beside.claim.kind
        and mention.role == beside.mention.role
    ):
        return Decision(beside.claim.direction, "listed with the number before it")
    moves = reading.of("up", "down")
    near = [(gap, hit) for hit in moves if (gap := _move_gap(reading, hit, mention)) <= AROUND + 8]
    told = kind == "change" or mention.role in ("from", "to", "by")
    if not near or not (told or kind in ("target", "forecast", "planned")):
        return Decision(None, "no move is told")
    gap, best = min(near, key=lambda pair: (pair[0], pair[1].first))
    if not told and gap > NEAR_MOVE:
        return Decision(None, "no move is told")
    return Decision("up" if best.list == "up" else "down", f"“{best.value}”")


def _move_gap(reading: Reading, hit: Hit, mention: Mention) -> int:
    if hit.first < mention.first:
        return reading.gap(hit.last - 1, mention.first)
    return reading.gap(mention.last - 1, hit.first)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("cues")[name]["words"])

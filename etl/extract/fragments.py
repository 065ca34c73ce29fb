"""Lines and list items without a verb that bends: what stands above them says whether it has happened."""

from __future__ import annotations

from functools import cache

from etl.extract.context import Context
from etl.extract.mentions import Mention
from etl.extract.reading import LISTED, Reading
from etl.extract.verbs import AHEAD, Mood, Tense, finite, tense_of, verbs_of
from etl.reference import language


def begun(reading: Reading, mention: Mention) -> Mood | None:
    """ "Works on the northern section, 153 km long, began in May": what is worked on is not there yet."""
    works = language("cues")["works"]
    if mention.family not in ("length", "power", "area", "volume") or reading.norms[0] not in works["words"]:
        return None
    told = next((word for word in reading.norms if word in works["begun"]), None)
    return Mood("planned", "present", f"“{reading.norms[0]} {told}”") if told else None


def designed(reading: Reading, mention: Mention, context: Context) -> Mood | None:
    """ "It is designed for 30 billion m3", said of a thing that will be built."""
    near = reading.norms[max(0, mention.first - DESIGNED) : mention.first]
    if context.mood not in AHEAD or not language("cues")["designed"]["words"].meet(near):
        return None
    return Mood("planned", "present", "designed for what lies ahead")


DESIGNED = 6  # words from "designed" to its number


def as_task(reading: Reading, mention: Mention, context: Context) -> Mood | None:
    """ "– to bring the share to 70 percent;": an item that opens with an infinitive sets a task."""
    if reading.block.role != "item" or not (reading.norms[0] == "to" or reading.norms[0] in _bare()):
        return None
    verbs = verbs_of(reading)
    if any(2 <= hit.first < mention.first and hit.value in finite() for hit in verbs):
        return None
    own = next((hit for hit in verbs if hit.first == 0 and hit.list in AHEAD), None)
    if own is not None:
        return Mood(own.list, "present", f"“{own.value}”")  # type: ignore[arg-type]
    lead = [hit for hit in verbs_of(context.lead) if hit.list in AHEAD] if context.lead else []
    if lead:
        return Mood(lead[0].list, None, f"the lead-in says “{lead[0].value}”", inherited=True)  # type: ignore[arg-type]
    return Mood("target", None, "a task in a list")


def _is_fragment(reading: Reading) -> bool:
    """A label with its number, or a list item: nothing that could hold a verb of its own."""
    if reading.block.role == "title":
        return False
    return (
        reading.block.role == "item"
        or len(reading.row) <= SHORT
        or any(t.text == ":" for t in reading.row[:8])
    )


HEADLINES = ("title", "heading", "table_row")
SHORT = 8  # tokens of a fragment


def above(reading: Reading, context: Context) -> Mood:
    """A fragment without a verb: its lead-in's, its heading's, or the last sentence's mood."""
    new = context.heading is not None and any(t.norm in _new() for t in context.heading.row)
    if new and _is_fragment(reading):
        return Mood("planned", None, "the heading speaks of what is new or planned", inherited=True)
    for higher, name in ((context.lead, "lead-in"), (context.heading, "heading")):
        if higher is not None and (name == "heading" or reading.block.role in LISTED):
            verbs = verbs_of(higher)
            ahead = [hit for hit in verbs if hit.list in AHEAD]
            if ahead:
                return Mood(ahead[0].list, None, f"the {name} says “{ahead[0].value}”", inherited=True)  # type: ignore[arg-type]
            if verbs and name == "lead-in":
                return Mood(None, tense_of(verbs), f"the {name} says “{verbs[0].value}”", inherited=True)
    lead = context.lead if reading.block.role in LISTED else None
    there = lead is not None and language("cues")["existing"]["words"].meet(lead.norms)
    if there:
        return Mood(None, "present", "the lead-in speaks of what is there", inherited=True)
    listed = lead is not None and _is_dated(lead)
    now = any(time.relation == "now" for time in reading.times)
    if (
        context.mood in AHEAD
        and not now
        and _is_fragment(reading)
        and reading.block.role != "table_row"
        and not listed
    ):
        return Mood(context.mood, None, "the sentences before speak of what lies ahead", inherited=True)  # type: ignore[arg-type]
    # A verb that no list knows and that does not end in -ed is most likely in the present.
    told: Tense | None = None if _is_fragment(reading) or reading.block.role in HEADLINES else "present"
    return Mood(None, told, "no verb that is known", inherited=True)


def _is_dated(lead: Reading) -> bool:
    """ "Other producers in 2024:" tells of what was."""
    return any(time.period and time.relation == "at" for time in lead.times)


@cache
def _new() -> frozenset[str]:
    return frozenset(language("cues")["new"]["words"])


@cache
def _bare() -> frozenset[str]:
    return frozenset(language("cues")["bare_tasks"]["words"])

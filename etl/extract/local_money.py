"""Money whose name several countries share: "som", "manat", "rupees"."""

from __future__ import annotations

from functools import cache

from etl.extract.context import Context
from etl.extract.mentions import Mention
from etl.extract.reading import Reading
from etl.reference import Unit, shared_currencies, units


def local(reading: Reading, mention: Mention, context: Context) -> Mention:
    """`mention` in the money of the country that its sentence names, else of the one spoken of."""
    if mention.family != "money" or mention.inherited:
        return mention
    shared = shared_currencies()
    # Right before or right behind the number: in "5 million Kyrgyz som" the adjective decides.
    beside = (mention.number.first - 1, mention.number.last)
    words = [reading.row[at].norm for at in beside if mention.first <= at < mention.last]
    codes = next((shared[word] for word in words if word in shared), None)
    if codes is None or mention.unit not in codes.values():
        return mention
    named = {name.code for name in reading.named} & codes.keys()
    nation = named.pop() if len(named) == 1 else context.nation
    unit = _money().get(codes.get(nation or "", ""))
    return mention._replace(unit=unit.id, measure=unit) if unit and unit.id != mention.unit else mention


@cache
def _money() -> dict[str, Unit]:
    return {unit.id: unit for unit in reversed(units()) if unit.family == "money" and unit.factor == 1}

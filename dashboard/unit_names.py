"""What units and counted things are called. `dashboard.units` puts the words together.

Units of an article that are in no table are said as the article says them.
"""

from __future__ import annotations

from dashboard.language import N_, nouns

UNITS = {
    "times": N_("times"),
    "per_1000": N_("per 1,000"),
    "per_100000": N_("per 100,000"),
    "person/thousand": N_("per 1,000 people"),
}
SIGNS = {
    "percent": "%",
    "m3": N_("m³"),
    "km2": N_("km²"),
    "m2": N_("m²"),
    "kg/m2": N_("kg/m²"),
}
SYMBOLS = {
    "t": N_("t"), "kg": N_("kg"), "g": N_("g"), "MW": N_("MW"), "GW": N_("GW"), "kW": N_("kW"),
    "kWh": N_("kWh"), "MWh": N_("MWh"), "ha": N_("ha"), "km": N_("km"), "m": N_("m"), "l": N_("l"),
}  # fmt: skip
SPANS = {
    "day": N_("{unit} a day"),
    "month": N_("{unit} a month"),
    "year": N_("{unit} a year"),
    "person": N_("{unit} a person"),
    "hour": N_("{unit} an hour"),
    "thousand": N_("{unit} per 1,000 people"),
    "ha": N_("{unit} per ha"),
    "kWh": N_("{unit} per kWh"),
    "t": N_("{unit} per t"),
    "kg": N_("{unit} per kg"),
    "week": N_("{unit} per week"),
}
NOUNS = {
    "percentage_point": nouns("percentage point", "percentage points"),
    "basis_point": nouns("basis point", "basis points"),
    "index": nouns("index point", "index points"),
    "point": nouns("point", "points"),
    "person": nouns("person", "people"),
    "US dollar": nouns("US dollar", "US dollars"),
    "barrel": nouns("barrel", "barrels"),
    "bridge": nouns("bridge", "bridges"),
    "bus": nouns("bus", "buses"),
    "classroom": nouns("classroom", "classrooms"),
    "company": nouns("company", "companies"),
    "container": nouns("container", "containers"),
    "contract": nouns("contract", "contracts"),
    "course": nouns("course", "courses"),
    "day": nouns("day", "days"),
    "enterprise": nouns("enterprise", "enterprises"),
    "facility": nouns("facility", "facilities"),
    "family": nouns("family", "families"),
    "farm": nouns("farm", "farms"),
    "flight": nouns("flight", "flights"),
    "hospital": nouns("hospital", "hospitals"),
    "hour": nouns("hour", "hours"),
    "house": nouns("house", "houses"),
    "household": nouns("household", "households"),
    "institute": nouns("institute", "institutes"),
    "institution": nouns("institution", "institutions"),
    "job": nouns("job", "jobs"),
    "litre": nouns("litre", "litres"),
    "loader": nouns("loader", "loaders"),
    "minute": nouns("minute", "minutes"),
    "month": nouns("month", "months"),
    "place": nouns("place", "places"),
    "plant": nouns("plant", "plants"),
    "project": nouns("project", "projects"),
    "proposal": nouns("proposal", "proposals"),
    "robot": nouns("robot", "robots"),
    "scholarship": nouns("scholarship", "scholarships"),
    "school": nouns("school", "schools"),
    "site": nouns("site", "sites"),
    "station": nouns("station", "stations"),
    "structure": nouns("structure", "structures"),
    "student": nouns("student", "students"),
    "train": nouns("train", "trains"),
    "tree": nouns("tree", "trees"),
    "tunnel": nouns("tunnel", "tunnels"),
    "turbine": nouns("turbine", "turbines"),
    "unit": nouns("unit", "units"),
    "university": nouns("university", "universities"),
    "vehicle": nouns("vehicle", "vehicles"),
    "village": nouns("village", "villages"),
    "well": nouns("well", "wells"),
    "worker": nouns("worker", "workers"),
    "year": nouns("year", "years"),
}

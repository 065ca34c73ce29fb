"""What speaks for a title and what for a section heading: one number a sign, weighted in words.toml."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from etl.model import Role
from etl.read.dates import has_wire_lead, is_dateline, lead_date
from etl.read.layout import title_case
from etl.read.subjects import POSSESSIVE, WORD, bare_names, content, countries, names, persons, stem
from etl.read.words import tables, words

LABEL = re.compile(r"[^:]{2,40}:\s*[~$€£₸]?\d")  # "North Kazakhstan: 6.8 million tons"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that is a title or a heading, with what stands around it."""

    line: str
    below: tuple[str, ...]  # the blocks down to the next such line
    above: str  # the paragraphs and items of the article so far
    title: str  # of the article so far
    headings: tuple[str, ...] = ()  # of the article so far
    next: Role = "paragraph"  # what stands right below
    last: Role = "paragraph"  # what stands right above

    @property
    def opening(self) -> str:
        """The first paragraph below; a line that is only a date is none."""
        return next((block for block in self.below if not is_dateline(block)), "")

    @property
    def section(self) -> str:
        """Enough of what follows to know its subject."""
        return "\n".join(self.below[:4])


def _share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Of one or two words a share says little, hence the one more."""
    return len(part & whole) / (len(part) + 1)


def _length(c: Candidate) -> int:
    """In words; "China–Kyrgyzstan–Uzbekistan" is three."""
    return len(re.split(r"[\s–—/]+", c.line))


def _headline_verb(c: Candidate) -> float:
    """ "Tashkent Orders …", "Tashkent to Order …", "Mills Turn …", "Kazakhstan and Tajikistan Open …"."""
    tokens = [word.lower() for word in WORD.findall(c.line)]
    infinitive = re.search(r"\S+ to \w+ \S+", c.line[1:])
    singular = any(token in words("headline_verbs") for token in tokens[1:])
    several = any(
        f"{verb}s" in words("headline_verbs") and any(word.endswith("s") for word in tokens[:at])
        for at, verb in enumerate(tokens)
    )
    return float(bool(infinitive) or singular or several or _two_actors(tokens))


def _two_actors(tokens: list[str]) -> bool:
    return any(
        tokens[at] == "and"
        and bool(countries(tokens[at - 1]))
        and f"{tokens[at + 2]}s" in words("headline_verbs")
        for at in range(1, len(tokens) - 2)
    )


def _first_word(text: str) -> str:
    match = WORD.search(text)
    return match.group().lower() if match else ""


def _gerund(c: Candidate) -> float:
    first = _first_word(c.line)
    return float(first.endswith("ing") and len(first) > 5)


def _actor(c: Candidate) -> float:
    plain = [word for word in WORD.findall(c.line) if not POSSESSIVE.search(word)]
    return float(bool(countries(" ".join(plain))))


def _possessive_actor(c: Candidate) -> float:
    return float(any(POSSESSIVE.search(word) and countries(word) for word in WORD.findall(c.line)))


def _capitals_again(c: Candidate) -> float:
    """Every Long Word in capitals, after headings that are not. Case says little of two words."""
    long = [word for word in WORD.findall(c.line)[1:] if len(word) > 3]
    before = c.headings and not any(title_case(heading) for heading in c.headings)
    return float(bool(before) and title_case(c.line) and len(long) >= 3)


def _dateline_below(c: Candidate) -> float:
    first = c.below[0] if c.below else ""
    return float(lead_date(first) is not None or has_wire_lead(first))


def _goes_on(c: Candidate) -> float:
    first, *rest = [word.lower() for word in WORD.findall(c.opening)[:2]] or [""]
    known = first == "the" and bool(rest) and stem(rest[0]) in content(c.above)
    return float(first in words("goes_on") or known)


def _opens_anew(c: Candidate) -> float:
    sentence = re.split(r"(?<=[.!?])\s", c.opening, maxsplit=1)[0]
    person = re.search(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+", sentence)
    return (bool(countries(sentence)) + bool(person)) / 2


def _bare_surname(c: Candidate) -> float:
    """Whether somebody whom the article so far gives in full comes without first name, title or office."""
    return float(bool(persons(c.above) & bare_names(c.section)))


def _other_country(c: Candidate) -> float:
    here, before = countries(f"{c.line} {c.section}"), countries(f"{c.title} {c.above}")
    return float(bool(here) and bool(before) and not here & before)


SIGNS: dict[str, Callable[[Candidate], float]] = {
    "prior": lambda _: 1.0,
    "long_line": lambda c: float(min(max(_length(c) - 5, 0), 4)),
    "short_line": lambda c: float(max(5 - _length(c), 0)),
    "headline_verb": _headline_verb,
    "opens_with_gerund": _gerund,
    "opens_with_question": lambda c: float(_first_word(c.line) in words("questions")),
    "opens_with_article": lambda c: float(_first_word(c.line) in words("articles")),
    "noun_phrase": lambda c: float(" of " in c.line and not _headline_verb(c)),
    "actor": _actor,
    "possessive_actor": _possessive_actor,
    "holds_number": lambda c: float(bool(re.search(r"\d", c.line))),
    "label": lambda c: float(bool(LABEL.match(c.line))),
    "small_letters": lambda c: float(title_case(c.title) and not title_case(c.line)),
    "capitals_again": _capitals_again,
    "over_heading": lambda c: float(c.next == "heading"),
    "over_list": lambda c: float(c.next in ("item", "table_row")),
    "under_dateline": lambda c: float(c.last == "dateline"),
    "dateline_below": _dateline_below,
    "opens_anew": _opens_anew,
    "goes_on": _goes_on,
    "told_again": lambda c: _share(content(c.line), content(c.opening)),
    "known_line": lambda c: _share(content(c.line), content(f"{c.title} {c.above}")),
    "known_names": lambda c: _share(names(c.section), names(c.above)),
    "known_words": lambda c: _share(content(c.section), content(f"{c.title} {c.above}")),
    "bare_surname": _bare_surname,
    "other_country": _other_country,
}


def weighed(candidate: Candidate) -> dict[str, float]:
    """Each sign times its weight; the sum above the threshold means a title."""
    weights = tables()["title_weights"]
    return {name: sign(candidate) * weights[name] for name, sign in SIGNS.items()}

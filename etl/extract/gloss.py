"""Articles of another language read by the rules for English: a shadow of the article is read in its place.

The shadow says in English, word for word, what the article says; each of its characters knows its place in
the article, so that quotes are the article's own. docs/decisions/0006-second-language.md says why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from etl.extract.articles import MOST, Found, found_in
from etl.extract.gloss_shadow import Shadow
from etl.extract.gloss_text import add_glossed
from etl.extract.gloss_words import LANGUAGE
from etl.model import Amount, Article, Block, Claim, Rejection, Span
from etl.reference import language

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
FOREIGN_SHARE = 50  # one letter in so many that Russian does not have: a name or two is still Russian
RUSSIAN_SHARE = 3  # one letter in so many: a Russian name in an English text is not Russian text
FEW_WORDS = 2  # so many words that only Russian has outweigh the letters: "компания «Қазақстан» в … на …"
DASHES = str.maketrans("–—−‑", "----")
SHOWN = 80  # characters shown of a text that is not read
LOOK_BACK = 5000  # characters to a claimant's name or the lead-in above
LONGEST_BLOCK = 200_000  # characters: past that nobody wrote it to be read


def read_in_any(text: str, article: Article) -> Found:
    """Every number of the article as a claim or a rejection, in whatever language each block is."""
    if not CYRILLIC.search(text, article.span.start, article.span.end):
        return found_in(text, article)
    why_not = [_why_not(block.span.of(text)) for block in article.blocks]
    told = zip(article.blocks, why_not, strict=True)
    refused = tuple(_unread(text, article, block, reason) for block, reason in told if reason)
    shadow = Shadow()
    read = (block for block, reason in zip(article.blocks, why_not, strict=True) if not reason)
    enough = islice(read, MOST + 2)  # past so many blocks an article is not read
    blocks = tuple(_shadowed(shadow, text, block) for block in enough)
    inside = replace(article, blocks=blocks, span=Span(0, shadow.length))
    found = found_in("".join(shadow.texts), inside)
    back = _Back(text, "".join(shadow.texts), shadow)
    return Found(tuple(map(back.claim, found.claims)), (*refused, *map(back.rejection, found.rejections)))


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(f"[{language('letters', LANGUAGE)['foreign']}]")


def _is_foreign(words: str) -> bool:
    """Kazakh, Kyrgyz, Uzbek, Tajik … in Cyrillic: letters that Russian does not have, and not just one."""
    strange = len(_foreign().findall(words))
    if strange < 2 or strange * FOREIGN_SHARE < len(CYRILLIC.findall(words)):
        return False
    small = _small_words()
    return sum(word in small for word in words.lower().split()) < FEW_WORDS


@cache
def _small_words() -> frozenset[str]:
    return frozenset(language("letters", LANGUAGE)["russian"])


def is_russian(words: str) -> bool:
    """Whether enough of the letters are Cyrillic.

    >>> is_russian("Завод выпустил 500 тонн"), is_russian("The newspaper Азия reports 500 tonnes")
    (True, False)
    """
    cyrillic = len(CYRILLIC.findall(words))
    return cyrillic * RUSSIAN_SHARE > sum(map(str.isalpha, words))


def _shadowed(shadow: Shadow, text: str, block: Block) -> Block:
    start = shadow.length
    if is_russian(block.span.of(text)):
        add_glossed(shadow, text, block.span)
    else:
        shadow.add(block.span.of(text), block.span, same=True)
    here = Span(start, shadow.length)
    shadow.add("\n\n", Span(block.span.end, block.span.end))
    return replace(block, span=here)


def _unread(text: str, article: Article, block: Block, reason: str) -> Rejection:
    shown = Span(block.span.start, min(block.span.end, block.span.start + SHOWN))
    return Rejection(article.name, article.title, shown, shown.of(text), reason)


def _why_not(words: str) -> str | None:
    if len(words) > LONGEST_BLOCK:
        return "text that goes on without a paragraph is not read"
    return "text in a language that is not read" if _is_foreign(words) else None


@dataclass(frozen=True, slots=True)
class _Back:
    """What the shadow said, told of the article."""

    text: str
    english: str
    shadow: Shadow

    def claim(self, claim: Claim) -> Claim:
        quote = self.shadow.source(claim.quote)
        first = claim.duplicate_of
        return replace(
            claim,
            quote=quote,
            quote_text=quote.of(self.text),
            sentence=self.shadow.source(claim.sentence),
            amount=self._printed(claim),
            claimant=self._own_words(claim.claimant, claim.sentence),
            duplicate_of=None if first is None else self.shadow.source(Span(first, first + 1)).start,
        )

    def rejection(self, rejection: Rejection) -> Rejection:
        quote = self.shadow.source(rejection.quote)
        return replace(rejection, quote=quote, quote_text=quote.of(self.text))

    def _printed(self, claim: Claim) -> Amount:
        """The amount with its number as the article prints it."""
        words, number = (t.translate(DASHES) for t in (claim.quote.of(self.english), claim.amount.text))
        at = claim.quote.start + max(0, words.find(number))
        last = at + len(number) if number in words else claim.quote.end
        return replace(claim.amount, text=self.shadow.source(Span(at, last)).of(self.text))

    def _own_words(self, english: str | None, near: Span) -> str | None:
        """The article's words for English ones that stand at `near` or above it."""
        if english is None:
            return None
        at = self.english.find(english, near.start, near.end)
        at = at if at >= 0 else self.english.rfind(english, max(0, near.start - LOOK_BACK), near.start)
        return self.shadow.source(Span(at, at + len(english))).of(self.text) if at >= 0 else english

"""A saved web page as text of the same length: what is not text becomes spaces, so that offsets stay.

A number cut by tags or entities ("46.3&nbsp;%") has spaces inside its quote, as many as the file has
characters there. Tags that begin a block become the marks of plain text: "# " a title, "## " a heading, "• "
an item.
"""

from __future__ import annotations

import html
import re

from etl.model import Block
from etl.read.front import Front, published
from etl.read.problem import ReadError
from etl.read.titles import PAGE

# Whole elements without a word of the article. The head goes too where the body has a title of its own.
HIDDEN = "script|style|noscript|template|svg|nav|footer|aside|form|button|select|iframe"
NO_TEXT = r"""
    <!--.*?(?:-->|\Z)                                        # <!-- a comment -->
  | <(?P<hidden>{hidden})\b[^>]*>.*?</(?P=hidden)\s*>         # <script>…</script>
  | <(?P<close>/?)(?P<tag>[a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^'">])*>  # <p class="a > b">, </p>
  | <[!?][^>]*>                                              # <!doctype html>
  | &(?:\#\d+|\#x[0-9a-f]+|[a-z][a-z0-9]*);                  # &nbsp; &#8217;
  | \s                                                       # a line end in the source is a space
"""
TITLE, HEADING, ITEM, ROW, BLOCK, LINE = "\n\n# ", "\n## ", "\n• ", "\n| ", "\n\n", "\n"
OPENING = {
    "title": TITLE,
    "h1": TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), HEADING),
    "li": ITEM,
    "tr": ROW,
    "br": LINE,
    **dict.fromkeys(
        ("p", "div", "section", "article", "main", "header", "ul", "ol", "dl", "dt", "dd", "table", "caption",
         "blockquote", "figure", "figcaption", "hr", "body", "address"),
        BLOCK,
    ),
}  # fmt: skip
CLOSING = {"td": "|", "th": "|", "br": LINE} | dict.fromkeys(OPENING.keys() - {"br", "li", "tr"}, BLOCK)
MARKED = re.compile(r"\n(?:•|#+|\|)\s+")
META = re.compile(
    r"""<meta\s+(?:property|name|itemprop)\s*=\s*["'](?P<name>[^"']+)["']\s+content\s*=\s*["'](?P<value>[^"']*)["']""",
    re.IGNORECASE,
)
DATE = re.compile(r"\d{4}-\d\d-\d\d")


def text_of(page: str) -> str:
    """The page's words, each where it stands in `page`.

    >>> text_of("<h1>Wheat</h1><p>It rose.")
    '\\n\\n# Wheat\\n\\n   \\n\\n It rose.'
    """
    hidden = f"{HIDDEN}|head" if re.search(r"<h1\b", page, re.IGNORECASE) else HIDDEN
    token = re.compile(NO_TEXT.format(hidden=hidden), re.IGNORECASE | re.DOTALL | re.VERBOSE)
    text = MARKED.sub(_on_one_line, token.sub(_blank, page))
    if not re.search(r"\w", text):
        raise ReadError("is a page without text. Save it again when it shows the article.")
    return text


def _on_one_line(mark: re.Match[str]) -> str:
    """A bullet and its words, where a block of its own stands inside the item."""
    return "\n" + mark.group()[1:].replace("\n", " ")


def _blank(token: re.Match[str]) -> str:
    words = token.group()
    if words.startswith("&"):
        return _character(words)
    tag = (token["tag"] or "").lower()
    mark = (CLOSING if token["close"] else OPENING).get(tag, "")
    return mark[: len(words)].ljust(len(words))


def _character(entity: str) -> str:
    """The character that the entity stands for, then spaces."""
    character = html.unescape(entity)
    plain = " " if character.isspace() else character
    return plain.ljust(len(entity)) if len(plain) < len(entity) else entity


def front_of(page: str) -> Front:
    """Date, publisher and address that the page gives for itself; they count as front matter."""
    meta = {match["name"].lower(): html.unescape(match["value"]).strip() for match in META.finditer(page)}
    day = DATE.match(meta.get("article:published_time", "") or meta.get("datepublished", ""))
    return Front(
        publisher=meta.get("og:site_name") or None,
        url=meta.get("og:url") or None,
        published=published(day.group()) if day else None,
        basis="front_matter" if day else None,
    )


def without_menus(found: list[Block]) -> list[Block]:
    """Without what a page prints above its title, but for ticker and date."""
    first = next((at for at, block in enumerate(found) if block.role == "title"), 0)
    return [block for at, block in enumerate(found) if at >= first or block.role in PAGE]

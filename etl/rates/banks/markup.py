"""A bank's XML, whoever may have sent it: no definitions, no other root."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from etl.rates.banks.table import NoTable


class Plain(ET.TreeBuilder):
    """Refuses a document type: no bank has one, and entities that grow are defined in it."""

    def doctype(self, name: str, *_: object) -> None:
        """Called before any of its definitions is read."""
        raise NoTable(f"the page is a document of type {name[:40]}")


def root(body: bytes, tag: str) -> ET.Element:
    """The element around everything. Raises NoTable where it is not `tag`, or where this is no XML."""
    parser = ET.XMLParser(target=Plain())  # noqa: S314 - see Plain
    try:
        parser.feed(body)
        top: ET.Element = parser.close()
    except NoTable:
        raise
    # The last two: an encoding that nobody knows.
    except (ET.ParseError, ValueError, LookupError) as error:
        raise NoTable(f"the page is no XML: {error}") from error
    if top.tag != tag:
        raise NoTable(f"the page is about “{top.tag[:40]}”, not “{tag}”")
    return top

"""English in the place of a text of another language, each piece with the place that it stands for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from etl.model import Span


@dataclass(slots=True)
class Shadow:
    """English text as it grows, in pieces: where each begins, its place in the source, if it is the same."""

    length: int = 0
    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    same: list[bool] = field(default_factory=list)

    def add(self, text: str, span: Span, *, same: bool = False) -> None:
        """A piece for the source's `span`; the `same` text has the same places inside."""
        if text:
            self.starts.append(self.length)
            self.spans.append(span)
            self.texts.append(text)
            self.same.append(same)
            self.length += len(text)

    def source(self, span: Span) -> Span:
        """The place in the source of a span of the shadow."""
        return Span(self._place(span.start, last=False), self._place(span.end, last=True))

    def _place(self, at: int, *, last: bool) -> int:
        if not self.starts:
            return 0
        n = max(0, bisect_right(self.starts, at - last) - 1)
        source, inside = self.spans[n], at - self.starts[n]
        if self.same[n]:
            return source.start + inside
        return source.end if last else source.start

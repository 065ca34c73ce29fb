"""The way of a rate: asked for, kept, told. Sources are asked side by side, each in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Protocol

from etl.rates import bank, telling, yahoo
from etl.rates.answers import Answer, Question
from etl.rates.asking import Asking, answers
from etl.rates.plans import PLANS, Wanted
from etl.rates.results import Result, Series, rates_of
from etl.rates.session import BoundedSession
from etl.rates.side_by_side import side_by_side
from etl.rates.sources import sources
from etl.store.rates import SeriesRun, SourceRun, write_rates
from etl.store.stop import stoppable

SLICE = 50  # answers with rates; what is kept by then stays, whatever happens later


@dataclass(frozen=True, slots=True)
class Way:
    """Out to the sources, and how to wait between questions; a test brings its own."""

    session: Callable[[], BoundedSession] = BoundedSession
    wait: Callable[[float], object] | None = None  # None: as long as nobody stops


class Watch(Protocol):
    """Who is told how far it is."""

    def begin(self, questions: int) -> None:
        """So many will be asked at most."""

    def answered(self, source: str) -> None:
        """One more has an answer."""

    def told(self, result: Result, sentence: str) -> None:
        """A source is through; what it gave is in the ledger."""


@dataclass
class Desk:
    """Gathers the answers of one source, and keeps their rates a slice at a time."""

    source: str
    store: Path
    wanted: Wanted
    answers: list[Answer] = field(default_factory=list)
    unkept: list[Answer] = field(default_factory=list)

    def take(self, answer: Answer) -> None:
        """One more answer."""
        self.answers.append(answer)
        if answer.rates:
            self.unkept.append(answer)
        if len(self.unkept) == SLICE:
            self.keep_slice("the rest is being asked for")

    def keep_slice(self, then: str) -> None:
        """Keep what is not kept yet, while the source is not through."""
        if self.unkept:
            told = telling.sentence(self._result(self.unkept), None)
            self._keep(SourceRun(self.source, "ok", f"{told.rstrip('.')}; {then}."))

    def close(self) -> tuple[Result, str]:
        """Keep the rest, and note how the source went as a whole."""
        result = self._result(self.answers)
        sentence = telling.sentence(result, self.wanted.newest())
        if self.answers:
            series = tuple(_series_run(result, each) for each in result.series)
            self._keep(SourceRun(self.source, result.outcome, sentence, series))
        return result, sentence

    def _result(self, answers: list[Answer]) -> Result:
        return Result(sources()[self.source], tuple(answers))

    def _keep(self, run: SourceRun) -> None:
        write_rates(self.store, rates_of(self.unkept), run)
        self.unkept.clear()


def _series_run(result: Result, series: Series) -> SeriesRun:
    outcome = "ok" if series.failure is None else series.failure.outcome
    told = telling.series_sentence(result, series)
    return SeriesRun(series.lcu, outcome, told, len(series.dollar_rates))


def fetch(wanted: Mapping[str, Wanted], store: Path, now: datetime, way: Way, watch: Watch) -> None:
    """Ask each source for what is wanted of it. Ctrl-C keeps what came."""
    yahoo.hush()
    yahoo.use_cache(store / "yfinance")
    stop = Event()
    questions = {source: PLANS[source](each) for source, each in wanted.items()}
    tasks = {source: answers(each, _asking(now, way, stop)) for source, each in questions.items()}
    desks = {source: Desk(source, store, each) for source, each in wanted.items()}
    watch.begin(sum(map(len, questions.values())))
    try:
        with stoppable(), closing(side_by_side(tasks, stop)) as coming:
            for source, answer in coming:
                _take(desks[source], answer, watch)
    except KeyboardInterrupt:
        for desk in desks.values():
            desk.keep_slice("stopped before the rest was asked for")
        raise


def _take(desk: Desk, answer: Answer | None, watch: Watch) -> None:
    if answer is None:
        watch.told(*desk.close())
        return
    desk.take(answer)
    if not answer.failed:
        watch.answered(desk.source)


def _asking(now: datetime, way: Way, stop: Event) -> Asking:
    """A session a source, which only that source's thread uses."""
    session = way.session()

    def ask(question: Question) -> Answer:
        if question.page:
            return bank.ask(question, question.page, session)
        return yahoo.ask(question, now, session)

    return Asking(ask, way.wait or stop.wait)

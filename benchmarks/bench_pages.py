"""Server CPU of a page: its first run, and one change of a choice.

Three stores: the bundled articles, 10,000 claims, and the same 10,000 with a million in the store behind them
(benchmarks/big_store.py). "New" is a choice that nobody has made since the database was published: no answer,
figure or text of it is kept. "Again" is one that somebody has. The pages run in this process, as AppTest runs
them; benchmarks/bench_server.py asks the real server.
"""

from __future__ import annotations

import argparse
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks import big_store
from dashboard import ready

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED, CHANGES = 6, 5  # how often everything kept is lost, and the changes in between
WORDS = ("schools", "water", "power plant", "women", "cotton", "rail", "jobs", "ministry", "loan", "2024")


class Choice(NamedTuple):
    """A choice to make, which may be made again."""

    name: str
    make: Callable[[], object]


class Measured(NamedTuple):
    """CPU milliseconds of a page."""

    first: float
    new: list[float]
    again: list[float]

    def line(self, bar: float) -> str:
        """As it is printed; a median above the bar is told."""
        parts = [f"{self.first:7.0f}"]
        parts += [f"{median(some):7.1f} {quantiles(some, n=20)[-1]:7.1f}" for some in (self.new, self.again)]
        over = f"   over {bar:g}" if median(self.new) > bar else ""
        return "  ".join(parts) + over


def measured(page: str, store: Path) -> Measured:
    """Each name of the store is a database that the dashboard has not seen: it keeps nothing of it."""
    new, again, draw = [], [], Random(page)
    first = milliseconds(opened(page, store))
    with tempfile.TemporaryDirectory() as folder:
        for number in range(PUBLISHED):
            link = Path(folder) / str(number)
            link.symlink_to(store)
            app = opened(page, link)
            app.run()
            for choice in _some(app, page, draw):
                choice.make()
                new.append(milliseconds(app))
                again.append(milliseconds(app))
    return Measured(first, new, again)


def milliseconds(app: AppTest) -> float:
    """CPU of one run of a page's script. Raises RuntimeError where the page fails."""
    before = time.process_time()
    app.run()
    taken = (time.process_time() - before) * 1000
    if app.exception:
        raise RuntimeError(str(app.exception))
    return taken


def opened(page: str, store: Path) -> AppTest:
    """A new visit, nothing drawn yet."""
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415, slow to import

    os.environ["OXUS_STORE"] = str(store)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    return app.switch_page(f"pages/{page}.py")


def _some(app: AppTest, page: str, draw: Random) -> Iterator[Choice]:
    """Some choices, none of them twice; a page without any is run as it is."""
    made: set[str] = set()
    for _ in range(CHANGES):
        offered = [choice for choice in _offered(app, page) if choice.name not in made]
        choice = draw.choice(offered) if offered else Choice("", lambda: None)
        made.add(choice.name)
        yield choice


def _offered(app: AppTest, page: str) -> Iterator[Choice]:
    """Everything on the page that can be chosen, but the first of each, which stands there already."""
    for chosen in app.selectbox:
        for index in range(1, len(chosen.options)):
            yield Choice(f"{chosen.label} {index}", partial(chosen.select_index, index))
    for group in (*app.segmented_control, *app.pills):
        for code in list(_codes(group))[1:]:
            yield Choice(f"{group.label} {code}", partial(group.set_value, _as_chosen(group, code)))
    for words in WORDS if page == "search" else ():
        yield Choice(words, partial(app.query_params.__setitem__, "q", words))


def _codes(group: Any) -> Mapping[str, str]:
    """Code to words: AppTest sets codes and shows words, and all that knows both is what makes the words."""
    codes = getattr(group.format_func, "__self__", {})
    return codes if isinstance(codes, Mapping) else {}


def _as_chosen(group: Any, code: str) -> str | list[str]:
    return [code] if isinstance(group.value, list) else code


def pages() -> list[str]:
    """Every page, in the order of their names."""
    return sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py"))


def bundled(folder: Path) -> None:
    """The bundled articles, built."""
    command = [sys.executable, "-m", "etl", "build", "--store", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


STORES: Mapping[str, tuple[float, Callable[[Path], object]]] = {
    "bundled articles": (30, bundled),
    "10,000 claims": (60, big_store.make),
    "10,000 claims, a million behind": (60, partial(big_store.make, past=big_store.PAST)),
}


def report(name: str, bar: float, store: Path, wanted: Sequence[str]) -> None:
    """Print a line for each page."""
    print(f"\n{name}: at most {bar:g} ms where nobody has chosen so yet")
    print("CPU ms          first    new: median, 95 %  again: median, 95 %")
    for page in wanted:
        try:
            print(f"{page:12} {measured(page, store).line(bar)}", flush=True)
        except RuntimeError as failed:
            print(f"{page:12} fails: {failed}", flush=True)


def main() -> None:
    """Measure the pages that are named, else all; on a store that is there, else on the three."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_pages", description=__doc__)
    parser.add_argument("pages", nargs="*", default=pages())
    parser.add_argument("--store", type=Path, help="a store that is there already")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    ready.load()
    if given.store:
        report(str(given.store), 60, given.store.resolve(), given.pages)
        return
    for name, (bar, make) in STORES.items():
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder))
            report(name, bar, Path(folder), given.pages)


if __name__ == "__main__":
    main()

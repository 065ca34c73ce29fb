"""Several slow tasks at once: one source must not wait for another."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event
from typing import TypeVar

T = TypeVar("T")


def side_by_side(
    tasks: Mapping[str, Iterable[T]], stop: Event
) -> Generator[tuple[str, T | None], None, None]:
    """What each task yields, as it comes, and None once it is through; a thread a task.

    A reader who leaves, by Ctrl-C too, sets `stop`, at which the tasks should end. What one
    raises is raised here.
    """
    come: SimpleQueue[tuple[str, T | None]] = SimpleQueue()
    with ThreadPoolExecutor(max_workers=max(len(tasks), 1)) as pool:
        running = {name: pool.submit(_hand_over, name, task, come) for name, task in tasks.items()}
        try:
            while running:
                name, item = come.get()
                if item is None:
                    running.pop(name).result()
                yield name, item
        finally:
            stop.set()


def _hand_over(name: str, task: Iterable[T], come: SimpleQueue[tuple[str, T | None]]) -> None:
    try:
        for item in task:
            come.put((name, item))
    finally:
        come.put((name, None))

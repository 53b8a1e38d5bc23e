"""Typst in a process of its own, with a limit of time and memory.

Typst keeps what it has laid out for the next page that is alike: 200 MB more with each report of the long
dossier, which only the end of a process gives back. While it works, this process draws other pages.
"""

from __future__ import annotations

import atexit
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Lock, Timer
from typing import Any

_WORKER = Path(__file__).with_name("worker.py")
_MOST_SECONDS = 120
_MOST_ORDERS, _MOST_MEGABYTES = 60, 700  # then another process takes over
_TOO_MUCH = (
    f"These pages need more than {_MOST_SECONDS} seconds or 4 GB; choose fewer columns, fewer issues or a "
    "shorter report."
)


class _Worker:
    """One process, how many orders it has had, and how much memory it has used, in MB."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(_WORKER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.orders = self.megabytes = 0

    def answer(self, order: dict[str, Any]) -> tuple[tuple[bytes, ...], str]:
        """The files of an order, or none and what is wrong. Raises OSError or EOFError when it ends."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.orders += 1
        pickle.dump(order, self.process.stdin)
        self.process.stdin.flush()
        files, fault, self.megabytes = pickle.load(self.process.stdout)
        return files, fault

    @property
    def spent(self) -> bool:
        """Whether another process should take the next order."""
        ended = self.process.poll() is not None
        return ended or self.orders >= _MOST_ORDERS or self.megabytes >= _MOST_MEGABYTES

    def end(self) -> None:
        """End the process and wait until it has gone."""
        self.process.kill()
        self.process.communicate()


_LOCK = Lock()  # one at a time: the files of one briefing are wanted one after the other
_WORKERS: list[_Worker] = []


def set_pages(folders: Sequence[str], *, of_machine: bool, root: Path, **order: Any) -> tuple[bytes, ...]:
    """The files that `typst.Compiler.compile` makes of an order, with the typefaces of some folders.

    Raises RuntimeError with what Typst finds wrong, or where the pages take too much time or memory.
    """
    whole = {"folders": tuple(folders), "of_machine": of_machine, "root": root, **order}
    with _LOCK:
        worker = _ready()
        watch = Timer(_MOST_SECONDS, worker.process.kill)
        watch.start()
        try:
            files, fault = worker.answer(whole)
        except (OSError, EOFError, pickle.UnpicklingError):
            _end()
            raise RuntimeError(_TOO_MUCH) from None
        finally:
            watch.cancel()
    if fault:
        raise RuntimeError(fault)
    return files


def forget() -> None:
    """End the process; the next order starts another, which has seen nothing."""
    with _LOCK:
        _end()


def _ready() -> _Worker:
    if _WORKERS and _WORKERS[0].spent:
        _end()
    if not _WORKERS:
        _WORKERS.append(_Worker())
    return _WORKERS[0]


def _end() -> None:
    while _WORKERS:
        _WORKERS.pop().end()


atexit.register(forget)

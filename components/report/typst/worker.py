"""Run as a program: sets pages as they are ordered on standard input, until that ends.

Nothing of the project is imported here, so that the process begins in a tenth of a second.
"""

from __future__ import annotations

import pickle
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_MOST_MEMORY = 4_000_000_000  # bytes of addresses; the usual report takes a tenth


def main() -> None:
    """Answer each order, a dict, with its files, what is wrong with it, and the memory used so far in MB."""
    _limit_memory()
    while True:
        try:
            order = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            files, fault = _made(**order), ""
        except typst.TypstError as error:
            files, fault = (), error.message or "Typst gives no reason"
        pickle.dump((files, fault, _megabytes()), sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _made(folders: tuple[str, ...], of_machine: bool, root: Path, **order: Any) -> tuple[bytes, ...]:
    made = _compiler(folders, of_machine, root).compile(**order)
    if made is None:
        raise TypeError("Typst answers None only when it writes a file")
    return tuple(made) if isinstance(made, list) else (made,)


@lru_cache(maxsize=2)
def _compiler(folders: tuple[str, ...], of_machine: bool, root: Path) -> typst.Compiler:
    """A compiler that knows the typefaces of some folders, and those of the machine only on demand."""
    known = typst.Fonts(
        include_system_fonts=of_machine, include_embedded_fonts=False, font_paths=list(folders)
    )
    return typst.Compiler(root=root, font_paths=known, ignore_system_fonts=not of_machine)


def _megabytes() -> int:
    """The most memory that this process has used, in MB; 0 where the system does not tell."""
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024 if resource else 0


def _limit_memory() -> None:
    if resource is None:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or most > _MOST_MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, most))


if __name__ == "__main__":
    main()

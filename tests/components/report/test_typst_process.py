"""Pages are set in a process of their own: what is too much ends that process and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.report.typst import process as typst_process
from components.report.typst.process import set_pages
from components.report.typst.typefaces import font_folders

PAGE = "#set page(width: 60pt, height: 40pt)\n"


def set_text(folder: Path, text: str) -> tuple[bytes, ...]:
    """The pages of a small document."""
    file = folder / "page.typ"
    file.write_text(PAGE + text, encoding="utf-8")
    return set_pages(font_folders(), of_machine=False, root=folder, input=file, format="svg")


def test_pages_come_back_in_order(tmp_path: Path) -> None:
    """Two pages are two files; one page is one."""
    assert len(set_text(tmp_path, "a #pagebreak() b")) == 2
    assert len(set_text(tmp_path, "a")) == 1


def test_a_fault_is_told_as_typst_tells_it(tmp_path: Path) -> None:
    """What is wrong with a document is raised here, and the next one is set."""
    with pytest.raises(RuntimeError, match="unknown variable: nobody"):
        set_text(tmp_path, "#nobody")

    assert set_text(tmp_path, "a")


def test_pages_that_take_too_long_are_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader is told what to choose less of; whoever comes next is served by another process."""
    monkeypatch.setattr(typst_process, "_MOST_SECONDS", 0.5)
    with pytest.raises(RuntimeError, match=r"choose fewer columns, fewer issues or a shorter report\.$"):
        set_text(tmp_path, "#for a in range(9000) { for b in range(9000) { let x = calc.sin(a * b) } }")
    monkeypatch.undo()

    assert set_text(tmp_path, "a")


def test_a_process_that_has_used_much_memory_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typst keeps what it has laid out; only the end of its process gives that back."""
    set_text(tmp_path, "a")
    first = typst_process._WORKERS[0].process
    monkeypatch.setattr(typst_process, "_MOST_MEGABYTES", 1)
    set_text(tmp_path, "b")

    assert first.poll() is not None
    assert typst_process._WORKERS[0].process.pid != first.pid

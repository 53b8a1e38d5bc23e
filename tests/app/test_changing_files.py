"""A dossier whose files change while it is served: readers see a whole one, and learn if it is old."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from components.app.cache import dossier_tables, outdated_words
from positions.model.errors import DossierError
from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS
from tests.app.conftest import RunPage
from tests.conftest import Changed

TITLE = "The strait talks (a fictional case for training)"


def saved_half(path: Path) -> str:
    """What the file held; it holds the first half of that now, as while it is being saved."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: len(text) // 2], encoding="utf-8", newline="")
    return text


@pytest.mark.parametrize("name", [DESCRIPTION, SOURCES, STATEMENTS])
def test_a_half_saved_file_leaves_the_last_good_dossier_on_screen(
    run_page: RunPage, changed: Changed, name: str
) -> None:
    """No reader sees an error for what one editor is doing; one sentence says it until the file is whole."""
    folder = changed()
    good = run_page("compare", dossier=folder)
    whole = saved_half(folder / name)
    during = run_page("compare", dossier=folder)
    (folder / name).write_text(whole, encoding="utf-8", newline="")
    after = run_page("compare", dossier=folder)

    assert not good.warning
    assert not after.warning
    (warning,) = during.warning
    assert "what was read before is shown until they are mended" in warning.value
    assert name in warning.value.replace("\\", "")
    assert good.title[0].value == during.title[0].value == after.title[0].value


def test_a_dossier_that_was_never_whole_shows_its_faults(run_page: RunPage, changed: Changed) -> None:
    """Without an earlier one there is nothing to show but what is wrong."""
    folder = changed()
    saved_half(folder / STATEMENTS)

    assert run_page("compare", dossier=folder).title[0].value == "This dossier cannot be shown"


def test_a_change_that_keeps_length_and_time_is_seen(changed: Changed) -> None:
    """A tool that puts the old time back hides nothing."""
    folder = changed()
    path = folder / DESCRIPTION
    before = path.stat()
    assert dossier_tables(str(folder)).dossier.title == TITLE

    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("The strait talks", "The gulfff talks"), encoding="utf-8", newline="")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert dossier_tables(str(folder)).dossier.title == TITLE.replace("strait", "gulfff")


def test_a_file_put_in_the_place_of_another_is_seen(changed: Changed) -> None:
    """So is one that was written elsewhere and renamed, with the old one's length and time."""
    folder, other = changed(), changed(dossier=[("The strait talks", "The gulfff talks")])
    before = (folder / DESCRIPTION).stat()
    assert dossier_tables(str(folder)).dossier.title == TITLE

    os.utime(other / DESCRIPTION, ns=(before.st_atime_ns, before.st_mtime_ns))
    (other / DESCRIPTION).replace(folder / DESCRIPTION)

    assert dossier_tables(str(folder)).dossier.title == TITLE.replace("strait", "gulfff")


def test_a_changed_coding_is_seen(changed: Changed) -> None:
    """Figures of agreement are those of the files that stand there."""
    folder = changed()
    before = dossier_tables(str(folder)).dossier.data_version
    (folder / "codings" / "b.csv").unlink()

    assert dossier_tables(str(folder)).dossier.data_version != before


def test_a_folder_that_is_taken_away_leaves_what_was_read(changed: Changed) -> None:
    """A disk that is unmounted for a moment ends nobody's reading."""
    folder = changed()
    before = dossier_tables(str(folder))
    shutil.move(folder, folder.with_name("elsewhere"))

    assert dossier_tables(str(folder)) is before
    assert "cannot be read (1 finding" in (outdated_words(str(folder)) or "")


def test_readers_of_a_dossier_that_keeps_changing_see_whole_ones_only(changed: Changed) -> None:
    """While one thread saves again and again, in two halves, every other thread has one of the two titles."""
    folder = changed()
    path = folder / DESCRIPTION
    texts = [path.read_text(encoding="utf-8")]
    texts.append(texts[0].replace("The strait talks", "The gulfff talks"))
    assert dossier_tables(str(folder)).dossier.title == TITLE
    seen: set[str] = set()
    failures: list[DossierError] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                seen.add(dossier_tables(str(folder)).dossier.title)
            except DossierError as error:
                failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for turn in range(40):
        saved_half(path)
        path.write_text(texts[turn % 2], encoding="utf-8", newline="")
    done.set()
    for thread in threads:
        thread.join()

    assert not failures
    assert seen <= {TITLE, TITLE.replace("strait", "gulfff")}
    assert dossier_tables(str(folder)).dossier.title == TITLE.replace("strait", "gulfff")

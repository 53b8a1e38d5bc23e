"""Files of a command: whole or not at all, whatever happens to the disk, the folder or the command."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from components.cli import files
from components.cli.commands import app
from components.cli.files import content_of, write_file, write_folder
from tests.conftest import SMALL

POSITIONS = (sys.executable, "-c", "from components.cli.entry import main; main()")


def exported(command: str, folder: Path) -> Result:
    """The result of a command that writes the Markdown or CSV of the small dossier into a folder."""
    form = "md" if command == "brief" else "csv"
    return CliRunner().invoke(app, [command, str(SMALL), "--format", form, "-o", str(folder)])


def told_once(result: Result, words: str) -> bool:
    """Whether the command ended with 1 and one sentence that holds the words, and no traceback."""
    (sentence,) = result.stderr.split("\n\n")[0].splitlines()
    return result.exit_code == 1 and words in sentence


@pytest.mark.parametrize("command", ["brief", "export"])
def test_a_folder_that_is_a_file_is_one_sentence(command: str, tmp_path: Path) -> None:
    """Neither a file in the folder's place nor one on the way to it ends in a traceback."""
    (tmp_path / "taken").write_text("", encoding="utf-8")

    for folder in (tmp_path / "taken", tmp_path / "taken" / "below"):
        assert told_once(exported(command, folder), "cannot be a folder to write into")


@pytest.mark.parametrize("command", ["brief", "export"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_takes_no_more_leaves_what_was_there(
    command: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file of the last run stays whole, nothing half-written is left, and the reason is told."""
    exported(command, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def half(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", half)
    result = exported(command, tmp_path)
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    assert told_once(result, f"was not written: {os.strerror(number).lower()}.")
    assert after == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_output_that_cannot_be_written_is_one_sentence() -> None:
    """A table that is piped to a full disk does not end in a traceback."""
    with Path("/dev/full").open("w") as full:
        words = [*POSITIONS, "matrix", str(SMALL)]
        result = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert result.returncode == 1
    assert result.stderr == f"The output could not be written: {os.strerror(errno.ENOSPC)}.\n"


def test_two_commands_can_write_one_file_at_once(tmp_path: Path) -> None:
    """Whoever reads meanwhile finds one of the two contents whole, and nothing else is left."""
    contents = {bytes([letter]) * 300_000 for letter in b"ab"}
    path = tmp_path / "view.csv"
    seen: set[bytes] = set()

    def write(content: bytes) -> None:
        for _ in range(30):
            write_file(path, content)

    threads = [threading.Thread(target=write, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        if path.exists():
            seen.add(path.read_bytes())

    assert seen <= contents
    assert [one.name for one in tmp_path.iterdir()] == ["view.csv"]


def test_a_folder_of_the_name_of_the_file_is_told(tmp_path: Path) -> None:
    """What stands in the file's place is not removed."""
    (tmp_path / "view.csv").mkdir()

    with pytest.raises(SystemExit):
        write_file(tmp_path / "view.csv", b"x")
    assert [one.name for one in tmp_path.iterdir()] == ["view.csv"]


@pytest.mark.skipif(os.name != "posix", reason="a signal to end is sent otherwise elsewhere")
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_command_that_is_ended_leaves_whole_files_only(sent: signal.Signals, tmp_path: Path) -> None:
    """Ended in the middle of an export: every file that bears its name can be read to its end."""
    days = ",".join(f"2031-06-{day:02d}" for day in range(1, 31))  # far more than is written meanwhile
    words = [*POSITIONS, "brief", str(SMALL), "--as-of", days, "--format", "svg,png", "-o", str(tmp_path)]
    running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while running.poll() is None and not list(tmp_path.glob("*.svg")):
        time.sleep(0.01)
    running.send_signal(sent)
    _, told = running.communicate(timeout=30)
    written = list(tmp_path.glob("positions_*"))

    assert written
    assert running.returncode != 0
    assert b"Traceback" not in told
    for path in written:
        end = b"</svg>" if path.suffix == ".svg" else b"IEND\xaeB`\x82"
        assert path.read_bytes().rstrip().endswith(end)
    assert sent == signal.SIGKILL or len(list(tmp_path.iterdir())) == len(written)


def test_a_folder_is_written_whole(tmp_path: Path) -> None:
    """All files stand in it at once, and nothing else is left beside it."""
    folder = write_folder(tmp_path / "new" / "dossier", {"a.txt": b"1", "b.txt": b"2"})

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.txt": b"1", "b.txt": b"2"}
    assert [path.name for path in folder.parent.iterdir()] == ["dossier"]


def test_half_a_folder_is_never_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be written takes the others away with it."""
    with pytest.raises(SystemExit):
        write_folder(tmp_path / "dossier", {"a.txt": b"1", "a.txt/b.txt": b"2"})

    assert "was not written" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends the command before it fills the memory."""
    monkeypatch.setattr(files, "_MOST_MB", 0)
    path = tmp_path / "table.csv"
    path.write_bytes(b"x")

    with pytest.raises(SystemExit):
        content_of(path)

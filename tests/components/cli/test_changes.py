"""`positions changes`: since a day or an earlier copy, never both, and a feed beside it."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from components.cli.commands import app
from tests.conftest import Changed


def changes(*words: str) -> Result:
    """The result of `positions changes <words>`."""
    return CliRunner().invoke(app, ["changes", *words])


def test_since_a_day() -> None:
    """How many, then each with speaker, issue, day, id and what was said."""
    result = changes("training-strait", "--since", "2031-05-01")

    assert result.exit_code == 0
    assert result.output.startswith("Newly said: ")
    assert changes("training-strait", "--since", "2999-01-01").output == "Nothing has changed.\n"


def test_since_an_earlier_copy(changed: Changed, small_folder: Path) -> None:
    """A correction names the field with its value before and after."""
    line = next(
        row
        for row in (small_folder / "statements.csv").read_text(encoding="utf-8").splitlines()[1:]
        if ",high," in row
    )
    copy = changed(statements=[(line, line.replace(",high,", ",medium,"))])
    result = changes(str(small_folder), "--earlier", str(copy))

    assert result.exit_code == 0
    assert result.output.startswith("Corrected: 1 statement\n")
    assert "(confidence: medium → high)" in result.output
    assert line.split(",", 1)[0] in result.output


def test_a_feed_is_the_same_twice(tmp_path: Path) -> None:
    """With a day given, no clock bears on it."""
    feeds = [tmp_path / name for name in ("one.xml", "two.xml")]
    for feed in feeds:
        changes("training-strait", "--since", "2031-01-01", "--on", "2031-07-01", "--atom", str(feed))

    assert feeds[0].read_bytes() == feeds[1].read_bytes()
    assert b"2031-07-01T00:00:00Z" in feeds[0].read_bytes()


def test_one_of_the_two_is_needed() -> None:
    """Neither or both is wrong usage, told in one sentence; so is what is no day."""
    for words in ((), ("--since", "2031-01-01", "--earlier", "training-strait"), ("--since", "soon")):
        result = changes("training-strait", *words)
        assert result.exit_code == 2
        assert result.stderr.strip()

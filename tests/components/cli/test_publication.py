"""What is marked or under embargo is not written into a folder that is published."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
import typer
from typer.testing import CliRunner, Result

from components.cli.commands import app
from components.cli.publication import MARKER, published
from tests.conftest import SMALL, Changed

DAY = "2031-12-01"
TRIED = {"export", "brief", "workbook", "load", "blind", "reconcile", "changes"}
TITLE = "title: The strait talks (a fictional case for training)\n"


def run(*words: str | Path) -> Result:
    """The result of `positions <words>`."""
    return CliRunner().invoke(app, [str(word) for word in words])


def run_workbook(folder: Path, path: Path) -> Path:
    """The dossier of a folder as a workbook at that path."""
    assert run("workbook", folder, path).exit_code == 0
    return path


def marked(changed: Changed, **handling: str) -> Path:
    """A copy of the small dossier with these fields of handling."""
    fields = ", ".join(f"{name}: '{value}'" for name, value in handling.items())
    return changed(dossier=[(TITLE, f"{TITLE}handling: {{{fields}}}\n")])


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """A folder inside one that is published."""
    (tmp_path / "site" / "reports").mkdir(parents=True)
    (tmp_path / "site" / MARKER).touch()
    return tmp_path / "site" / "reports"


def test_a_folder_is_published_where_it_or_one_above_it_is_marked(tmp_path: Path, public: Path) -> None:
    """A folder that is not there yet is judged by those above it; one beside it is not published."""
    assert published(public)
    assert published(public / "new" / "folder")
    assert not published(tmp_path / "desk")


def commands_with_a_path(app: typer.Typer) -> set[str]:
    """The commands that take a path, of a group as "group command"."""
    groups = [(f"{one.name} ", one.typer_instance) for one in app.registered_groups]
    return {
        f"{before}{one.name or one.callback.__name__}"
        for before, group in (("", app), *groups)
        if group is not None
        for one in group.registered_commands
        if one.callback and any(Path in _types(hint) for hint in get_type_hints(one.callback).values())
    }


def _types(hint: object) -> tuple[object, ...]:
    return get_args(hint) or (hint,)


def test_every_command_that_takes_a_path_is_tried_or_writes_nothing_of_a_dossier() -> None:
    """A new command stands in the next test, or here with what it does with its path."""
    elsewhere = {
        "fingerprint": "reads texts",
        "verify": "reads texts",
        "check": "reads a report",
        "coded": "reads a workbook, and writes beside the dossier",
        "new": "writes an example that bears no mark",
        "import table": "writes what has no mark yet",
    }

    assert commands_with_a_path(app) == {*elsewhere, *TRIED}


@pytest.mark.parametrize("mark", ["TLP:RED", "TLP:GREEN"])
def test_no_command_writes_a_restricted_dossier_there(changed: Changed, public: Path, mark: str) -> None:
    """One sentence, exit code 1, and the folder is as it was; on a desk it is written with its mark."""
    folder, desk = marked(changed, mark=mark), public.parents[1] / "desk"
    refusals = [
        run("export", folder, "--format", "json", "-o", public),
        run("brief", folder, "--format", "md", "-o", public / "new"),
        run("workbook", folder, public / "case.xlsx"),
        run("blind", folder, public / "blind.xlsx"),
        run("reconcile", folder, public / "open.xlsx"),
        run("load", run_workbook(folder, public.parents[1] / "case.xlsx"), public / "case"),
        run("changes", folder, "--since", "2031-06-01", "--atom", public / "feed.xml"),
        run("export", folder, "--format", "json", "--public", "-o", desk),
    ]

    assert [one.exit_code for one in refusals] == [1] * len(refusals)
    assert all(f"marked {mark}, which may not be published" in one.stderr for one in refusals)
    assert not list(public.iterdir())
    assert not desk.exists()
    assert run("export", folder, "--format", "gaps", "-o", desk).exit_code == 0
    assert mark.replace(":", "-").replace("+", "-") in next(desk.iterdir()).name


def test_an_embargo_ends_on_its_day(changed: Changed, public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day before it is refused, on the day it is written; the file says the day in either case."""
    folder, day = marked(changed, embargo_until=DAY, status="cleared"), dt.date.fromisoformat(DAY)
    monkeypatch.setattr("components.cli.publication.today", lambda: day - dt.timedelta(days=1))
    before = run("export", folder, "--format", "gaps", "-o", public)
    monkeypatch.setattr("components.cli.publication.today", lambda: day)
    after = run("export", folder, "--format", "gaps", "-o", public)

    assert before.exit_code == 1
    assert f"training-strait is under embargo until {DAY}" in before.stderr
    assert after.exit_code == 0
    assert f"cleared-embargo-{DAY}" in next(public.iterdir()).name


def test_what_nothing_forbids_is_written_and_marks_the_folder(changed: Changed, tmp_path: Path) -> None:
    """TLP:CLEAR, own words, and a dossier without any; `--public` leaves its marker for the next command."""
    clear, own = marked(changed, mark="TLP:CLEAR"), marked(changed, mark="For all")
    for number, folder in enumerate([clear, own, SMALL]):
        site = tmp_path / f"site-{number}"
        assert run("export", folder, "--format", "gaps", "--public", "-o", site).exit_code == 0
        assert published(site)


def test_a_slip_in_a_label_is_a_fault_of_the_dossier(changed: Changed) -> None:
    """It is told with its line and what it may be."""
    result = run("validate", marked(changed, mark="TLP:AMBRE"))

    assert result.exit_code == 1
    assert "handling.mark" in result.output
    assert "'TLP:AMBRE' is not one of TLP:RED, TLP:AMBER+STRICT" in result.output

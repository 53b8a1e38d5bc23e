"""The training dossier with issues of more kinds: numeric, reversed, of two and of 21 steps."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import yaml

from positions.reading.dossier import DESCRIPTION, STATEMENTS
from tests.conftest import SMALL

TOLL = {
    "id": "toll",
    "name": "Toll",
    "in_sentence": "the toll",
    "question": "Which part of the old toll does a boat pay?",
    "rule": "the toll alone",
    "core": True,
    "low_end": "no toll",
    "high_end": "the whole toll",
    "weight": 2,
    "weight_source": "gazette",
    "numeric": {
        "low": 0,
        "high": 100,
        "unit": "per cent",
        "anchors": [{"value": 50, "label": "half of the old toll"}],
    },
}
MESH = {
    "id": "mesh",
    "name": "Mesh of nets",
    "question": "How wide is a mesh at least?",
    "rule": "the width of a mesh",
    "core": True,
    "low_end": "widest mesh",
    "high_end": "narrowest mesh",
    "numeric": {"low": 80, "high": 20, "unit": "millimetres", "one": "millimetre"},
}
FLAG = {
    "id": "flag",
    "name": "Flag",
    "question": "Does a boat show a flag?",
    "rule": "flags alone",
    "core": True,
    "scale": [
        {"step": 0, "label": "No flag at all", "short": "No flag", "rule": "none"},
        {"step": 1, "label": "A flag on every boat", "short": "A flag", "rule": "one"},
    ],
}
WEEKS = {
    "id": "weeks",
    "name": "Length of the season",
    "question": "For how many weeks is the strait open?",
    "rule": "whole weeks",
    "core": True,
    "scale": [
        {"step": week, "label": f"Open for {week} weeks", "short": f"{week} weeks", "rule": f"{week} weeks"}
        for week in range(21)
    ],
}
ISSUES = ("toll", "mesh", "flag", "weeks", "process")
NORTH, SOUTH = ("northland", "", "norrin"), ("southland", "", "marrow")
BRACK, DUNE = ("coast", "brack", "pell"), ("coast", "dune", "dune_ministry")
# Who, issue, day, steps or value.
_SAID: tuple[tuple[tuple[str, str, str], str, str, str | int], ...] = (
    (NORTH, "toll", "2031-05-02", "75"),
    (NORTH, "toll", "2031-06-05", "87.5"),
    (SOUTH, "toll", "2031-06-06", "0/12.50"),
    (BRACK, "toll", "2031-06-07", "40"),
    (DUNE, "toll", "2031-06-08", "25"),
    (NORTH, "mesh", "2031-05-02", "70"),
    (NORTH, "mesh", "2031-06-05", "60.5"),
    (SOUTH, "mesh", "2031-06-06", "20"),
    (BRACK, "mesh", "2031-06-07", "60.5"),
    (NORTH, "flag", "2031-06-05", 0),
    (SOUTH, "flag", "2031-06-06", 1),
    (NORTH, "weeks", "2031-05-02", 3),
    (NORTH, "weeks", "2031-06-05", 5),
    (SOUTH, "weeks", "2031-06-06", 20),
    (BRACK, "weeks", "2031-06-07", 12),
)


def numeric_folder(folder: Path) -> Path:
    """The dossier in a folder that is not there yet; the folder."""
    shutil.copytree(SMALL, folder)
    _describe(folder / DESCRIPTION)
    _state(folder / STATEMENTS)
    return folder


def _describe(path: Path) -> None:
    described = yaml.safe_load(path.read_text(encoding="utf-8"))
    described["id"] = "numeric-strait"
    described["issues"] = [TOLL, MESH, FLAG, WEEKS, *described["issues"]]
    described["parties"][0]["weights"] = [{"issue": "mesh", "weight": 3, "source": "gazette"}]
    path.write_text(yaml.safe_dump(described, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _state(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows += [_row(number, *said) for number, said in enumerate(_SAID, start=1)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "value"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _row(number: int, who: tuple[str, str, str], issue: str, day: str, placed: str | int) -> dict[str, str]:
    party, member, speaker = who
    place = (
        {"value": placed}
        if isinstance(placed, str)
        else dict.fromkeys(("step_low", "step_high"), str(placed))
    )
    return {
        "id": f"numeric-{number:02}",
        "source": "ledger",
        "party": party,
        "member": member,
        "speaker": speaker,
        "issue": issue,
        "said_on": day,
        "date_basis": "explicit",
        "mode": "official_text",
        "summary": f"{speaker} speaks of {issue}.",
        "confidence": "high",
        "coder": "a",
        **place,
        **({"spread": "said"} if "/" in str(placed) else {}),
    }

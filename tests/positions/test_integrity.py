"""Integrity: every rule finds its faults, and only it does.

A folder in tests/broken is named after a rule. It holds the files that differ from the small
dossier, and expected.txt with the findings, one per line.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import positions.integrity
from positions.integrity import RULES, Rule
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from tests.conftest import Changed
from tests.positions.faults import findings_of

BROKEN = Path(__file__).parents[1] / "broken"
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)


@pytest.fixture
def broken(rule: Rule, tmp_path: Path, small_folder: Path) -> Path:
    """The small dossier with the faulty files of the rule laid over it."""
    copy = shutil.copytree(small_folder, tmp_path / "broken")
    return Path(shutil.copytree(BROKEN / rule.__name__, copy, dirs_exist_ok=True))


def told(folder: Path) -> list[str]:
    """The findings in a dossier as the reader sees them."""
    return [str(finding) for finding in findings_of(lambda: load_dossier(folder))]


def expected(folder: Path) -> list[str]:
    """The findings that expected.txt asks for."""
    return (folder / "expected.txt").read_text(encoding="utf-8").splitlines()


@every_rule
def test_a_broken_dossier_is_told_in_full(rule: Rule, broken: Path) -> None:
    """The reader sees each fault once, with file, line, field, what was found and expected."""
    assert told(broken) == expected(broken)


@every_rule
def test_a_rule_finds_its_faults_alone(rule: Rule, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No other rule is needed to see the faults that a rule is there for."""
    monkeypatch.setattr(positions.integrity, "RULES", (rule,))

    assert told(broken) == expected(broken)


@every_rule
def test_no_other_rule_repeats_a_fault(rule: Rule, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One mistake is not told by two rules: without its own rule it would pass."""
    monkeypatch.setattr(positions.integrity, "RULES", tuple(other for other in RULES if other is not rule))

    assert isinstance(load_dossier(broken), Dossier)


@every_rule
def test_a_rule_is_content_with_the_small_dossier(
    rule: Rule, small_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is sound is left alone."""
    monkeypatch.setattr(positions.integrity, "RULES", (rule,))

    assert isinstance(load_dossier(small_folder), Dossier)


def test_every_rule_has_a_broken_dossier_and_every_broken_dossier_a_rule() -> None:
    """A rule nobody has seen fail is no rule."""
    assert sorted(folder.name for folder in BROKEN.iterdir()) == sorted(rule.__name__ for rule in RULES)


@pytest.mark.parametrize("folder", sorted(BROKEN.iterdir()), ids=lambda folder: folder.name)
def test_a_broken_dossier_holds_only_what_differs(folder: Path, small_folder: Path) -> None:
    """Whoever reads a broken dossier need not look for the difference in a file without one."""
    files = [file for file in folder.iterdir() if file.name != "expected.txt"]

    assert files
    assert all(file.read_bytes() != (small_folder / file.name).read_bytes() for file in files)


@pytest.mark.parametrize(
    ("kind", "line", "old", "new"),
    [
        ("parties", 40, "  - id: harbour\n", "  - id: northland\n"),
        ("issues", 105, "  - id: process\n", "  - id: access\n"),
        ("speakers", 123, "{id: strand,", "{id: norrin,"),
        ("events", 137, "{id: autumn_round,", "{id: opening,"),
    ],
)
def test_an_id_is_used_once_in_every_list(kind: str, line: int, old: str, new: str, changed: Changed) -> None:
    """Of two records with one id the later is told, with its own line."""
    findings = findings_of(lambda: load_dossier(changed(dossier=[(old, new)])))

    found = [(one.line, one.field, one.expected) for one in findings]
    assert (line, f"{kind}.id", f"an id used once in {kind}") in found


def test_one_faulty_speaker_is_not_told_again_in_every_row(changed: Changed) -> None:
    """Rows are held against a speaker only when the speaker is sound."""
    folder = changed(
        dossier=[("authority: principal, party: southland", "authority: principal, party: south")]
    )

    assert told(folder) == [
        "dossier.yaml:119: speakers.party: 'south' is not one of "
        "charter, coast, harbour, northland, southland"
    ]


def test_what_follows_from_a_faulty_description_is_not_guessed(changed: Changed) -> None:
    """Without a sound dossier.yaml no row is called wrong."""
    folder = changed(
        dossier=[("kind: mediator", "kind: judge")], statements=[("gazette-1,gazette,", "gazette-1,x,")]
    )

    assert told(folder) == [
        "dossier.yaml:42: parties.kind: 'judge' is not one of 'state', 'movement', 'community', 'firm', "
        "'body', 'grouping', 'mediator' or 'reference'"
    ]

"""Integrity: every rule finds its faults, and only it does.

A folder in tests/broken is named after a rule. It holds the files that differ from the small
dossier, and expected.txt with the findings, one per line.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import positions.integrity
from positions.integrity import RULES, Rule
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from tests.conftest import Changed
from tests.positions.faults import findings_of

BROKEN = Path(__file__).parents[2] / "broken"
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
        "charter, coast, harbour, northland, southland; nearest: southland"
    ]


def test_a_fault_of_the_description_hides_none_of_the_rows(changed: Changed) -> None:
    """A party of an unknown kind is there all the same, and every row is held against all that is there."""
    folder = changed(
        dossier=[("kind: mediator", "kind: judge")], statements=[("gazette-1,gazette,", "gazette-1,x,")]
    )

    assert told(folder) == [
        "dossier.yaml:42: parties.kind: 'judge' is not one of 'state', 'movement', 'community', 'firm', "
        "'body', 'grouping', 'mediator' or 'reference'",
        "statements.csv: row 2 (gazette-1): source: 'x' is not one of "
        "bulletin, charter, courier, gazette, ledger, register, wire",
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("name: Southland\n", "name: NORTHLAND\n", "'Northland', the name of northland"),
        ("name: Southland\n", "name: Nоrthland\n", "'Northland', the name of northland"),  # a Cyrillic о
        ("name: Southland\n", 'name: "North\u00adland"\n', "'Northland', the name of northland"),
        ("name: Duneholm}", "name: BRACKMOOR}", "'Brackmoor', the name of brack"),
        ("name: Inspection\n", "name: access\n", "'Access', the name of access"),
        ("name: Tor Haldane", "name: Ilva  Norrin", "'Ilva Norrin', the name of norrin"),
    ],
)
def test_names_that_look_alike_are_told(old: str, new: str, words: str, changed: Changed) -> None:
    """Capitals, blanks, unseen signs and letters of other alphabets do not make another name for a reader."""
    found = told(changed(dossier=[(old, new)]))

    assert len(found) == 1
    expected = re.escape(f"is not a name that a reader can tell from {words}; the other is in line ")
    assert re.search(rf"{expected}\d+$", found[0])


def test_composed_and_decomposed_letters_look_alike(changed: Changed) -> None:
    """é is one letter, whether a file holds it as one character or two."""
    names = [("name: Northland\n", "name: Côte\n"), ("name: Southland\n", "name: Co\u0302te\n")]

    assert len(told(changed(dossier=names))) == 1


def test_names_of_other_alphabets_are_held_apart(changed: Changed) -> None:
    """Letters that look like Latin ones do not make two different names alike."""
    names = [("name: Northland\n", "name: Київ\n"), ("name: Southland\n", "name: Мінськ\n")]

    assert isinstance(load_dossier(changed(dossier=names)), Dossier)


def test_one_who_changes_sides_keeps_the_name(changed: Changed) -> None:
    """Two speakers of exactly one name may be one person in two offices."""
    folder = changed(dossier=[("name: Tor Haldane", "name: Ilva Norrin")])

    assert isinstance(load_dossier(folder), Dossier)


def test_a_period_the_wrong_way_round_is_one_finding(changed: Changed) -> None:
    """No statement is blamed for lying before a period that does not run."""
    folder = changed(dossier=[("first: 2031-03-01, last: 2031-06-30", "first: 2031-06-30, last: 2031-03-01")])

    assert told(folder) == [
        "dossier.yaml:6: period.first: '2031-06-30' is not 2031-03-01 or before, when the period ends"
    ]


def test_steps_that_begin_at_one_are_one_finding(changed: Changed) -> None:
    """Who numbers a scale from 1 is told to begin at 0, and the statements are not blamed."""
    scale = [
        ("step: 0, label: Own officers", "step: 1, label: Own officers"),
        ("step: 1, label: Joint teams", "step: 2, label: Joint teams"),
        ("step: 2, label: Officers of", "step: 3, label: Officers of"),
    ]

    assert [one.partition("scale: ")[2] for one in told(changed(dossier=scale))] == [
        "'1, 2, 3' is not a scale that begins at 0; write 0, 1, 2, "
        "and count the steps of the statements from 0 too"
    ]


def test_a_value_near_to_a_valid_one_is_offered_it(changed: Changed) -> None:
    """A slip of a letter is told with the value that was meant."""
    folder = changed(statements=[("gazette-1,gazette,", "gazette-1,gazete,")])
    (finding,) = findings_of(lambda: load_dossier(folder))

    assert finding.nearest == "gazette"
    assert str(finding).endswith("; nearest: gazette")

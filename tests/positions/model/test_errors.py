"""Findings in words: place, what was found, what was expected."""

from __future__ import annotations

import pytest

from positions.model.errors import DossierError, Finding, Notice, Repair


def test_a_finding_names_place_and_field_and_what_was_found() -> None:
    """The form of the house: file:line: field: 'found' is not expected."""
    finding = Finding("statements.csv", 17, "issue", "acess", "one of access, inspection")

    assert str(finding) == "statements.csv:17: issue: 'acess' is not one of access, inspection"


def test_a_finding_in_a_table_names_row_and_statement() -> None:
    """A spreadsheet shows the number of the row, and its author knows the id."""
    finding = Finding("statements.csv", 17, "issue", "acess", "one of access", row=True, statement="004-031")
    unnamed = Finding("statements.csv", 17, "id", None, "a value", row=True)

    assert str(finding) == "statements.csv: row 17 (004-031): issue: 'acess' is not one of access"
    assert str(unnamed) == "statements.csv: row 17: id: missing, expected a value"


def test_repairs_and_notices_name_their_place_as_findings_do() -> None:
    """What was mended can be looked up, how often it was too."""
    repair = Repair("s.csv", 2, "issue", "Acess", "access", times=3, row=True, statement="a")
    notice = Notice("s.csv", None, "", "takes values from other files")

    assert str(repair) == "s.csv: row 2 (a): issue: 'Acess' is read as 'access' (3 times)"
    assert str(notice) == "s.csv: takes values from other files"


@pytest.mark.parametrize("odd", ["a\nb", "x" * 10_000])
def test_no_id_or_field_can_break_the_line_either(odd: str) -> None:
    """A runaway id is shortened, an unprintable one is shown."""
    line = str(Finding("s.csv", 2, odd, None, "a value", row=True, statement=odd))

    assert line.isprintable()
    assert len(line) < 300


def test_what_belongs_nowhere_is_told_with_its_reason() -> None:
    """A field that is to have nothing reads as a sentence too."""
    told = Finding("dossier.yaml", 4, "speakers.party", "coast", "empty; a commentator has no side")

    assert str(told) == (
        "dossier.yaml:4: speakers.party: 'coast' stands where nothing belongs; a commentator has no side"
    )


def test_what_is_not_there_is_called_missing() -> None:
    """Nothing found is told apart from a wrong value."""
    finding = Finding("dossier.yaml", 4, "title", None, "a value")

    assert str(finding) == "dossier.yaml:4: title: missing, expected a value"


def test_a_finding_without_line_or_field_names_what_it_can() -> None:
    """No empty places are printed."""
    assert str(Finding("sources.json", None, "", None, "a file")) == "sources.json: missing, expected a file"
    assert str(Finding("sources.json", 3, "", "x", "valid")) == "sources.json:3: 'x' is not valid"


def test_a_long_value_is_shortened_with_its_length() -> None:
    """A runaway cell does not fill the screen."""
    finding = Finding("statements.csv", 2, "note", "x" * 1_000_060, "shorter")

    assert (
        str(finding) == f"statements.csv:2: note: '{'x' * 60}' and 1,000,000 characters more is not shorter"
    )
    assert "more" not in str(Finding("statements.csv", 2, "note", "x" * 60, "shorter"))


@pytest.mark.parametrize("odd", ["a\nb", "a\x1b[31mb", "a\ud800b", "a\u202eb"])
def test_no_value_can_break_the_line_or_the_screen(odd: str) -> None:
    """Line breaks, terminal codes, half characters and reversed text are shown, not obeyed."""
    line = str(Finding("dossier.yaml", 2, "title", odd, "known"))

    assert line.isprintable()
    assert line.encode("utf-8")


def test_findings_are_sorted_by_file_and_line_and_told_once() -> None:
    """The list reads like the files, and stays the same from run to run."""
    later = Finding("b.csv", 10, "x", "1", "known")
    earlier = Finding("b.csv", 9, "y", "1", "known")
    whole_file = Finding("b.csv", None, "", None, "known")
    other_file = Finding("a.csv", 99, "x", "1", "known")
    same_place = Finding("b.csv", 10, "x", "0", "known")

    error = DossierError([later, earlier, later, whole_file, other_file, same_place])

    assert error.findings == [other_file, whole_file, earlier, same_place, later]
    assert str(error).splitlines() == [str(finding) for finding in error.findings]


def test_of_one_kind_of_fault_fifty_are_told_and_the_rest_is_counted() -> None:
    """A file that is wrong from end to end does not bury the one fault of another kind."""
    repeated = [Finding("b.csv", line, "issue", "x", "known") for line in range(1, 1_300)]
    single = Finding("b.csv", 1_400, "coder", None, "a value")
    error = DossierError([*repeated, single])

    lines = str(error).splitlines()
    assert len(error.findings) == 1_300
    assert lines == [*map(str, repeated[:50]), str(single), "b.csv: issue: and 1,249 more"]

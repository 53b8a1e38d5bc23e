"""Codings beside a dossier: read as they were made, and their faults told by file and row."""

from __future__ import annotations

from pathlib import Path

import pytest

from positions.model.errors import Finding
from positions.reading.codings import checked_codings, load_codings
from positions.reading.dossier import bundled_dossiers, dossier_folder, load_dossier
from positions.reading.located import LARGEST
from tests.conftest import Changed
from tests.positions.faults import findings_of

FIRST = "gazette-1,gazette,30,151,northland,,norrin,access"


def faults_of(folder: Path) -> list[Finding]:
    """The findings in the codings of a dossier that is sound in itself."""
    dossier = load_dossier(folder)
    return findings_of(lambda: load_codings(dossier, folder))


@pytest.mark.parametrize("name", bundled_dossiers())
def test_every_bundled_coding_is_sound(name: str) -> None:
    """Two coders each, and whatever they name is in the dossier."""
    assert list(load_codings(load_dossier(name), dossier_folder(name))) == ["a", "b"]


@pytest.mark.parametrize(
    ("field", "new", "found"),
    [
        ("source", "gazette-1,gazete,30,151,northland,,norrin,access", "gazete"),
        ("party", "gazette-1,gazette,30,151,north,,norrin,access", "north"),
        ("speaker", "gazette-1,gazette,30,151,northland,,nobody,access", "nobody"),
        ("issue", "gazette-1,gazette,30,151,northland,,norrin,acess", "acess"),
    ],
)
def test_a_loose_id_in_a_coding_is_told_with_its_row(
    changed: Changed, field: str, new: str, found: str
) -> None:
    """A page that looks the name up does not find it missing only then."""
    findings = faults_of(changed(coding=[(FIRST, new)]))

    assert [(one.file, one.line, one.field, one.found) for one in findings] == [
        ("codings/a.csv", 2, field, found)
    ]


def test_faults_of_all_codings_are_told_at_once(changed: Changed) -> None:
    """Garbage in one file hides no fault of the other."""
    folder = changed(coding=[(FIRST, FIRST.replace("30,151", "151,30"))])
    (folder / "codings" / "b.csv").write_bytes(b"\xff\xfe\x00garbage\x01")

    assert faults_of(folder) == [
        Finding("codings/a.csv", 2, "end", "30", "more than start, 151"),
        Finding("codings/b.csv", 1, "", "byte 0x01", "UTF-16; save the file as UTF-8"),
    ]


def test_an_id_is_used_once_in_a_coding(changed: Changed) -> None:
    """A disputed placement leads to one row of each coder."""
    folder = changed()
    path = folder / "codings" / "a.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[1], ""]), encoding="utf-8")

    assert faults_of(folder) == [
        Finding("codings/a.csv", len(lines) + 1, "id", "gazette-1", "an id used once among the rows")
    ]


@pytest.mark.parametrize("change", ["edited", "added", "removed"])
def test_the_data_version_covers_the_codings(changed: Changed, change: str) -> None:
    """Figures of agreement that differ do not stand under one version."""
    folder = changed()
    before = load_dossier(folder).data_version
    path = folder / "codings" / "a.csv"
    if change == "removed":
        path.unlink()
    else:
        name = "a" if change == "edited" else "c"
        (folder / "codings" / f"{name}.csv").write_bytes(path.read_bytes() + b"\n")

    assert load_dossier(folder).data_version != before


def test_a_coding_that_cannot_be_read_keeps_no_dossier_from_loading(
    changed: Changed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every other page is shown; who validates learns of the coding by its name."""
    folder = changed()
    monkeypatch.setitem(LARGEST, ".csv", 1)
    (folder / "codings" / "b.csv").write_bytes(b"x" * 1_500_000)

    assert faults_of(folder) == [Finding("codings/b.csv", None, "", "1.5 MB", "a file of at most 1 MB")]


def test_a_coding_saved_on_windows_is_the_same_version(changed: Changed) -> None:
    """Line ends and a byte-order mark change nothing that was said."""
    folder = changed()
    before = load_dossier(folder).data_version
    path = folder / "codings" / "a.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert load_dossier(folder).data_version == before


def test_a_row_of_another_coder_is_told(changed: Changed) -> None:
    """What one coder found is not counted as another's."""
    folder = changed()
    path = folder / "codings" / "a.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace(",high,a,", ",high,c,")
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")

    assert [str(one) for one in faults_of(folder)] == [
        "codings/a.csv: row 2 (gazette-1): coder: 'c' is not a, whose coding this is"
    ]


def test_a_coder_whom_the_dossier_names_has_a_coding(changed: Changed) -> None:
    """A finding that is to be tried against a coding is not tried against fewer in silence."""
    folder = changed(dossier=[("codings: [a, b]", "codings: [a, bb]")])
    dossier = load_dossier(folder)

    told = findings_of(lambda: checked_codings(dossier, folder))

    assert [str(one) for one in told] == [
        "dossier.yaml: variants.codings: 'bb' is not one of a, b; nearest: b"
    ]
    (folder / "codings" / "b.csv").write_bytes(b"\xff\xfe\x00garbage\x01")
    assert len(findings_of(lambda: checked_codings(dossier, folder))) == 2


def test_a_row_that_is_no_statement_of_the_dossier_is_noted(changed: Changed) -> None:
    """A coder may have found it alone; who validates learns of it, and of a speaker on another side."""
    row = FIRST.replace("gazette-1,gazette,30,151", "lone-1,gazette,1,20")
    other = FIRST.replace("gazette-1", "other-1").replace("northland", "southland")
    folder = changed()
    path = folder / "codings" / "a.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    more = [lines[1].replace(FIRST, one) for one in (row, other)]
    path.write_text("\n".join([*lines, *more, ""]), encoding="utf-8")
    dossier = load_dossier(folder)

    found = checked_codings(dossier, folder)

    assert [str(one) for one in found.notices] == [
        f"codings/a.csv: row {len(lines) + 2} (other-1): speaker: norrin speaks for southland, "
        "in the dossier for northland",
        f"codings/a.csv: 2 of {len(lines) + 1} rows match no statement of the dossier: lone-1, other-1",
    ]


@pytest.mark.parametrize("name", bundled_dossiers())
def test_no_loose_end_is_left_in_a_bundled_dossier(name: str) -> None:
    """Every coder named has a coding; what is noted are a coder's own judgements."""
    checked_codings(load_dossier(name), dossier_folder(name))

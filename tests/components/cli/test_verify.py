"""`positions verify` says of each phrase where it stands or why it is not verified, and what to do next."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from positions.editing.saving import BACKUPS, LOG
from positions.reading.dossier import BUNDLED, SOURCES, STATEMENTS, load_dossier
from tests.components.cli.test_commands import ran
from tests.conftest import Changed

RECORD = "--record-passages"


def rows_of(folder: Path) -> list[dict[str, str]]:
    """The rows of the statements in a folder."""
    return list(csv.DictReader((folder / STATEMENTS).read_text(encoding="utf-8").splitlines()))


@pytest.fixture
def unmarked(changed: Changed) -> Path:
    """The small dossier without any passage or fingerprint, and with one phrase that is not in its text."""
    folder = changed()
    rows = [row | {"start": "", "end": ""} for row in rows_of(folder)]
    rows[1]["phrase"] = "no such words anywhere"
    with (folder / STATEMENTS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    sources = json.loads((folder / SOURCES).read_text(encoding="utf-8"))
    for source in sources:
        source["custom"].pop("sha256", None)
    (folder / SOURCES).write_text(json.dumps(sources), encoding="utf-8")
    return folder


def test_each_phrase_without_a_passage_is_looked_up(unmarked: Path) -> None:
    """Its place or the reason is told for every statement, then what records places and fingerprints."""
    result = ran("verify", unmarked)
    lines = result.output.splitlines()

    assert result.exit_code == 1
    first, second = rows_of(unmarked)[:2]
    assert (
        f"gazette-1 (gazette): “{first['phrase']}”: found at characters 90 to 124; no passage is recorded"
        in lines
    )
    failed = "“no such words anywhere”: the phrase is not in the text; nothing near it was found"
    assert f"{second['id']} (gazette): {failed}" in lines
    assert any(f"verify {unmarked} {RECORD}` records the passages of" in line for line in lines)
    assert any(f"`positions fingerprint {unmarked}` records" in line for line in lines)
    assert lines[-1].startswith("0 verified, 3")


def test_passages_that_were_found_once_are_recorded(unmarked: Path) -> None:
    """Rows keep all else, a backup and a line of the log stand beside, and then the phrases are verified."""
    before = rows_of(unmarked)
    result = ran("verify", unmarked, RECORD)
    after, (backup,) = rows_of(unmarked), (unmarked / BACKUPS).iterdir()
    recorded = [row for row in after if row["start"]]

    assert f"{len(recorded)} passages recorded in {unmarked / STATEMENTS}" in result.output
    assert f"kept as {BACKUPS}/{backup.name}" in result.output
    assert [row | {"start": "", "end": ""} for row in after] == before
    assert "the phrase stands once in the text" in (unmarked / LOG).read_text(encoding="utf-8")
    assert (
        f"0 verified, {len(recorded)} found in your copy, not fingerprinted" in ran("verify", unmarked).output
    )
    assert ran("fingerprint", unmarked).exit_code == 0
    assert f"{len(recorded)} verified" in ran("verify", unmarked).output
    assert "No passage to record." in ran("verify", unmarked, RECORD).output
    assert len(list((unmarked / BACKUPS).iterdir())) == 1


def test_recorded_passages_stay(changed: Changed) -> None:
    """Nothing is written where every phrase has its passage, be it a wrong one."""
    folder = changed(statements=[("gazette-1,gazette,30,", "gazette-1,gazette,100,")])
    before = (folder / STATEMENTS).read_bytes()

    assert "No passage to record." in ran("verify", folder, RECORD).output
    assert (folder / STATEMENTS).read_bytes() == before


def test_a_bundled_dossier_stays_as_it_is() -> None:
    """What came with the package is nobody's own, by its id or by its folder."""
    before = (BUNDLED / "training-strait" / STATEMENTS).read_bytes()
    results = [ran("verify", name, RECORD) for name in ("training-strait", BUNDLED / "training-strait")]

    assert [result.exit_code for result in results] == [1, 1]
    assert "is a bundled dossier and stays as it is" in results[0].output
    assert (BUNDLED / "training-strait" / STATEMENTS).read_bytes() == before


def test_without_a_text_it_says_where_one_was_looked_for(unmarked: Path, tmp_path: Path) -> None:
    """No phrase is told as seen; the folder is named, that it is not there, and texts of another name."""
    folder = tmp_path / "elsewhere"
    none = ran("verify", unmarked, "--texts", folder)
    folder.mkdir()
    (folder / "gazete.txt").write_text("Another name.", encoding="utf-8")
    other = ran("verify", unmarked, "--texts", folder)
    count = len(load_dossier(unmarked).sources)
    words = (
        f"No text at hand for {count} of {count} sources. Looked for <source id>.txt in the folder {folder}"
    )

    assert (none.exit_code, other.exit_code) == (1, 1)
    assert f"{words}, which is not there; --texts or POSITIONS_TEXTS names another one." in none.output
    assert f"{words}; --texts" in other.output
    assert "Texts there that bear the id of no source: gazete.txt" in other.output
    assert "seen" not in none.output


def test_a_text_that_is_not_the_coded_one_says_what_to_do(changed: Changed) -> None:
    """Who has put another text in its place is told how to record that one."""
    folder = changed()
    (folder / "texts" / "gazette.txt").write_text("Another text.", encoding="utf-8")
    result = ran("verify", folder)

    assert result.exit_code == 1
    assert "gazette.txt is not the text that was coded (another sha256)" in result.output
    assert "take sha256 of its source out of sources.json" in result.output
    assert f"`positions fingerprint {folder}` records that of yours" in result.output


def test_words_that_are_not_in_a_text_at_hand_are_told_wherever_the_dossier_is_used(
    unmarked: Path, tmp_path: Path
) -> None:
    """Who checks or briefs hears of it without asking; another text is told as that."""
    (unmarked / "texts" / "wire.txt").write_bytes(b"\xff\xfe\xff")
    where = f"statements.csv ({rows_of(unmarked)[1]['id']}): phrase"
    said = f"note: {where}: 'no such words anywhere' in texts/gazette.txt"

    checked = ran("validate", unmarked)
    assert checked.exit_code == 0
    assert f"{said}: the phrase is not in the text; nothing near it was found" in checked.output.splitlines()
    assert "note: texts/wire.txt: not compared: wire.txt is not UTF-8" in checked.output.splitlines()
    briefed = ran("brief", unmarked, "--report", "page", "--format", "md", "-o", tmp_path)
    assert briefed.exit_code == 0
    assert (
        f"2 phrases or texts at hand are not as the dossier has them; `positions verify {unmarked}`"
        in briefed.output
    )
    assert (
        "verify"
        not in ran("brief", "training-strait", "--report", "page", "--format", "md", "-o", tmp_path).output
    )

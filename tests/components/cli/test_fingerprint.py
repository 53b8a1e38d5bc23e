"""The fingerprint command records which texts were coded, in a user's own dossier alone."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from positions.reading.dossier import BUNDLED, SOURCES, load_dossier
from tests.components.cli.test_commands import ran
from tests.conftest import Changed

TEXT = "Pell named the herring season.\n"


def with_copy(changed: Changed) -> Path:
    """A copy of the small dossier with a text for the source that has none."""
    folder = changed()
    (folder / "texts" / "bulletin.txt").write_text(TEXT, encoding="utf-8", newline="")
    return folder


def test_a_copy_is_recorded_and_then_verified_against(changed: Changed) -> None:
    """The hash is printed and stands in sources.json; nothing else there changes."""
    folder = with_copy(changed)
    before = json.loads((folder / SOURCES).read_text(encoding="utf-8"))
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    result = ran("fingerprint", folder)

    assert result.exit_code == 0
    assert f"bulletin: {digest} recorded" in result.output
    assert "1 fingerprint recorded" in result.output
    after = json.loads((folder / SOURCES).read_text(encoding="utf-8"))
    (entry,) = [one for one in after if one["custom"].get("sha256") == digest]
    del entry["custom"]["sha256"]
    assert after == before
    assert [one.id for one in load_dossier(folder).sources if one.custom.sha256 == digest] == ["bulletin"]


def test_what_is_recorded_stays(changed: Changed) -> None:
    """A changed text is told and does not become the coded one by a command."""
    folder = changed()
    (folder / "texts" / "gazette.txt").write_text("Another text.", encoding="utf-8")
    before = (folder / SOURCES).read_bytes()
    result = ran("fingerprint", folder)

    assert result.exit_code == 0
    assert "another than recorded, which stays" in result.output
    assert "0 fingerprints recorded" in result.output
    assert (folder / SOURCES).read_bytes() == before


def test_texts_may_lie_elsewhere(changed: Changed, tmp_path: Path) -> None:
    """A folder of texts that several dossiers share is named as for the other commands."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "bulletin.txt").write_text(TEXT, encoding="utf-8")

    assert "1 fingerprint recorded" in ran("fingerprint", changed(), "--texts", elsewhere).output


def test_a_bundled_dossier_is_refused() -> None:
    """What came with the package is nobody's own."""
    before = (BUNDLED / "training-strait" / SOURCES).read_bytes()
    results = [ran("fingerprint", "training-strait"), ran("fingerprint", BUNDLED / "training-strait")]

    assert [result.exit_code for result in results] == [1, 1]
    assert "is a bundled dossier and stays as it is" in results[0].output
    assert (BUNDLED / "training-strait" / SOURCES).read_bytes() == before

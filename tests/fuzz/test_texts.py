"""Random copies of texts, spans and phrases: each statement is checked, and none ends the check."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from components.cli.commands import app
from positions.model.dossier import Dossier
from positions.reading.source_texts import source_texts
from positions.reading.text_checks import FAILED, NOT_VERIFIED, SEEN, VERIFIED, checks
from tests.conftest import SMALL
from tests.fuzz import cases

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
SPANS = st.integers(0, 300) | st.integers(0, 20_000_000)


COPIES = st.binary(max_size=200) | st.text(max_size=120).map(lambda text: text.encode("utf-8", "replace"))
CODED = st.fixed_dictionaries({"phrase": WORDS, "start": SPANS, "end": SPANS})


@cases(60, 10_000)
@given(raw=COPIES, fields=CODED, known=st.booleans())
def test_any_copy_of_a_text_is_judged(
    raw: bytes, fields: dict[str, Any], known: bool, small: Dossier, tmp_path: Path
) -> None:
    """A copy is the coded one or not, and the phrase stands in the span or not; there is no third answer."""
    digest = hashlib.sha256(raw).hexdigest() if known else "0" * 64
    custom = small.sources[0].custom.model_copy(update={"sha256": digest})
    source = small.sources[0].model_copy(update={"custom": custom})
    statement = small.statements[0].model_copy(update=fields)
    dossier = small.model_copy(update={"sources": (source,), "statements": (statement,)})
    (tmp_path / f"{source.id}.txt").write_bytes(raw)

    (check,) = checks(dossier, source_texts(dossier, tmp_path))

    assert check.status in {VERIFIED, FAILED, NOT_VERIFIED, *SEEN.values()}
    assert check.reason or check.status == VERIFIED


@pytest.mark.parametrize("raw", [b"", b"\0" * 9, b"\xff\xfe", b"\xed\xa0\x80", "’".encode("cp1252")])
def test_a_broken_copy_does_not_end_verify(raw: bytes, tmp_path: Path) -> None:
    """The command goes on with the other texts, and says that this one is another."""
    (tmp_path / "gazette.txt").write_bytes(raw)

    result = CliRunner().invoke(app, ["verify", str(SMALL), "--texts", str(tmp_path)])

    assert result.exit_code == 1
    assert "gazette: not verified: gazette.txt is not the text that was coded" in result.output

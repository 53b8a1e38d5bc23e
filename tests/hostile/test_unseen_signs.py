"""Signs that no page shows are refused where a dossier is read, so that every format can hold its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pydantic import TypeAdapter, ValidationError

from positions.model.errors import DossierError
from positions.model.fields import Name, Text
from positions.reading.dossier import load_dossier
from tests.conftest import Changed
from tests.hostile.fuzz import FUZZ

UNSEEN = ("\x01", "\x0b", "\x1b[31m", "\x7f", "\x85", "\ufffe", "\u202a", "\u202e", "\u2066", "\u2069")
SEEN = ("\u200e", "\u200f", "\u00ad", "\u200b", "\u00a0", "\t", "\n", "🏳️‍🌈", "שלום", "\ufffd")


def _with_sign(changed: Changed, file: str, sign: str) -> Path:
    """A copy of the small dossier with a sign in one text of one of its files."""
    if file == "dossier":
        title = "The strait talks (a fictional case for training)"
        return changed(dossier=[(f"title: {title}", f"title: {json.dumps(f'a{sign}b')}")])
    if file == "sources":
        return changed(sources=[('"The strait talks, day by day"', json.dumps(f"a{sign}b"))])
    return changed(statements=[("Haldane offers permits", f"Haldane{sign}offers permits")])


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
@pytest.mark.parametrize(
    ("file", "field"), [("dossier", "title"), ("sources", "title"), ("statements", "summary")]
)
def test_an_unseen_sign_is_one_finding(changed: Changed, file: str, field: str, sign: str) -> None:
    """Whoever can mend it is told file, row, field and the number of the sign, once."""
    with pytest.raises(DossierError) as refused:
        load_dossier(_with_sign(changed, file, sign))
    (finding,) = refused.value.findings

    assert (finding.file.partition(".")[0], finding.field.rpartition(".")[2]) == (file, field)
    assert finding.expected == f"a text without the unseen sign U+{ord(sign[0]):04X}; delete it"
    assert sign not in str(finding)


@pytest.mark.parametrize("file", ["dossier", "sources"])
def test_half_a_letter_is_one_finding(changed: Changed, file: str) -> None:
    """A surrogate alone is no letter of any script, and no file can be written with it."""
    with pytest.raises(DossierError, match=r"\\ud800b' is not a text of characters that exist"):
        load_dossier(_with_sign(changed, file, "\ud800"))


@pytest.mark.parametrize("sign", SEEN, ids=ascii)
def test_signs_that_writing_needs_are_kept(changed: Changed, sign: str) -> None:
    """Marks of direction, soft hyphens, joiners and blanks belong to texts in many scripts."""
    dossier = load_dossier(_with_sign(changed, "sources", sign))

    assert dossier.sources[0].title == f"a{sign}b"


@FUZZ
@given(st.text(st.characters(), min_size=1, max_size=20), st.sampled_from([Name, Text]))
def test_what_is_read_can_be_written_as_xml(text: str, field: Any) -> None:
    """Office files and drawings are XML: every text that a field takes stands in it as it is."""
    try:
        taken: str = TypeAdapter(field).validate_python(text)
    except ValidationError:
        return
    element = etree.Element("a")
    element.text = taken

    assert etree.fromstring(etree.tostring(element)).text == taken

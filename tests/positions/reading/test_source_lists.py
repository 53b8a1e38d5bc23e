"""Lists of sources in RIS and BibTeX are the same sources that CSL-JSON would list."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.model.errors import DossierError
from positions.reading.dossier import SOURCES, read_files
from positions.reading.source_lists import located_sources
from positions.start.case import new_case
from positions.workbook.loading import loaded_files
from tests.positions.factories import MODEST

RIS = """TY  - NEWS
ID  - example-gazette
TI  - The river talks, day two
T2  - Example Gazette
AU  - Example, Ada
AU  - Office of the Weir
DA  - 2031/05/06/
Y2  - 2031/07/01/12:30:00
UR  - https://example.org/river-talks
LA  - en
VL  - 12
IS  - 3
SP  - 4
EP  - 5
ER  -\x20

TY  - ELEC
TI  - Another page
PY  - 2031
PB  - Weir Office
ER  -\x20
"""
BIBTEX = r"""@comment{from a reference manager}
@string{gaz = "Example Gazette"}
@article{example-gazette,
  title = {The {River} talks, day two},
  journal = gaz,
  author = {Example, Ada and {Office of the Weir} and B{\"o}rn Meyer},
  year = 2031, month = may, day = 6,
  urldate = {2031-07-01},
  url = {https://example.org/river-talks},
  volume = {12}, number = {3}, pages = {4--5}
}

@online{doe:2031,
  title = {Caf{\'e} papers},
  date = {2031-05-02/2031-05-04},
  organization = {Weir Office}
}
"""


def entries(text: str, file: str) -> Any:
    """The entries of a list."""
    return located_sources(text, file).value


def test_ris_worked_by_hand() -> None:
    """Every field stands where a reference manager's CSL-JSON has it."""
    first, second = entries(RIS, "sources.ris")

    assert first == {
        "id": "example-gazette",
        "type": "article-newspaper",
        "title": "The river talks, day two",
        "container-title": "Example Gazette",
        "author": [{"family": "Example", "given": "Ada"}, {"literal": "Office of the Weir"}],
        "issued": {"date-parts": [[2031, 5, 6]]},
        "accessed": {"date-parts": [[2031, 7, 1]]},
        "URL": "https://example.org/river-talks",
        "language": "en",
        "volume": "12",
        "issue": "3",
        "page": "4-5",
    }
    assert second == {
        "id": "",
        "type": "webpage",
        "title": "Another page",
        "publisher": "Weir Office",
        "issued": {"date-parts": [[2031]]},
    }


def test_bibtex_worked_by_hand() -> None:
    """Abbreviations are written out, TeX's letters are letters, a body's name is not taken apart."""
    first, second = entries(BIBTEX, "sources.bib")

    assert first == {
        "id": "example-gazette",
        "type": "article-journal",
        "title": "The River talks, day two",
        "container-title": "Example Gazette",
        "author": [
            {"family": "Example", "given": "Ada"},
            {"literal": "Office of the Weir"},
            {"family": "Meyer", "given": "Börn"},
        ],
        "issued": {"date-parts": [[2031, 5, 6]]},
        "accessed": {"date-parts": [[2031, 7, 1]]},
        "URL": "https://example.org/river-talks",
        "volume": "12",
        "issue": "3",
        "page": "4-5",
    }
    assert second["issued"] == {"date-parts": [[2031, 5, 2], [2031, 5, 4]]}
    assert second["title"] == "Café papers"


@pytest.mark.parametrize(("file", "text"), [("My Library.ris", RIS), ("export.bib", BIBTEX)])
def test_a_list_beside_the_other_files_is_the_list_of_sources(file: str, text: str) -> None:
    """Whatever it is called; ids and short names are proposed, told, and kept as CSL-JSON from then on."""
    given = [(name, content()) for name, content in new_case("case").items() if name != SOURCES]
    loaded = loaded_files([*given, (file, text.encode())])

    ids = [one.id for one in loaded.dossier.sources]
    assert ids[0] == "example-gazette"
    assert [one["id"] for one in json.loads(loaded.files[SOURCES])] == ids
    assert any("the sources are read from" in str(one) for one in loaded.repairs)


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("sources.ris", "hello", "sources.ris:1: 'this content' is not RIS"),
        ("sources.ris", RIS.replace("ER  - \n\nTY", "TY"), "sources.ris:1: '2 entries, 1 whole' is not"),
        ("sources.bib", "hello", "sources.bib:1: 'this content' is not BibTeX"),
        ("sources.bib", BIBTEX + "@misc{open, title = {x", "sources.bib:18: '@misc{open, title = {x' is not"),
        ("sources.bib", BIBTEX + BIBTEX.partition("\n\n")[2], 'sources.bib:18: "@online{doe:2031,'),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(file: str, text: str, words: str) -> None:
    """No entry is lost in silence."""
    with pytest.raises(DossierError) as raised:
        located_sources(text, file)

    assert str(raised.value.findings[0]).startswith(words)


def test_an_unknown_field_of_a_source_is_told_on_its_line() -> None:
    """A fault of an entry names the line with which the entry begins, and the entry."""
    files = {**new_case("case")}
    del files[SOURCES]
    files["sources.ris"] = lambda: RIS.replace("TI  - Another page\n", "").encode()
    with pytest.raises(DossierError) as raised:
        read_files(files)

    assert [str(one) for one in raised.value.findings] == [
        "sources.ris:17 (weir-office-2031): title: missing, expected a value"
    ]


@MODEST
@given(st.text(max_size=80), st.sampled_from(["sources.ris", "sources.bib"]))
def test_any_text_is_entries_or_findings(text: str, file: str) -> None:
    """Nothing else is raised, whatever stands in the file."""
    for written in (text, f"TY  - {text}\nER  - \n", f"@misc{{a, title = {{{text}}}}}"):
        with suppress(DossierError):
            assert isinstance(entries(written, file), list)

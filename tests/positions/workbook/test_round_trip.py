"""A dossier that leaves as a workbook comes back the same."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.model.dossier import Dossier
from positions.model.errors import DossierError
from positions.model.fields import UNSEEN
from positions.model.handling import Handling
from positions.model.sources import Source
from positions.reading.codings import load_codings
from positions.reading.dossier import (
    DESCRIPTION,
    SOURCES,
    STATEMENTS,
    bundled_dossiers,
    dossier_folder,
    load_dossier,
)
from positions.reading.files import Files
from positions.reading.yaml_text import located_yaml
from positions.workbook.loading import codings_of
from positions.workbook.reading import files_of_dossier, files_of_workbook, read_workbook
from positions.workbook.writing import LONGEST_CELL, workbook_of
from tests.positions.export.hostile import hostile_dossier
from tests.positions.factories import FEW, MODEST, dossier_of, dossiers
from tests.positions.model.test_handling import HANDLINGS

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=40).filter(
    lambda text: text.strip() and not UNSEEN.search(text)
)
_NAMES = TEXTS.map(str.strip)
_DAYS = st.tuples(st.integers(1000, 2999), st.integers(1, 12), st.integers(1, 28))
_PEOPLE = st.one_of(
    st.fixed_dictionaries({"literal": _NAMES}),
    st.fixed_dictionaries({"family": _NAMES}, optional={"given": _NAMES}),
)
_DATES = st.builds(
    lambda days, length, circa: {"date-parts": [list(day[:length]) for day in sorted(days)], "circa": circa},
    st.lists(_DAYS, min_size=1, max_size=2),
    st.integers(1, 3),
    st.booleans(),
)
_LISTS = st.lists(_NAMES, max_size=3)


def same(found: Dossier, expected: Dossier) -> bool:
    """Whether two dossiers are equal but for the fingerprint of the files that they were read from."""
    return found.model_copy(update={"data_version": expected.data_version}) == expected


def records_of(files: Files) -> Dossier:
    """What stands in the files, without the rules between records, which random words break."""
    texts = {name: content().decode() for name, content in files.items()}
    rows = csv.DictReader(io.StringIO(texts[STATEMENTS], newline=""))
    return Dossier.model_validate(
        {
            **located_yaml(texts[DESCRIPTION], DESCRIPTION).value,
            "sources": json.loads(texts[SOURCES]),
            "statements": [{name: cell for name, cell in row.items() if cell} for row in rows],
            "data_version": "",
        }
    )


@st.composite
def described(draw: st.DrawFn) -> Dossier:
    """A dossier with any words, people, days and lists in the places where a person may write them."""
    whole = draw(dossiers(most=3))
    source = whole.sources[0].model_dump(by_alias=True, exclude_none=True) | {
        "author": draw(st.lists(_PEOPLE, max_size=3)),
        "issued": draw(st.none() | _DATES),
        "title": draw(_NAMES),
        "custom": {"short_name": draw(_NAMES), "read_in": "a folder", "translated": draw(st.booleans())},
    }
    party = whole.parties[0].model_copy(update={"aliases": tuple(draw(_LISTS)), "note": draw(_NAMES)})
    changes: dict[str, Any] = {
        "naming_note": draw(_NAMES),
        "limits": tuple(draw(_LISTS)),
        "parties": (party, *whole.parties[1:]),
        "handling": draw(st.none() | HANDLINGS.filter(lambda one: one != Handling())),
        "sources": (Source.model_validate(source), *whole.sources[1:]),
    }
    return whole.model_copy(update=changes)


@pytest.mark.parametrize("dossier", bundled_dossiers())
def test_every_bundled_dossier_comes_back_with_its_codings(dossier: str) -> None:
    """All fields in use survive: members, governments, scales, people, days, addresses, both codings."""
    expected = load_dossier(dossier)
    codings = load_codings(expected, dossier_folder(dossier))
    book = workbook_of(expected, codings)
    reading = read_workbook(book, "case.xlsx")
    files = {name: content() for name, content in files_of_workbook(book, "case.xlsx").files.items()}

    assert same(reading.dossier, expected)
    assert reading.repairs == ()
    assert codings_of(files, expected) == codings


@FEW
@given(described())
def test_any_dossier_comes_back_as_a_workbook(dossier: Dossier) -> None:
    """Whatever words stand in it, each comes back letter by letter."""
    opened = files_of_workbook(workbook_of(dossier), "case.xlsx")
    expected = {name: content() for name, content in files_of_dossier(dossier).items()}

    assert {name: content() for name, content in opened.files.items()} == expected


@MODEST
@given(described())
def test_any_dossier_comes_back_from_its_files(dossier: Dossier) -> None:
    """People, days, lists, members, placements and texts are what they were, in the same order."""
    assert same(records_of(files_of_dossier(dossier)), dossier)


def test_a_hostile_dossier_comes_back_unchanged() -> None:
    """What a spreadsheet would run, line breaks and odd signs are texts."""
    dossier = hostile_dossier()

    assert same(read_workbook(workbook_of(dossier), "case.xlsx").dossier, dossier)


def test_a_second_trip_changes_nothing() -> None:
    """The fingerprint changes once, because comments and layout are not in a workbook, and not again."""
    first = read_workbook(workbook_of(load_dossier("training-strait")), "case.xlsx").dossier
    second = read_workbook(workbook_of(first), "case.xlsx").dossier

    assert second == first


def test_the_same_dossier_makes_the_same_bytes() -> None:
    """Two workbooks of one dossier can be compared."""
    assert workbook_of(dossier_of()) == workbook_of(dossier_of())


def test_a_text_that_no_cell_holds_is_a_finding(small: Dossier) -> None:
    """It is named and never cut off."""
    addresses = tuple(f"https://example.org/{number:05}" for number in range(LONGEST_CELL // 24))
    custom = small.sources[0].custom.model_copy(update={"also_at": addresses})
    source = small.sources[0].model_copy(update={"custom": custom})

    with pytest.raises(DossierError, match=r"Sources: row 2: .*is not at most 32,767 characters"):
        workbook_of(small.model_copy(update={"sources": (source,)}))


def test_an_archived_copy_goes_through_a_workbook_and_back(small: Dossier) -> None:
    """Its address and its day are kept as they were written; where there is none there stays none."""
    archived = {"archived_url": "https://archive.example/1", "archived_on": "2031-05-10"}
    custom = small.sources[0].custom.model_copy(update=archived)
    first = small.sources[0].model_copy(update={"custom": custom})
    written = small.model_copy(update={"sources": (first, *small.sources[1:])})

    assert records_of(files_of_dossier(written)).sources == written.sources
    assert records_of(files_of_workbook(workbook_of(written), "w.xlsx").files).sources == written.sources

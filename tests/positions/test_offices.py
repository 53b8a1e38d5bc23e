"""A speaker whose office, authority and side change with the day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.model.parties import AUTHORITIES, Speaker
from positions.reading.dossier import load_dossier
from positions.tables import Tables
from positions.text.citation import citation
from tests.conftest import Changed
from tests.positions.faults import findings_of

HALDANE = "{id: haldane, name: Tor Haldane, office: Chief negotiator, authority: delegated, party: northland}"
MAYOR = {"id": "s", "name": "S", "office": "mayor", "authority": "individual", "party": "north"}
LATER = [
    {"since": "2031-06", "office": "envoy", "party": "south"},
    {"since": "2031-05-10", "office": "minister", "authority": "delegated"},
]


@pytest.mark.parametrize(
    ("said_on", "held"),
    [
        ("undated", ("mayor", "individual", "north")),
        ("2031-05-09", ("mayor", "individual", "north")),
        ("2031-05-10", ("minister", "delegated", "north")),
        ("2031-05-08/2031-05-10", ("minister", "delegated", "north")),
        ("2031-05", ("minister", "delegated", "north")),
        ("2031-06-01", ("envoy", "delegated", "south")),
        ("2031", ("envoy", "delegated", "south")),
    ],
)
def test_the_day_decides_office_authority_and_side(said_on: str, held: tuple[str, str, str]) -> None:
    """Each office holds from its day until the next; what it leaves out stays as it was."""
    one = Speaker.model_validate(MAYOR | {"offices": LATER}).when_saying(said_on)

    assert (one.office, one.authority, one.party) == held


@given(order=st.permutations(LATER), day=st.dates(dt.date(2031, 1, 1), dt.date(2031, 12, 31)))
def test_the_order_in_which_offices_are_written_does_not_matter(
    order: list[dict[str, str]], day: dt.date
) -> None:
    """Only their days count."""
    first, second = (
        Speaker.model_validate(MAYOR | {"offices": offices}).when_saying(day.isoformat())
        for offices in (order, LATER)
    )

    assert (first.office, first.authority, first.party) == (second.office, second.authority, second.party)


def later(changed: Changed, office: str, party: str = "northland") -> Path:
    """The training case in which Haldane takes another office; of which party the words of June are."""
    row = "register-2,register,211,323,{},,haldane"
    return changed(
        dossier=[(HALDANE, HALDANE.replace("}", f", offices: [{{since: 2031-06-01, {office}}}]}}"))],
        statements=[(row.format("northland"), row.format(party))],
    )


def test_a_citation_names_the_office_of_its_day(changed: Changed) -> None:
    """Words of May are the negotiator's, words of June the envoy's; an adviser's no longer lead."""
    folder = later(changed, "office: Envoy, authority: adviser")
    tables = Tables(load_dossier(folder), folder)
    may, june = tables.by_id["gazette-2"], tables.by_id["register-2"]

    assert "Tor Haldane (Chief negotiator)" in citation(may, tables)
    assert "Tor Haldane (Envoy)" in citation(june, tables)
    weighed = {one.statement: one.authority for one in tables.words["northland", "patrols"]}
    assert weighed["register-2"] == AUTHORITIES.index("adviser")


def test_words_after_a_change_of_side_belong_to_the_new_side(changed: Changed) -> None:
    """The row of June that names the old side is told; with the new side it sets the cell of that side."""
    office = "office: Envoy, party: southland"
    found = findings_of(lambda: load_dossier(later(changed, office)))
    dossier = load_dossier(later(changed, office, "southland"))

    assert [(one.field, one.found) for one in found] == [("party", "northland")]
    assert "southland, the party of haldane" in found[0].expected
    assert next(one for one in dossier.statements if one.id == "register-2").party == "southland"


def test_an_office_of_no_known_side_is_told(changed: Changed) -> None:
    """The finding names the place in the list of offices, and nothing that follows from it."""
    found = findings_of(lambda: load_dossier(later(changed, "office: Envoy, party: nowhere")))

    assert [(one.field, one.found) for one in found] == [("speakers.offices.party", "nowhere")]


def test_words_of_a_year_in_which_a_speaker_changed_side_are_told_how_to_be_written(changed: Changed) -> None:
    """The finding names the last day for the earlier side, and the range to write; that range is sound."""
    folder = later(changed, "office: Envoy, party: southland", "southland")
    table = folder / "statements.csv"
    row = "year-1,register,,,northland,,haldane,patrols,{},inferred,direct_quote,,,,,,Words.,,,high,a,\n"
    whole = table.read_text(encoding="utf-8")
    table.write_text(whole + row.format("2031"), encoding="utf-8", newline="")
    found = [one.expected for one in findings_of(lambda: load_dossier(folder)) if one.field == "party"]
    table.write_text(whole + row.format("2031-01-01/2031-05-31"), encoding="utf-8", newline="")
    again = load_dossier(folder)

    assert found == [
        "southland, the party of haldane; for northland until 2031-05-31, "
        "which is written 2031-01-01/2031-05-31"
    ]
    assert again.statements[-1].said_on == "2031-01-01/2031-05-31"

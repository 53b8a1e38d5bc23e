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


ABOUT_THEN = " from {since} on; if the words are older, write the day of the change in its offices"


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


@pytest.mark.parametrize("said_on", ["2031", "undated", "2031-05-30/2031-06-02"])
@pytest.mark.parametrize("side", ["northland", "southland"])
def test_a_date_that_a_change_of_side_divides_is_told_with_both_sides(
    changed: Changed, said_on: str, side: str
) -> None:
    """One finding, whichever side the row names; each of the two ranges that it gives is sound."""
    folder = later(changed, "office: Envoy, party: southland", "southland")
    rows = (folder / "statements.csv").read_text(encoding="utf-8")
    _add(folder, rows, said_on, side)
    found = findings_of(lambda: load_dossier(folder))
    whole = ("2031-05-30", "2031-06-02") if "/" in said_on else ("2031-03-01", "2031-06-30")
    earlier, later_on = f"{whole[0]}/2031-05-31", f"2031-06-01/{whole[1]}"

    assert [(one.field, one.found) for one in found] == [("said_on", said_on)]
    assert found[0].expected == (
        "the day or a range for one side, as haldane changed side: "
        f"{earlier} if for northland or {later_on} if for southland"
    )
    _add(folder, rows, earlier if side == "northland" else later_on, side)
    assert load_dossier(folder).statements[-1].party == side


@pytest.mark.parametrize(("said_on", "side"), [("2031-05", "northland"), ("2031-06", "southland")])
def test_a_month_of_one_side_is_accepted(changed: Changed, said_on: str, side: str) -> None:
    """A change of side divides no date that lies on one side of it."""
    folder = later(changed, "office: Envoy, party: southland", "southland")
    _add(folder, (folder / "statements.csv").read_text(encoding="utf-8"), said_on, side)

    assert load_dossier(folder).statements[-1].said_on == said_on


@pytest.mark.parametrize(
    ("since", "more"), [("2031-06-01", ""), ("2031-06", ABOUT_THEN), ("2031-06~", ABOUT_THEN)]
)
def test_words_in_the_month_of_a_change_of_side_are_told_what_may_be_meant(
    changed: Changed, since: str, more: str
) -> None:
    """Where only the month of the change is known it counts from its first day, and the row may be right."""
    folder = later(changed, "office: Envoy, party: southland", "southland")
    described = folder / "dossier.yaml"
    text = described.read_text(encoding="utf-8").replace(
        "since: 2031-06-01, office: Envoy", f"since: {since}, office: Envoy"
    )
    described.write_text(text, encoding="utf-8", newline="")
    _add(folder, (folder / "statements.csv").read_text(encoding="utf-8"), "2031-06-01", "northland")
    (found,) = findings_of(lambda: load_dossier(folder))

    assert found.expected == f"southland, the party of haldane{more.format(since=since)}"


def test_a_date_that_a_change_of_office_alone_divides_is_accepted(changed: Changed) -> None:
    """The side is sure; the office is that of the last day that the date can mean."""
    folder = later(changed, "office: Envoy, authority: adviser")
    _add(folder, (folder / "statements.csv").read_text(encoding="utf-8"), "2031-05/2031-06", "northland")
    tables = Tables(load_dossier(folder), folder)

    assert "Tor Haldane (Envoy)" in citation(tables.by_id["year-1"], tables)


def _add(folder: Path, rows: str, said_on: str, side: str) -> None:
    """A row of Haldane's words after those of a table."""
    row = f"year-1,register,,,{side},,haldane,patrols,{said_on},inferred,direct_quote,,,,,,Words.,,,high,a,\n"
    (folder / "statements.csv").write_text(rows + row, encoding="utf-8", newline="")

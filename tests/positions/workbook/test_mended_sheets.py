"""Names, capitals, days, quotation marks and words of closed lists are read in every sheet, and told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Repair
from positions.reading.dossier import read_files
from positions.reading.names import ACCEPT, NEAREST
from positions.workbook.reading import files_of_sheets
from tests.positions.factories import FEW
from tests.positions.workbook.test_all_at_once import Cells, Place, changed, findings

# What a person writes, in each sheet, and what is told of it; the case stays the same.
WAYS: dict[Place, tuple[str, str]] = {
    ("About", 5, "value"): ("01.04.2031", "2031-04-01"),
    ("About", 6, "value"): ("30.06.2031", "2031-06-30"),
    ("Parties", 2, "kind"): ("Country", "state"),
    ("Parties", 4, "kind"): ("“Group”", "grouping"),
    ("Members", 2, "party"): ("the River Group", "river-group"),
    ("Members", 2, "kind"): ("STATE", "state"),
    ("Governments", 2, "holder"): ("Upland", "upland"),
    ("Governments", 2, "since"): ("10.1.2031", "2031-01-10"),
    ("Speakers", 2, "party"): ("UPLAND", "upland"),
    ("Speakers", 4, "member"): ("Fenmark", "fenmark"),
    ("Speakers", 2, "authority"): ("Minister", "delegated"),
    ("Issues", 2, "core"): ("yes", "true"),
    ("Steps", 3, "issue"): ("Gates of the weir", "gates"),
    ("Sources", 2, "issued"): ("06.05.2031", "2031-05-06"),
    ("Sources", 2, "custom.read_on"): ("1.7.2031", "2031-07-01"),
    ("Sources", 2, "custom.extent"): ("Whole", "whole"),
    ("Events", 2, "sources"): ("Example Gazette", "example-gazette"),
    ("Events", 2, "day"): ("47973", "2031-05-05"),
    ("Searched", 2, "source"): ("The river talks, day two", "example-gazette"),
    ("Searched", 2, "issues"): ("Gates of the Weir", "gates"),
    ("Left out", 2, "party"): ("„Lowland“", "lowland"),
    ("Looked for", 2, "party"): ("the upper side", "upland"),
    ("Stretches", 2, "last"): ("31.05.2031", "2031-05-31"),
    ("Statements", 2, "issue"): ("Gates of the weir", "gates"),
    ("Statements", 2, "mode"): ("quote", "direct_quote"),
}


def read(cells: Cells, answers: dict[str, str] | None = None) -> tuple[Dossier, tuple[Repair, ...]]:
    """The case with these cells, and what was mended."""
    opened = files_of_sheets(changed(cells), answers or {})
    reading = opened.places.reading(read_files(opened.files, answers, opened.before))
    return reading.dossier, reading.repairs


SAME = read({})[0]


def test_the_example_has_nothing_to_mend() -> None:
    """Nothing is told of what is written as it is meant."""
    assert read({})[1] == ()


# Asked for alone, and decided by other days beside them.
ASKED = {"01.04.2031", "10.1.2031", "06.05.2031", "1.7.2031"}
ASKING = (
    "Sources", "statements.csv", *(f"dossier.yaml/{name}" for name in ("stretches", "governments", "period")),
)  # fmt: skip
CERTAIN = sorted(place for place, (written, _) in WAYS.items() if written not in ASKED)


@pytest.mark.parametrize("place", CERTAIN, ids=lambda place: "-".join(map(str, place)))
def test_what_can_mean_one_thing_is_read_as_it_and_told(place: Place) -> None:
    """By sheet, row and head, what was found and what it is read as; the case is the same one."""
    dossier, repairs = read({place: WAYS[place][0]})

    assert dossier.model_copy(update={"data_version": SAME.data_version}) == SAME
    written, read_as = WAYS[place]
    told = [(one.file, one.line, one.found, one.read_as) for one in repairs]
    found = written.strip("“”„") if (place[0], place[2]) == ("Parties", "kind") or "„" in written else written
    assert (place[0], place[1], found, read_as) in told


@FEW
@given(st.sets(st.sampled_from(sorted(WAYS)), min_size=2))
def test_any_of_them_together_make_the_same_case(places: set[Place]) -> None:
    """However many cells are written otherwise, nothing but the telling changes."""
    answers = {f"{table}:day-order": "day-month" for table in ASKING}
    dossier, repairs = read({place: WAYS[place][0] for place in places}, answers)

    assert dossier.model_copy(update={"data_version": SAME.data_version}) == SAME
    assert bool(repairs) == bool(places)


def test_a_day_with_two_readings_is_asked_once_for_its_sheet() -> None:
    """The publication of a source may be 6 May or 5 June, until a day of the column or the author says."""
    opened = files_of_sheets(changed({("Sources", 2, "issued"): "06.05.2031"}))
    with pytest.raises(DossierError) as raised:
        read_files(opened.files, before=opened.before)

    assert [(one.key, one.found) for one in raised.value.questions] == [("Sources:day-order", "06.05.2031")]
    assert not raised.value.findings


def test_a_question_names_the_sheet_and_the_column() -> None:
    """And the row, as faults and repairs do."""
    opened = files_of_sheets(changed({("Governments", 2, "since"): "10.1.2031"}))
    with pytest.raises(DossierError) as raised:
        read_files(opened.files, before=opened.before)

    (asked,) = opened.places.told_by_row(raised.value).questions
    assert asked.place == "Governments: row 2: since"


# Days that no other day decides, each in a table of its own.
DOUBTFUL: dict[str, tuple[Place, str]] = {
    "dossier.yaml/period": (("About", 5, "value"), "01.04.2031"),
    "dossier.yaml/governments": (("Governments", 2, "since"), "10.01.2031"),
    "dossier.yaml/events": (("Events", 2, "day"), "05.06.2031"),
    "dossier.yaml/stretches": (("Stretches", 2, "first"), "01.04.2031"),
    "dossier.yaml/left_out": (("Left out", 2, "said_on"), "06.05.2031"),
    "Sources": (("Sources", 2, "custom.read_on"), "01.07.2031"),
    "statements.csv": (("Statements", 2, "said_on"), "05.06.2031"),
}


@FEW
@given(st.sets(st.sampled_from(sorted(DOUBTFUL)), min_size=1), st.data())
def test_an_answer_decides_its_table_alone(tables: set[str], data: st.DataObject) -> None:
    """Each table asks for itself, and what is not answered stays a question."""
    answered = data.draw(st.sets(st.sampled_from(sorted(tables))))
    answers = {f"{table}:day-order": "day-month" for table in answered}
    opened = files_of_sheets(changed(dict(DOUBTFUL[table] for table in tables)), answers)
    open_keys = {f"{table}:day-order" for table in tables - answered}
    try:
        asked = opened.before.questions
        read_files(opened.files, answers, opened.before)
    except DossierError as error:
        asked = error.questions

    assert {one.key for one in asked} == open_keys


def test_a_question_lists_all_that_its_answer_decides() -> None:
    """Each further value once, with its column and its rows."""
    cells = {("Statements", row, "said_on"): "05.06.2031" for row in (2, 3, 4)}
    cells |= {("Statements", 2, "until"): "07.06.2031"}
    opened = files_of_sheets(changed(cells))
    with pytest.raises(DossierError) as raised:
        read_files(opened.files, before=opened.before)
    (asked,) = opened.places.told_by_row(raised.value).questions

    assert str(asked) == (
        "Statements: row 2 (example-1): said_on: '05.06.2031' can be read in two ways: "
        "day before month: 05.06.2031 is 2031-06-05, or month before day: 05.06.2031 is 2031-05-06; "
        "the answer also decides '05.06.2031' (Statements, said_on, row 3, row 4); "
        "'07.06.2031' (Statements, until, row 2)"
    )


def test_what_an_answer_did_is_told_day_by_day() -> None:
    """A reader sees each day that was read so, because he said so."""
    cells = {("Stretches", 2, "first"): "01.04.2031", ("Stretches", 2, "last"): "01.05.2031"}
    _, repairs = read(cells, {"dossier.yaml/stretches:day-order": "day-month"})

    assert [str(one) for one in repairs] == [
        "Stretches: row 2: first: '01.04.2031' is read as '2031-04-01' (day before month, as answered)",
        "Stretches: row 2: last: '01.05.2031' is read as '2031-05-01' (day before month, as answered)",
    ]


# What a person mistypes, and the value that is meant.
MISTYPED: dict[Place, tuple[str, str]] = {
    ("Issues", 2, "core"): ("ture", "true"),
    ("Sources", 2, "custom.translated"): ("flase", "false"),
    ("Sources", 2, "custom.extent"): ("whle", "whole"),
    ("Speakers", 2, "party"): ("Up land", "upland"),
    ("Members", 2, "party"): ("River Grup", "river-group"),
    ("Searched", 2, "source"): ("Exmple Gazete", "example-gazette"),
    ("Statements", 2, "speaker"): ("Minster of Uplnd", "upland-minister"),
    ("Statements", 3, "issue"): ("Gates of the wier", "gates"),
    ("Statements", 4, "member"): ("Fen mark", "fenmark"),
}


@pytest.mark.parametrize("place", sorted(MISTYPED), ids=lambda place: "-".join(map(str, place)))
def test_a_name_or_word_mistyped_is_told_with_the_nearest(place: Place) -> None:
    """Blanks and several words make no difference, and a truth has a nearest too; one click takes it."""
    written, meant = MISTYPED[place]
    (found,) = findings({place: written})
    _, repairs = read({place: written}, {NEAREST: ACCEPT})

    assert (found.found, found.nearest) == (written, meant)
    assert [(one.found, one.read_as, one.chosen) for one in repairs] == [(written, meant, True)]


def test_a_row_that_belongs_to_nothing_has_no_fault_that_others_have_not() -> None:
    """Its words are read as those of any other row."""
    (found,) = findings({("Members", 2, "party"): "nobody", ("Members", 2, "kind"): "country"})

    assert (found.field, found.found) == ("party", "nobody")


@pytest.mark.parametrize(
    ("place", "written"),
    [
        (("Searched", 2, "parties"), "upland, Lowland, River Group"),
        (("Searched", 2, "parties"), "all"),
        (("Events", 2, "sources"), "Example Gazette, example-gazette"),
    ],
)
def test_several_names_with_commas_and_all_are_read(place: Place, written: str) -> None:
    """Where every name is known they are several; "all" is what an empty cell means."""
    dossier, repairs = read({place: written})

    assert len(repairs) == 1
    assert [len(one.parties or ()) for one in dossier.searched] == [0 if written == "all" else 3]


def test_a_word_that_is_none_of_a_list_is_told_with_the_nearest() -> None:
    """One click takes it."""
    told = findings({("Parties", 2, "kind"): "staet", ("Speakers", 2, "authority"): "delegate"})

    assert [one.nearest for one in told] == ["state", "delegated"]


def test_the_nearest_values_can_be_accepted_in_every_sheet() -> None:
    """As in the statements; what was accepted is told like anything else that was mended."""
    cells = {("Parties", 2, "kind"): "staet", ("Members", 2, "party"): "river-grup"}
    dossier, repairs = read(cells, {NEAREST: ACCEPT})

    assert dossier.model_copy(update={"data_version": SAME.data_version}) == SAME
    assert {one.found for one in repairs} == {"staet", "river-grup"}


def test_an_id_with_blanks_becomes_a_short_name_and_what_refers_to_it_follows() -> None:
    """Upper Land is upper-land everywhere."""
    cells = {("Parties", 2, "id"): "Upper Land", ("Statements", 2, "party"): "Upper Land"}
    cells |= {("Speakers", 2, "party"): "Upper Land", ("Governments", 2, "holder"): "Upper Land"}
    cells |= {("Searched", 2, "parties"): "Upper Land; lowland", ("Looked for", 2, "party"): "Upper Land"}
    dossier, repairs = read(cells)

    assert dossier.parties[0].id == "upper-land"
    assert dossier.parties[0].governments
    assert dossier.statements[0].party == "upper-land"
    assert "Parties: row 2: id: 'Upper Land' is read as 'upper-land'" in map(str, repairs)


def test_the_id_of_a_case_with_blanks_becomes_a_short_name_too() -> None:
    """As those of parties do; what is no short name at all stays a fault."""
    dossier, repairs = read({("About", 2, "value"): "Oru Water Treaty"})

    assert dossier.id == "oru-water-treaty"
    assert [str(one) for one in repairs] == [
        "About: row 2: id: 'Oru Water Treaty' is read as 'oru-water-treaty'"
    ]


def test_heads_in_capitals_are_read() -> None:
    """As those of the statements are."""
    dossier, repairs = read({("Parties", 1, "name"): "Name", ("About", 3, "field"): "Title"})

    assert dossier.model_copy(update={"data_version": SAME.data_version}) == SAME
    assert {str(one) for one in repairs} == {
        "About: row 3: field: 'Title' is read as 'title'",
        "Parties: row 1: heads: 'Name' is read as 'name'",
    }

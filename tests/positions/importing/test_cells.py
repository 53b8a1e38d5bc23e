"""Cells of a table keep their place, and a heading or cell that is not understood is told there."""

from __future__ import annotations

from collections import Counter

import pytest

from positions.cell import cell_of
from positions.importing.cells import table_cells
from positions.importing.table import import_table
from positions.text.cell import cell_words
from tests.positions.faults import findings_of
from tests.positions.importing.made_tables import (
    CODES,
    HEAD,
    csv_bytes,
    mapping_of,
    whole_view,
)
from tests.positions.reading.test_parquet import written

WIDE = f'{HEAD}{CODES}shape: wide\ncolumns: {{party: Party, value: "{{issue}}"}}\n'
_WIDE = mapping_of(WIDE)
LONG = f"{HEAD}{CODES}shape: long\ncolumns: {{party: who, issue: what, value: answer}}\n"


def made(lines: list[list[str]], text: str) -> object:
    """What a table makes."""
    return import_table(csv_bytes(lines), mapping_of(text), "table.csv")


def test_parquet_is_a_table_too() -> None:
    """With whole numbers, or broken ones that are whole, it makes the same dossier as plain text."""
    made_of = import_table(
        csv_bytes([["Party", "Tax", "Toll"], ["A", "1", ""], ["B", "-1", "0"]]), _WIDE, "t.csv"
    )
    raw = written({"Party": ["A", "B"], "Tax": [1, -1], "Toll": [None, 0.0]})

    assert import_table(raw, _WIDE, "t.parquet").dossier == made_of.dossier


@pytest.mark.parametrize(
    ("lines", "text", "expected"),
    [
        (
            [["Partei", "Tax"], ["A", "1"]],
            WIDE,
            "table.csv: row 1: 'Party' is not one of the headings Partei, Tax; nearest: Partei",
        ),
        (
            [["Party", "Tax", "Tax"], ["A", "1", "0"]],
            WIDE,
            "table.csv: row 1: Tax: '2 columns of that heading' is not a heading used once",
        ),
        (
            [["Party", "Tax", "Tax comment"], ["A", "1", "why"], ["B", "why", "not"]],
            WIDE.replace('value: "{issue}"', 'value: "{issue}", comment: "{issue} Comments"'),
            "table.csv: row 1: '{issue} Comments' is not like any of the headings Party, Tax, Tax comment; "
            "nearest: Tax comment",
        ),
        ([["Party", "Tax"]], WIDE, "table.csv: '1 rows' is not 1 lines of headings and rows below them"),
        (
            [["Party", "A", "B"], ["A", "1", "0"], ["B", "0", "1"]],
            WIDE,
            "table.csv: row 2: 'the same names in rows and columns' is not a table of parties by issues",
        ),
        (
            [["Party", "Tax"], ["A", "1"], ["B", "7"], ["C", "7"]],
            WIDE,
            "table.csv: row 3: Tax: '7' is not one of the codes -1, 0, 1; so it stands in 2 cells",
        ),
        ([["Party", "Tax"], ["A", ""]], WIDE, "table.csv: 'no value in any cell' is not a table with values"),
        (
            [["who", "what", "answer"], ["A", "Tax", "yes"]],
            LONG,
            "table.csv: row 2: answer: 'yes' is not one of the codes -1, 0, 1",
        ),
    ],
)
def test_a_table_that_is_not_the_mappings_is_told_once(
    lines: list[list[str]], text: str, expected: str
) -> None:
    """The row, the heading, what was found and what was expected stand in one sentence."""
    assert [str(one) for one in findings_of(lambda: made(lines, text))] == [expected]


def test_a_weight_without_a_value_beside_it_is_told() -> None:
    """A column that belongs to no issue is a slip in a heading, and is not passed over."""
    text = WIDE.replace('"{issue}"', '"{issue}", weight: "{issue} weight"')
    found = findings_of(lambda: made([["Party", "Tax", "Tx weight"], ["A", "1", "2"]], text))

    assert [(one.field, one.expected) for one in found] == [
        ("Tx weight", "a column of the values beside it, Tx")
    ]


def test_the_pattern_that_says_most_wins() -> None:
    """“Tax weight” is the weight of Tax, and no issue of its own; ignored columns are none either."""
    text = WIDE.replace('"{issue}"', '"{issue}", weight: "{issue} weight"') + "ignored: [Region]\n"
    lines = [["Party", "Region", "Tax", "Tax weight"], ["A", "west", "1", "2.5"]]
    found = table_cells([(n, line) for n, line in enumerate(lines, start=1)], mapping_of(text), "table.csv")

    assert [(one.id, one.heading, dict(one.texts)) for one in found.cells] == [
        ("r2c3", "Tax", {"party": "A", "issue": "Tax", "value": "1", "weight": "2.5"})
    ]


def test_only_the_rows_of_the_mapping_are_read() -> None:
    """Rows of another wave and rows without a name are left out, and counted by reason."""
    lines = [
        ["who", "what", "answer", "year"],
        *(["A", "Tax", "1", year] for year in ("2019", "2021", "2021")),
    ]
    lines += [["", "Tax", "1", "2021"], ["B", "Tax", "0", "2021"]]
    found = import_table(csv_bytes(lines), mapping_of(f"{LONG}only: {{year: [2021]}}\n"), "table.csv")

    assert found.read == 3
    assert found.left_out == Counter({"year is not 2021": 1, "no party is named in the row": 1})
    assert found.unused == ()


def test_a_heading_that_the_mapping_does_not_name_is_told() -> None:
    """Of a long table the other columns are left out, by name."""
    lines = [["who", "what", "answer", "colour"], ["A", "Tax", "1", "grey"]]

    assert import_table(csv_bytes(lines), mapping_of(LONG), "table.csv").unused == ("colour",)


def test_every_missing_code_keeps_its_reason_and_its_kind() -> None:
    """Asked and not answered, not asked, not applicable and an empty cell are blanks, each with its words."""
    text = f"""{WIDE}missing:
  97: {{blank: not_applicable, reason: has no such region}}
  98: {{blank: not_researched, reason: not asked}}
  99: {{blank: declined, reason: keine Angabe}}
  95: {{blank: not_stated, reason: no answer}}
  96: {{blank: does_not_know, reason: don't know}}
"""
    lines = [
        ["Party", "Tax", "Toll", "Dam", "Fish", "Salt", "Port"],
        ["A", "97", "98", "99", "", "95", "96"],
        ["B", "1", "1", "1", "1", "1", "1"],
    ]
    found = import_table(csv_bytes(lines), mapping_of(text), "table.csv")
    shown = whole_view(found.dossier)

    assert {one.issue: one.state for one in shown.cells if one.holder == "a"} == {
        "tax": "not_applicable",
        "toll": "not_researched",
        "dam": "declined",
        "fish": "not_stated",
        "salt": "not_stated",
        "port": "does_not_know",
    }
    told = {one.issue: cell_words(one, shown.tables).lines for one in shown.cells if one.holder == "a"}
    assert told == {
        "tax": ("Does not apply: has no such region", "coded “has no such region” in Valley answers"),
        "toll": ("Not researched: not asked", "coded “not asked” in Valley answers"),
        "dam": (
            "Declined to say",
            "1 May 2031 · the party itself: A gives no answer on “Dam”: “keine Angabe” in the table.",
        ),
        "fish": ("Not stated", "nothing found in 1 source published by 20 May 2031"),
        "salt": ("Not stated: no answer", "coded “no answer” in Valley answers"),
        "port": ("Does not know: don't know", "coded “don't know” in Valley answers"),
    }
    assert found.left_out == Counter(
        [
            *("does not apply: has no such region", "not researched: not asked", "the cell is empty"),
            *("not stated: no answer", "does not know: don't know"),
        ]
    )
    assert {(one.record, one.why) for one in found.dossier.left_out} == {
        ("r2c2", "has no such region"),
        ("r2c3", "not asked"),
        ("r2c6", "no answer"),
        ("r2c7", "don't know"),
    }
    assert [one.note for one in found.dossier.statements if one.id in found.dossier.refusals] == [
        "Coded in the table as: keine Angabe."
    ]


def test_notes_end_before_the_next_begins() -> None:
    """A remark without a full stop does not run into what a missing code says; what has one gets no other."""
    wide = WIDE.replace('value: "{issue}"', 'value: "{issue}", comment: "{issue} (why)"')
    text = f"{wide}missing: {{99: {{blank: declined, reason: k. A.}}}}\n"
    for remark in ("sagt so", "sagt so."):
        lines = [["Party", "Tax", "Tax (why)"], ["A", "99", remark], ["B", "1", ""]]
        (note, *_) = (
            one.note for one in import_table(csv_bytes(lines), mapping_of(text), "t.csv").dossier.statements
        )
        assert note == "sagt so. Coded in the table as: k. A."


def test_a_missing_code_keeps_its_member_speaker_words_and_remark() -> None:
    """What stands beside the code goes with it, and the cell of the member says so."""
    text = f"""{HEAD}{CODES}shape: long
columns: {{party: org, member: state, issue: concept, value: v, speaker: person, phrase: words, comment: why}}
missing: {{dk: {{blank: does_not_know, reason: does not know}}}}
"""
    lines = [["org", "state", "concept", "v", "person", "words", "why"]]
    lines += [["League", "East", "Tax", "dk", "Bob Bay", "we cannot tell", "asked twice"]]
    lines += [["League", "West", "Tax", "1", "", "", ""]]
    found = import_table(csv_bytes(lines), mapping_of(text), "table.csv")
    shown = whole_view(found.dossier)
    (left,) = found.dossier.left_out

    assert (left.member, left.note) == ("east", "Bob Bay, “we cannot tell”, asked twice")
    assert cell_words(cell_of(shown.tables, "east", "tax", shown.day), shown.tables).lines == (
        "Does not know",
        "coded “does not know” in Valley answers: Bob Bay, “we cannot tell”, asked twice",
    )


def test_members_make_their_party_a_grouping() -> None:
    """A row with a member is that member's; one of the grouping alone has no voice, and is counted."""
    text = LONG.replace("party: who", "party: who, member: state")
    lines = [
        ["who", "state", "what", "answer"],
        ["League", "East", "Tax", "1"],
        ["League", "West", "Tax", "0"],
    ]
    lines += [["League", "", "Tax", "1"], ["North", "", "Tax", "1"]]
    found = import_table(csv_bytes(lines), mapping_of(text), "table.csv")
    shown = whole_view(found.dossier)

    assert {party.id: party.kind for party in found.dossier.parties} == {
        "league": "grouping",
        "north": "state",
    }
    assert {one.holder: one.state for one in shown.cells} == {"league": "split", "north": "stated"}
    assert sum(found.left_out.values()) == 1


def test_a_table_without_days_is_undated() -> None:
    """Its values count over the whole period, which its publication sets, and no day is made up for them."""
    text = (
        WIDE.replace("day: 2031-05-01", "day: undated") + "missing: {9: {blank: not_stated, reason: none}}\n"
    )
    found = import_table(
        csv_bytes([["Party", "Tax", "Toll"], ["A", "1", "9"]]), mapping_of(text), "table.csv"
    )

    assert [one.said_on for one in found.dossier.statements] == ["undated"]
    assert [one.said_on for one in found.dossier.left_out] == ["undated"]
    assert found.dossier.period.first == found.dossier.period.last == "2031-05-20"
    assert {one.issue: one.state for one in whole_view(found.dossier).cells} == {
        "tax": "stated",
        "toll": "not_stated",
    }


def test_nothing_with_a_day_is_told() -> None:
    """An undated table of which nobody says when it was published has no period."""
    text = WIDE.replace("day: 2031-05-01", "day: undated").replace(
        " issued: {date-parts: [[2031, 5, 20]]},", ""
    )
    found = findings_of(lambda: mapping_of(text))

    assert [(one.field, one.found) for one in found] == [("sources.issued", None)]


def test_a_column_of_days_must_be_full_or_have_a_default() -> None:
    """An empty cell where nothing stands in for it is told, with how often it occurs."""
    text = LONG.replace("value: answer", "value: answer, day: when").replace(", day: 2031-05-01", "")
    lines = [["who", "what", "answer", "when"], ["A", "Tax", "1", ""], ["B", "Tax", "1", ""]]
    found = findings_of(lambda: made([*lines, ["C", "Tax", "1", "May"]], text))

    assert [(one.line, one.field, one.found) for one in found] == [(2, "day", ""), (4, "day", "May")]
    assert "2 cells" in found[0].expected
    assert "2022-03-29" in found[1].expected


def test_a_column_without_any_day_is_told() -> None:
    """Where every day is undated, the publication must have one."""
    text = LONG.replace("value: answer", "value: answer, day: when")
    text = text.replace(" issued: {date-parts: [[2031, 5, 20]]},", "")
    lines = [["who", "what", "answer", "when"], ["A", "Tax", "1", "undated"]]

    assert [one.field for one in findings_of(lambda: made(lines, text))] == ["day"]


def test_what_a_dossier_cannot_hold_is_told_of_the_table() -> None:
    """A name that is too long for a dossier is a finding of the table, not of a file that nobody has seen."""
    found = findings_of(lambda: made([["who", "what", "answer"], ["A" * 201, "Tax", "1"]], LONG))

    assert {one.file for one in found} == {"table.csv, read as dossier.yaml"}
    assert "at most 200 characters" in str(found[0])


def test_a_heading_with_an_unseen_sign_is_told() -> None:
    """It can be no name, and the sign is named."""
    found = findings_of(lambda: made([["Party", "Tax\x01es"], ["A", "1"]], WIDE))

    assert {one.field for one in found} >= {"issues.name"}
    assert "U+0001" in str(found[0])


def test_a_heading_that_is_too_long_for_a_name_is_given_one() -> None:
    """A thesis of many words is told, and comes in under the name that the mapping gives it."""
    thesis = "A thesis that " + "goes on and " * 20 + "ends"
    lines = [["Party", thesis], ["A", "1"]]
    named = f"{WIDE}issues: [{{as_written: {thesis}, name: The long one, rule: Its words.}}]\n"

    assert {one.field for one in findings_of(lambda: made(lines, WIDE))} >= {"issues.name"}
    assert (
        import_table(csv_bytes(lines), mapping_of(named), "table.csv").dossier.issues[0].name
        == "The long one"
    )


def test_a_value_without_a_speaker_is_of_the_party_itself() -> None:
    """The cell says so, a comment becomes the note, and the limits tell what the table does not."""
    lines = [["Party", "Tax", "Tax, why"], ["A", "1", "Schools need it."]]
    text = WIDE.replace('"{issue}"', '"{issue}", comment: "{issue}, why"')
    dossier = import_table(csv_bytes(lines), mapping_of(text), "table.csv").dossier

    assert [(one.name, one.short, one.office) for one in dossier.speakers] == [
        ("A", "the party itself", "the party itself")
    ]
    assert [one.note for one in dossier.statements] == ["Schools need it."]
    assert "the party itself" in cell_words(whole_view(dossier).cells[0], whole_view(dossier).tables).evidence
    assert [one.partition(":")[0] for one in dossier.limits] == [
        "The table names no speakers",
        "The table gives no days",
        "The table is the only source; no passage of a text stands behind a value.",
    ]


def test_the_office_of_persons_is_not_that_of_a_party_without_one() -> None:
    """A row without a speaker, in a table with speakers, is of the party itself, if it names no office."""
    heads = ["Party", "Issue", "Value", "Person", "Post"]
    lines = [heads, ["A", "Tax", "1", "Ann", ""], ["A", "Tax", "1", "", ""], ["B", "Tax", "1", "", "board"]]
    text = WIDE.replace('value: "{issue}"', "issue: Issue, value: Value, speaker: Person, office: Post")
    text = text.replace("shape: wide", "shape: long").replace("defaults: {", "defaults: {office: member, ")
    dossier = import_table(csv_bytes(lines), mapping_of(text), "table.csv").dossier
    without = WIDE.replace("defaults: {", "defaults: {office: party congress, ")
    alone = import_table(csv_bytes([["Party", "Tax"], ["A", "1"]]), mapping_of(without), "table.csv").dossier

    assert {(one.name, one.office) for one in dossier.speakers} == {
        ("Ann", "member"),
        ("A", "the party itself"),
        ("B", "board"),
    }
    assert [one.office for one in alone.speakers] == ["party congress"]
    assert [issue.asks for issue in alone.issues] == [""]


def test_a_person_in_two_organisations_is_two_speakers() -> None:
    """Whoever speaks for two sides has an id for each, and one name."""
    text = LONG.replace("value: answer", "value: answer, speaker: person")
    lines = [["who", "what", "answer", "person"], ["A", "Tax", "1", "Ann"], ["B", "Tax", "0", "Ann"]]
    speakers = import_table(csv_bytes(lines), mapping_of(text), "table.csv").dossier.speakers

    assert [(one.name, one.party) for one in speakers] == [("Ann", "a"), ("Ann", "b")]
    assert len({one.id for one in speakers}) == 2


def test_rows_of_one_party_that_nothing_tells_apart_are_told() -> None:
    """Two rows of one party contradict where they differ, unless a member or a day tells them apart."""
    lines = [["Party", "Tax", "Toll"], ["A", "1", "0"], ["B", "0", "0"], ["A", "-1", "0"]]
    members = [["Party", "Who", "Tax"], ["A", "a", "1"], ["A", "b", "-1"]]
    by_member = WIDE.replace("party: Party", "party: Party, member: Who")

    assert [str(one) for one in import_table(csv_bytes(lines), mapping_of(WIDE), "table.csv").notices] == [
        "table.csv: row 4: Party: rows 2, 4 are of A, and nothing tells them apart: where they differ, "
        "the position holds each of their values"
    ]
    assert import_table(csv_bytes(members), mapping_of(by_member), "table.csv").notices == ()


def test_rows_that_are_not_read_are_not_told_apart() -> None:
    """Of two waves of a survey one is read, and no row of it is like another."""
    lines = [["Party", "Wave", "Tax"], ["A", "1", "1"], ["A", "2", "0"], ["B", "1", "0"], ["B", "2", "0"]]
    text = f"{WIDE}only: {{Wave: ['2']}}\n"

    assert import_table(csv_bytes(lines), mapping_of(text), "table.csv").notices == ()

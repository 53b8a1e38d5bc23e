"""Values to records: every kind of wrong value is told in words, with its line."""

from __future__ import annotations

from typing import Any

import pytest

from positions.model.dossier import Description
from positions.model.errors import Finding
from positions.model.issues import Issue
from positions.model.parties import Party
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.located import Located
from positions.reading.records import checked_record
from positions.reading.yaml_text import located_yaml
from tests.conftest import SMALL
from tests.positions.factories import checked_records

STATEMENT: dict[str, str] = {
    "id": "s1",
    "source": "paper",
    "speaker": "norrin",
    "issue": "access",
    "said_on": "2031-05-09",
    "date_basis": "explicit",
    "mode": "direct_quote",
    "summary": "Norrin says no.",
    "confidence": "high",
    "coder": "a",
}
SOURCE: dict[str, Any] = {
    "id": "paper",
    "type": "article-newspaper",
    "title": "Talks",
    "issued": {"date-parts": [[2031, 5, 9]]},
    "custom": {"short_name": "Paper", "read_in": "a folder", "read_on": "2031-05-10"},
}
MODES = "'official_text', 'direct_quote', 'reported_speech', 'action', 'attributed' or 'commentary'"

DATES = (
    "a day (2022-03-29), a month (2022-03), a year (2022), about one of them (2022-03~) "
    "or a range (2022-03-28/2022-03-30), or undated"
)


def row_faults(**cells: str) -> list[Finding]:
    """The findings in a sound row of line 7 after these cells have been put in."""
    located = Located("statements.csv", [STATEMENT | cells], {(0,): 7})
    return checked_records(located, Statement)[1]


def source_faults(fields: dict[str, Any]) -> list[Finding]:
    """The findings in a sound source of line 2 after these fields have been put in."""
    return checked_records(Located("sources.json", [SOURCE | fields], {(0,): 2}), Source)[1]


def in_row(field: str, found: str | None, expected: str) -> list[Finding]:
    """One finding in line 7."""
    return [Finding("statements.csv", 7, field, found, expected)]


def test_a_sound_row_becomes_a_statement() -> None:
    """Cells that are not there are unknown."""
    sound, findings = checked_records(Located("statements.csv", [STATEMENT], {(0,): 7}), Statement)

    assert findings == []
    assert sound[0].step_low is None
    assert sound[0].about == ()


def test_sound_rows_are_kept_beside_faulty_ones_with_their_places() -> None:
    """One bad row does not hide what else is wrong between the good ones."""
    rows = [STATEMENT, {"id": "s2"}, STATEMENT | {"id": "s3"}]

    sound, findings = checked_records(Located("statements.csv", rows, {(1,): 3}), Statement)

    assert {place: one.id for place, one in sound.items()} == {0: "s1", 2: "s3"}
    assert {finding.line for finding in findings} == {3}


def test_white_space_around_a_cell_is_not_part_of_it() -> None:
    """A blank left behind in a spreadsheet breaks no reference."""
    cells = {"source": " paper ", "about": "coast ; northland", "mode": "commentary"}

    sound, _ = checked_records(Located("statements.csv", [STATEMENT | cells], {}), Statement)

    assert sound[0].source == "paper"
    assert sound[0].about == ("coast", "northland")


@pytest.mark.parametrize("said_on", ["2022-13", "2022-00-10", "30.2.2022", "2022-W20", "2022-3-1", "٢٠٢٢-٠٣"])
def test_an_impossible_day_is_told(said_on: str) -> None:
    """A day is one of the calendar, written in one way."""
    assert row_faults(said_on=said_on) == in_row("said_on", said_on, DATES)


@pytest.mark.parametrize(
    ("said_on", "expected"),
    [
        ("2022-02-30", "a day that exists; 2022-02 has 28 days"),
        ("2024-02-30", "a day that exists; 2024-02 has 29 days"),
        ("2022-04-00~", "a day that exists; 2022-04 has 30 days"),
        ("2022-03-28/2022-04-31", "a day that exists; 2022-04 has 30 days"),
        ("12022-02-30", DATES),
    ],
)
def test_a_day_that_a_month_lacks_is_told_with_its_last(said_on: str, expected: str) -> None:
    """Who wrote it knows the form; what is wrong is the day."""
    assert row_faults(said_on=said_on) == in_row("said_on", said_on, expected)


def test_a_phrase_of_thirteen_words_is_told() -> None:
    """Quotations stay short enough to be quoted."""
    phrase = "one two three four five six seven eight nine ten eleven twelve thirteen"

    assert row_faults(phrase=phrase.rsplit(" ", 1)[0]) == []
    assert row_faults(phrase=phrase) == in_row("phrase", phrase, "at most 12 words")


@pytest.mark.parametrize(
    ("cells", "pair"),
    [
        ({"step_low": "1"}, "step_low and step_high"),
        ({"step_high": "1"}, "step_low and step_high"),
        ({"start": "1"}, "start and end"),
        ({"end": "1"}, "start and end"),
    ],
)
def test_ends_come_in_pairs(cells: dict[str, str], pair: str) -> None:
    """A range with one end is no range."""
    assert row_faults(**cells) == in_row("", "one of them alone", f"both {pair}, or neither")


@pytest.mark.parametrize(
    ("field", "found", "expected"),
    [
        ("id", "a b", "an id of letters, digits, _ and -"),
        ("id", "x" * 81, "at most 80 characters"),
        ("source", "../paper", "an id of letters, digits, _ and -"),
        ("mode", "quote", f"one of {MODES}"),
        ("confidence", "sure", "one of 'high', 'medium' or 'low'"),
        ("date_basis", "guessed", "one of 'explicit' or 'inferred'"),
        ("start", "-1", "0 or more"),
        ("start", "9" * 5000, "a whole number of few digits"),
        ("summary", "x" * 4001, "at most 4000 characters"),
    ],
)
def test_a_wrong_cell_says_what_was_expected(field: str, found: str, expected: str) -> None:
    """Every message can be acted on without knowing the program."""
    cells = {"start": "0", "end": "9"} if field == "start" else {}

    assert row_faults(**(cells | {field: found})) == in_row(field, found, expected)


@pytest.mark.parametrize(
    ("step", "expected"), [("21", "20 or less"), ("-1", "0 or more"), ("two", "a whole number")]
)
def test_a_wrong_step_says_what_was_expected(step: str, expected: str) -> None:
    """Steps are whole numbers from 0."""
    assert row_faults(step_low="0", step_high=step) == in_row("step_high", step, expected)


def test_an_empty_id_in_a_list_is_told_once() -> None:
    """A semicolon too many is a fault of its own."""
    assert row_faults(about="coast;") == in_row("about", "", "an id of letters, digits, _ and -")


@pytest.mark.parametrize("field", ["id", "source", "speaker", "issue", "said_on", "summary", "coder"])
def test_a_missing_cell_is_told(field: str) -> None:
    """What must be known is asked for by name."""
    row = {name: cell for name, cell in STATEMENT.items() if name != field}

    findings = checked_records(Located("statements.csv", [row], {(0,): 7}), Statement)[1]

    assert findings == in_row(field, None, "a value")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": None}, ("title", "null", "a text")),
        ({"title": 5}, ("title", "5", "a text")),
        ({"title": ["a"]}, ("title", "a list", "a text")),
        ({"title": ""}, ("title", "", "a text of at least 1 characters")),
        ({"title": "\ud800"}, ("title", "\ud800", "a text of characters that exist")),
        ({"author": "Finch"}, ("author", "Finch", "a list")),
        ({"issued": "2031"}, ("issued", "2031", "a mapping of field names to values")),
        ({"issued": {"date-parts": [[]]}}, ("issued.date-parts", "a list", "a list of at least 1")),
        ({"issued": {"date-parts": []}}, ("issued.date-parts", "a list", "a list of at least 1")),
        (
            {"issued": {"date-parts": [[2031, 5, 9, 1]]}},
            ("issued.date-parts", "a list", "a list of at most 3"),
        ),
        ({"issued": {"date-parts": [["May"]]}}, ("issued.date-parts", "May", "a whole number")),
        ({"issued": {"date-parts": [[2031.5]]}}, ("issued.date-parts", "2031.5", "a whole number")),
        ({"issued": {"date-parts": [[float("nan")]]}}, ("issued.date-parts", "nan", "a whole number")),
        ({"issued": {"date-parts": [[None]]}}, ("issued.date-parts", "null", "a whole number")),
        (
            {"issued": {"date-parts": [[2031, 13]]}},
            ("issued", "a mapping", "a date that exists: year, month, day"),
        ),
        ({"custom": None}, ("custom", "null", "a mapping of field names to values")),
        ({"issued": {"circa": True}}, ("issued", "a mapping", "a date: date-parts, literal or raw")),
    ],
)
def test_a_wrong_field_of_a_source_says_what_was_expected(
    fields: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    """JSON has more kinds of value than a table, and each is told in words, once."""
    assert source_faults(fields) == [Finding("sources.json", 2, *expected)]


def test_a_wrong_checksum_says_what_one_looks_like() -> None:
    """An sha256 is not called an id."""
    custom = SOURCE["custom"] | {"sha256": "ABC"}

    assert source_faults({"custom": custom}) == [
        Finding(
            "sources.json",
            2,
            "custom.sha256",
            "ABC",
            "64 hexadecimal digits, 0 to 9 and a to f; or none, and `positions fingerprint FOLDER` "
            "writes them",
        )
    ]


def test_a_source_that_is_no_object_is_told() -> None:
    """A list of titles is not a list of sources."""
    assert checked_records(Located("sources.json", ["Talks"], {(0,): 2}), Source) == (
        {},
        [Finding("sources.json", 2, "", "Talks", "a mapping of field names to values")],
    )


def test_a_truth_value_and_a_label_are_checked() -> None:
    """In dossier.yaml every value is a text, and its field says what it must be."""
    issue = {"id": "a", "name": "A", "question": "Who?", "rule": "any", "core": "perhaps"}
    step = {"step": "0", "label": "a b c d e f g h i j", "short": "a", "rule": "any"}

    assert checked_record(Located("dossier.yaml", issue | {"core": "yes"}, {(): 1}), Issue)[1] == []
    assert checked_record(Located("dossier.yaml", issue | {"scale": [step]}, {(): 1}), Issue) == (
        None,
        [
            Finding("dossier.yaml", 1, "core", "perhaps", "true or false"),
            Finding("dossier.yaml", 1, "scale.label", "a b c d e f g h i j", "at most 9 words"),
        ],
    )


def test_a_party_may_be_called_na_and_have_the_id_no() -> None:
    """Names and ids are texts, whatever else they could mean."""
    party, findings = checked_record(
        Located("dossier.yaml", {"id": "NO", "name": "NA", "kind": "state"}), Party
    )

    assert findings == []
    assert party == Party(id="NO", name="NA", kind="state")


def described_faults(old: str, new: str) -> list[str]:
    """What is told of the small dossier's description after a text in it was replaced."""
    text = (SMALL / "dossier.yaml").read_text(encoding="utf-8")
    assert old in text
    located = located_yaml(text.replace(old, new, 1), "dossier.yaml")
    return [str(finding) for finding in checked_record(located, Description)[1]]


def test_a_faulty_entry_is_told_with_its_id() -> None:
    """Of an entry on two lines one wants to know which source it is."""
    located = Located("sources.json", [SOURCE | {"title": 5}], {(0,): 2}, entries=True)

    assert [str(one) for one in checked_records(located, Source)[1]] == [
        "sources.json:2 (paper): title: '5' is not a text"
    ]


def test_a_missing_word_is_told_with_those_there_are_and_their_meanings() -> None:
    """Who leaves a closed list empty learns what each of its words means."""
    (finding,) = described_faults("authority: principal, party: southland", "party: southland")

    assert finding.startswith(
        "dossier.yaml:119: speakers.authority: missing, expected one of "
        "principal = the head of state or government, or an office in that name; delegated = ministers,"
    )
    assert "individual = speaks for himself or herself" in finding


def test_a_missing_word_without_a_table_of_meanings_is_told_with_those_there_are() -> None:
    """A list of words that say it themselves is enough."""
    row = {name: cell for name, cell in STATEMENT.items() if name != "confidence"}
    findings = checked_records(Located("statements.csv", [row], {(0,): 7}), Statement)[1]

    assert findings == in_row("confidence", None, "one of high; medium; low")


def test_a_misspelt_key_is_one_finding_with_the_nearest() -> None:
    """`license` is told as an unknown field, and `licence` not as missing besides."""
    assert described_faults("licence: CC0-1.0", "license: CC0-1.0") == [
        "dossier.yaml:9: 'license' is not a field that is known here; nearest: licence"
    ]


def test_a_misspelt_key_of_a_record_inside_is_offered_the_fields_of_that_record() -> None:
    """The nearest name is one that the place knows, not one of the whole file."""
    assert described_faults("office: Chief", "ofice: Chief") == [
        "dossier.yaml:117: speakers: 'ofice' is not a field that is known here; nearest: office"
    ]


def test_another_fault_of_the_nearest_field_is_told_besides() -> None:
    """A misspelt key hides nothing that is wrong with the field that it resembles."""
    findings = described_faults("licence: CC0-1.0", "licence: ''\nlicense: CC0-1.0")

    assert len(findings) == 2


@pytest.mark.parametrize(("found", "near"), [("direct_quot", "direct_quote"), ("sure", None)])
def test_the_nearest_word_of_a_closed_list_is_offered(found: str, near: str | None) -> None:
    """A slip is offered its word, another word nothing."""
    (finding,) = row_faults(mode=found)

    assert finding.nearest == near


@pytest.mark.parametrize("written", ["2.5", "2,5"])
def test_a_step_between_two_is_told_to_be_a_range(written: str) -> None:
    """Half a step is two steps in doubt, told once for both ends."""
    expected = "a whole number; write 2 and 3 as a range"

    assert row_faults(step_low=written, step_high=written) == in_row("step_low", written, expected)
    assert row_faults(step_low="2", step_high=written) == in_row("step_high", written, expected)

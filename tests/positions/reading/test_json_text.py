"""JSON text: a list of records with their lines, and what is refused."""

from __future__ import annotations

import json
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from positions.model.errors import DossierError, Finding
from positions.reading.json_text import located_json_list
from tests.positions.faults import findings_of

FILE = "sources.json"
TEXTS = st.text(max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


def faults_of(text: str) -> list[Finding]:
    """The findings in a JSON text."""
    return findings_of(lambda: located_json_list(text, FILE))


def test_every_field_knows_its_line() -> None:
    """A field stands on the line of its name, also inside another field and beside values like it."""
    text = """[
  {
    "id": "title",
    "custom": {
      "note": "the title",
      "deep": {"title": 1}
    },
    "title": "note",
    "note":
      "id"
  },
  {"id": "b"}, {"id":
  "c"}
]"""

    located = located_json_list(text, FILE)

    assert located.value == json.loads(text)
    assert located.line((0,)) == 2
    assert located.line((0, "custom", "note")) == 5
    assert located.line((0, "custom", "deep", "title")) == 6
    assert located.line((0, "title")) == 8
    assert located.line((0, "note")) == 9
    assert located.line((1, "id")) == 12
    assert located.line((2, "id")) == 12


def test_brackets_and_quotation_marks_inside_texts_mislead_nobody() -> None:
    """Only the marks of JSON itself count, not those in a title."""
    text = '[\n{"id": "a ] } \\" { [ , :",\n"ü": "\\u00fc\\\\",\n"title": ":"}\n]'

    located = located_json_list(text, FILE)

    assert located.line((0, "ü")) == 3
    assert located.line((0, "title")) == 4


@settings(deadline=None, max_examples=50, database=None, derandomize=True)
@given(values=st.lists(VALUES, max_size=4), indent=st.sampled_from([None, 0, 2]))
def test_any_list_is_read_as_it_was_written(values: list[object], indent: int | None) -> None:
    """Finding the lines never fails on valid JSON, changes nothing of it, and each value has its own."""
    text = json.dumps(values, indent=indent)
    heights = [json.dumps(value, indent=indent).count("\n") + 1 for value in values]
    begins = [1 if indent is None else 2 + sum(heights[:place]) for place in range(len(values))]

    located = located_json_list(text, FILE)

    assert located.value == values
    assert [located.line((place,)) for place in range(len(values))] == begins
    assert all(1 <= line <= text.count("\n") + 1 for line in located.lines.values())


def test_a_value_below_its_name_has_the_line_of_the_name() -> None:
    """What stands inside a value that begins a line later is not told on the line of the name."""
    text = '[\n{"custom":\n{"a": 1, "b": {"c":\n2}}}]'

    located = located_json_list(text, FILE)

    assert located.line((0, "custom")) == 2
    assert located.line((0, "custom", "a")) == 3
    assert located.line((0, "custom", "b", "c")) == 3


@pytest.mark.parametrize("piece", ["x", "\\n", "é"], ids=["letters", "escapes", "accents"])
def test_a_long_text_costs_no_more_than_a_few_times_its_length(piece: str) -> None:
    """A file of one huge title fills no memory with places to come back to."""
    text = f'[{{"title": "{piece * 500_000}"}}]'
    tracemalloc.start()
    located_json_list(text, FILE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 8 * len(text.encode())


def test_a_syntax_error_is_told_with_its_line() -> None:
    """The reader is sent to the line that cannot be read."""
    assert faults_of('[\n{"id": "a",}\n]') == [
        Finding(FILE, 2, "", "a comma before } at the end", "valid JSON; delete the comma")
    ]


def test_text_behind_the_list_is_told() -> None:
    """Two lists in one file are not taken for one."""
    assert faults_of("[]\n[]") == [Finding(FILE, 2, "", "Extra data", "valid JSON")]


def test_repeated_keys_are_told_with_their_own_lines() -> None:
    """The line is that of the repetition, not of the same name in another record."""
    text = '[\n{"id": "a"},\n{"id": "b"},\n{"id": "c",\n "custom": {"x": 1,\n "x": 2},\n "id": "d"}\n]'

    assert faults_of(text) == [
        Finding(FILE, 6, "", "x", "a field named once"),
        Finding(FILE, 7, "", "id", "a field named once"),
    ]


def test_a_key_repeated_under_an_escape_is_seen() -> None:
    """The same name written in two ways is the same name."""
    assert faults_of('[{"id": "a",\n"\\u0069d": "b"}]') == [Finding(FILE, 2, "", "id", "a field named once")]


@pytest.mark.parametrize("opening", ["[", '[{"a":'])
def test_very_deep_nesting_is_a_finding(opening: str) -> None:
    """No depth breaks the reader."""
    closing = "]" if opening == "[" else "}]"

    assert faults_of(opening * 100_000 + "1" + closing * 100_000) == [
        Finding(FILE, None, "", "text nested this deeply", "a plain list of sources")
    ]


@given(depth=st.integers(1, 1100))
@settings(deadline=None, max_examples=50, database=None, derandomize=True)
def test_between_what_is_read_and_what_is_refused_lies_no_crash(depth: int) -> None:
    """Near the limit of Python, too, the answer is a list or a finding."""
    with suppress(DossierError):
        assert len(located_json_list("[" * depth + "]" * depth, FILE).value) == min(depth - 1, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [('{"id": "a"}', "an object"), ('"a"', "a single value"), ("null", "a single value")],
)
def test_what_is_not_a_list_is_refused(text: str, found: str) -> None:
    """One source alone still stands in a list."""
    assert faults_of(text) == [Finding(FILE, 1, "", found, "a list of sources, as CSL-JSON is")]


def test_a_number_of_five_thousand_digits_is_a_finding() -> None:
    """What Python refuses to read as a number is told, not raised."""
    assert faults_of(f'[{{"volume": {"9" * 5000}}}]') == [
        Finding(FILE, None, "", "a number this long", "a shorter number")
    ]


def test_an_empty_list_is_a_list() -> None:
    """A dossier without sources yet can be read."""
    assert located_json_list(" []\n", FILE).value == []


@pytest.mark.parametrize(
    ("text", "line", "closing"),
    [
        ('[{"id": "a"},\n]', 1, "]"),
        ('[\n{"id": "a",\n}]', 2, "}"),
        ('[{"author": [{"family": "Finch"},\n\n]}]', 1, "]"),
    ],
)
def test_a_comma_at_the_end_is_told_where_it_stands(text: str, line: int, closing: str) -> None:
    """The commonest slip of those who edit JSON by hand is named, whichever release of Python reads it."""
    findings = findings_of(lambda: located_json_list(text, FILE))

    assert findings == [
        Finding(FILE, line, "", f"a comma before {closing} at the end", "valid JSON; delete the comma")
    ]

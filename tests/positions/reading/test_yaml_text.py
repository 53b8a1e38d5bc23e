"""YAML text: every value stays a string, every fault has its line, nothing blows up."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from positions.model.errors import Finding
from positions.reading.yaml_text import located_yaml
from tests.positions.faults import findings_of

FILE = "dossier.yaml"


def faults_of(text: str) -> list[Finding]:
    """The findings in a YAML text."""
    return findings_of(lambda: located_yaml(text, FILE))


def test_nothing_is_taken_for_a_number_a_day_or_a_truth_value() -> None:
    """A party called NO stays NO, and 1_000, 2031-05-09, ~ and 0x10 stay as they are written."""
    located = located_yaml("{a: NO, b: 2031-05-09, c: 1_000, d: ~, e: 0x10, f: NA, g: 1:30, h:}", FILE)

    assert located.value == {
        "a": "NO",
        "b": "2031-05-09",
        "c": "1_000",
        "d": "~",
        "e": "0x10",
        "f": "NA",
        "g": "1:30",
        "h": "",
    }


def test_every_place_knows_its_line() -> None:
    """A field stands on the line of its name, even when its text begins below."""
    text = """# a note
id: x
rule: >-
  two
  lines
parties:
  - id: a
    name: A
  - {id: b,
     name: B}
"""

    located = located_yaml(text, FILE)

    assert located.value["rule"] == "two lines"
    assert located.line(("id",)) == 2
    assert located.line(("rule",)) == 3
    assert located.line(("parties",)) == 6
    assert located.line(("parties", 0, "name")) == 8
    assert located.line(("parties", 1)) == 9
    assert located.line(("parties", 1, "name")) == 10


def test_a_syntax_error_is_told_with_its_line() -> None:
    """The reader is sent to the line that cannot be read."""
    assert faults_of("id: x\ntitle: a: b\n") == [
        Finding(FILE, 2, "", "mapping values are not allowed here", "valid YAML")
    ]


def test_a_line_without_a_colon_is_told_itself() -> None:
    """Not the line below it, at which a parser gives up."""
    assert faults_of("id: x\ntitle The strait\nquestion: Who?\n") == [
        Finding(FILE, 2, "", "title The strait", "a name, a colon and what it says")
    ]


def test_a_quotation_mark_that_is_left_open_is_told_with_its_line() -> None:
    """However far below the parser meets the next one."""
    (found,) = faults_of('id: x\ntitle: "The strait\nrules:\n  - name: "a"\n')

    assert found.line == 4
    assert found.expected == "valid YAML; the quotation mark in line 2 may not be closed"


@pytest.mark.parametrize(
    "text", ['a: "one\n  two"\nb: x: y\n', '# the 5" gun\na: 1\nb: x: y\n', 'a: \'it"s\'\nb: x: "y"\n']
)
def test_a_quotation_mark_that_is_closed_is_not_told(text: str) -> None:
    """On a later line, in a comment or between others."""
    (found,) = faults_of(text)

    assert found.expected == "valid YAML"


def test_a_tab_is_told_with_its_line() -> None:
    """Tabs cannot indent YAML, and an editor does not show them."""
    assert faults_of("parties:\n\t- id: a\n") == [
        Finding(FILE, 2, "", "found character '\\t' that cannot start any token", "valid YAML")
    ]


def test_a_control_character_is_told_with_its_line() -> None:
    """A character that no editor shows is named by its number."""
    assert faults_of("id: x\ntitle: a\x08b\n") == [
        Finding(FILE, 2, "", "character U+0008", "a character of a text")
    ]


def test_a_repeated_key_is_told_with_its_second_line() -> None:
    """Of two values under one name neither is taken silently."""
    assert faults_of("id: x\nparties:\n  - id: a\n    name: A\n    id: b\n") == [
        Finding(FILE, 5, "", "id", "a field named once")
    ]


def test_an_alias_is_refused_with_its_line() -> None:
    """What stands in a file is written out where it counts."""
    assert faults_of("a: &first x\nb: *first\nc: *first\n") == [
        Finding(FILE, 2, "", "an alias (*first)", "written out; aliases are not read"),
        Finding(FILE, 3, "", "an alias (*first)", "written out; aliases are not read"),
    ]


def test_a_billion_laughs_are_refused_before_anything_is_built() -> None:
    """Nine lines that would unfold to a billion values cost nothing."""
    names = "abcdefghi"
    lines = ['a: &a ["lol"]']
    lines += [f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]" for below, name in pairwise(names)]

    findings = faults_of("\n".join(lines))

    assert len(findings) == 8
    assert findings[0] == Finding(FILE, 2, "", "an alias (*a)", "written out; aliases are not read")


@pytest.mark.parametrize("depth", [21, 400, 50_000])
def test_very_deep_nesting_is_one_finding(depth: int) -> None:
    """No depth breaks the reader, whatever Python's own limit is."""
    assert faults_of(f"id: x\na: {'[' * depth}{']' * depth}\n") == [
        Finding(FILE, 2, "", "this depth", "at most 20 levels deep")
    ]


def test_nesting_as_deep_as_allowed_is_read() -> None:
    """The limit itself is within the limit."""
    located = located_yaml(f"a: {'[' * 19}x{']' * 19}", FILE)

    assert str(located.value) == f"{{'a': {'[' * 19}'x'{']' * 19}}}"


@pytest.mark.parametrize(
    "text", ["- a\n- b\n", "only words\n", "# only a comment\n"], ids=["list", "words", "comment"]
)
def test_what_is_not_a_mapping_is_refused(text: str) -> None:
    """A list, a sentence or a comment alone is no dossier."""
    assert faults_of(text) == [Finding(FILE, 1, "", "this content", "a mapping of field names to values")]


def test_a_list_for_a_name_is_refused() -> None:
    """A field is named by words."""
    assert faults_of("id: x\n? [a, b]\n: c\n") == [
        Finding(FILE, 2, "", "a list or mapping", "the name of a field")
    ]


@pytest.mark.parametrize("escape", [r"\U00110000", r"\UFFFFFFFF"])
def test_an_escape_beyond_all_characters_is_refused(escape: str) -> None:
    """A number that stands for no character is a finding, not a crash."""
    assert faults_of(f'id: "{escape}"\n') == [
        Finding(FILE, None, "", r"an escape such as \UFFFFFFFF", "the escape of a character that exists")
    ]


def test_a_megabyte_is_read_in_moments() -> None:
    """A long record costs no more than it must: 0.4 s of work, where two passes in Python took seven."""
    text = "".join(f"k{number}: {{id: a, name: b, aliases: [x, y, z]}}\n" for number in range(22_000))
    began = time.process_time()
    located_yaml(text, FILE)

    assert time.process_time() - began < 3
    assert len(text) > 900_000


def test_tags_build_nothing() -> None:
    """A tag that asks for a program is read as the words behind it."""
    assert located_yaml("a: !!python/object/apply:os.system [x]\n", FILE).value == {"a": ["x"]}


def test_a_second_document_is_refused() -> None:
    """One file holds one dossier."""
    assert faults_of("id: x\n---\nid: y\n") == [
        Finding(FILE, 2, "", "another document", "one document in a file")
    ]


@pytest.mark.parametrize(
    "written", ["“Open all year”", "„Open all year“", "‘Open all year’", "”Open all year”"]
)
def test_bent_quotation_marks_around_a_value_are_taken_off(written: str) -> None:
    """What a word processor made of straight marks does not become part of a label, and that is told."""
    located = located_yaml(f"id: a\nscale:\n  - label: {written}\n", "dossier.yaml")

    assert located.value["scale"] == [{"label": "Open all year"}]
    assert [str(repair) for repair in located.repairs] == [
        f"dossier.yaml:3: scale.label: {written!r} is read as 'Open all year'"
    ]


@pytest.mark.parametrize("written", ["“Open” or “closed”", '"“Open”"', "the “Open” sea", "“Open", "“”"])
def test_other_quotation_marks_are_part_of_the_value(written: str) -> None:
    """Marks inside a text, or inside straight ones, are meant."""
    located = located_yaml(f"title: {written}\n", "dossier.yaml")

    assert located.repairs == ()
    assert located.value["title"] == written.strip('"')

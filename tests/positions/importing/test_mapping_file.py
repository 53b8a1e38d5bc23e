"""A mapping that does not say what a table means is told in one sentence, with its line."""

from __future__ import annotations

import pytest

from positions.importing.mapping_file import located_mapping
from tests.positions.faults import findings_of
from tests.positions.importing.made_tables import HEAD, mapping_of, voting_advice

CODES = "values: {codes: {-1: 0, 1: 1}, labels: [disagrees, agrees]}"
WIDE = 'shape: wide\ncolumns: {party: Party, value: "{issue}"}'
LONG = "shape: long\ncolumns: {party: P, issue: I, value: V}"


def told(text: str) -> list[str]:
    """Everything that is wrong with a mapping that begins as all of them do."""
    return [str(one) for one in findings_of(lambda: mapping_of(HEAD + text))]


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        (
            f"shape: wide\ncolumns: {{party: P, value: V}}\n{CODES}",
            "columns.value",
            "a table does not tell",
        ),
        (
            f"shape: wide\ncolumns: {{party: P}}\n{CODES}",
            "columns.value",
            "a table does not tell",
        ),
        (f'shape: wide\ncolumns: {{value: "{{issue}}"}}\n{CODES}', "columns.party", "names the party"),
        (
            f'shape: wide\ncolumns: {{party: P, issue: I, value: "{{issue}}"}}\n{CODES}',
            "columns.issue",
            "left out; each issue is a heading here",
        ),
        (
            f'shape: wide\ncolumns: {{party: P, value: "{{issue}}", weight: "{{party}} w"}}\n{CODES}',
            "columns.weight",
            "a heading with {issue} in it",
        ),
        (f"shape: long\ncolumns: {{party: P, value: V}}\n{CODES}", "columns.issue", "names the issue"),
        (f'shape: long\ncolumns: {{party: "{{party}}", issue: I}}\n{CODES}', "columns.party", "wide tables"),
        (f"{LONG}\n{CODES}\nignored: [x]", "ignored", "every column that is not named is left out"),
        (f"shape: long\ncolumns: {{party: P, issue: P, value: V}}\n{CODES}", "columns.issue", "nothing else"),
        (LONG, "values", "what the values of the table mean"),
        (f"{LONG}\nvalues: {{reversed: true}}", "values", "one of the two"),
        (f"{LONG}\nvalues: {{codes: {{a: 0}}}}", "values.labels", "both codes and labels"),
        (f"{LONG}\nvalues: {{codes: {{a: 2}}, labels: [x, y]}}", "values.codes.a", "a label, 0 to 1"),
        (f"{LONG}\nvalues: {{ends: {{low: 5, high: 5}}}}", "values.ends.high", "more than low, 5"),
        (
            f"{LONG}\n{CODES}\nmissing: {{1: {{blank: declined, reason: none}}}}",
            "values.codes.1",
            "not under missing",
        ),
        (
            f"{LONG}\n{CODES}\nissues: [{{as_written: a}}, {{as_written: a}}]",
            "issues.as_written",
            "used once in issues",
        ),
        (f"{LONG}\n{CODES}\nmissing: {{9: {{blank: unknown, reason: r}}}}", "missing.9.blank", "one of"),
        (f"{LONG}\n{CODES}\nshapes: long", "", "a field that is known here"),
    ],
)
def test_a_mapping_that_is_unclear_is_told_once(text: str, field: str, expected: str) -> None:
    """One fault is one sentence that names the line, the field and what was expected."""
    found = findings_of(lambda: mapping_of(HEAD + text))

    assert [one.field for one in found] == [field]
    assert found[0].line is not None
    assert expected in str(found[0])


def test_what_no_column_holds_must_be_said() -> None:
    """Neither a day nor a mode nor a coder is ever supplied by the tool."""
    head = HEAD.replace(
        "defaults: {mode: official_text, confidence: high, coder: the makers, day: 2031-05-01}", ""
    )
    found = findings_of(lambda: mapping_of(f"{head}{LONG}\n{CODES}"))

    assert [one.field for one in found] == [
        f"defaults.{one}" for one in ("coder", "confidence", "day", "mode")
    ]
    assert all("or a column of it" in one.expected for one in found)


def test_a_sound_mapping_is_read_whole() -> None:
    """Codes stay texts, steps become numbers, and what is left out is empty."""
    mapping = mapping_of(voting_advice().mapping)

    assert mapping.values is not None
    assert mapping.values.codes == {"-1": 0, "0": 1, "1": 2}
    assert mapping.missing["99"].reason == "no answer"
    assert mapping.columns.weight is None


def test_a_mapping_that_is_no_yaml_is_told() -> None:
    """A broken file is one finding with its line."""
    assert len(findings_of(lambda: located_mapping(b"a: [", "mapping.yaml").mapping)) == 1


def test_an_unknown_key_is_told_with_the_nearest_or_all_that_are_known() -> None:
    """Whoever mistypes a key sees what could stand there."""
    text = f"{LONG}\n{CODES}\n"

    assert told(f"{text}shapes: long") == [
        "mapping.yaml:16: 'shapes' is not a field that is known here; nearest: shape"
    ]
    (found,) = told(text.replace("value: V", "value: V, qqq: 1"))
    assert "'qqq' is not a field that is known here: party, member, issue, value, weight," in found


def test_faults_of_a_mapping_are_told_at_once() -> None:
    """A word that is none of its list hides no other fault, and what hangs on that word is not guessed."""
    text = "shape: wid\ncolumns: {party: P, issue: I, value: V}\nvalues: {codes: {a: 2}, labels: [x, y]}"

    assert [one.partition(": ")[2] for one in told(text)] == [
        "shape: 'wid' is not one of 'long' or 'wide'; nearest: wide",
        "values.codes.a: '2' is not a step that has a label, 0 to 1",
    ]


def test_what_is_named_twice_is_told_with_the_other_line() -> None:
    """Of two entries of one name both can be found."""
    assert told(f"{LONG}\n{CODES}\nissues:\n  - {{as_written: a}}\n  - {{as_written: a}}") == [
        "mapping.yaml:18: issues.as_written: 'a' is not used once in issues; the other is in line 17"
    ]

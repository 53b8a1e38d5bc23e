"""Annotations come in as statements with their passages, whichever tool wrote them."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.export.web_annotations import web_annotations
from positions.importing.annotations import annotation_rows
from positions.importing.table import import_table
from positions.model.errors import DossierError
from positions.model.statements import CELL_MODES
from positions.reading.dossier import BUNDLED, load_dossier
from tests.positions.factories import MODEST
from tests.positions.faults import findings_of
from tests.positions.importing.made_tables import HEAD, mapping_of

SOURCES = (BUNDLED / "training-strait" / "sources.json").read_text(encoding="utf-8")
HYPOTHESIS = {
    "total": 2,
    "rows": [
        {
            "id": "x1",
            "created": "2031-05-02T10:00:00+00:00",
            "user": "acct:coder@example.org",
            "uri": "https://example.org/answers",
            "text": "List A accepts the toll.",
            "tags": ["party:List A", "issue:Toll", "value:1"],
            "target": [
                {
                    "source": "https://example.org/answers",
                    "selector": [
                        {"type": "RangeSelector", "startOffset": 3},
                        {"type": "TextPositionSelector", "start": 12, "end": 40},
                        {"type": "TextQuoteSelector", "exact": "we accept the toll", "prefix": "x"},
                    ],
                }
            ],
        },
        {"uri": "https://example.org/answers", "text": "A remark on the page.", "tags": [], "target": [{}]},
    ],
}


def test_our_own_annotations_come_back() -> None:
    """Side, issue, mode, sentence, passage and phrase of every own word are those that were exported."""
    dossier = load_dossier("training-strait")
    exported = web_annotations(dossier, dossier.statements).encode()
    mapping = mapping_of(
        HEAD.partition("sources:")[0].replace("day: 2031-05-01", "day: undated")
        + "shape: long\ncolumns: {party: tag 1, issue: tag 2, mode: tag 3, source: source, summary: text,\n"
        + "  phrase: phrase, start: start, end: end}\n"
        + f"sources: {json.dumps(json.loads(SOURCES))}\n"
    )
    found = import_table(exported, mapping, "annotations.jsonld")
    issues = {one.id: one.name for one in found.dossier.issues}
    parties = {one.id: one.name for one in found.dossier.parties}
    voiced = {one.id for one in dossier.speakers if one.authority != "commentator"}

    assert sorted(
        (
            one.source,
            one.start or -1,
            one.end or -1,
            one.summary,
            one.phrase or "",
            one.mode,
            issues[one.issue],
            parties[one.party or ""],
        )
        for one in found.dossier.statements
    ) == sorted(
        (
            one.source,
            one.start or -1,
            one.end or -1,
            one.summary,
            one.phrase or "",
            one.mode,
            one.issue,
            one.member or one.party or "",
        )
        for one in dossier.statements
        if one.mode in CELL_MODES and one.speaker in voiced
    )
    assert found.read + sum(found.left_out.values()) == len(dossier.statements)


def test_hypothesis_annotations_are_read_by_their_tags() -> None:
    """Tags as "issue:Toll" are columns; an annotation without them is counted as left out."""
    text = HEAD.replace("title: Valley answers", "title: Valley answers, URL: https://example.org/answers")
    mapping = mapping_of(f"""{text}
values: {{codes: {{0: 0, 1: 1}}, labels: ["no", "yes"]}}
shape: long
columns: {{party: party, issue: issue, value: value, source: source, summary: text, phrase: phrase,
          start: start, end: end, coder: creator}}
""")
    found = import_table(json.dumps(HYPOTHESIS).encode(), mapping, "annotations.json")
    statement = found.dossier.statements[0]

    assert (statement.source, statement.start, statement.end) == ("answers", 12, 40)
    assert (statement.phrase, statement.step_low) == ("we accept the toll", 1)
    assert statement.summary == "List A accepts the toll."
    assert statement.coder == "acct:coder@example.org"
    assert dict(found.left_out) == {"no party is named in the row": 1}


def test_a_long_quotation_is_cut_to_the_words_of_a_phrase() -> None:
    """A passage of a page keeps its span, and as its phrase the first twelve words as they stand there."""
    rows = json.loads(json.dumps(HYPOTHESIS["rows"]))
    rows[0]["target"][0]["selector"][2]["exact"] = "one  two\nthree " + "word " * 20
    text = HEAD.replace("title: Valley answers", "title: Valley answers, URL: https://example.org/answers")
    columns = "columns: {party: party, issue: issue, source: source, summary: text, phrase: phrase}"
    mapping = mapping_of(f"{text}\nshape: long\n{columns}\n")
    found = import_table(json.dumps(rows).encode(), mapping, "annotations.json")

    assert found.dossier.statements[0].phrase == "one  two\nthree " + " ".join(["word"] * 9)


@pytest.mark.parametrize("text", ["{", "[]", "{}", "[1]", '{"items": {}}', '{"first": 3}', "[" * 100_000])
def test_what_holds_no_annotations_is_told(text: str) -> None:
    """Other JSON is one finding, and never a traceback."""
    assert len(findings_of(lambda: annotation_rows(text, "annotations.json"))) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["target", "source", "selector", "refinedBy", "body", "tags", "value", "items", "user"]
            ),
            inner,
            max_size=4,
        )
    ),
)


@given(JSON)
@MODEST
def test_any_json_makes_rows_or_a_finding(value: object) -> None:
    """Each row is as wide as the headings, whatever an annotation holds."""
    rows: list[tuple[int, list[str]]] = []
    with suppress(DossierError):
        rows = annotation_rows(json.dumps(value), "annotations.json")

    assert len({len(cells) for _, cells in rows}) == (1 if rows else 0)

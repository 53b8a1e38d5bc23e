"""The command line says what is wrong, where, and by which exit code."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from components.cli.commands import app
from components.cli.view import viewed
from positions.reading.dossier import load_dossier
from positions.text.divergence import divergence_words
from positions.text.meeting import HEADS as MOVE_HEADS
from positions.text.meeting import RULE as MOVE_RULE
from positions.text.meeting import meeting_words
from positions.text.meeting_lines import tally_sentences
from positions.text.robustness import HEADS, robustness_words
from tests.conftest import Changed


def ran(*words: str | Path) -> Result:
    """The result of `positions <words>`."""
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_sound_dossier_validates() -> None:
    """No fault: one line with the counts and the data version, exit code 0."""
    result = ran("validate", "istanbul-2022")

    assert result.exit_code == 0
    found = load_dossier("istanbul-2022")
    assert (
        f"no fault found; {len(found.statements)} statements, {len(found.sources)} sources, "
        f"{len(found.parties)} parties, {len(found.issues)} issues" in result.output
    )


def test_every_fault_is_told_and_the_exit_code_is_one(tmp_path: Path) -> None:
    """Findings name file, line and field, all at once."""
    (tmp_path / "dossier.yaml").write_text("id: x\nfoo: 1\n", encoding="utf-8")

    result = ran("validate", tmp_path)

    assert result.exit_code == 1
    assert "dossier.yaml:2: 'foo' is not a field that is known here" in result.output
    assert "sources.json: missing" in result.output


def test_faults_of_a_coding_are_told_too(changed: Changed) -> None:
    """A dossier is not called sound while a file beside it is garbage."""
    folder = changed()
    (folder / "codings" / "b.csv").write_text("no,statements\n", encoding="utf-8")

    result = ran("validate", folder)

    assert result.exit_code == 1
    assert (
        "codings/b.csv: row 1: 'no,statements' is not a row of heads, with at least id, source"
        in result.output
    )


def test_what_was_mended_is_told_before_the_faults(changed: Changed) -> None:
    """A repair is no fault: alone it ends with exit code 0; with a fault it stands above it."""
    folder = changed()
    path = folder / "statements.csv"
    path.write_bytes(path.read_bytes().replace(b"id,source", b"ID,source", 1))
    coding = folder / "codings" / "a.csv"
    coding.write_bytes(coding.read_bytes().replace(b"id,source", b"id,Source", 1))

    mended = ran("validate", folder)
    path.write_bytes(path.read_bytes().replace(b"2031-05-09", b"2031-02-30"))
    faulty = ran("validate", folder)

    first = "mended: statements.csv: row 1: heads: 'ID' is read as 'id'"
    assert mended.exit_code == 0
    assert mended.output.splitlines()[:2] == [
        first,
        "mended: codings/a.csv: row 1: heads: 'Source' is read as 'source'",
    ]
    assert "no fault found" in mended.output
    assert faulty.exit_code == 1
    assert faulty.output.splitlines()[0] == first
    assert "statements.csv: row 2 (gazette-1): said_on: '2031-02-30' is not" in faulty.output


def test_a_column_of_ones_own_is_a_note(changed: Changed) -> None:
    """It is kept, and no fault."""
    folder = changed(statements=[(",coder,note\n", ",coder,note,mine\n")])
    path = folder / "statements.csv"
    heads, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([heads, *(f"{row},x" for row in rows), ""]), encoding="utf-8")

    result = ran("validate", folder)

    assert result.exit_code == 0
    assert result.output.startswith(
        "note: statements.csv: row 1: the column 'mine' is not known here and is kept as it is\n"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("validate", "nowhere"), "istanbul-2022"),
        (("matrix", "istanbul-2022", "--as-of", "29.3.2022"), "not a day such as 2022-03-29"),
        (("matrix", "istanbul-2022", "--as-of", "2030-01-01"), "Days: 2022-02-24 to 2022-04-05"),
        (("gaps", "istanbul-2022", "--issues", "crimea,fish"), "Issues: neutrality, crimea"),
        (("why", "training-strait", "northland,southland", "access"), "Name one party and one issue"),
        (("why", "training-strait", "northland", "fish"), "Issues: access"),
        (("serve", "nowhere"), "neither a folder"),
        (("matrix",), "DOSSIER"),
    ],
)
def test_wrong_usage_is_exit_code_two(words: tuple[str, ...], expected: str) -> None:
    """A mistyped name or day is answered with what there is."""
    result = ran(*words)

    assert result.exit_code == 2
    assert expected in " ".join(result.output.split())


def test_why_a_cell_says_what_it_says() -> None:
    """In words and as a row per statement, as of the last day or another."""
    words = ran("why", "training-strait", "northland", "patrols").output
    rows = list(csv.DictReader(io.StringIO(ran(*_WHY, "--csv").output)))

    assert words.startswith("Northland on Patrols: ")
    assert "A measure bounded in time, and its time is over: 1 statement" in words
    assert [(one["statement"], one["rule"], one["shown"]) for one in rows] == [
        ("register-2", "leads", "yes"),
        ("register-1", "bounded", "yes"),
    ]


_WHY = ("why", "training-strait", "northland", "patrols", "--day", "2031-06-12")


def test_the_matrix_can_be_piped() -> None:
    """As CSV the matrix has one row per issue and one column per party, whole texts."""
    result = ran("matrix", "istanbul-2022", "--csv", "--as-of", "2022-03-29", "--parties", "ukraine,russia")

    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert list(rows[0]) == ["Issue", "Russia", "Ukraine", "Farthest apart"]
    assert rows[1]["Ukraine"].startswith("Deferred; no force\ncondition: only once there is")


def test_gaps_are_printed_with_interval_relation_and_what_they_rest_on() -> None:
    """Each comparable pair has its gap in steps, its interval, a word, and whether few members spoke."""
    result = ran("gaps", "istanbul-2022", "--csv", "--issues", "ceasefire")

    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert [
        (row["First"], row["Second"], row["Steps"], row["Interval"], row["Relation"], row["Rests on"])
        for row in rows
    ] == [
        ("Russia", "Ukraine", "2", "2", "apart", ""),
        ("Russia", "France and Germany (West)", "2", "2", "apart", "some members only"),
        ("Ukraine", "France and Germany (West)", "0", "0", "same step", "some members only"),
    ]


@pytest.mark.parametrize("command", ["matrix", "gaps"])
def test_a_table_stands_between_the_finding_and_the_source_line(command: str) -> None:
    """Whoever copies the output has finding, measure, day, sources and order rule in it, word for word."""
    view = viewed("istanbul-2022", "2022-03-29", None, None)
    lines = ran(command, "istanbul-2022", "--as-of", "2022-03-29").output.splitlines()

    assert lines[:2] == [view.finding, view.measure]
    assert lines[-1] == view.source_line


@pytest.mark.parametrize(
    ("command", "columns"), [("matrix", 80), ("matrix", 160), ("gaps", 80), ("gaps", 30)]
)
def test_no_word_of_a_table_is_broken(command: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a terminal is too narrow for columns, each row is a block of lines with the same words."""
    monkeypatch.setenv("COLUMNS", str(columns))
    words = (command, "istanbul-2022", "--as-of", "2022-03-29")
    printed = set(ran(*words).output.split())

    (_, *names), *rows = csv.reader(io.StringIO(ran(*words, "--csv").output))
    said = {word for text in (*names, *(text for row in rows for text in row)) for word in text.split()}
    assert len(said) > 20
    assert said <= printed


def test_text_of_a_dossier_is_never_read_as_markup(changed: Changed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Square brackets in a condition or a name neither vanish nor stop the command."""
    monkeypatch.setenv("COLUMNS", "250")
    folder = changed(
        statements=[("until the shoals recover", "[/bold] until [red]they[/red] recover")],
        dossier=[("name: Inspection", 'name: "[b]Inspection[/x]"')],
    )
    result = ran("matrix", folder, "--as-of", "2031-05-11")

    assert result.exit_code == 0
    assert "[/bold] until [red]they[/red] recover" in result.output
    assert "[b]Inspection[/x]" in result.output


def test_verify_without_texts_says_so(tmp_path: Path) -> None:
    """Nothing can be verified without a text: said per source, and exit code 1."""
    result = ran("verify", "istanbul-2022", "--texts", tmp_path)

    assert result.exit_code == 1
    assert "000-one-step-forward: not verified: no copy of the text" in result.output
    total = len(load_dossier("istanbul-2022").statements)
    assert f"0 verified, 0 failed, {total} not verified" in result.output


def test_the_codebook_holds_every_scale_and_column() -> None:
    """What a coder needs is in one document."""
    result = ran("codebook", "istanbul-2022")

    assert result.exit_code == 0
    for words in (
        "Status deferred, to be negotiated without force",
        "`date_basis`",
        "Mekinsky",
        "`not_researched`",
    ):
        assert words in result.output


def test_moves_and_divergences_print_what_the_view_says() -> None:
    """Finding, rule, the whole, then a line per pair; as CSV the rows alone; other days give other pairs."""
    view = viewed("istanbul-2022", None, None, None)
    moves, pairs = meeting_words(view, view.gaps), divergence_words(view)

    printed = ran("moves", "istanbul-2022").output
    rows = list(csv.reader(io.StringIO(ran("moves", "istanbul-2022", "--csv").output)))
    others = ran("divergences", "istanbul-2022").output
    one_day = list(
        csv.reader(io.StringIO(ran("divergences", "istanbul-2022", "--days", "0", "--csv").output))
    )

    assert printed.startswith(view.finding)
    assert all(words in printed for words in (MOVE_RULE, *tally_sentences(view)))
    assert all(one.sentence in printed for one in moves)
    assert [tuple(row) for row in rows] == [MOVE_HEADS, *(one.texts(view.tables) for one in moves)]
    assert len(pairs) == 3
    assert all(one.sentence in others for one in pairs)
    assert len(one_day) - 1 == 2


def test_robustness_prints_what_the_view_says() -> None:
    """The finding, a row per variant, counts and removals; as CSV the rows alone."""
    view = viewed("istanbul-2022", None, None, None)
    found = robustness_words(view)

    printed = ran("robustness", "istanbul-2022").output
    rows = list(csv.reader(io.StringIO(ran("robustness", "istanbul-2022", "--csv").output)))

    assert printed.startswith(view.finding)
    assert all(words in printed for words in (view.measure, *found.sentences, *found.removals))
    assert [tuple(row) for row in rows] == [HEADS, *(row.texts for row in found.rows)]

"""The table of the README on speed is the one that its command writes."""

from __future__ import annotations

from tests.benchmarks.table import BEGIN, CASES, END, HEADS, README, SERVED, SIZED, table, with_table


def rows(text: str) -> list[list[str]]:
    """The cells of a table in Markdown, heads first, without the line below them."""
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return [lines[0], *lines[2:]]


def test_the_readme_has_every_case_of_the_command() -> None:
    """Heads and cases stand between the marks in the order of the command, each with a figure and a unit."""
    told = README.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    heads, *lines = rows(told)

    assert tuple(heads) == HEADS
    assert tuple(line[0] for line in lines) == CASES
    assert [line[1].split()[1] for line in lines] == [case.unit for case in (*SERVED, *SIZED)]


def test_a_figure_stands_beside_what_it_is_compared_with() -> None:
    """Three seconds beside two are 1.5 times as long; what nothing was measured beside has dashes."""
    here = dict.fromkeys((case.here for case in SERVED), 3.0)
    beside = dict.fromkeys((case.beside for case in SERVED), 2.0)
    sized = dict.fromkeys((case.here for case in SIZED), 1234.5)
    _, *lines = rows(table(here, beside, sized))

    assert lines[0][1:] == ["3 s", "2 s, a bare Streamlit app", "1.5"]
    assert lines[len(SERVED)][1:] == ["1,234 s", "—", "—"]


def test_nothing_but_the_table_is_written_anew() -> None:
    """What stands before and after the marks stays, and a second writing changes nothing."""
    once = with_table(f"above {BEGIN} old {END} below", "| new |\n")

    assert once == f"above {BEGIN}\n\n| new |\n\n{END} below"
    assert with_table(once, "| new |\n") == once

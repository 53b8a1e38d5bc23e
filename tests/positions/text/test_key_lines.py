"""What a short report opens with: four heads, each line whole, the rest counted."""

from __future__ import annotations

from dataclasses import replace

from positions.reading.dossier import load_dossier
from positions.text.key_lines import KeyLines, key_lines
from positions.view import View
from tests.components.report.handed_out import compared, view_on


def landing(dossier: str) -> View:
    """The landing view, compared with the default earlier day."""
    return compared(view_on(load_dossier(dossier)))


def test_the_first_dossier_in_short() -> None:
    """Checked by hand against the matrix, the gaps and the movement of the landing view."""
    assert key_lines(landing("istanbul-2022")) == (
        KeyLines(
            "Farthest apart",
            ("Neutrality: 2 of 4 steps, Russia – Ukraine", "Ceasefire: 2 of 4 steps, Russia – Ukraine"),
        ),
        KeyLines("At the same step", ("No two firm positions share a step",)),
        KeyLines(
            "Moved since 3 Mar 2022",
            ("Russia on the ceasefire moved 1 step: On until aims are met → Reduced in places",),
        ),
        KeyLines(
            "No position",
            (
                "Neutrality: West, not stated",
                "Crimea: West, not stated",
                "Donbas: West, not stated",
                "Security guarantees: Russia, said, but does not fit the scale",
            ),
        ),
    )


def test_more_than_four_are_counted() -> None:
    """Of six gaps the four widest are named, with the number of the others."""
    view = landing("ukraine-2014-2026")
    apart = key_lines(view)[0].lines

    assert [line.partition(":")[0] for line in apart[:4]] == [
        issue.name for issue in view.by_gap if view.widest_on(issue.id)
    ][:4]
    assert apart[4:] == ("and 2 more issues",)


def test_without_words_each_head_says_so() -> None:
    """On the first day of the record nothing is apart, together or moved, and nothing is left empty."""
    view = landing("istanbul-2022")
    first = View(view.tables, replace(view.selection, day=view.earlier_days[0], since=None))
    told = {one.head: one.lines for one in key_lines(first)}

    assert all(told.values())
    assert told["Moved"] == ("No earlier day to compare with",)


def test_what_stands_at_the_same_step_is_named_without_saying_so_again() -> None:
    """The head says it once; each line has the pair and the step."""
    told = {one.head: one.lines for one in key_lines(landing("ukraine-2014-2026"))}

    assert told["At the same step"][0] == "Ceasefire: Europe – Ukraine, General ceasefire first"
    assert not [line for line in told["At the same step"] if "same step" in line]

"""A dossier whose texts a spreadsheet, TeX or a browser would run if nobody took care."""

from __future__ import annotations

from pathlib import Path

from positions.model.dossier import Dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View
from positions.view import view_of as view_at
from tests.positions.factories import dossier_of, said

HOSTILE = (
    '=HYPERLINK("http://x.invalid","open")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "'=already marked",
    "<script>alert(1)</script> & {braces} $x_1^2$ 50% #1 ~ \\end",
    "| pipes | *stars* `ticks` [links](http://x.invalid)",
)


def hostile_dossier() -> Dossier:
    """One placed statement per hostile text, which is summary, condition and phrase at once."""
    sides = ("north_head", "south_head", "north_envoy", "south_envoy")
    spoken = [
        said(
            f"h{number}",
            sides[number % 4],
            number % 5,
            summary=text,
            condition=text,
            phrase=text,
            note=text,
            said_on=f"2030-05-{10 + number}",
        )
        for number, text in enumerate(HOSTILE)
    ]
    return dossier_of(spoken, title=HOSTILE[0], limits=HOSTILE, stale_after=3650)


def hostile_view() -> View:
    """The landing view of the hostile dossier."""
    return view_of(hostile_dossier())


def view_of(dossier: Dossier) -> View:
    """The landing view of a dossier."""
    return view_at(Tables(dossier, Path()), default_selection(dossier))

"""Colours can be told apart by everybody, on paper too, and read on their ground."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from components.charts.coverage_map import template
from components.colours import mixed, pale
from components.theme import (
    LOOKS,
    MARKS,
    PALETTES,
    Scheme,
    look,
    mark_look,
    party_marks,
    view_marks,
)
from positions.cell import STATES
from positions.reading.dossier import load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.labels import MARK_WORDS
from positions.view import View
from tests.positions.factories import dossier_of

SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB" by WCAG 2.1, from 0 to 1."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours by WCAG 2.1, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read(scheme: Scheme) -> None:
    """Ink and muted ink reach the contrast that WCAG AA asks of small text."""
    palette = PALETTES[scheme]

    assert contrast(palette.ink, palette.paper) >= 7
    assert contrast(palette.mute, palette.paper) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_stand_out_from_the_ground(scheme: Scheme) -> None:
    """Every party's mark reaches the contrast that WCAG AA asks of graphics."""
    palette = PALETTES[scheme]

    for colour in (*palette.parties, palette.other):
        assert contrast(colour, palette.paper) >= 3


def test_parties_can_be_told_apart_in_grey() -> None:
    """On a grey print no two parties have nearly the same lightness."""
    shades = [luminance(colour) ** (1 / 2.4) for colour in PALETTES["light"].parties]

    assert all(abs(one - other) > 0.08 for one, other in combinations(shades, 2))


def test_each_party_has_its_own_shape_and_members_their_groupings() -> None:
    """Colour never stands alone: a shape goes with it, the same for a grouping and its members."""
    marks = party_marks(load_dossier("istanbul-2022"))

    assert len({marks[party].shape for party in ("russia", "turkey", "ukraine", "west")}) == 4
    assert marks["france"] == marks["west"]
    assert marks["turkey"].colour == PALETTES["light"].other


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("count", [9, 10, 38, 120])
def test_no_two_of_many_parties_have_one_mark(scheme: Scheme, count: int) -> None:
    """The first nine differ in shape; each further one is grey with its number inside."""
    parties = [{"id": f"p{one:03}", "name": f"State {one:03}", "kind": "state"} for one in range(count)]
    marks = party_marks(dossier_of(parties=parties, speakers=[]), scheme)
    nine, further = list(marks.values())[:9], list(marks.values())[9:]

    assert len(set(marks.values())) == count
    assert len({mark.shape for mark in nine}) == 9
    assert not any(mark.number for mark in nine)
    assert [mark.number for mark in further] == [str(place) for place in range(10, count + 1)]
    assert {mark.colour for mark in further} <= {PALETTES[scheme].other}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_figures_take_the_theme(scheme: Scheme) -> None:
    """A figure has the page's ink and no ground of its own."""
    layout = template(scheme).layout

    assert layout.font.color == PALETTES[scheme].ink
    assert layout.paper_bgcolor == "rgba(0,0,0,0)"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_pale_can_still_be_seen(scheme: Scheme) -> None:
    """Ranges are paler than marks where there is room for it, and reach a contrast of 3 on the page."""
    palette = PALETTES[scheme]

    for colour in (*palette.parties, palette.other, palette.apart):
        found = pale(colour, palette.paper)
        assert contrast(found, palette.paper) >= 3
        assert contrast(found, palette.paper) <= contrast(colour, palette.paper) + 0.01


def test_a_mixture_runs_from_the_paper_to_the_colour() -> None:
    """Nothing of a colour is the paper, all of it the colour itself."""
    ink, paper = PALETTES["light"].ink, PALETTES["light"].paper

    assert mixed(ink, 0, paper) == paper
    assert mixed(ink, 1, paper) == ink


def test_every_state_of_a_cell_has_a_look_of_its_own() -> None:
    """No two states are drawn alike, in grey either, and an unknown one is an error."""
    looks = [(one.edge, one.left, one.fill, one.bold, one.italic, one.mute) for one in LOOKS.values()]

    assert set(STATES) <= set(LOOKS)
    assert len(set(looks)) == len(looks)
    with pytest.raises(KeyError, match="unheard_of"):
        look("unheard_of")


@pytest.mark.parametrize(
    ("columns", "of_france", "of_us"), [(("europe", "us"), "europe", "us"), (("west",), "west", "west")]
)
def test_a_member_has_the_mark_of_the_column_in_which_it_stands(
    columns: tuple[str, ...], of_france: str, of_us: str
) -> None:
    """France belongs to two groupings; inside the one that is shown it is drawn as that one is."""
    dossier = load_dossier("ukraine-2014-2026")
    plain = party_marks(dossier)
    marks = view_marks(View(Tables(dossier, Path()), replace(default_selection(dossier), parties=columns)))

    assert plain["europe"] != plain["west"] != plain["us"]
    assert (marks["france"], marks["us"]) == (plain[of_france], plain[of_us])
    assert {one: marks[one] for one in columns} == {one: plain[one] for one in columns}


def test_every_mark_has_one_look_and_one_meaning() -> None:
    """No two marks are drawn alike, each has its words, and an unknown one is an error."""
    looks = [(one.fill, one.edge, one.dash, one.size) for one in MARKS.values()]

    assert len(set(looks)) == len(looks)
    assert all(MARK_WORDS[key] == one.words for key, one in MARKS.items())
    with pytest.raises(KeyError, match="unheard_of"):
        mark_look("unheard_of")


def test_weak_words_look_weak_before_they_look_old() -> None:
    """What rests on low confidence is told first; the earlier day's small mark never looks old."""
    assert mark_look("own", old=True) == MARKS["old"]
    assert mark_look("reported", old=True, weak=True) == MARKS["weak"]
    assert mark_look("earlier", old=True) == MARKS["earlier"]

"""Parties can be told apart with every kind of colour vision and on a grey print; computed, not judged."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

from components.theme import PALETTES, Scheme

KINDS = ("deuteranomaly", "protanomaly", "tritanomaly")
LEAST_DISTANCE = 21.0  # CAM02-UCS; the bound that theme.py states
LEAST_GREY = 11.0  # steps of CIE L*; the bound that theme.py states


def red_green_blue(colour: str) -> np.ndarray:
    """Red, green and blue of "#RRGGBB", from 0 to 1."""
    return np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])


def seen(colour: str, kind: str) -> np.ndarray:
    """The colour as an eye with that anomaly at full severity sees it."""
    space = {"name": "sRGB1+CVD", "cvd_type": kind, "severity": 100}
    return np.asarray(np.clip(cspace_convert(red_green_blue(colour), space, "sRGB1"), 0, 1))


def lightness(colour: str) -> float:
    """CIE L*, from 0 to 100: what is left on a grey print."""
    return float(cspace_convert(red_green_blue(colour), "sRGB1", "CIELab")[0])


@pytest.mark.parametrize("kind", KINDS)
def test_parties_differ_with_every_kind_of_colour_vision(kind: str) -> None:
    """No two party colours come nearer than the stated distance."""
    for one, other in combinations(PALETTES["light"].parties, 2):
        assert deltaE(seen(one, kind), seen(other, kind)) >= LEAST_DISTANCE


def test_parties_differ_on_a_grey_print() -> None:
    """No two party colours have nearly the same lightness."""
    shades = [lightness(colour) for colour in PALETTES["light"].parties]

    assert min(abs(one - other) for one, other in combinations(shades, 2)) >= LEAST_GREY


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_two_ends_of_a_scale_differ(scheme: Scheme, kind: str) -> None:
    """The tints of the first and the last step are never taken for each other."""
    steps = PALETTES[scheme].steps

    assert deltaE(seen(steps[0], kind), seen(steps[-1], kind)) >= LEAST_DISTANCE

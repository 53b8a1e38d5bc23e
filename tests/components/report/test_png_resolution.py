"""A picture says how large it is on paper."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from components.report.presets import PRESETS
from components.report.typst.typesetting import sheets, with_resolution
from tests.components.report.many_parties import briefed_parties


def resolution(picture: bytes) -> float:
    """Pixels per inch as a reader of PNG sees them."""
    image = Image.open(io.BytesIO(picture))
    image.load()
    across, down = image.info["dpi"]
    assert across == down
    return float(across)


@pytest.mark.parametrize("preset", ["a4-portrait", "card"])
def test_a_picture_carries_the_resolution_of_its_preset(preset: str) -> None:
    """An A4 sheet of 2,480 pixels is 21 centimetres wide in a document, not a metre."""
    size = PRESETS[preset]
    picture = sheets(briefed_parties(2).briefing, "matrix", size, "png")[0]

    assert resolution(picture) == pytest.approx(size.ppi, abs=0.02)
    assert Image.open(io.BytesIO(picture)).size == (size.width, size.height)


def test_a_resolution_is_written_once() -> None:
    """A picture that has one keeps it."""
    plain = io.BytesIO()
    Image.new("L", (2, 2)).save(plain, "png")
    once = with_resolution(plain.getvalue(), 300)

    assert resolution(once) == pytest.approx(300, abs=0.02)
    assert with_resolution(once, 96) == once

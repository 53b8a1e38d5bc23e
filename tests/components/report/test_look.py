"""What the sheets look like: their shapes and words as golden files, their pictures as an eye compares."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations

import imagehash
import pytest
from PIL import Image
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.image import PNGImageSnapshotExtension
from syrupy.types import SerializableData, SerializedData

from components.report.presets import PRESETS
from components.report.sections import VIEWS
from components.report.typst.typesetting import sheets
from tests.components.report.blanks import every_blank
from tests.components.report.printed import pages, shapes

# Of 1024 bits. Measured here: the same sheet drawn from twice the pixels, and so with other edges, differs
# in 4 to 10; a range plot without its range bars in 24, a matrix with one other cell in 68, two of our
# views in 426 and more. Tests below hold the first, the second and the last.
MOST_BITS = 16
_WIDTH = 480  # pixels of a stored picture


class Looks(PNGImageSnapshotExtension):
    """A small picture, equal to another when their perceptual hashes are near."""

    def serialize(self, data: SerializableData, **_: object) -> SerializedData:
        """The picture at the width in which it is stored."""
        return small_picture(data)

    def matches(self, *, serialized_data: SerializableData, snapshot_data: SerializableData) -> bool:
        """Whether an eye would call them the same."""
        return bits(serialized_data, snapshot_data) <= MOST_BITS


def small_picture(png: bytes) -> bytes:
    """The picture in 64 greys at the stored width."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    small = picture.resize((_WIDTH, round(picture.height * _WIDTH / picture.width)), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    small.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()


def bits(one: bytes, other: bytes) -> int:
    """How many bits of their perceptual hashes differ."""
    first, second = (imagehash.phash(Image.open(io.BytesIO(png)).convert("L"), 32) for png in (one, other))
    return int(first - second)


@pytest.mark.parametrize("view", VIEWS)
def test_sheets_look_as_they_did(view: str, snapshot: SnapshotAssertion) -> None:
    """The first sheet of each view is what it was when somebody last looked at it and found it good."""
    assert sheets(every_blank(), view, PRESETS["slide"], "png")[0] == snapshot(extension_class=Looks)


@pytest.mark.parametrize("view", VIEWS)
def test_sheets_have_the_shapes_they_had(view: str, snapshot: SnapshotAssertion) -> None:
    """Each sheet draws the same number of shapes in the same fills and strokes."""
    assert [shapes(one) for one in sheets(every_blank(), view, PRESETS["slide"], "svg")] == snapshot


@pytest.mark.parametrize("view", VIEWS)
def test_sheets_have_the_words_they_had(view: str, snapshot: SnapshotAssertion) -> None:
    """Each sheet reads in the same order as it did."""
    made = sheets(every_blank(), view, PRESETS["slide"], "pdf")

    assert [page.words.splitlines() for one in made for page in pages(one)] == snapshot


def test_the_comparison_tells_views_apart() -> None:
    """No two views would pass for each other."""
    made = [small_picture(sheets(every_blank(), view, PRESETS["slide"], "png")[0]) for view in VIEWS]

    assert min(bits(one, other) for one, other in combinations(made, 2)) > 20 * MOST_BITS


@pytest.mark.parametrize("view", VIEWS)
def test_the_comparison_forgives_other_edges(view: str) -> None:
    """The same sheet from twice the pixels passes, as one from another version of the renderer should."""
    slide = PRESETS["slide"]
    double = replace(slide, width=2 * slide.width, height=2 * slide.height, ppi=2 * slide.ppi)
    one, other = (sheets(every_blank(), view, size, "png")[0] for size in (slide, double))

    assert bits(small_picture(one), small_picture(other)) <= MOST_BITS


def test_the_comparison_sees_what_is_missing() -> None:
    """A range plot that has lost its bars and dots does not pass."""
    made = every_blank()
    rows = tuple(
        replace(row, reaches=(), spots=tuple(replace(spot, doubt=False) for spot in row.spots))
        for row in made.gaps.ranges
    )
    without = replace(made, gaps=replace(made.gaps, ranges=rows))
    pictures = [small_picture(sheets(one, "ranges", PRESETS["slide"], "png")[0]) for one in (made, without)]

    assert bits(*pictures) > MOST_BITS


def test_a_svg_brings_its_letters_along() -> None:
    """A print office needs no font and no network: letters are outlines, nothing is fetched."""
    for view in VIEWS:
        for one in sheets(every_blank(), view, PRESETS["a4-landscape"], "svg"):
            assert b"<text" not in one
            assert b"font-family" not in one
            assert b"<image" not in one
            assert b'href="http' not in one

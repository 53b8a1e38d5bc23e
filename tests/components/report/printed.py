"""Reads sheets and documents back: their words, where each letter stands, what they draw."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

import pypdfium2
from pypdfium2.raw import FPDFText_GetUnicode

_UNSEEN = re.compile("[-\\s\u00a0\u200b\u00ad\ufffe]+")
_SHAPES = ("path", "rect", "circle", "line", "polygon")


@dataclass(frozen=True)
class Letter:
    """A letter on a page and its box in points: left, bottom, right, top."""

    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Page:
    """A page of a PDF: size in points, its words in reading order, its letters that leave ink."""

    size: tuple[float, float]
    words: str
    letters: Sequence[Letter]


def pages(pdf: bytes) -> list[Page]:
    """The pages of a PDF in order."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        letters = [
            Letter(chr(FPDFText_GetUnicode(text, place)), text.get_charbox(place))
            for place in range(text.count_chars())
        ]
        inked = [one for one in letters if not _UNSEEN.fullmatch(one.text) and one.box[0] < one.box[2]]
        found.append(Page(page.get_size(), text.get_text_range(), inked))
    document.close()
    return found


def squashed(text: str) -> str:
    """The text without spaces and hyphens, which a line break may add or take."""
    return _UNSEEN.sub("", text)


def outside(page: Page, margin: float) -> list[Letter]:
    """Letters that stand nearer to the edge of their page than the margin, or beyond it."""
    (width, height), (left, bottom, right, top) = page.size, (0, 1, 2, 3)
    return [
        one
        for one in page.letters
        if one.box[left] < margin
        or one.box[bottom] < margin
        or one.box[right] > width - margin
        or one.box[top] > height - margin
    ]


def texts(found: Sequence[Page]) -> list[Page]:
    """The pages of a document without what stands on all of them at their head and foot, and beside that."""
    same = set.intersection(*({(one.text, one.box) for one in page.letters} for page in found))
    middle = found[0].size[1] / 2
    foot = max((box[3] for _, box in same if box[3] < middle), default=0.0)
    head = min((box[1] for _, box in same if box[1] > middle), default=2 * middle)
    return [
        Page(page.size, page.words, [one for one in page.letters if one.box[1] > foot and one.box[3] < head])
        for page in found
    ]


def fill(page: Page) -> float:
    """The share of a page's height above its last line; of a page without a letter none."""
    return 1 - min((one.box[1] for one in page.letters), default=page.size[1]) / page.size[1]


def last_lines(page: Page) -> list[str]:
    """The last line of each half of a page, without spaces: where it has columns these end there."""
    middle, found = page.size[0] / 2, []
    for half in (
        [one for one in page.letters if (one.box[0] < middle) == at_left] for at_left in (True, False)
    ):
        lowest = min((one.box[1] for one in half), default=0.0)
        line = sorted((one for one in half if one.box[1] < lowest + 5), key=lambda one: one.box[0])
        found.append(squashed("".join(one.text for one in line)))
    return found


def overprinted(page: Page) -> list[tuple[Letter, Letter]]:
    """Pairs of letters whose boxes share more than half of the smaller one.

    Less is kerning; letters with one and the same box are a ligature.
    """
    rows: dict[int, list[Letter]] = {}
    for one in page.letters:
        for row in range(int(one.box[1] // 20), int(one.box[3] // 20) + 1):
            rows.setdefault(row, []).append(one)
    found = {}
    for letters in rows.values():
        ordered = sorted(letters, key=lambda one: one.box[0])
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 :]:
                if other.box[0] >= one.box[2]:
                    break
                if one.box != other.box and _shared(one, other) > 0.5:
                    found[id(one), id(other)] = (one, other)
    return list(found.values())


def _shared(one: Letter, other: Letter) -> float:
    wide = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    tall = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one.box, other.box)]
    return max(0.0, wide) * max(0.0, tall) / max(1e-9, min(areas))


def shapes(svg: bytes) -> dict[str, int]:
    """How many shapes an SVG draws in which fill and stroke; letters are not counted."""
    tree = ElementTree.fromstring(svg)
    drawn = [
        one
        for one in tree.iter()
        if one.tag.rpartition("}")[2] in _SHAPES and (one.get("fill") or one.get("stroke"))
    ]
    counted = Counter(
        f"fill {_paint(one.get('fill'))}, stroke {_paint(one.get('stroke'))}"
        f"{', dashed' if one.get('stroke-dasharray') else ''}"
        for one in drawn
    )
    return dict(sorted(counted.items()))


def _paint(paint: str | None) -> str:
    """The colour; a pattern or gradient without the name that Typst gave it."""
    return re.sub(r"url\(#.*\)", "pattern", paint or "none")

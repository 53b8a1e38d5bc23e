"""The only place that names a colour, a marker or a Plotly template; the rest of the look is in
`.streamlit/config.toml`, `theme.css` and `matrix/matrix.css`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from positions.model.dossier import Dossier
from positions.model.parties import SIDE_KINDS
from positions.selection import alphabetical
from positions.text.labels import LOOK_WORDS, MARK_WORDS

if TYPE_CHECKING:
    from positions.view import View

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """Colours of one colour scheme. `steps` runs from step 0 to the last of a five-step scale."""

    ink: str
    mute: str
    line: str
    connector: str
    paper: str
    steps: tuple[str, ...]
    parties: tuple[str, ...]
    apart: str
    other: str


# Signs for the blocks of a strip, where a medium has text alone.
STRIP_SIGNS: dict[str, str] = {
    "point": "■",
    "member": "◧",
    "old": "▪",
    "doubt": "▨",
    "other": "□",
    "": "·",
}

# Party colours keep a CAM02-UCS distance of 21 or more for three kinds of colour vision and 11
# steps of grey; tints are ColorBrewer's five-class PuOr, its middle darkened to show on white.
# The dark scheme has the same hues, lightened until each has a contrast of 4.5 or more.
PALETTES: dict[Scheme, Palette] = {
    "light": Palette(
        ink="#1A1A1A",
        mute="#55595F",
        line="#DADDE1",
        connector="#C4C8CE",
        paper="#FFFFFF",
        steps=("#E66101", "#FDB863", "#B9BCC2", "#B2ABD2", "#5E3C99"),
        parties=("#35318C", "#2E78A6", "#D17B14"),
        apart="#5A2C06",
        other="#4D4D4D",
    ),
    "dark": Palette(
        ink="#ECEDEF",
        mute="#B4B8BF",
        line="#3A3E46",
        connector="#5B606A",
        paper="#15171B",
        steps=("#F07F2E", "#E0A557", "#8B9098", "#A59CD0", "#9C7AD6"),
        parties=("#9A96F0", "#63B1E0", "#E8A04C"),
        apart="#997A73",
        other="#B4B8BF",
    ),
}

_SHAPES = ("circle", "square", "diamond")
_APART_SHAPES = ("triangle-down", "cross")
_OTHER_SHAPES = ("triangle-up", "pentagon", "hexagon", "star-triangle-up", "hourglass", "bowtie")
NUMBER_SIZE = 0.62  # of a number inside a mark, as a part of the mark's width
FONT = "'Source Sans', 'Source Sans Pro', 'Segoe UI', system-ui, sans-serif"


@dataclass(frozen=True)
class Mark:
    """How a party or member is drawn: a colour and a marker shape, always with its name beside.

    `number` stands inside the shape, "" for none.
    """

    colour: str
    shape: str
    number: str = ""


def party_marks(dossier: Dossier, scheme: Scheme = "light") -> dict[str, Mark]:
    """The mark of every party and member: colours go by the alphabetical order of names.

    Sides share three colours, each its own shape; mediators, reference texts and
    any further party are grey with other shapes; from the tenth on with their number inside, for a
    colour would say that they belong to one of the three. Members have their grouping's mark. Of the
    parts that can stand in a grouping's place the first has its colour, the others one of their own,
    each with another shape.
    """
    palette = PALETTES[scheme]
    kinds = {party.id: party.kind for party in dossier.parties}
    order = alphabetical(dossier)
    parts = {party.id for party in dossier.parties if party.part_of}
    main = [one for one in order if kinds[one] in SIDE_KINDS and one not in parts]
    rest = [one for one in order if one not in main[: len(palette.parties)] and one not in parts]
    marks = {
        party: Mark(colour, shape)
        for party, colour, shape in zip(main, palette.parties, _SHAPES, strict=False)
    }
    for party, shape in zip(rest, _OTHER_SHAPES, strict=False):
        marks[party] = Mark(palette.other, shape)
    for place, party in enumerate(rest[len(_OTHER_SHAPES) :]):
        number = len(marks) + 1
        marks[party] = Mark(palette.other, _SHAPES[place % len(_SHAPES)], str(number))
    for one in dossier.parties:
        mark = marks[one.part_of or one.id]
        marks |= {one.id: mark} | {member.id: mark for member in one.members}
    for one in dossier.parties:
        mark = marks[one.id]
        for place, part in enumerate(one.apart):
            colour = mark.colour if place == 0 else palette.apart
            marks[part] = Mark(colour, _APART_SHAPES[place % len(_APART_SHAPES)])
    return marks


def view_marks(view: View, scheme: Scheme = "light") -> dict[str, Mark]:
    """The marks of a view: `party_marks`, but a member has that of the grouping inside which it is shown.

    A member of several groupings that are shown has the mark of the last of them.
    """
    dossier = view.tables.dossier
    marks = party_marks(dossier, scheme)
    shown = [party for party in dossier.parties if party.id in view.columns]
    inside = {one: marks[party.id] for party in shown for one in party.member_ids}
    return {one: mark if one in view.columns else inside.get(one, mark) for one, mark in marks.items()}


@dataclass(frozen=True)
class Look:
    """How a cell is drawn in every medium; each can be told from every other without colour.

    `edge` is the line around it, `left` a stronger one at its left ("" for none of its own), `fill`
    the pattern behind it. `words` stand in legends.
    """

    edge: Literal["solid", "dashed", "dotted", "none"]
    left: Literal["", "double", "dotted", "thick"]
    fill: Literal["", "pale", "stripes", "dots", "shade"]
    bold: bool
    italic: bool
    mute: bool
    words: str


# State of a cell → its look. `old` and `by_name` come on top of the first three.
LOOKS: dict[str, Look] = {
    "stated": Look("solid", "", "pale", True, False, False, LOOK_WORDS["stated"]),
    "weak": Look("dashed", "", "pale", False, False, False, LOOK_WORDS["weak"]),
    "split": Look("solid", "double", "pale", True, False, False, LOOK_WORDS["split"]),
    "by_name": Look("solid", "dotted", "pale", True, False, False, LOOK_WORDS["by_name"]),
    "old": Look("solid", "", "", True, False, True, LOOK_WORDS["old"]),
    "ambiguous": Look("solid", "", "shade", False, True, False, LOOK_WORDS["ambiguous"]),
    "declined": Look("solid", "thick", "", False, True, False, LOOK_WORDS["declined"]),
    "text_only": Look("dashed", "", "dots", False, True, False, LOOK_WORDS["text_only"]),
    "individuals": Look("dotted", "thick", "", False, True, False, LOOK_WORDS["individuals"]),
    "does_not_know": Look("dashed", "thick", "stripes", False, True, False, LOOK_WORDS["does_not_know"]),
    "not_stated": Look("dashed", "", "stripes", False, True, False, LOOK_WORDS["not_stated"]),
    "not_researched": Look("dotted", "", "", False, True, False, LOOK_WORDS["not_researched"]),
    "not_applicable": Look("none", "", "", False, True, False, LOOK_WORDS["not_applicable"]),
    "left_out": Look("dotted", "", "shade", False, True, False, LOOK_WORDS["left_out"]),
}


def look(state: str, *, old: bool = False, by_name: bool = False) -> Look:
    """The look of a cell; raises KeyError for a state that has none, so that nothing is drawn by default."""
    found = LOOKS[state]
    if by_name:
        found = replace(found, left=LOOKS["by_name"].left)
    if old:
        found = replace(found, fill=LOOKS["old"].fill, mute=True)
    return found


def look_words(look_of_cell: Look) -> str:
    """A look in words, as the Method page describes it: edge, left edge, fill, type."""
    edges = {"solid": "solid edge", "dashed": "dashed edge", "dotted": "dotted edge", "none": "no edge"}
    lefts = {
        "": "",
        "double": "double at the left",
        "dotted": "dotted at the left",
        "thick": "thick at the left",
    }
    fills = {"": "", "pale": "pale", "stripes": "stripes", "dots": "dots", "shade": "shaded"}
    types = [word for word, is_so in (("bold", look_of_cell.bold), ("italic", look_of_cell.italic)) if is_so]
    types += ["grey"] if look_of_cell.mute else []
    parts = (edges[look_of_cell.edge], lefts[look_of_cell.left], fills[look_of_cell.fill], *types)
    return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class MarkLook:
    """How a mark on a scale is drawn: its fill as a share of its colour, its edge, its size.

    `edge` is the width of the outline in the party's colour, as a part of the mark's size; `dash` its
    pattern; `size` a part of the usual size.
    """

    fill: float
    edge: float
    dash: Literal["solid", "dashed", "dotted"]
    size: float
    words: str


# One mark has one meaning on every page and in every format.
MARKS: dict[str, MarkLook] = {
    "own": MarkLook(1.0, 0.0, "solid", 1.0, MARK_WORDS["own"]),
    "reported": MarkLook(0.0, 0.2, "solid", 1.0, MARK_WORDS["reported"]),
    "old": MarkLook(0.25, 0.12, "solid", 1.0, MARK_WORDS["old"]),
    "weak": MarkLook(0.0, 0.08, "dotted", 0.8, MARK_WORDS["weak"]),
    "claimed": MarkLook(0.0, 0.12, "dashed", 1.0, MARK_WORDS["claimed"]),
    "draft": MarkLook(0.0, 0.08, "dashed", 0.7, MARK_WORDS["draft"]),
    "earlier": MarkLook(1.0, 0.0, "solid", 0.55, MARK_WORDS["earlier"]),
}


def mark_look(role: str, *, old: bool = False, weak: bool = False) -> MarkLook:
    """The look of a mark; raises KeyError for a role that has none."""
    return MARKS["weak" if weak else "old" if old and role != "earlier" else role]


def number_ink(mark: Mark, look: MarkLook, paper: str) -> str:
    """The colour of a number inside a mark: the paper's on a filled one, else the mark's own."""
    return paper if look.fill > 0.5 else mark.colour


@dataclass(frozen=True)
class StrokeLook:
    """How a line or bar of a figure is drawn: whose colour, how thick, whole or in parts, with a tip or none.

    "side" is the colour of a column, "pale" the palest mixture of it that is still seen on paper.
    `width` is a part of the size of type.
    """

    ink: Literal["ink", "mute", "line", "connector", "side", "pale"]
    width: float
    dash: Literal["solid", "dashed", "dotted"] = "solid"
    tip: bool = False

    def parts(self, width: float) -> tuple[float, ...]:
        """How long a line of a width is drawn and left out in turn; none for a whole one."""
        drawn = {"solid": None, "dashed": 3.5, "dotted": 1.0}[self.dash]
        return () if drawn is None else (width * drawn, width * (2.4 if self.dash == "dashed" else 1.4))


@dataclass(frozen=True)
class TypeLook:
    """How words of a figure are set; `size` is a part of the size of type."""

    ink: Literal["ink", "mute"]
    size: float
    bold: bool = False
    italic: bool = False


# What a figure consists of, by role; a role without a look is an error.
STROKES: dict[str, StrokeLook] = {
    "lane": StrokeLook("connector", 0.08),
    "axis": StrokeLook("mute", 0.08),
    "step": StrokeLook("mute", 0.08),
    "gap": StrokeLook("ink", 0.34),
    "range": StrokeLook("pale", 0.42),
    "doubt": StrokeLook("side", 0.23, "dotted"),
    "coders": StrokeLook("side", 0.08),
    "earlier": StrokeLook("side", 0.12, tip=True),
    "leader": StrokeLook("mute", 0.06),
    "guide": StrokeLook("pale", 0.05),
    "coded": StrokeLook("mute", 0.08, "dotted"),
    "rule": StrokeLook("line", 0.06),
    "pole": StrokeLook("connector", 0.07),
    "silence": StrokeLook("connector", 0.07, "dotted"),
    "since": StrokeLook("mute", 0.09, "dashed"),
    "stand": StrokeLook("side", 0.17),
    "stand thin": StrokeLook("side", 0.09),
    "stand old": StrokeLook("side", 0.17, "dotted"),
    "stand thin old": StrokeLook("side", 0.09, "dotted"),
    "said": StrokeLook("side", 0.11),
    "unsure": StrokeLook("side", 0.11, "dotted"),
    "together": StrokeLook("side", 0.4),
}
TYPES: dict[str, TypeLook] = {
    "heading": TypeLook("ink", 1.2, bold=True),
    "question": TypeLook("mute", 0.96),
    "size": TypeLook("ink", 1.12, bold=True),
    "pair": TypeLook("mute", 0.96),
    "name": TypeLook("ink", 1.04),
    "step": TypeLook("mute", 0.96),
    "blank": TypeLook("mute", 0.96),
    "end": TypeLook("mute", 0.96),
    "legend": TypeLook("mute", 0.96),
    "issue": TypeLook("ink", 1.12, bold=True),
    "days": TypeLook("ink", 0.96, bold=True),
    "moved": TypeLook("ink", 0.96, bold=True),
    "changed": TypeLook("ink", 0.96),
    "same": TypeLook("mute", 0.96),
    "lane": TypeLook("ink", 1.0, bold=True),
    "claim": TypeLook("mute", 1.0),
    "unplaced": TypeLook("mute", 0.96, italic=True),
    "evidence": TypeLook("mute", 0.96),
    "event": TypeLook("ink", 0.96),
    "count": TypeLook("ink", 0.84, bold=True),
}

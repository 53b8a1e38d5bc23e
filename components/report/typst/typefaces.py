"""The typefaces that set a text: those that packages carry, then those of the machine; what none has."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import font_source_sans_pro
import typst
from fontTools.ttLib import TTFont

_PACKAGES = ("fontpkg_ibm_plex_sans_arabic", "manimgx_fonts", "manimgx_fonts_cjk")
# Noto Sans has what the italics of the first lack. Arabic is set in Plex, because Noto draws the dots of
# a letter as glyphs of their own, and whoever copies such words out of a PDF gets each of them twice.
_FIRST = ("Source Sans Pro", "Noto Sans", "IBM Plex Sans Arabic")
_LAST = "Noto Emoji"  # has signs that other faces draw as part of a text
# How the letters that China, Japan and Korea share are drawn, by letters that only one of the last two has.
_KANA, _HANGUL = range(0x3040, 0x3100), range(0xAC00, 0xD7A4)


@dataclass(frozen=True)
class Typefaces:
    """Families in the order in which they are tried, and the letters, in order, that none of them has.

    `of_machine` says that some of them are installed on this machine and in no package.
    """

    families: tuple[str, ...]
    lacking: str
    of_machine: bool


def typefaces_for(text: str) -> Typefaces:
    """The families that a text needs; those of the machine only for letters that no package has."""
    return _chosen(frozenset(ord(letter) for letter in set(text) if _leaves_ink(letter)))


@lru_cache(maxsize=2)
def fonts(*, of_machine: bool) -> typst.Fonts:
    """All faces of the packages, with or without those that are installed on this machine."""
    folders = list(font_folders())
    return typst.Fonts(include_system_fonts=of_machine, include_embedded_fonts=False, font_paths=folders)


def font_folders() -> tuple[str, ...]:
    """The folders of the typefaces of those packages that are installed."""
    specs = filter(None, map(find_spec, _PACKAGES))
    folders = (str(Path(spec.origin).parent) for spec in specs if spec.origin)
    return font_source_sans_pro.font_directory, *folders


def _leaves_ink(letter: str) -> bool:
    """Whether a letter needs a glyph: not a blank, a mark of direction, or a choice between two glyphs."""
    chooses = 0xFE00 <= ord(letter) <= 0xFE0F or 0xE0100 <= ord(letter) <= 0xE01EF
    return not (chooses or letter.isspace() or unicodedata.category(letter) == "Cf")


@lru_cache(maxsize=64)
def _chosen(letters: frozenset[int]) -> Typefaces:
    packaged, left = _covering(letters, letters, of_machine=False)
    installed, left = _covering(letters, left, of_machine=True)
    families = dict.fromkeys((_FIRST[0], *packaged, *installed))
    return Typefaces(tuple(families), "".join(map(chr, sorted(left))), bool(installed))


def _covering(
    letters: frozenset[int], left: frozenset[int], *, of_machine: bool
) -> tuple[list[str], frozenset[int]]:
    """Those families that have some of the letters that are left, each of what the ones before it lack."""
    families: list[str] = []
    for family in _ordered(letters, of_machine=of_machine):
        if left and (covered := left & _letters(family, of_machine=of_machine)):
            families.append(family)
            left -= covered
    return families, left


def _ordered(letters: Iterable[int], *, of_machine: bool) -> list[str]:
    """The families in the order in which they are tried for a text."""
    kana, hangul = (any(one in some for one in letters) for some in (_KANA, _HANGUL))
    east = "CJK JP" if kana else "CJK KR" if hangul else "CJK SC"

    def rank(family: str) -> tuple[int, bool, bool, str]:
        place = _FIRST.index(family) if family in _FIRST else len(_FIRST)
        return (
            place + ("CJK" in family) + 2 * (family == _LAST),
            east not in family,
            "Sans" not in family,
            family,
        )

    return sorted(_faces(of_machine=of_machine), key=rank)


@lru_cache(maxsize=2)
def _faces(*, of_machine: bool) -> dict[str, list[tuple[str, int]]]:
    """File and place in it of every face, by family."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for face in fonts(of_machine=of_machine).fonts():
        if face.path:
            found[face.family].append((face.path, face.index))
    return found


@lru_cache(maxsize=512)
def _letters(family: str, *, of_machine: bool) -> frozenset[int]:
    """The letters that every face of a family has, upright and italic."""
    letters = []
    for path, place in _faces(of_machine=of_machine)[family]:
        with TTFont(path, fontNumber=place, lazy=True) as face:
            letters.append(frozenset(face.getBestCmap() or ()))
    return frozenset.intersection(*letters)

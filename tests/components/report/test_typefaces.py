"""Every cut that is used is found, and each script is set in a typeface that has its letters, or is named."""

from __future__ import annotations

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from components.report.typst.typefaces import Typefaces, fonts, typefaces_for
from positions.libraries import typeface_remedy, typeface_words
from tests.components.report.scripts import NOWHERE, WRITTEN
from tests.positions.factories import MODEST

_CUTS = {("normal", 400), ("normal", 600), ("normal", 700), ("italic", 400)}
_NAMES = "Çavuşoğlu Orbán Erdoğan Škoda Łukaszenka Nguyễn Ægir Þór Зеленський Лавров Ђоковић Ελλάδα “” ‘’ – ·"
_PERSIAN_URDU_PASHTO_KURDISH = "گفتگو پیمان ٹھہراؤ څوک ێ ۇ ڕ ڤ"


def test_every_cut_is_found() -> None:
    """Regular, semibold, bold and italic come with the package, without any font of the machine."""
    packaged = fonts(of_machine=False).fonts()

    assert {(one.style, one.weight) for one in packaged if one.family == "Source Sans Pro"} >= _CUTS


def set_alone(text: str, faces: Typefaces, style: str = "") -> bytes:
    """A text as PDF/UA, which refuses letters that no typeface has."""
    families = ", ".join(f'"{family}"' for family in faces.families)
    string = "".join(f"\\u{{{ord(letter):x}}}" for letter in text)
    page = f'#set document(title: "Text")\n#text(font: ({families},), fallback: false{style}, "{string}")'
    known = fonts(of_machine=faces.of_machine)
    return bytes(typst.compile(page.encode(), font_paths=known, format="pdf", pdf_standards="ua-1"))


@pytest.mark.parametrize("text", [_NAMES, _PERSIAN_URDU_PASHTO_KURDISH, *map(str, WRITTEN.values())])
def test_letters_are_there_in_every_cut(text: str) -> None:
    """Names and words of every script can be set upright, bold and italic, by what the packages carry."""
    faces = typefaces_for(text)

    for style in ("", ', weight: "semibold"', ', weight: "bold"', ', style: "italic"'):
        assert set_alone(text, faces, style)
    assert not faces.lacking
    assert not faces.of_machine


@pytest.mark.parametrize(("text", "family"), [("水", "SC"), ("水のダム", "JP"), ("水댐", "KR")])
def test_shared_letters_are_drawn_as_the_text_around_them(text: str, family: str) -> None:
    """Letters that three languages share are drawn the way of the one whose own letters stand beside them."""
    assert typefaces_for(text).families[-1] == f"Noto Sans CJK {family}"


def test_a_script_without_a_typeface_is_named() -> None:
    """By its name, with the number of letters and what to do about it."""
    lacking = typefaces_for(f"Dam {NOWHERE} دام").lacking
    named = "No typeface here for Egyptian Hieroglyphs (2 letters): a box stands for each."

    assert lacking == NOWHERE
    assert typeface_words(lacking) == named
    assert typeface_remedy(lacking).startswith("Install one that has them and export PDF, PNG and SVG again")
    assert "pip install manimgx-fonts-cjk" in typeface_remedy("坝")
    assert typeface_words("") == typeface_remedy("") == ""


@MODEST
@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs"]), max_size=12))
def test_a_letter_has_a_typeface_or_is_lacking(text: str) -> None:
    """Typst shows what is not named as lacking, of any text, and refuses each letter that is."""
    faces = typefaces_for(text)

    assert set_alone("".join(letter for letter in text if letter not in faces.lacking), faces)
    for letter in faces.lacking:
        with pytest.raises(typst.TypstError, match="could not be displayed"):
            set_alone(letter, faces)

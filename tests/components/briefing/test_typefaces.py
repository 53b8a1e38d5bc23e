"""The typeface is found in every cut that is used, and has the letters of names in many languages."""

from __future__ import annotations

import font_source_sans_pro
import typst

_CUTS = {("normal", 400), ("normal", 600), ("normal", 700), ("italic", 400)}
_NAMES = "Çavuşoğlu Orbán Erdoğan Škoda Łukaszenka Nguyễn Ægir Þór Зеленський Лавров Ђоковић Ελλάδα “” ‘’ – ·"


def test_every_cut_is_found() -> None:
    """Regular, semibold, bold and italic come with the package, without any font of the machine."""
    folder = font_source_sans_pro.font_directory
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])

    assert {(one.style, one.weight) for one in fonts.fonts() if one.family == "Source Sans Pro"} >= _CUTS


def test_letters_of_names_are_there() -> None:
    """PDF/UA refuses a letter that no font can show, so that a sheet of names proves them."""
    folder = font_source_sans_pro.font_directory
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    for style in ("", ', weight: "semibold"', ', weight: "bold"', ', style: "italic"'):
        text = f'#set document(title: "Names")\n#text(font: "Source Sans Pro"{style}, "{_NAMES}")'

        assert typst.compile(text.encode(), font_paths=fonts, format="pdf", pdf_standards="ua-1")

"""Libraries and typefaces that single formats need, and what to say where one is not installed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib.util import find_spec

from positions.text.dates import ENGLISH, ISO

# By the name that an installer knows; some are imported under another.
_IMPORTED_AS: dict[str, str] = {
    "babel": "babel",
    "bibtexparser": "bibtexparser",
    "font-source-sans-pro": "font_source_sans_pro",
    "fonttools": "fontTools",
    "jinja2": "jinja2",
    "pyarrow": "pyarrow",
    "python-docx": "docx",
    "python-pptx": "pptx",
    "typst": "typst",
    "xlsxwriter": "xlsxwriter",
}

_EAST_ASIAN = {"Han", "Hiragana", "Katakana", "Hangul", "Bopomofo"}


def missing(libraries: Iterable[str]) -> tuple[str, ...]:
    """Those of the libraries that are not installed, in their order."""
    return tuple(one for one in libraries if find_spec(_IMPORTED_AS[one]) is None)


def dates_lacking(language: str | None) -> str | None:
    """One sentence when days cannot be written in that language here; None when they can."""
    if language in (None, ENGLISH, ISO):
        return None
    return missing_words("Dates in another language", ("babel",))


def missing_words(what: str, libraries: Iterable[str]) -> str | None:
    """One sentence that says what cannot be made and what to install; None when nothing is missing."""
    lacking = missing(libraries)
    if not lacking:
        return None
    return f"{what} cannot be made until this is installed: pip install {' '.join(lacking)}"


def typeface_words(letters: str) -> str:
    """One sentence that names by script the letters without a typeface; "" when there is none."""
    named = [
        f"{script} ({count} {'letter' if count == 1 else 'letters'})"
        for script, count in _by_script(letters).items()
    ]
    return f"No typeface here for {', '.join(named)}: a box stands for each." if named else ""


def typeface_remedy(letters: str) -> str:
    """What to do about letters without a typeface, in one sentence; "" when there is none."""
    if not letters:
        return ""
    package = " (pip install manimgx-fonts-cjk)" if _EAST_ASIAN & set(_by_script(letters)) else ""
    return f"Install one that has them{package} and export PDF, PNG and SVG again; other formats are whole."


def _by_script(letters: str) -> dict[str, int]:
    """How many of the letters are of each script; signs and emoji are of none."""
    from fontTools import unicodedata as scripts  # noqa: PLC0415 - needed only where letters lack

    names = (scripts.script_name(scripts.script(letter)) for letter in letters)
    return dict(Counter("signs" if name in ("Common", "Inherited") else name for name in names))

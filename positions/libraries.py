"""Libraries that single formats need, and what to say where one is not installed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from positions.text.dates import ENGLISH, ISO

# By the name that an installer knows; some are imported under another.
_IMPORTED_AS: dict[str, str] = {
    "babel": "babel",
    "bibtexparser": "bibtexparser",
    "font-source-sans-pro": "font_source_sans_pro",
    "jinja2": "jinja2",
    "python-docx": "docx",
    "python-pptx": "pptx",
    "typst": "typst",
    "xlsxwriter": "xlsxwriter",
}


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

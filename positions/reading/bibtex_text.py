"""BibTeX in, the entries of CSL-JSON out, as reference managers would export them."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from positions.model.errors import DossierError, Finding
from positions.reading.located import Located, Path_
from positions.reading.reference_days import csl_date
from positions.reading.ris_text import person

if TYPE_CHECKING:
    from bibtexparser.library import Library

_TYPES = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "electronic": "webpage",
    "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference",
    "legislation": "legislation", "online": "webpage", "phdthesis": "thesis", "mastersthesis": "thesis",
    "report": "report", "techreport": "report", "thesis": "thesis", "video": "motion_picture",
}  # fmt: skip
# The fields of CSL-JSON, each with the names by which it may stand in BibTeX, the likeliest first.
_FIELDS = {
    "title": ("title",),
    "container-title": ("journal", "journaltitle", "booktitle", "newspaper"),
    "title-short": ("shorttitle",),
    "collection-title": ("series",),
    "publisher": ("publisher", "institution", "organization", "school"),
    "publisher-place": ("address", "location"),
    "language": ("langid", "language"),
    "abstract": ("abstract",),
    "genre": ("type",),
    "volume": ("volume",),
    "issue": ("issue",),
    "edition": ("edition",),
    "page": ("pages",),
    "DOI": ("doi",),
    "ISSN": ("issn",),
    "ISBN": ("isbn",),
    "URL": ("url",),
    "note": ("note", "annote"),
    "keyword": ("keywords",),
}
_OF_PERIODICALS = ("article-journal", "article-magazine", "article-newspaper")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def located_bibtex(text: str, file: str) -> Located:
    """The entries in `text` in their order, each on the line with which it begins, TeX's signs as letters.

    What CSL-JSON has no field for is left out. Raises DossierError where there is no entry, and with every
    part that cannot be read.
    """
    library = _library(text)
    faults = [_fault(block.start_line, block.raw, file) for block in library.failed_blocks]
    if faults or not library.entries:
        raise DossierError(
            faults or [Finding(file, 1, "", "this content", "BibTeX, with an entry per source")]
        )
    entries = [
        _entry(one.key, one.entry_type.lower(), {field.key.lower(): str(field.value) for field in one.fields})
        for one in library.entries
    ]
    at: dict[Path_, int] = {(place,): (one.start_line or 0) + 1 for place, one in enumerate(library.entries)}
    return Located(file, entries, {(): 1, **at}, entries=True)


def _library(text: str) -> Library:
    # Late, because only who brings such a file needs it.
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415
    from bibtexparser.middlewares.latex_encoding import LatexDecodingMiddleware  # noqa: PLC0415

    reports = logging.getLogger("bibtexparser")
    level = reports.level
    reports.setLevel(logging.CRITICAL)  # what it would report is told as a finding
    try:
        return parse_string(text, append_middleware=[LatexDecodingMiddleware(keep_braced_groups=True)])
    finally:
        reports.setLevel(level)


def _fault(line: int | None, raw: str | None, file: str) -> Finding:
    found = " ".join((raw or "this part").split())
    expected = "an entry of BibTeX that ends, with a key that no other has"
    return Finding(file, (line or 0) + 1, "", found, expected)


def _entry(key: str, kind: str, fields: dict[str, str]) -> dict[str, Any]:
    plain = {name: _without_braces(value) for name, value in fields.items()}
    bears_address = kind == "misc" and ("url" in plain or "howpublished" in plain)
    entry: dict[str, Any] = {
        "id": key,
        "type": "webpage" if bears_address else _TYPES.get(kind, "document"),
    }
    if "newspaper" in (plain.get("entrysubtype", "") + plain.get("type", "")).lower():
        entry["type"] = "article-newspaper"
    for field, names in _FIELDS.items():
        if words := next((plain[name] for name in names if plain.get(name)), ""):
            entry[field] = words
    if "page" in entry:
        entry["page"] = re.sub(r"\s*(?:–|-)+\s*", "-", entry["page"])
    if plain.get("number"):
        entry["issue" if entry["type"] in _OF_PERIODICALS else "number"] = plain["number"]
    for name in ("author", "editor"):
        if fields.get(name):
            entry[name] = [_named(one) for one in _AND.split(fields[name].strip())]
    for field, date in (("issued", _issued(plain)), ("accessed", plain.get("urldate", ""))):
        if date:
            entry[field] = csl_date(date)
    return entry


def _without_braces(value: str) -> str:
    return " ".join(value.replace("{", "").replace("}", "").split())


def _named(written: str) -> dict[str, str]:
    """A name; one in braces, such as that of a body, is not taken apart."""
    name = _without_braces(written)
    if written.strip().startswith("{") or "," in name or " " not in name:
        return person(name) if not written.strip().startswith("{") else {"literal": name}
    given, _, family = name.rpartition(" ")
    return {"family": family, "given": given}


def _issued(fields: dict[str, str]) -> str:
    """The date, or year, month and day as far as each is given in turn."""
    if fields.get("date"):
        return fields["date"]
    year, month = fields.get("year", ""), fields.get("month", "").lower()
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else int(month) if month.isdecimal() else 0
    if not year.isdecimal() or not number:
        return year
    day = fields.get("day", "")
    return f"{year}-{number:02d}" + (f"-{int(day):02d}" if day.isdecimal() else "")

"""RIS in, the entries of CSL-JSON out, as reference managers would export them."""

from __future__ import annotations

import re
from typing import Any

from positions.model.errors import DossierError, Finding
from positions.reading.located import Located, Path_
from positions.reading.reference_days import csl_date

_FIRST = re.compile(r"^TY {2}-", re.MULTILINE)
_TYPES = {
    "ABST": "article", "BLOG": "post-weblog", "BOOK": "book", "CHAP": "chapter", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "ELEC": "webpage", "GOVDOC": "report", "HEAR": "hearing",
    "ICOMM": "webpage", "JOUR": "article-journal", "LEGAL": "legislation", "MGZN": "article-magazine",
    "NEWS": "article-newspaper", "PAMP": "pamphlet", "PCOMM": "personal_communication", "RPRT": "report",
    "SOUND": "song", "STAT": "legislation", "THES": "thesis", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
# The fields of CSL-JSON, each with the names by which it may stand in RIS, the likeliest first.
_FIELDS = {
    "title": ("title", "primary_title"),
    "container-title": (
        "secondary_title",
        "alternate_title3",
        "journal_name",
        "alternate_title1",
        "alternate_title2",
    ),
    "title-short": ("short_title",),
    "collection-title": ("tertiary_title",),
    "publisher": ("publisher",),
    "publisher-place": ("place_published",),
    "language": ("language",),
    "abstract": ("abstract", "notes_abstract"),
    "genre": ("type_of_work",),
    "volume": ("volume",),
    "issue": ("number",),
    "edition": ("edition",),
    "section": ("section",),
    "archive": ("name_of_database",),
    "source": ("database_provider",),
    "DOI": ("doi",),
    "ISSN": ("issn",),
    "URL": ("urls",),
    "note": ("notes", "note"),
    "keyword": ("keywords",),
}
_PEOPLE = {"author": ("authors", "first_authors"), "editor": ("secondary_authors",)}
_DATES = {"issued": ("date", "publication_year", "year"), "accessed": ("access_date",)}


def located_ris(text: str, file: str) -> Located:
    """The entries in `text` in their order, each on the line with which it begins.

    What CSL-JSON has no field for is left out. Raises DossierError where there is no entry, and for one
    that does not end, for nothing of it could be read.
    """
    # Late, because only who brings such a file needs it; it has no types of its own.
    import rispy  # noqa: PLC0415

    lines = [text.count("\n", 0, match.start()) + 1 for match in _FIRST.finditer(text)]
    if not lines:
        raise DossierError([Finding(file, 1, "", "this content", "RIS, with a line TY for each source")])
    found: list[dict[str, Any]] = rispy.loads(text)
    if len(found) != len(lines):
        expected = "entries that each begin with a line TY and end with a line ER"
        raise DossierError(
            [Finding(file, lines[0], "", f"{len(lines)} entries, {len(found)} whole", expected)]
        )
    entries = [_entry(one) for one in found]
    at: dict[Path_, int] = {(place,): line for place, line in enumerate(lines)}
    return Located(file, entries, {(): 1, **at}, entries=True)


def _entry(ris: dict[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": ris.get("id", ""),
        "type": _TYPES.get(ris["type_of_reference"], "document"),
    }
    for field, names in _FIELDS.items():
        if words := next((_joined(ris[name], field) for name in names if ris.get(name)), ""):
            entry[field] = words
    for field, names in _PEOPLE.items():
        if people := next((ris[name] for name in names if ris.get(name)), None):
            entry[field] = [person(one) for one in people]
    for field, names in _DATES.items():
        if date := next((ris[name] for name in names if ris.get(name)), ""):
            entry[field] = csl_date(date)
    pages = [ris[name] for name in ("start_page", "end_page") if ris.get(name)]
    return entry | ({"page": "-".join(pages)} if pages else {})


def _joined(value: str | list[str], field: str) -> str:
    """The text of a field; of several addresses the first."""
    if isinstance(value, str):
        return value
    return value[0] if field == "URL" else "; ".join(value)


def person(written: str) -> dict[str, str]:
    """A name of family and given name, or one that is not to be taken apart."""
    family, comma, given = (part.strip() for part in written.partition(","))
    return {"family": family, "given": given} if comma and family and given else {"literal": written.strip()}

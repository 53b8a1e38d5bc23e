"""The sources for reference managers: CSL-JSON as they read it, and BibTeX."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from positions.model.sources import Contributor, Source
from positions.text.citation import outlet_words
from positions.text.source_links import page_link
from positions.view import View

# What BibTeX has no type for is "misc".
_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces even behind a backslash, so they are spelled out.
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
# TeX takes an address letter by letter, so nothing else in it may be escaped.
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def csl_json(view: View) -> bytes:
    """All sources of the dossier in its order as CSL-JSON, our own fields in `custom`; UTF-8."""
    written = [_csl(source) for source in view.tables.dossier.sources]
    return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode()


def bibtex(view: View) -> bytes:
    """All sources of the dossier in its order as BibTeX in UTF-8.

    The key is the source id; where two differ in capitals only, which BibTeX does not tell apart,
    the later one gets a number. Characters that TeX would read are escaped, but in addresses.
    """
    # Imported here, because CSL-JSON needs nothing of it.
    from bibtexparser.entrypoint import write_string  # noqa: PLC0415
    from bibtexparser.library import Library  # noqa: PLC0415
    from bibtexparser.model import Entry, Field  # noqa: PLC0415

    library = Library()
    sources = view.tables.dossier.sources
    for key, source in zip(_keys([one.id for one in sources]), sources, strict=True):
        fields = [Field(name, value) for name, value in _fields(source)]
        library.add(Entry(_TYPES.get(source.type, "misc"), key, fields))
    # Nothing is added to the values on the way out: they are enclosed and escaped here.
    return write_string(library, unparse_stack=[]).encode()


def _csl(source: Source) -> dict[str, Any]:
    plain = source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return plain | {"custom": source.custom.model_dump(mode="json", exclude_none=True, exclude_unset=True)}


def _keys(ids: Sequence[str]) -> Iterator[str]:
    taken: set[str] = set()
    for one in ids:
        key, number = one, 2
        while key.casefold() in taken:
            key, number = f"{one}-{number}", number + 1
        taken.add(key.casefold())
        yield key


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    """Names and values as they stand in the file, the value with its braces."""
    for role in ("author", "editor", "translator"):
        names = " and ".join(_name(one) for one in getattr(source, role))
        if names:
            yield role, f"{{{names}}}"
    yield "title", f"{{{{{_escaped(source.title)}}}}}"  # twice, so that capitals are kept
    yield from ((name, f"{{{_escaped(value)}}}") for name, value in _texts(source).items() if value)
    if source.issued and source.issued.date_parts:
        year, *month = source.issued.date_parts[0][:2]
        yield "year", f"{{{year}}}"
        yield from (("month", _MONTHS[int(number) - 1]) for number in month)
    addresses = (("doi", source.doi), ("url", page_link(source)))
    yield from ((name, f"{{{value.translate(_IN_ADDRESS)}}}") for name, value in addresses if value)
    if source.url and not page_link(source):
        yield "howpublished", f"{{{_escaped(source.url)}}}"


def _texts(source: Source) -> dict[str, str | None]:
    """The fields that are plain text, None where nothing is known."""
    return {
        _container(source): source.container_title,
        _publisher(source): source.publisher,
        "address": source.publisher_place,
        "series": source.collection_title,
        "edition": source.edition,
        "volume": source.volume,
        "number": source.issue or source.number,
        "pages": source.page,
        "language": source.language,
        "isbn": source.isbn,
        "issn": source.issn,
        "note": _note(source),
        "abstract": source.abstract,
        "keywords": source.keyword,
    }


def _container(source: Source) -> str:
    """The field of what a text stands in: a journal for articles, else a collection of texts."""
    return "journal" if _TYPES.get(source.type) == "article" else "booktitle"


def _publisher(source: Source) -> str:
    """An article in no named paper has its agency as the journal, which BibTeX asks for."""
    article = _TYPES.get(source.type) == "article"
    return "journal" if article and not source.container_title else "publisher"


def _note(source: Source) -> str:
    about = "about " if source.issued and source.issued.circa else ""
    on = source.issued_on or (source.issued.in_words if source.issued else "")
    day = f"Published {about}{on}." if on else "Day of publication not printed."
    about = outlet_words(source)
    flag = f"{about[:1].upper()}{about[1:]}." if about else None
    return " ".join(part for part in (day, flag, source.note) if part)


def _name(one: Contributor) -> str:
    """Family and given name, or a literal name in braces, which BibTeX takes as one piece."""
    if one.family and one.given:
        family = " ".join(part for part in (one.dropped, one.particle, one.family) if part)
        suffix = f"{_escaped(one.suffix)}, " if one.suffix else ""
        return f"{{{_escaped(family)}}}, {suffix}{_escaped(one.given)}"
    return f"{{{_escaped(one.printed)}}}"


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL)

"""Sources reach reference managers whole, with unique keys and nothing that TeX would run."""

from __future__ import annotations

import json

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library

from positions.export.citations import bibtex, csl_json
from positions.model.dossier import Dossier
from positions.model.sources import Source
from positions.reading.dossier import BUNDLED, load_dossier
from tests.positions.export.hostile import view_of
from tests.positions.factories import dossier_of

ISTANBUL = load_dossier("istanbul-2022")
ODD = r"100% & {more} $5 #1 a_b ~x^2 \input{x}"


def parsed(dossier: Dossier) -> Library:
    """The BibTeX of a dossier, read by a library."""
    return parse_string(bibtex(view_of(dossier)).decode())


def sourced(*sources: dict[str, object]) -> Dossier:
    """The fictional dossier with these sources."""
    plain = {
        "type": "article-newspaper",
        "title": "A title",
        "issued": {"date-parts": [[2030, 5, 10]]},
        "custom": {"short_name": "Paper", "read_in": "print", "read_on": "2031-01-01"},
    }
    read = tuple(Source.model_validate(plain | source) for source in sources)
    return dossier_of().model_copy(update={"sources": read})


def test_csl_json_is_what_the_dossier_was_given() -> None:
    """The bundled sources.json comes out again, `custom` included."""
    given = json.loads((BUNDLED / "istanbul-2022" / "sources.json").read_text(encoding="utf-8"))

    assert json.loads(csl_json(view_of(ISTANBUL))) == given


def test_csl_json_loads_as_sources_again(small: Dossier) -> None:
    """A dossier can be begun from the sources of another."""
    written = json.loads(csl_json(view_of(small)))

    assert tuple(Source.model_validate(one) for one in written) == small.sources


def test_bibtex_has_one_entry_per_source() -> None:
    """Key, type, title, authors, paper, year and month arrive; an estimated day is said to be one."""
    library = parsed(ISTANBUL)
    first, second = library.entries[:2]

    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [one.id for one in ISTANBUL.sources]
    assert first.entry_type == "article"
    assert first["title"] == "{Russia-Ukraine Negotiations, One Step Forward}"
    assert first["author"] == "{Zhang Shuo} and {Tian Bing}"
    assert (first["journal"], first["year"], first["month"]) == ("China News Service", "2022", "mar")
    assert "State-owned or public outlet of China." in first["note"]
    assert second["note"].startswith("Published about 2022-03-04.")


def test_signs_of_tex_are_escaped() -> None:
    """A title with percent, braces and commands stays a title, and braces stay in balance."""
    odd: dict[str, object] = {
        "id": "odd",
        "title": ODD,
        "author": [{"family": ODD, "given": ODD}],
        "note": ODD,
    }
    library = parsed(sourced(odd))
    title = library.entries[0]["title"]

    assert not library.failed_blocks
    assert title == (
        r"{100\% \& \textbraceleft{}more\textbraceright{} \$5 \#1 a\_b \textasciitilde{}x"
        r"\textasciicircum{}2 \textbackslash{}input\textbraceleft{}x\textbraceright{}}"
    )


def test_keys_that_differ_in_capitals_only_are_told_apart() -> None:
    """BibTeX reads "Wire" and "wire" as one key, which would lose a source."""
    library = parsed(sourced({"id": "Wire"}, {"id": "wire"}, {"id": "wire-2"}, {"id": "WIRE"}))
    keys = [entry.key.casefold() for entry in library.entries]

    assert not library.failed_blocks
    assert len(set(keys)) == 4


def test_a_year_alone_gets_no_month() -> None:
    """What is not known is not filled in."""
    library = parsed(sourced({"id": "old", "issued": {"date-parts": [[1994]]}}))

    assert library.entries[0]["year"] == "1994"
    assert "month" not in library.entries[0].fields_dict


def test_an_address_arrives_letter_by_letter() -> None:
    """A link or DOI with signs of TeX still leads there; only braces, which BibTeX counts, are encoded."""
    links = {"URL": "https://a.example/x_y?q=50%25&r=~z#1", "DOI": "10.1/a_b"}
    first, second = parsed(
        sourced({"id": "odd", **links}, {"id": "two", "URL": "https://a.example/{x"})
    ).entries

    assert (first["url"], first["doi"]) == (links["URL"], links["DOI"])
    assert second["url"] == "https://a.example/%7Bx"


def test_a_text_without_a_day_gets_no_year() -> None:
    """A day that is not printed is said to be so, and no empty year is exported."""
    (entry,) = parsed(sourced({"id": "undated", "issued": None})).entries

    assert "year" not in entry.fields_dict
    assert entry["note"].startswith("Day of publication not printed.")

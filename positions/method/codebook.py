"""The codebook of a dossier as Markdown: issues and scales, speakers, columns, kinds of blank, sources."""

from __future__ import annotations

from collections.abc import Iterator

from positions.analysis.change import KINDS
from positions.cell import STATES
from positions.frames import DERIVED_COLUMNS
from positions.method.inventory import BASIS_MEANINGS
from positions.model.base import field_meanings
from positions.model.choices import AUTHORITY_MEANINGS
from positions.model.dossier import Dossier
from positions.model.issues import Issue
from positions.model.parties import Member, Speaker
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.text.citation import source_citation
from positions.text.handling import handling_words
from positions.text.labels import RELATION_RULES
from positions.text.markdown import as_text
from positions.text.scale import coded_heads, coded_rows, ends_sentence
from positions.text.wording import MODE_WORDS, issue_title, read_words


def codebook(dossier: Dossier) -> str:
    """Everything a reader needs to check or repeat the coding, in Markdown, ending in a line break."""
    handling = handling_words(dossier)
    parts = (
        [
            *((f"**{as_text(handling)}**",) if handling else ()),
            f"# Codebook: {as_text(dossier.title)}",
            as_text(dossier.question),
            f"Data version {dossier.data_version}.",
        ],
        ["## Issues and scales", *(_issue(issue, dossier) for issue in dossier.issues)],
        ["## Parties", *_parties(dossier)],
        ["## Speakers", _speakers(dossier)],
        ["## Columns of statements.csv", _columns()],
        ["## Modes, strongest first", _list(MODE_WORDS)],
        ["## Authorities, highest first", _list(AUTHORITY_MEANINGS)],
        ["## What a cell can be", _list(STATES)],
        ["## How two columns are related", _list(RELATION_RULES)],
        ["## What a gap rests on", _list(BASIS_MEANINGS)],
        ["## What can change between two days", _list(KINDS)],
        ["## Sources", "\n".join(_source(source) for source in dossier.sources)],
        [
            "## Names and limits",
            as_text(dossier.naming_note),
            *(f"* {as_text(limit)}" for limit in dossier.limits),
        ],
    )
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _issue(issue: Issue, dossier: Dossier) -> str:
    lines = [f"### {as_text(issue_title(issue))}", as_text(issue.rule)]
    if issue.measured:
        rows = [f"| {' | '.join(map(as_text, row))} |" for row in coded_rows(issue)]
        ends = as_text(ends_sentence(issue, dossier.low_end, dossier.high_end))
        lines += [_table(*(head.lower() for head in coded_heads(issue)), rows=rows), ends]
    return "\n\n".join(lines)


def _parties(dossier: Dossier) -> Iterator[str]:
    known = {one.id: one.name for one in dossier.holders}
    for party in dossier.parties:
        listed = [one.id for one in party.members] if party.part_of else party.member_ids
        names = ", ".join(as_text(known[one]) for one in listed)
        members = f"; members: {names}" if names else ""
        aliases = f"; also printed as {', '.join(map(as_text, party.aliases))}" if party.aliases else ""
        part = f"; members of {party.part_of}: {', '.join(party.includes)}" if party.part_of else ""
        note = f". {as_text(party.note)}" if party.note else ""
        yield f"* **{as_text(party.name)}** ({party.kind}){members}{part}{aliases}{note}"
    for one in dossier.holders:
        if isinstance(one, Member) and one.kind == "body":
            spoken_for = [other.name for other in dossier.holders if other.id in one.speaks_for]
            names = f"; speaks for {', '.join(map(as_text, spoken_for))}" if spoken_for else ""
            yield f"* {as_text(one.name)} is a body and no state{names}"
        if one.governments:
            terms = (f"{as_text(term.name)} from {term.since}" for term in one.governments)
            yield f"* Governments of {as_text(one.name)}: {', '.join(terms)}"


def _speakers(dossier: Dossier) -> str:
    rows = [
        f"| {as_text(one.name)} | {one.member or one.party or '–'} | {as_text(_offices(one))} | "
        f"{one.authority} | {one.document or ''} | {', '.join(map(as_text, one.aliases))} |"
        for one in dossier.speakers
    ]
    return _table("name", "side", "office", "authority", "draft or shared", "printed as", rows=rows)


def _offices(one: Speaker) -> str:
    return "; ".join((one.office, *(f"from {later.since} {later.office}" for later in one.offices)))


def _columns() -> str:
    described = {name: field_meanings(Statement).get(name, "") for name in Statement.model_fields}
    return f"{_list(described)}\n\nDerived from them, in tables:\n\n{_list(DERIVED_COLUMNS)}"


def _source(source: Source) -> str:
    said = source_citation(source)
    return f"* `{source.id}`: {as_text(said)}; read in {as_text(read_words(source))}"


def _table(*heads: str, rows: list[str]) -> str:
    return "\n".join([f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *rows])


def _list(described: dict[str, str]) -> str:
    return "\n".join(f"* `{name}`: {as_text(words)}" for name, words in described.items())

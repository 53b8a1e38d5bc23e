"""What a dossier holds, as tables in words: modes, effort per side and source, sources, names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from positions.cell import STATES
from positions.method.worked_gap import grouping_way
from positions.model.choices import AUTHORITY_MEANINGS, MODE_MEANINGS
from positions.model.dossier import Dossier
from positions.model.fields import said_year
from positions.model.parties import CELL_AUTHORITIES, Member, Party, Speaker
from positions.model.sources import Source
from positions.model.statements import CELL_MODES, MODES
from positions.selection import alphabetical, years_of
from positions.tables import Tables
from positions.text.citation import outlet_words, source_head, translation_words
from positions.text.grouping import member_lines
from positions.text.labels import BASIS_WORDS, BLANK_WORDS, LOOK_WORDS
from positions.text.wording import MODE_WORDS, count_words, joined, published_words
from positions.view import View

MOST_SOURCES = 12  # that still have a column each
BASIS_MEANINGS: dict[str, str] = BASIS_WORDS | {
    "firm": "firm words of actors and agreed groupings on both sides"
}
KINDS: dict[str, str] = {
    "own": "own words",
    "dissent": "dissent within",
    "claim": "claims about others",
}


def mode_table(dossier: Dossier) -> pd.DataFrame:
    """One row per mode, strongest first: meaning, whether it can set a cell, how many statements."""
    rows = [
        (
            MODE_WORDS[mode],
            MODE_MEANINGS[mode],
            _yes(mode in CELL_MODES),
            sum(one.mode == mode for one in dossier.statements),
        )
        for mode in MODES
    ]
    return pd.DataFrame(rows, columns=["How it reached us", "Meaning", "Can set a cell", "Statements"])


def authority_table(tables: Tables) -> pd.DataFrame:
    """One row per authority, highest first: meaning, whether it can set a cell, speakers, statements."""
    said = tables.statements["authority"].value_counts()
    rows = [
        (
            authority,
            meaning,
            _yes(authority in CELL_AUTHORITIES),
            sum(one.authority == authority for one in tables.dossier.speakers),
            int(said.get(authority, 0)),
        )
        for authority, meaning in AUTHORITY_MEANINGS.items()
    ]
    return pd.DataFrame(rows, columns=["Authority", "Who", "Can set a cell", "Speakers", "Statements"])


def effort_table(tables: Tables) -> pd.DataFrame:
    """Statements found, one column per source and one for all: a row per side and kind, then commentary.

    Where the sources are many, years stand in their place. A side's own statements always have
    their row; kinds of which nothing was found have none. Parts of a grouping are not repeated.
    """
    frame = tables.statements.assign(kind=_kinds(tables.statements))
    columns, heads = _effort_columns(tables)
    parts = {party.id for party in tables.dossier.parties if party.part_of}
    rows = [
        (tables.names[party], words, *_counted(columns[_is(frame, party, kind)], heads))
        for party in alphabetical(tables.dossier)
        for kind, words in KINDS.items()
        if party not in parts and (kind == "own" or _is(frame, party, kind).any())
    ]
    rows.append(("Nobody's", "commentary", *_counted(columns[frame["kind"] == "commentary"], heads)))
    return pd.DataFrame(rows, columns=["Side", "Statements", *heads.values(), "All"])


def _effort_columns(tables: Tables) -> tuple[pd.Series, dict[str, str]]:
    """The source of each statement, or its year where sources are many, and the heads by id."""
    sources = tables.dossier.sources
    if len(sources) <= MOST_SOURCES:
        return tables.statements["source"], {one.id: source_head(one.id, tables) for one in sources}
    return tables.statements["said_on"].map(said_year), {year: year for year in years_of(tables.dossier)}


def source_table(tables: Tables) -> pd.DataFrame:
    """One row per source in the dossier's order; what is not known is said to be not printed or not known."""
    rows = [
        (
            source.custom.short_name,
            source.title,
            _publisher(source),
            published_words(source),
            translation_words(source) or "as it was written",
            _searched(source.id, tables),
            source.note or "",
        )
        for source in tables.sources.values()
    ]
    heads = ["Source", "Title", "Publisher", "Day", "Read", "Searched for", "Note"]
    return pd.DataFrame(rows, columns=heads)


def grouping_table(view: View) -> pd.DataFrame:
    """One row per grouping and issue with a position: how it is told, how many states spoke, each member."""
    rows = [
        (
            cell.name,
            cell.issue_name,
            grouping_way(cell),
            f"{len(cell.grouped.spoke_states)} of {count_words(cell.grouped.states, cell.grouped.noun)}",
            "\n".join(member_lines(cell, view.tables)),
        )
        for cell in view.cells
        if cell.grouped and cell.placed
    ]
    return pd.DataFrame(rows, columns=["Grouping", "Issue", "Told as", "States that spoke", "Members"])


def blank_table(view: View, looks: Mapping[str, str]) -> pd.DataFrame:
    """One row per state of `looks`: what the cell says, what it means, its look, how many cells have it."""
    rows = [
        (
            BLANK_WORDS.get(state, LOOK_WORDS[state]),
            STATES[state],
            look,
            sum(cell.state == state for cell in view.cells),
        )
        for state, look in looks.items()
    ]
    return pd.DataFrame(rows, columns=["Cell says", "Meaning", "Looks like", "Cells"])


def name_table(dossier: Dossier) -> pd.DataFrame:
    """One row per party, member and speaker with aliases: the name used here, the names as printed."""
    members = [member for party in dossier.parties for member in party.members]
    named: list[Party | Member | Speaker] = [*dossier.parties, *members, *dossier.speakers]
    rows = [(one.name, ", ".join(one.aliases)) for one in named if one.aliases]
    return pd.DataFrame(rows, columns=["Written here", "As printed"])


def _kinds(statements: pd.DataFrame) -> pd.Series:
    kinds = pd.Series("dissent", index=statements.index).mask(statements["own"], "own")
    kinds = kinds.mask(statements["mode"] == "attributed", "claim")
    return kinds.mask(statements["party"].isna(), "commentary")


def _is(frame: pd.DataFrame, party: str, kind: str) -> pd.Series:
    return (frame["party"] == party) & (frame["kind"] == kind)


def _counted(rows: pd.Series, heads: Mapping[str, str]) -> Iterator[int]:
    counts = rows.value_counts()
    yield from (int(counts.get(one, 0)) for one in heads)
    yield len(rows)


def _publisher(source: Source) -> str:
    names = dict.fromkeys(name for name in (source.container_title, source.publisher) if name)
    about = outlet_words(source)
    return (", ".join(names) or "not printed") + (f" ({about})" if about else "")


def _searched(source: str, tables: Tables) -> str:
    """What was looked for in the source: "every side, every issue", names, or "not searched"."""
    found = [one for one in tables.dossier.searched if one.source == source]
    if not found:
        return "not searched"
    sides = joined([tables.names[party] for one in found for party in one.parties or ()]) or "every side"
    issues = (
        joined([tables.scales[issue].name for one in found for issue in one.issues or ()]) or "every issue"
    )
    return f"{sides}, {issues}"


def _yes(fact: bool) -> str:
    return "yes" if fact else "no"

"""Whether all sides were treated alike: doubt, verbs, outlets, and what was looked for, each counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import pandas as pd

from positions.model.dossier import Dossier, LookedFor
from positions.model.sources import Source, site_of
from positions.model.statements import Statement
from positions.selection import alphabetical
from positions.tables import Tables
from positions.text.citation import SITE_WORDS

# One list for every side; each with the forms in which it stands in a summary.
VERBS: dict[str, tuple[str, ...]] = {
    "says": ("say", "says", "said"),
    "wants": ("want", "wants"),
    "proposes": ("propose", "proposes"),
    "offers": ("offer", "offers"),
    "asks": ("ask", "asks"),
    "refuses": ("refuse", "refuses"),
}
_FORMS = {form: verb for verb, forms in VERBS.items() for form in forms}


def certainty_by_side(tables: Tables) -> pd.DataFrame:
    """One row per side, over all its own statements: how sure they are, and how many carry words as proof.

    Parts of a grouping are not repeated. Shares are of the statements that stand on a step.
    """
    rows = []
    for side, said in _by_side(tables):
        placed = [one for one in said if one.placed]
        rows.append(
            (
                tables.names[side],
                len(said),
                len(placed),
                _share(placed, [one for one in placed if _is_doubt(one)]),
                _share(placed, [one for one in placed if one.confidence == "medium"]),
                _share(placed, [one for one in placed if one.confidence == "low"]),
                _share(said, [one for one in said if one.day_inferred]),
                _share(said, [one for one in said if one.phrase]),
            )
        )
    heads = [
        "Side",
        "Statements",
        "On a step",
        "In doubt",
        "Medium confidence",
        "Low confidence",
        "Day inferred",
        "With a phrase",
    ]
    return pd.DataFrame(rows, columns=heads)


def verb_table(tables: Tables) -> pd.DataFrame:
    """One row per side: in how many of its summaries each verb of the list comes first, and other verbs."""
    rows = []
    for side, said in _by_side(tables):
        counts = Counter(first_verb(one.summary) for one in said)
        rows.append((tables.names[side], *(counts[verb] for verb in (*VERBS, "")), len(said)))
    return pd.DataFrame(rows, columns=["Side", *VERBS, "Others", "All"])


def first_verb(summary: str) -> str:
    """The verb of the list that comes first in a summary, by its present form; "" for none of them."""
    words = re.findall(r"[a-z]+", summary.casefold())
    return next((_FORMS[word] for word in words if word in _FORMS), "")


def flag_table(dossier: Dossier) -> pd.DataFrame:
    """One row per remark on outlets, then the outlets without one: sites, sources and statements."""
    return _outlets(dossier, "Remark", lambda source: source.custom.outlet_flag or "", "no remark")


def site_table(dossier: Dossier) -> pd.DataFrame:
    """One row per kind of site, the nearest to the author first: sites, sources and statements."""
    return _outlets(
        dossier,
        "Read at",
        lambda source: SITE_WORDS[source.custom.site] if source.custom.site else "",
        "not recorded",
        tuple(SITE_WORDS.values()),
    )


def _outlets(
    dossier: Dossier,
    head: str,
    word: Callable[[Source], str],
    none: str,
    order: Sequence[str] = (),
) -> pd.DataFrame:
    words = {source.id: word(source) for source in dossier.sources}
    present = set(words.values())
    named = [one for one in order if one in present] or sorted(present - {""})
    rows = []
    for one in (*named, *([""] if "" in present else [])):
        sources = [source for source in dossier.sources if words[source.id] == one]
        said = [statement for statement in dossier.statements if words[statement.source] == one]
        rows.append(
            (
                one or none,
                len({site_of(source.url) for source in sources if source.url}),
                len(sources),
                len(said),
                sum(statement.placed for statement in said),
                sum(statement.phrase is not None for statement in said),
            )
        )
    heads = [head, "Sites", "Sources", "Statements", "On a step", "With a phrase"]
    return pd.DataFrame(rows, columns=heads)


def looked_for_table(tables: Tables) -> pd.DataFrame:
    """One row per side or member that was looked for by quarter, a column per quarter, and in all.

    "3 / 4" is three statements found in four searches; blank is not looked for.
    """
    looked = tables.dossier.looked_for
    quarters = sorted({one.quarter for one in looked})
    sides = list(dict.fromkeys(one.member or one.party for one in looked))
    order = {name: place for place, name in enumerate(tables.actors)}
    rows = []
    for side in sorted(sides, key=lambda one: order[one]):
        own = [one for one in looked if (one.member or one.party) == side]
        cells = [_looked([one for one in own if one.quarter == quarter]) for quarter in quarters]
        rows.append((tables.names[side], *cells))
    return pd.DataFrame(rows, columns=["Side", *(quarter.replace("-", " ") for quarter in quarters)])


def _looked(searches: Sequence[LookedFor]) -> str:
    if not searches:
        return ""
    return f"{sum(one.found for one in searches)} / {sum(one.searches for one in searches)}"


def _by_side(tables: Tables) -> Iterable[tuple[str, list[Statement]]]:
    """Sides that speak for themselves with their own statements, in alphabetical order."""
    parts = {party.id for party in tables.dossier.parties if party.part_of or party.kind == "reference"}
    for side in alphabetical(tables.dossier):
        said = [one for one in tables.dossier.statements if one.party == side and one.mode != "attributed"]
        if side not in parts and said:
            yield side, said


def _is_doubt(statement: Statement) -> bool:
    return statement.ranged and statement.spread != "said"


def _share(all_: Sequence[Statement], some: Sequence[Statement]) -> str:
    return f"{len(some)} ({len(some) / len(all_):.0%})" if some else "0"

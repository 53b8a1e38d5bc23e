"""Whether sides are treated alike is counted, by one measure for all."""

from __future__ import annotations

from typing import Any

import pytest

from positions.method.evenness import (
    certainty_by_side,
    first_verb,
    flag_table,
    looked_for_table,
    site_table,
    verb_table,
)
from positions.reading.dossier import bundled_dossiers, load_dossier
from tests.positions.factories import DESCRIPTION, SOURCES, dossier_of, said, tables_of

# Words of a verdict on how a side speaks; no summary has one.
VERDICTS = (
    *(
        "demand",
        "demands",
        "insist",
        "insists",
        "stresses",
        "warns",
        "claim",
        "claims",
        "admit",
        "admits",
        "concede",
        "concedes",
    ),
    *("threaten", "threatens", "complain", "complains", "boast", "boasts"),
)


def outlets(**written: dict[str, Any]) -> list[dict[str, Any]]:
    """The sources of the fictional dossier, some with an address and more in `custom`."""
    return [
        {
            **source,
            "URL": f"https://{source['id']}.example/page",
            "custom": source["custom"] | written.get(source["id"], {}),
        }
        for source in DESCRIPTION["sources"]
    ]


def test_certainty_is_counted_over_all_own_statements_of_a_side() -> None:
    """Doubt is a range that was not said; shares are of the placed, days and phrases of all."""
    tables = tables_of(
        said("a", "north_head", (1, 2), spread="doubt", phrase="the dam is ours"),
        said("b", "north_head", (1, 2), spread="said", confidence="low"),
        said("c", "north_head", issue="fish", date_basis="inferred"),
        said("d", "north_head", 1, mode="attributed", about=["south"]),
        said("e", "east_head", 1, confidence="medium"),
    )

    assert certainty_by_side(tables).to_numpy().tolist() == [
        ["League", 1, 1, "0", "1 (100%)", "0", "0", "0"],
        ["Northland", 3, 2, "1 (50%)", "0", "1 (50%)", "1 (33%)", "1 (33%)"],
    ]


@pytest.mark.parametrize(
    ("summary", "verb"),
    [
        ("North wants a dam and says so.", "wants"),
        ("The leaders refuse the toll.", "refuses"),
        ("North signs the treaty.", ""),
        ("Essays on wantonness.", ""),
    ],
)
def test_the_first_verb_of_the_list_counts(summary: str, verb: str) -> None:
    """Singular and plural are one verb; a part of another word is none."""
    assert first_verb(summary) == verb


def test_verbs_are_counted_by_side() -> None:
    """Each summary counts once, under its first verb of the list or under others."""
    tables = tables_of(
        said("a", "north_head", summary="North says that the dam is its own and wants it."),
        said("b", "north_head", summary="North signs."),
        said("c", "south_head", summary="South refuses."),
    )
    table = verb_table(tables)

    assert table.columns.tolist() == [
        "Side", "says", "wants", "proposes", "offers", "asks", "refuses", "Others", "All",
    ]  # fmt: skip
    assert table.to_numpy().tolist() == [
        ["Northland", 1, 0, 0, 0, 0, 0, 1, 2],
        ["Southland", 0, 0, 0, 0, 0, 1, 0, 1],
    ]


def test_outlets_are_counted_by_remark_and_by_kind_of_site() -> None:
    """Sites, sources, statements, those on a step, those with a phrase; what has none comes last."""
    sources = outlets(
        gazette={"outlet_flag": "State outlet (Northland)", "site": "press"}, wire={"site": "agency"}
    )
    rows = (
        said("a", "north_head", 1, phrase="ours"),
        said("b", "north_head"),
        said("c", "south_head", source="wire"),
    )
    dossier = dossier_of(rows, sources=sources)

    assert flag_table(dossier).to_numpy().tolist() == [
        ["State outlet (Northland)", 1, 1, 2, 1, 1],
        ["no remark", 2, 2, 1, 0, 0],
    ]
    assert site_table(dossier).to_numpy().tolist() == [
        ["news agency", 1, 1, 1, 0, 0],
        ["newspaper or broadcaster", 1, 1, 2, 1, 1],
        ["not recorded", 1, 1, 0, 0, 0],
    ]
    assert len(SOURCES) == 3


def test_what_was_looked_for_stands_by_side_and_quarter() -> None:
    """Statements found stand before the number of searches; no search is blank."""
    looked = [
        {"party": "north", "quarter": "2030-Q1", "searches": 3, "found": 2},
        {"party": "north", "issue": "toll", "quarter": "2030-Q1", "searches": 1, "found": 0},
        {"party": "league", "member": "east", "quarter": "2030-Q2", "searches": 2, "found": 0},
    ]
    table = looked_for_table(tables_of(looked_for=looked))

    assert table.columns.tolist() == ["Side", "2030 Q1", "2030 Q2"]
    assert table.to_numpy().tolist() == [
        ["Northland", "2 / 4", ""],
        ["East", "", "0 / 2"],
    ]


@pytest.mark.parametrize("name", bundled_dossiers())
def test_no_summary_judges_how_a_side_speaks(name: str) -> None:
    """One list of verbs for all sides: the words of a verdict stand in no summary of a bundled dossier."""
    dossier = load_dossier(name)

    assert [one.id for one in dossier.statements if _judges(one.summary)] == []


def _judges(summary: str) -> bool:
    return bool(set(summary.casefold().replace(",", " ").replace(".", " ").split()) & set(VERDICTS))

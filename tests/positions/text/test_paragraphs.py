"""Running text: read by hand for both bundled dossiers, and true of any: cited, conditioned, even-handed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from positions.model.dossier import Dossier
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.citation import citation, citation_again
from positions.text.paragraphs import MOVED, SAME_STEP, SAYS, Passage, running_text
from positions.view import View
from tests.positions.factories import AS_OF, FEW, PARTIES, days_before, dossiers, said, tables_of, view_at


def bundled(name: str, day: str) -> View:
    """The landing view of a bundled dossier as of a day."""
    tables = Tables(load_dossier(name), dossier_folder(name))
    return View(tables, replace(default_selection(tables.dossier), day=dt.date.fromisoformat(day)))


ISTANBUL = bundled("istanbul-2022", "2022-04-05")
LONG = bundled("ukraine-2014-2026", "2026-06-24")


def passage(view: View, name: str) -> Passage:
    """One passage of a view."""
    return next(one for one in running_text(view).passages if one.id == name)


def sentences(view: View, name: str) -> list[str]:
    """The sentences of a passage, without notes."""
    return [one.words for paragraph in passage(view, name).paragraphs for one in paragraph]


def test_what_each_side_says_on_the_ceasefire_in_spring_2022() -> None:
    """Worked by hand from the statements of 3 and 29 March 2022 (codebook, section 9)."""
    told = [one.words for one in passage(ISTANBUL, SAYS).paragraphs[-1]]

    assert told == [
        "On the ceasefire, Russia said what is placed at ‘Reduced in places, no ceasefire’ "
        "(Delegation, 29 Mar 2022, quoted in translation; 2 sources).",
        "Before that, Russia stated what is placed at ‘It goes on until aims are met’ "
        "(Kremlin, 3 Mar 2022, official text).",
        "On the ceasefire, Ukraine stated what is placed at ‘General ceasefire first, terms later’ "
        "(Delegation, 29 Mar 2022, official text; medium confidence).",
        "Further current words of Ukraine on the ceasefire add no other step for certain; "
        "condition: while the negotiations last.",
        "On the ceasefire, 2 of 6 states of the West spoke; France (Government, 29 Mar 2022, reported "
        "speech; day inferred) and Germany (Government, 29 Mar 2022, reported speech; day inferred) said "
        "what is placed at ‘General ceasefire first, terms later’.",
        "On the ceasefire, the record has words of the United States that do not fit the scale: Kirby says "
        "the Pentagon is not ready to describe Russia's move as a retreat or withdrawal "
        "(29 Mar 2022, quoted in translation).",
    ]


def test_what_moved_in_march_2022() -> None:
    """Russia alone moved; both its positions stand with their days, and the notes behind each."""
    found = passage(ISTANBUL, MOVED)
    (moved,) = [one for each in found.paragraphs for one in each if " moved " in one.words]

    assert found.title == "What moved since 3 Mar 2022, as of 5 Apr 2022"
    assert moved.words == (
        "On the ceasefire, Russia moved 1 step; before: ‘It goes on until aims are met’ "
        "(Kremlin, 3 Mar 2022, official text); now: ‘Reduced in places, no ceasefire’ "
        "(Delegation, 29 Mar 2022, quoted in translation; 2 sources)."
    )
    assert [part.statements for part in moved.parts if part.statements] == [
        ("001-037",),
        ("000-041", "000-040", "002-009"),
    ]


def test_nobody_is_at_the_same_step_in_spring_2022_and_why_one_pair_does_not_count() -> None:
    """France and Germany are no West: the pair is told, and told as not counted."""
    none, weaker = sentences(ISTANBUL, SAME_STEP)

    assert none == "No two firm positions as of 5 Apr 2022 name the same step."
    assert weaker == (
        "On the ceasefire, Ukraine and some members of the West name the same step, "
        "‘General ceasefire first, terms later’ (some members only; not counted): Ukraine (Delegation, "
        "29 Mar 2022, official text; medium confidence); the West only through France (Government, "
        "29 Mar 2022, reported speech; day inferred) and Germany (Government, "
        "29 Mar 2022, reported speech; day inferred)."
    )


def test_what_each_side_says_on_the_donbas_in_2026() -> None:
    """Worked by hand: Russia and Ukraine with newer words that fit no step, the United States without one."""
    told = [one for paragraph in passage(LONG, SAYS).paragraphs for one in paragraph]
    first = next(place for place, one in enumerate(told) if one.words.startswith("On the Donbas, Russia"))

    assert [one.words for one in told[first : first + 7]] == [
        "On the Donbas, Russia said what is placed at ‘Not Ukrainian; the question is closed’ "
        "(Lavrov, 30 Dec 2025, quoted directly; day inferred).",
        "Newer words of Russia do not fit the scale: Peskov says that Ukraine's army has to go out of the "
        "Donbas, as a condition of great weight (23 Jan 2026, quoted directly).",
        "On the Donbas, Ukraine said what is placed at ‘Ukrainian, in stages’ or ‘Full Ukrainian control’ "
        "(Sybiha, 6 Feb 2026, reported speech; medium confidence; day inferred; the coder was unsure between "
        "these steps).",
        "Newer words of Ukraine do not fit the scale: Zelenskyy says that he never leaves the Donbas and the "
        "200,000 Ukrainians who live there (3 Mar 2026, quoted directly).",
        "On the Donbas, the record has words of the United States that do not fit the scale: Rubio says that "
        "the Donbas is the one matter left open between Kyiv and Moscow, and a hard one (28 Jan 2026, quoted "
        "directly).",
        "On the Donbas, the record has words of the United States that do not fit the scale: Trump says that "
        "the proposal of a demilitarised Donbas is unresolved and that some of the land may be taken in the "
        "months ahead (28 Dec 2025, quoted directly).",
        "The last words of the United States that fit the scale are placed at ‘Line stands or left outside’ "
        "to ‘Left to later talks’ (Trump, 19 Oct 2025, quoted directly).",
    ]


def test_who_moved_in_the_year_to_june_2026() -> None:
    """The moves in the order of issues, with the sides that each is nearer to or farther from."""
    moves = [one.split(";")[0] for one in sentences(LONG, MOVED) if " moved " in one]

    assert moves == [
        "On security guarantees, Ukraine moved 1 step away from Russia and the United States",
        "On security guarantees, the European Union moved 1–2 steps",
        "On the ceasefire, the United States moved 1 step toward Europe and Ukraine, away from Russia",
    ]


def test_nobody_moves_toward_or_away_from_itself() -> None:
    """A member with a column of its own is not measured against its own earlier words."""
    moved = [changed for changed in LONG.changes if changed.directions]

    assert "us" in {changed.holder for changed in moved}
    assert all(changed.holder != one.other for changed in moved for one in changed.directions)


def test_all_who_are_at_one_step_are_told_together() -> None:
    """Three firm pairs on the ceasefire are one sentence, Europe by its members."""
    told = next(one for one in sentences(LONG, SAME_STEP) if one.startswith("On the ceasefire"))

    assert told.startswith(
        "On the ceasefire, Europe, Ukraine and the United States name the same step, ‘General ceasefire "
        "first, terms later’: Europe through Finland (Stubb, 9 Aug 2025, official text; medium confidence; "
        "the words cover ‘Reduced in places’ to ‘General ceasefire first’), "
    )
    assert (
        "; Ukraine (Zelenskyy, 4 Jun 2026, official text; condition: for the length of the talks); " in told
    )


def test_a_note_is_the_citation_of_its_statement_and_is_numbered_as_it_appears() -> None:
    """A text begins with note 1; a passage alone has numbers of its own."""
    text = running_text(ISTANBUL)
    cited = [one for each in text.passages for one in each.statements]

    assert list(text.numbers) == list(dict.fromkeys(cited))
    assert list(text.numbers.values()) == list(range(1, len(text.notes) + 1))
    alone = text.alone(text.passages[1])
    for made in (text, alone):
        known: set[str] = set()
        for one, words in made.notes:
            statement = ISTANBUL.tables.by_id[one]
            cite = citation_again if statement.source in known else citation
            known.add(statement.source)
            assert words.startswith(statement.summary)
            assert words.endswith(cite(statement, ISTANBUL.tables))
            assert (statement.condition or "") in words
        assert len(known) < len(made.notes)
    assert list(alone.numbers) == list(text.passages[1].statements)
    assert alone.numbers[text.passages[1].statements[0]] == 1


def test_alike_changes_of_several_are_one_sentence() -> None:
    """Whoever restated the same step stands in one sentence, each with both its days."""
    tables = tables_of(
        *(said(f"{one}1", f"{one}_head", 2, said_on=days_before(60)) for one in ("north", "south")),
        *(said(f"{one}2", f"{one}_head", 2, said_on=days_before(1)) for one in ("north", "south")),
    )
    view = view_at(tables, since=AS_OF - dt.timedelta(days=30), issues=("dam",))

    assert sentences(view, MOVED) == [
        "On the dam, Northland (North head, 29 Jun 2030, quoted directly; earlier by North head, 1 May 2030, "
        "quoted directly) and Southland (South head, 29 Jun 2030, quoted directly; earlier by South head, "
        "1 May 2030, quoted directly) restated after 31 May 2030 what is placed at ‘Dam shared to all ships’."
    ]


def test_weak_words_share_no_step() -> None:
    """A pair that rests on low confidence is told as such, and the firm ones are said to be none."""
    tables = tables_of(said("a", "north_head", 2), said("b", "south_head", 2, confidence="low"))
    none, weaker = sentences(view_at(tables, issues=("dam",)), SAME_STEP)

    assert none == "No two firm positions as of 30 Jun 2030 name the same step."
    assert "(rests on low confidence; not counted)" in weaker


def test_nothing_said_is_told_as_such() -> None:
    """A view of a silent dossier says so in every passage."""
    found = running_text(view_at(tables_of()))

    assert found.notes == ()
    assert all(
        one.words.startswith("No ") for each in found.passages for part in each.paragraphs for one in part
    )


@pytest.mark.parametrize("view", [ISTANBUL, LONG], ids=["istanbul", "long"])
def test_the_order_of_parties_changes_no_sentence(view: View) -> None:
    """Who stands first has no other verb and no other sentence."""
    turned = View(view.tables, replace(view.selection, parties=view.selection.parties[::-1]))

    for name in (SAYS, MOVED, SAME_STEP):
        assert sorted(sentences(turned, name)) == sorted(sentences(view, name))


def numbered(dossier: Dossier) -> Tables:
    """The tables of a dossier in which every statement has a condition of its own."""
    rows = (one.model_copy(update={"condition": f"term {one.id}!"}) for one in dossier.statements)
    return Tables(dossier.model_copy(update={"statements": tuple(rows)}), Path())


@given(dossiers())
@FEW
def test_every_sentence_is_cited_from_the_view_with_its_conditions(dossier: Dossier) -> None:
    """Notes lead to statements of the two days; who is cited is cited with the condition."""
    tables = numbered(dossier)
    chosen: dict[str, Any] = {"issues": ("dam", "toll", "fish"), "since": AS_OF - dt.timedelta(days=40)}
    view = view_at(tables, **chosen, parties=PARTIES)
    turned = view_at(tables, **chosen, parties=PARTIES[::-1])
    known = {*view.statements, *view.on(AS_OF - dt.timedelta(days=40)).statements}

    for found, other in zip(running_text(view).passages, running_text(turned).passages, strict=True):
        told = [one for paragraph in found.paragraphs for one in paragraph]
        mirrored = [one.words for paragraph in other.paragraphs for one in paragraph]
        assert set(found.statements) <= known
        assert all(one.statements or one.words.startswith("No ") for one in told)
        for one in told:
            assert not [name for name in one.statements if f"term {name}!" not in one.words]
        assert sorted(mirrored) == sorted(one.words for one in told)

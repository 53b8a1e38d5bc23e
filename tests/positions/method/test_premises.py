"""The words of the Method page: facts from the dossier, no verdicts, nobody else's sentences."""

from __future__ import annotations

import re

from positions.method import premises
from positions.reading.dossier import load_dossier
from positions.text.wording import joined
from tests.positions.factories import dossier_of, said

BUNDLED = load_dossier("istanbul-2022")
FIXED = (
    premises.STATEMENT_PARAGRAPHS
    + premises.GAP_PARAGRAPHS
    + premises.CHANGE_PARAGRAPHS
    + premises.GROUPING_PARAGRAPHS
    + premises.BLANK_PARAGRAPHS
)
LONG = load_dossier("ukraine-2014-2026")
ALL = (
    *FIXED,
    *(
        sentence
        for dossier in (BUNDLED, LONG)
        for sentence in (
            *premises.premises(dossier),
            *premises.position_rule(dossier),
            *premises.fairness(dossier),
            premises.date_sentence(dossier),
        )
    ),
)


def test_the_rules_have_the_dossiers_own_numbers() -> None:
    """Window and age are those that the dossier sets, not those of another one."""
    bundled, other = " ".join(premises.position_rule(BUNDLED)), " ".join(premises.position_rule(dossier_of()))

    assert f"those of the {BUNDLED.window} days before them" in bundled
    assert f"From {BUNDLED.stale_after} days on their age is printed" in bundled
    assert "those of the 20 days before them" in other


def test_premises_name_the_groupings_and_the_ends_of_the_scales() -> None:
    """A dossier without a grouping has no sentence about one."""
    alone = [one.model_dump() for one in dossier_of().parties if one.kind != "grouping"]

    assert "For West you see the members" in " ".join(premises.premises(BUNDLED))
    assert "nearest to closing the dam" in " ".join(premises.premises(dossier_of()))
    assert "grouping" not in " ".join(premises.premises(dossier_of(parties=alone, speakers=[])))


def test_texts_governments_and_references_have_their_rules_where_there_are_any() -> None:
    """Only a dossier with drafts, changes of government or reference texts tells how they are treated."""
    rules, plain = " ".join(premises.position_rule(LONG)), " ".join(premises.position_rule(BUNDLED))

    texts = sum(speaker.document is not None for speaker in LONG.speakers)
    assert f"{texts} texts among the speakers are drafts" in rules
    changed = [one.name for one in LONG.holders if one.governments]
    assert f"Changes are listed for {joined(changed)}." in rules
    assert "does not grow old" in rules
    assert not re.search("another government|does not grow old", plain)


def test_even_effort_is_claimed_only_where_it_was_made() -> None:
    """A dossier whose sources were not all searched for all sides says so."""
    assert "in every source in the same way" in " ".join(premises.fairness(BUNDLED))
    assert "Not every source was searched for every side" in " ".join(premises.fairness(LONG))


def test_inferred_days_are_counted() -> None:
    """Days that the sources name and days that were inferred add up to all statements."""
    one, two = said("a", "north_head", 1), said("b", "north_head", 1, date_basis="inferred")

    assert "For 1 of 2 statements" in premises.date_sentence(dossier_of([one, two]))
    named = sum(one.date_basis == "explicit" for one in BUNDLED.statements)
    total = len(BUNDLED.statements)
    assert (
        f"For {named} of {total} statements the source names the day; for the other {total - named}"
        in premises.date_sentence(BUNDLED)
    )


def test_paragraphs_are_short() -> None:
    """Nobody has to read more than sixty words at once, nor a sentence of more than thirty-five."""
    for paragraph in ALL:
        assert len(paragraph.split()) <= 70, paragraph
        assert all(len(one.split()) <= 36 for one in re.split(r"(?<=[.;:]) ", paragraph)), paragraph


def test_every_rule_that_moves_a_number_is_told() -> None:
    """Weak words, doubt, bounded measures, advisers, ties and bodies each have their sentence."""
    told = " ".join(ALL)

    for words in (
        "A position is weak",
        "a doubt is printed as a doubt",
        "A measure that ends on a day",
        "An adviser or deputy leads only",
        "whatever still ties stands together",
        "A state without words of its own",
        "the two ends of a scale are never near",
        "First on record means",
    ):
        assert words in told


def test_no_word_suggests_a_verdict() -> None:
    """The page explains without judging."""
    verdicts = re.compile(
        r"\b(concession|maximalist|unreasonable|breakthrough|aggress\w+|obviously|clearly)\b"
    )

    assert not [one for one in ALL if verdicts.search(one.casefold())]

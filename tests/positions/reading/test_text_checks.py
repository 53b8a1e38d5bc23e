"""A phrase is verified in its passage, found in a text, or not there; each with its reason in words."""

from __future__ import annotations

import pytest

from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.source_texts import NO_FINGERPRINT, SourceText
from positions.reading.text_checks import (
    FAILED,
    FOUND,
    NOT_VERIFIED,
    REPEATED,
    STATUSES,
    Check,
    check,
    checks,
    counted_checks,
)

TEXT = "The envoy said: the strait “stays closed – for\nnow” to all. Later the strait opened to all."


def outcome(small: Dossier, text: str | None = TEXT, note: str = "", **fields: object) -> Check:
    """What is said of one statement without a passage, coded in the gazette, with that text."""
    plain = {"start": None, "end": None} | fields
    statement = Statement.model_validate(small.statements[0].model_dump() | plain)
    return check(statement, small.sources[0], SourceText("gazette", text, note))


@pytest.mark.parametrize("note", ["", NO_FINGERPRINT])
def test_a_phrase_without_a_passage_is_looked_up_in_the_text(small: Dossier, note: str) -> None:
    """Found once it is told where, typed as it may be; it is found and not verified."""
    found = outcome(small, phrase='"stays closed - for now"', note=note)

    assert found == Check(
        "gazette-1", FOUND, "found at characters 27 to 51; no passage is recorded", (27, 51)
    )
    assert TEXT[27:51] == "“stays closed – for\nnow”"


def test_of_a_phrase_that_stands_there_often_the_number_is_told(small: Dossier) -> None:
    """Which of the places is meant only the coder knows."""
    assert outcome(small, phrase="to all") == Check(
        "gazette-1",
        REPEATED,
        "found at 2 places, the first at characters 52 to 58; no passage is recorded",
    )


@pytest.mark.parametrize(
    ("phrase", "near"),
    [
        ("the strait was opened", "nearest: “the strait opened” at characters 66 to 83"),
        ("stays closed for now", "nearest: ““stays closed – for now”” at characters 27 to 51"),
        ("nine grey ships", "nothing near it was found"),
    ],
)
def test_of_a_phrase_that_is_not_there_the_nearest_words_are_told(
    small: Dossier, phrase: str, near: str
) -> None:
    """Another word is never taken for it; who typed it wrong sees what is printed."""
    assert outcome(small, phrase=phrase) == Check(
        "gazette-1", FAILED, f"the phrase is not in the text; {near}"
    )


@pytest.mark.parametrize("end", [None, 20])
def test_a_statement_without_a_phrase_says_so(small: Dossier, end: int | None) -> None:
    """What was not coded cannot be checked, and is no failure."""
    assert outcome(small, phrase=None, start=end and 0, end=end) == Check(
        "gazette-1", NOT_VERIFIED, "no phrase is coded"
    )


def test_words_of_a_further_page_are_not_looked_for_in_this_one(small: Dossier) -> None:
    """They are not verified, and not failed: the text at hand is of another page."""
    found = outcome(small, phrase_at="https://strait.example/b")

    assert (found.status, found.place) == (NOT_VERIFIED, None)
    assert found.reason.endswith("of which no text is compared: https://strait.example/b")


def test_without_a_text_nothing_is_looked_up(small: Dossier) -> None:
    """The reason is that of the missing text."""
    found = outcome(small, text=None, note="no copy of the text (gazette.txt)", phrase="stays closed")

    assert found == Check("gazette-1", NOT_VERIFIED, "no copy of the text (gazette.txt)")


def test_checks_are_followed_by_source_and_come_in_the_order_of_the_dossier(small: Dossier) -> None:
    """A text is compared once for all of its phrases, wherever their rows stand."""
    mixed = small.model_copy(update={"statements": tuple(reversed(small.statements))})
    texts = {source.id: SourceText(source.id, TEXT, "") for source in small.sources}
    followed: list[str] = []

    def follow(statements: list[Statement]) -> list[Statement]:
        followed.extend(one.source for one in statements)
        return statements

    done = [one.statement for one in checks(mixed, texts, lambda given: follow(list(given)))]

    assert done == [one.id for one in mixed.statements]
    assert followed == sorted(followed)


def test_counts_name_every_status_that_occurs_and_three_always() -> None:
    """In one order; nothing found is told as a number too."""
    some = [Check("a", FOUND, "", (0, 1)), Check("b", FOUND, "", (2, 3)), Check("c", FAILED, "")]

    assert counted_checks([]) == "0 verified, 0 failed, 0 not verified"
    assert counted_checks(some) == (
        "0 verified, 2 found once in the text (no passage recorded), 1 failed, 0 not verified"
    )
    assert len(set(STATUSES)) == len(STATUSES)

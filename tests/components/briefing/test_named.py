"""Named files of a view: the language of dates is the reader's, whatever was asked of the view before."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from components.briefing.named import BriefedView, NamedFile, alt_words, briefed_view, packed
from positions.reading.dossier import load_dossier
from positions.text.dates import dates_in
from positions.view import View, view_of
from tests.components.briefing.handed_out import view_on

_ENGLISH, _FRENCH = "5 Apr 2022", "5 avr. 2022"


def asked_on_screen() -> View:
    """The kept view of a link in French, and of each of its issues, read by a screen in English before."""
    view = view_on(load_dossier("istanbul-2022"), dates="fr")
    kept = view_of(view.tables, view.selection)
    for one in (
        kept,
        *(view_of(kept.tables, replace(kept.selection, issues=(issue.id,))) for issue in kept.issues),
    ):
        assert _ENGLISH in one.measure
        assert _ENGLISH in one.source_line
        assert _FRENCH not in one.finding
    return kept


def three_lines(briefed: BriefedView) -> str:
    """What stands above and below the sheets and the cards."""
    head = briefed.briefing.head
    cards = [text for card in briefed.briefing.cards for text in (card.title, card.measure)]
    return " ".join((head.title, head.measure, head.footer, briefed.briefing.moves.measure, *cards))


def test_a_screen_in_english_does_not_reach_a_briefing_in_french() -> None:
    """The words that a kept view has made for the screen are not those of the export."""
    told = three_lines(briefed_view(asked_on_screen()))

    assert _FRENCH in told
    assert _ENGLISH not in told


def test_a_briefing_in_french_does_not_reach_the_screen() -> None:
    """After an export the kept view still speaks English to the screen."""
    view = view_on(load_dossier("istanbul-2022"), dates="fr")
    kept = view_of(view.tables, view.selection)
    briefed_view(kept)

    assert _ENGLISH in kept.measure
    assert _ENGLISH in kept.source_line


@pytest.mark.parametrize("asked", [three_lines, lambda one: alt_words(one, "matrix")])
def test_the_language_around_does_not_matter(asked: Callable[[BriefedView], str]) -> None:
    """An English briefing that is made while another language is set stays English."""
    view = view_on(load_dossier("istanbul-2022"))
    with dates_in("fr"):
        told = asked(briefed_view(view))

    assert _ENGLISH in told
    assert _FRENCH not in told


def test_a_package_keeps_order_and_has_no_clock() -> None:
    """The same files make the same bytes, in their order, with one fixed day."""
    files = (NamedFile("b.txt", b"two"), NamedFile("a.txt", b"one"))
    with zipfile.ZipFile(io.BytesIO(packed(files))) as opened:
        members = opened.infolist()

    assert packed(files) == packed(files)
    assert [one.filename for one in members] == ["b.txt", "a.txt"]
    assert {one.date_time for one in members} == {(1980, 1, 1, 0, 0, 0)}

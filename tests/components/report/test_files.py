"""Named files of a view: the language of dates is the reader's, whatever was asked of the view before."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from components.report import BRIEFINGS, Format, Handout
from components.report.content import Briefing
from components.report.files import (
    BriefedView,
    NamedFile,
    NotMade,
    alt_words,
    briefed_view,
    files_or_reason,
    named_files,
    packed,
    packed_formats,
)
from components.report.presets import PRESETS, Preset
from positions.export import EXPORTS
from positions.export.manifest import read_manifest
from positions.reading.dossier import load_dossier
from positions.text.dates import dates_in
from positions.view import View, view_of
from tests.components.report.handed_out import view_on
from tests.components.report.many_parties import briefed_parties
from tests.components.report.scripts import briefing_without_typeface

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


def failing(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:
    """A maker that cannot make anything."""
    raise ValueError("the sheet is too narrow\nand more that is for programmers")


FAILING = Format("torn", "A torn page", "torn", failing)
MARKDOWN = next(one for one in BRIEFINGS if one.id == "md")


def test_a_format_is_a_function_and_a_line() -> None:
    """Name, bytes and media type follow from what BRIEFINGS has of a format; nothing else knows it."""
    briefed = briefed_parties(2)
    words = Format(
        "words", "Words", "md", lambda briefing, _: (Handout("words", briefing.head.title.encode()),)
    )
    (made,) = named_files(words, briefed, PRESETS["slide"])

    assert made == NamedFile(briefed.name("words", "md"), briefed.briefing.head.title.encode())
    assert words.mime == MARKDOWN.mime == "text/markdown"
    assert all(one.mime for one in BRIEFINGS)
    assert all(one.mime for one in EXPORTS)


def test_a_format_that_fails_says_why_in_one_sentence() -> None:
    """The reason is the first line of the fault, after the name of the format."""
    told = files_or_reason(FAILING, briefed_parties(2), PRESETS["slide"])

    assert told == NotMade("A torn page: could not be made. the sheet is too narrow.")


def test_a_format_that_fails_takes_no_other_with_it() -> None:
    """The folder holds what could be made, and a text that names what could not."""
    made = packed_formats([FAILING, MARKDOWN], briefed_parties(2), PRESETS["slide"])
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        names = package.namelist()
        reasons = package.read("not-made.txt").decode()

    assert [name.rpartition(".")[2] for name in names] == ["md", "json", "txt"]
    assert reasons == "A torn page: could not be made. the sheet is too narrow.\n"


def test_a_folder_names_letters_without_a_typeface() -> None:
    """Whoever opens the folder reads of which script they are; a folder of texts lacks nothing."""
    pictures = next(one for one in BRIEFINGS if one.id == "png")
    for forms, told in (([pictures, MARKDOWN], True), ([MARKDOWN], False)):
        made = packed_formats(forms, briefing_without_typeface(), PRESETS["slide"])
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            assert ("missing-letters.txt" in package.namelist()) == told
            if told:
                assert "Egyptian Hieroglyphs (2 letters)" in package.read("missing-letters.txt").decode()


def test_a_folder_without_a_fault_names_none() -> None:
    """Where everything could be made there is no text on what could not; the manifest fits the file."""
    made = packed_formats([MARKDOWN], briefed_parties(2), PRESETS["slide"])
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        report, beside = package.namelist()
        manifest = read_manifest(package.read(beside))

        assert manifest
        assert [one.name for one in manifest.files] == [report]
        assert manifest.files[0].fits(package.read(report))


@pytest.mark.parametrize(("parties", "name"), [(1, "State"), (31, "State"), (60, "State"), (4, "N" * 190)])
@pytest.mark.parametrize("form", [one for one in BRIEFINGS if one.id in ("pdf", "html", "md", "svg")])
def test_any_number_of_parties_and_any_name_can_be_briefed(form: Format, parties: int, name: str) -> None:
    """One side or sixty, short names or one long word: there are files, and every side stands in the text."""
    files = files_or_reason(form, briefed_parties(parties, name=name), PRESETS["slide"])

    assert not isinstance(files, NotMade), files.sentence
    assert all(file.content for file in files)
    if form.id == "md":
        text = files[0].content.decode()
        assert all(f"{name} p{place}" in text for place in range(parties))

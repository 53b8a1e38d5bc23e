"""Evidence: a phrase is where the coder saw it, or the reader is told that it is not."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.located import LARGEST
from positions.reading.source_texts import (
    TEXTS_VARIABLE,
    Passage,
    SourceText,
    checked_text,
    passage,
    source_texts,
    texts_folder,
)
from positions.reading.text_checks import FAILED, IN_OWN_COPY, NOT_VERIFIED, VERIFIED, Check, checks
from tests.conftest import Changed

TEXT = "The envoy said: the strait “stays closed – for\nnow” to all. Later the strait opened to all."


@pytest.fixture
def texts(small: Dossier, small_folder: Path) -> dict[str, SourceText]:
    """The invented texts of the small dossier."""
    return source_texts(small, small_folder / "texts")


def said(small: Dossier, **fields: object) -> Statement:
    """A sound statement with these fields in place of its own."""
    return Statement.model_validate(small.statements[0].model_dump() | fields)


def cut(small: Dossier, phrase: str, start: int, end: int, text: str = TEXT) -> Passage | None:
    """The passage of a statement with that phrase and span in a text."""
    statement = said(small, phrase=phrase, start=start, end=end)
    return passage(statement, SourceText("gazette", text, ""))


def outcome(small: Dossier, text: SourceText, **fields: object) -> Check:
    """What is said of one statement, coded in the gazette, with that text."""
    dossier = small.model_copy(update={"statements": (said(small, **fields),)})
    return next(checks(dossier, {"gazette": text}))


def test_every_span_of_the_small_dossier_is_verified(small: Dossier, texts: dict[str, SourceText]) -> None:
    """All phrases stand in their passages; the bulletin has no text and is not verified."""
    found = Counter((check.status, check.reason) for check in checks(small, texts))

    assert found == {
        (VERIFIED, ""): 33,
        (NOT_VERIFIED, "no copy of the text (bulletin.txt)"): 1,
    }


def test_checks_come_in_the_order_of_the_dossier(small: Dossier, texts: dict[str, SourceText]) -> None:
    """One check per statement, none left out."""
    assert [check.statement for check in checks(small, texts)] == [one.id for one in small.statements]


def test_without_texts_nothing_is_verified_and_nothing_fails(small: Dossier, tmp_path: Path) -> None:
    """Who has no texts sees "not verified", never an error."""
    found = list(checks(small, source_texts(small, tmp_path / "nowhere")))

    assert {check.status for check in found} == {NOT_VERIFIED}
    assert found[0].reason == "no copy of the text (gazette.txt)"


def test_a_text_altered_by_one_word_is_not_the_coded_one(changed: Changed, small: Dossier) -> None:
    """Another sha256 is not verified, and nothing of that text is shown as evidence."""
    folder = changed()
    path = folder / "texts" / "gazette.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("closed", "open"), encoding="utf-8", newline="")

    texts = source_texts(small, folder / "texts")

    assert texts["gazette"] == SourceText(
        "gazette", None, "gazette.txt is not the text that was coded (another sha256)"
    )
    assert passage(small.statements[0], texts["gazette"]) is None
    assert texts["wire"].text is not None


def unrecorded(small: Dossier, **fields: object) -> Dossier:
    """The small dossier with the first statement alone, of whose source no fingerprint is recorded."""
    custom = small.sources[0].custom.model_copy(update={"sha256": None})
    source = small.sources[0].model_copy(update={"custom": custom})
    return small.model_copy(update={"sources": (source,), "statements": (said(small, **fields),)})


def test_a_copy_without_a_recorded_fingerprint_is_shown_and_checked(small: Dossier, tmp_path: Path) -> None:
    """It is the reader's own, says so, and is never called verified."""
    (tmp_path / "gazette.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    dossier = unrecorded(small, phrase="the strait opened", start=0, end=len(TEXT))
    texts = source_texts(dossier, tmp_path)

    assert texts["gazette"] == SourceText("gazette", TEXT, "your copy, not fingerprinted")
    assert [check.status for check in checks(dossier, texts)] == [IN_OWN_COPY]


def test_a_phrase_that_is_not_in_an_own_copy_fails(small: Dossier, tmp_path: Path) -> None:
    """Another text under the right name is found out by its words."""
    (tmp_path / "gazette.txt").write_text("Another text altogether.", encoding="utf-8")
    dossier = unrecorded(small, phrase="the strait opened", start=0, end=20)

    assert [check.status for check in checks(dossier, source_texts(dossier, tmp_path))] == [FAILED]


@pytest.mark.parametrize(
    "saved",
    [
        b"\xef\xbb\xbf" + "Le café.\nIl dit non.\n".encode(),
        "Le café.\r\nIl dit non.\r\n".encode(),
        "Le cafe\u0301.\nIl dit non.\n".encode(),
    ],
)
def test_a_text_saved_by_another_program_is_the_coded_one(small: Dossier, saved: bytes) -> None:
    """Mark, line ends and normal form change no word, and spans count on the text that was coded."""
    coded = "Le café.\nIl dit non.\n"
    recorded = hashlib.sha256(coded.encode()).hexdigest()
    custom = small.sources[0].custom.model_copy(update={"sha256": recorded})
    source = small.sources[0].model_copy(update={"custom": custom})

    assert checked_text(source, saved, "gazette.txt") == SourceText("gazette", coded, "")


@pytest.mark.parametrize(
    ("extent", "phrase", "status"),
    [
        ("opening", "stays closed", "not checked (no text at hand; by the record its opening was read)"),
        ("whole", "stays closed", "not checked (no text at hand; by the record all of it was read)"),
        ("opening", None, NOT_VERIFIED),
        (None, "stays closed", NOT_VERIFIED),
    ],
)
def test_without_a_text_no_phrase_is_told_as_seen(
    small: Dossier, extent: str | None, phrase: str | None, status: str
) -> None:
    """No text was at hand; the record knows how much was read, and of no phrase that it was there."""
    custom = small.sources[0].custom.model_copy(update={"sha256": None, "extent": extent})
    source = small.sources[0].model_copy(update={"custom": custom})
    row = said(small, phrase=phrase, start=None, end=None)
    dossier = small.model_copy(update={"sources": (source,), "statements": (row,)})
    texts = {"gazette": SourceText("gazette", None, "the dossier records no sha256 of the coded text")}

    assert [check.status for check in checks(dossier, texts)] == [status]


def test_the_coded_text_in_another_encoding_is_not_verified(changed: Changed, small: Dossier) -> None:
    """Even a text with the right checksum is shown only when it can be read."""
    raw = "Café".encode("latin-1")
    folder = changed()
    (folder / "texts" / "gazette.txt").write_bytes(raw)
    custom = small.sources[0].custom.model_copy(update={"sha256": hashlib.sha256(raw).hexdigest()})
    source = small.sources[0].model_copy(update={"custom": custom})
    dossier = small.model_copy(update={"sources": (source,)})

    assert source_texts(dossier, folder / "texts") == {
        "gazette": SourceText("gazette", None, "gazette.txt is not UTF-8")
    }


def test_the_mark_lands_on_the_right_characters(small: Dossier, texts: dict[str, SourceText]) -> None:
    """Passage and phrase are the text's own characters, quotation marks and all."""
    statement = small.statements[0]

    assert passage(statement, texts["gazette"]) == Passage(
        "President Norin told the assembly on 9 May that the strait “",
        "stays closed to every foreign hull",
        "” until the shoals recover.",
    )


def test_a_passage_is_its_span_and_nothing_else(small: Dossier, texts: dict[str, SourceText]) -> None:
    """Before, phrase and after together are the coded span, letter by letter."""
    for statement in (one for one in small.statements if one.source != "bulletin"):
        text = texts[statement.source].text
        found = passage(statement, texts[statement.source])

        assert text is not None
        assert found is not None
        assert found.before + found.phrase + found.after == text[statement.start : statement.end]


@pytest.mark.parametrize(
    "phrase",
    [
        "“stays closed – for\nnow”",
        '"stays closed - for now"',
        "„stays closed — for  now“",
        "«stays closed − for\u00a0now»",
        ' "stays\tclosed ‐ for\u202fnow” ',
    ],
)
def test_other_quotation_marks_dashes_and_line_breaks_are_the_same_words(small: Dossier, phrase: str) -> None:
    """How a phrase was typed does not matter; what is marked is how the text prints it."""
    assert cut(small, phrase, 0, 60) == Passage(
        "The envoy said: the strait ", "“stays closed – for\nnow”", " to all. "
    )


def test_straight_and_curved_apostrophes_are_the_same(small: Dossier) -> None:
    """A phrase typed on a keyboard is found in a printed text."""
    assert cut(small, "Norrin's fleet", 0, 20, "So Norrin’s fleet sai") == Passage(
        "So ", "Norrin’s fleet", " sa"
    )


@pytest.mark.parametrize("phrase", ["stays open - for now", "stays closed for now", "Stays closed - for now"])
def test_other_words_are_not_found(small: Dossier, phrase: str) -> None:
    """One word changed, one mark left out or another capital letter is not the phrase."""
    assert cut(small, phrase, 0, len(TEXT)) is None


@pytest.mark.parametrize("phrase", ["st.ays", "[a-z]+", "(closed", "\\w"])
def test_a_phrase_is_words_and_no_pattern(small: Dossier, phrase: str) -> None:
    """Marks that mean something to a program mean themselves."""
    assert cut(small, phrase, 0, len(TEXT)) is None


def test_a_phrase_elsewhere_in_the_text_is_a_failure(small: Dossier) -> None:
    """The phrase counts in its own span only; a look-alike is never taken for it."""
    text = SourceText("gazette", TEXT, "")

    assert cut(small, "the strait opened", 0, 60) is None
    assert outcome(small, text, phrase="the strait opened", start=0, end=60) == Check(
        "gazette-1", FAILED, "the phrase is not in characters 0 to 60; it stands at characters 66 to 83"
    )
    assert outcome(small, text, phrase="the strait opened", start=61, end=len(TEXT)).status == VERIFIED


def test_a_phrase_that_is_cut_by_its_span_is_a_failure(small: Dossier) -> None:
    """The whole phrase stands inside the span, or it does not stand there."""
    end = TEXT.index("opened") + 3

    assert cut(small, "the strait opened", 61, end) is None


def test_the_first_of_two_places_inside_a_span_is_marked(small: Dossier) -> None:
    """The mark is the same every time."""
    found = cut(small, "to all", 0, len(TEXT))

    assert found is not None
    assert found.before.endswith("now” ")


def test_a_span_beyond_the_end_is_a_failure(small: Dossier) -> None:
    """A passage that the text is too short for is told, with both lengths."""
    text = SourceText("gazette", TEXT, "")
    fields = {"phrase": "to all", "start": 0, "end": len(TEXT) + 1}

    assert passage(said(small, **fields), text) is None
    assert outcome(small, text, **fields) == Check(
        "gazette-1",
        FAILED,
        f"the span ends at {len(TEXT) + 1}, the text at {len(TEXT)}; it stands at 2 places, the first at "
        "characters 52 to 58",
    )
    assert outcome(small, text, **(fields | {"end": len(TEXT)})).status == VERIFIED


def test_texts_are_looked_for_where_the_user_says(
    small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is given comes before POSITIONS_TEXTS, and that before the dossier's own."""
    monkeypatch.delenv(TEXTS_VARIABLE, raising=False)
    assert texts_folder(small_folder) == small_folder / "texts"

    monkeypatch.setenv(TEXTS_VARIABLE, str(tmp_path / "mine"))
    assert texts_folder(small_folder) == tmp_path / "mine"
    assert texts_folder(small_folder, tmp_path / "given") == tmp_path / "given"


def test_a_copy_that_is_too_large_is_not_read(
    small: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody's disk image under the name of a text is told with its size, and the other texts are read."""
    monkeypatch.setitem(LARGEST, ".txt", 1)
    (tmp_path / "gazette.txt").write_bytes(b"x" * 2_500_000)

    copy = source_texts(small, tmp_path)["gazette"]

    assert copy.text is None
    assert copy.note == "gazette.txt: '2.5 MB' is not a file of at most 1 MB"


def test_a_folder_of_nobody_holds_no_texts(small: Dossier, small_folder: Path) -> None:
    """A home that does not exist is a folder without texts, and no crash."""
    folder = texts_folder(small_folder, "~nobody-of-this-name/texts")

    assert {copy.text for copy in source_texts(small, folder).values()} == {None}

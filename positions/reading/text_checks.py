"""Whether the words that prove each statement stand in the user's copy of its source, and where.

A phrase with a recorded passage is verified inside it alone. One without is looked for in the whole text,
and where it stands once is told; that makes it found, not verified, until its passage is recorded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from positions.model.dossier import Dossier
from positions.model.errors import Notice
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.dossier import STATEMENTS
from positions.reading.phrases import ComparedText
from positions.reading.source_texts import NO_FINGERPRINT, TEXTS, SourceText, phrase_in

VERIFIED = "verified"
IN_OWN_COPY = "found in your copy, not fingerprinted"
FOUND = "found once in the text (no passage recorded)"
REPEATED = "found more than once in the text (no passage recorded)"
FAILED = "failed"
NOT_VERIFIED = "not verified"
SEEN = {
    "opening": "not checked (no text at hand; by the record its opening was read)",
    "whole": "not checked (no text at hand; by the record all of it was read)",
}
NO_PHRASE = "no phrase is coded"
ELSEWHERE = "the phrase is quoted from a further page, of which no text is compared:"
# In the order in which they are counted; the first four come of a text at hand that has the phrase.
STATUSES = (VERIFIED, IN_OWN_COPY, FOUND, REPEATED, FAILED, *SEEN.values(), NOT_VERIFIED)
IN_TEXT = STATUSES[:4]
_ALWAYS = (VERIFIED, FAILED, NOT_VERIFIED)

_compared = lru_cache(maxsize=8)(ComparedText)  # a text is compared once for all phrases of its source


@dataclass(frozen=True)
class Check:
    """What is known of a statement's phrase: one of STATUSES, with its reason, "" where verified.

    `place` is where a phrase stands that has no recorded passage and is in the text once.
    """

    statement: str
    status: str
    reason: str
    place: tuple[int, int] | None = None


def checks(
    dossier: Dossier,
    texts: dict[str, SourceText],
    follow: Callable[[Sequence[Statement]], Iterable[Statement]] = iter,
) -> Iterator[Check]:
    """One Check per statement, in the dossier's order; `follow` passes the statements on as they are done."""
    sources = {source.id: source for source in dossier.sources}
    by_source = sorted(dossier.statements, key=lambda one: one.source)
    found = {one.id: check(one, sources[one.source], texts[one.source]) for one in follow(by_source)}
    yield from (found[one.id] for one in dossier.statements)


def text_notices(dossier: Dossier, copies: Mapping[str, SourceText]) -> Iterator[Notice]:
    """What does not hold of the copies at hand, by source: no coded text, or a phrase that is not in it."""
    sources = {source.id: source for source in dossier.sources}
    for id_, copy in copies.items():
        if copy.text is None:
            yield Notice(f"{TEXTS}/{id_}.txt", None, "", f"not compared: {copy.note}")
    for one in dossier.statements:
        copy_of_it = copies.get(one.source)
        if copy_of_it and (found := check(one, sources[one.source], copy_of_it)).status == FAILED:
            words = f"{one.phrase!r} in {TEXTS}/{one.source}.txt: {found.reason}"
            yield Notice(STATEMENTS, None, "phrase", words, statement=one.id)


def check(statement: Statement, source: Source, text: SourceText) -> Check:
    """Whether the phrase of one statement stands in its passage, or where in a text at hand it does."""
    if text.text is None:
        return Check(statement.id, seen_words(statement, source), text.note)
    if statement.phrase is None:
        return Check(statement.id, NOT_VERIFIED, NO_PHRASE)
    if statement.phrase_at:
        return Check(statement.id, NOT_VERIFIED, f"{ELSEWHERE} {statement.phrase_at}")
    if statement.start is None or statement.end is None:
        return _looked_up(statement.id, statement.phrase, text.text)
    if phrase_in(statement, text):
        return Check(statement.id, IN_OWN_COPY if text.note == NO_FINGERPRINT else VERIFIED, "")
    wrong = f"the phrase is not in characters {statement.start} to {statement.end}"
    if statement.end > len(text.text):
        wrong = f"the span ends at {statement.end}, the text at {len(text.text)}"
    places = [*_compared(text.text).places(statement.phrase)]
    elsewhere = f"it stands at {_places(places)}" if places else _nearest(statement.phrase, text.text)
    return Check(statement.id, FAILED, f"{wrong}; {elsewhere}")


def seen_words(statement: Statement, source: Source) -> str:
    """What is known of a phrase of which no text is at hand: how much was read, or "not verified"."""
    recorded = statement.phrase is not None and source.custom.sha256 is None
    return SEEN[source.custom.extent] if recorded and source.custom.extent else NOT_VERIFIED


def counted_checks(found: Iterable[Check]) -> str:
    """How many statements have each status: "3 verified, 0 failed, 1 not verified"."""
    counts = Counter(one.status for one in found)
    return ", ".join(f"{counts[one]} {one}" for one in STATUSES if counts[one] or one in _ALWAYS)


def _looked_up(statement: str, phrase: str, text: str) -> Check:
    """A phrase without a passage, looked for in the whole text."""
    places = [*_compared(text).places(phrase)]
    if not places:
        return Check(statement, FAILED, f"the phrase is not in the text; {_nearest(phrase, text)}")
    reason = f"found at {_places(places)}; no passage is recorded"
    if len(places) > 1:
        return Check(statement, REPEATED, reason)
    return Check(statement, FOUND, reason, places[0])


def _places(places: Sequence[tuple[int, int]]) -> str:
    """One place by its characters, of several how many there are and the first."""
    first = _characters(places[0])
    return first if len(places) == 1 else f"{len(places)} places, the first at {first}"


def _nearest(phrase: str, text: str) -> str:
    """The words of the text that are most like the phrase, or that none is."""
    near = _compared(text).nearest(phrase)
    if near is None:
        return "nothing near it was found"
    return f"nearest: “{' '.join(text[slice(*near)].split())}” at {_characters(near)}"


def _characters(place: tuple[int, int]) -> str:
    return f"characters {place[0]} to {place[1]}"

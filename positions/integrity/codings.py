"""Rules for the rows of a coding alone: whose they are, and whom they name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from positions.integrity.draft import Draft
from positions.model.errors import Finding, Notice


def rows_bear_their_coder(draft: Draft) -> Iterator[Finding]:
    """A coding is named after its coder, and holds what that one found."""
    coder = PurePath(draft.rows.file).stem
    for place, one in draft.stated("coder"):
        if one.coder != coder:
            yield draft.in_row(place, "coder", one.coder, f"{coder}, whose coding this is")


def speakers_without_that_side(draft: Draft) -> Iterator[Notice]:
    """Rows whose speaker the dossier knows on another side: a coder may judge so, and no cell counts them."""
    for place, one in draft.stated("speaker", "party", "member", "said_on"):
        speaker = draft.speaker_of(one)
        if speaker is None or speaker.party == one.party:
            continue
        here, there = (f"for {side}" if side else "for no side" for side in (one.party, speaker.party))
        found = draft.in_row(place, "speaker", speaker.id, "")
        words = f"{speaker.id} speaks {here}, in the dossier {there}"
        yield Notice(found.file, found.line, found.field, words, row=True, statement=one.id)

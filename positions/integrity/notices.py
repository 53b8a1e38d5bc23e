"""What holds and may not be meant: words that count nowhere, addresses that lead to no page."""

from __future__ import annotations

from collections.abc import Iterator

from positions.integrity.draft import Draft
from positions.model.errors import Finding, Notice
from positions.model.fields import is_web_address
from positions.model.statements import CELL_MODES

_MOST_NAMED = 5


def words_of_a_grouping_alone(draft: Draft) -> Iterator[Notice]:
    """Own words of a grouping without a member, told once for each grouping; they set no cell."""
    found: dict[str, list[Finding]] = {}
    for place, one in draft.stated("party", "member", "mode"):
        party = draft.parties.get(one.party or "")
        if party and party.kind == "grouping" and not one.member and one.mode in CELL_MODES:
            found.setdefault(party.id, []).append(draft.in_row(place, "member", None, ""))
    for party_id, rows in found.items():
        words = (
            f"empty, so these words of {draft.parties[party_id].name} set no cell and count for no member: a "
            "grouping has positions through its members alone; name the member that spoke, if one did"
        )
        yield _told(rows, words)


def ranges_of_unknown_spread(draft: Draft) -> Iterator[Notice]:
    """Ranges where no row of the dossier says whether they were said; told once, as all count as doubt."""
    ranged = [(place, one) for place, one in draft.stated("spread", "step_low", "step_high") if one.ranged]
    if ranged and not any(one.spread for _, one in ranged):
        words = (
            "empty, so the coder counts as unsure between the ends; write said where the words name both, "
            "and doubt where you were unsure"
        )
        yield _told([draft.in_row(place, "spread", None, "") for place, _ in ranged], words)


def addresses_that_lead_nowhere(draft: Draft) -> Iterator[Notice]:
    """Addresses of sources that no browser opens as a page, each told once; they are shown without a link."""
    for place, source in draft.listed_sources("URL"):
        if source.url and not is_web_address(source.url):
            like = f"https://{source.url}"
            whole = "." in source.url and ":" not in source.url and is_web_address(like)
            meant = f"; is {like} meant?" if whole else ""
            at = draft.in_source(place, "URL", source.url, "")
            words = f"{source.url!r} does not begin with https:// or http://, so it is shown without a link"
            yield _told([at], f"{words}{meant}")


def _told(places: list[Finding], words: str) -> Notice:
    """A notice at the first of the places, with the ids at the others."""
    first, *others = places
    ids = [one.statement for one in others if one.statement]
    named = ", ".join(ids[:_MOST_NAMED])
    more = f" and {len(ids) - _MOST_NAMED:,} more" if len(ids) > _MOST_NAMED else ""
    so = f"; so in {named}{more}" if ids else ""
    return Notice(
        first.file, first.line, first.field, f"{words}{so}", row=first.row, statement=first.statement
    )

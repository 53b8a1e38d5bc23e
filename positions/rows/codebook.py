"""The codebook as rows: issues with rule and scale, speakers, and the words used in other tables."""

from __future__ import annotations

from collections.abc import Iterator

from positions.analysis.change import KINDS
from positions.analysis.why import RULES
from positions.cell import STATES
from positions.method.inventory import BASIS_MEANINGS
from positions.model.base import Record
from positions.model.choices import AUTHORITY_MEANINGS, MODE_MEANINGS
from positions.model.dossier import Dossier
from positions.model.issues import Issue
from positions.model.parties import Member
from positions.text.labels import RELATION_RULES
from positions.text.scale import coded_rows


class CodebookRow(Record):
    """One thing that a reader may look up."""

    about: str
    """What kind of thing it is: scale, issue, step, value, party, member, speaker, or a word elsewhere."""
    name: str
    """Its name or id as it stands in the other tables."""
    key: str | None
    """For a step or value its number with the issue; for a speaker the side and the authority."""
    words: str
    """What it means, or the rule by which it is coded."""


def codebook_rows(dossier: Dossier) -> list[CodebookRow]:
    """Everything that the other tables use and do not explain, issues first, in the dossier's order."""
    made = [
        *(row for issue in dossier.issues for row in _issue(issue)),
        *_sides(dossier),
        *_speakers(dossier),
        *_words("state", STATES),
        *_words("rule", RULES),
        *_words("mode", MODE_MEANINGS),
        *_words("authority", AUTHORITY_MEANINGS),
        *_words("relation", RELATION_RULES),
        *_words("basis", BASIS_MEANINGS),
        *_words("change", KINDS),
    ]
    ends = f"step 0: {dossier.low_end}; last step: {dossier.high_end}; direction carries no merit"
    return [CodebookRow(about="scale", name="ends of every scale", key=None, words=ends), *made]


def _issue(issue: Issue) -> Iterator[CodebookRow]:
    yield CodebookRow(
        about="issue", name=issue.name, key=issue.id, words=" ".join(filter(None, (issue.asks, issue.rule)))
    )
    about = "value" if issue.numeric else "step"
    for number, label, rule in coded_rows(issue):
        yield CodebookRow(about=about, name=label, key=f"{issue.id} {number}", words=rule)


def _sides(dossier: Dossier) -> Iterator[CodebookRow]:
    for party in dossier.parties:
        words = ". ".join(part for part in (party.kind, _printed(party.aliases), party.note) if part)
        yield CodebookRow(about="party", name=party.name, key=party.id, words=words)
        for member in party.members:
            parts = (
                f"{member.kind}, member of {party.name}",
                _speaks_for(member, dossier),
                _printed(member.aliases),
            )
            words = ". ".join(part for part in parts if part)
            yield CodebookRow(about="member", name=member.name, key=member.id, words=words)


def _speakers(dossier: Dossier) -> Iterator[CodebookRow]:
    for one in dossier.speakers:
        side = one.member or one.party or "no side"
        words = ". ".join(part for part in (one.office, _printed(one.aliases)) if part)
        yield CodebookRow(about="speaker", name=one.name, key=f"{side}, {one.authority}", words=words)


def _speaks_for(member: Member, dossier: Dossier) -> str:
    names = [one.name for one in dossier.holders if one.id in member.speaks_for]
    return f"speaks for {', '.join(names)}" if names else ""


def _printed(aliases: tuple[str, ...]) -> str:
    return f"also printed as {', '.join(aliases)}" if aliases else ""


def _words(about: str, meanings: dict[str, str]) -> Iterator[CodebookRow]:
    yield from (
        CodebookRow(about=about, name=name, key=None, words=words) for name, words in meanings.items()
    )

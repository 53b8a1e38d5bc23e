"""Rules for the rows of statements.csv: who speaks, of what, where on the scale, on which day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from positions.integrity.draft import Draft, runs_from_zero
from positions.integrity.sided import open_sides
from positions.model.errors import Finding
from positions.model.fields import ID, LONGEST_PASSAGE, UNDATED, first_day, last_day
from positions.model.issues import Issue
from positions.model.statements import CELL_MODES, Statement
from positions.reading.row_columns import RowColumns

_PART = {"by": "proposed", "checked_by": "checked or cleared"}


def statement_ids_resolve(draft: Draft) -> Iterator[Finding]:
    """Source, speaker, issue, party, member and the sides spoken about exist, in faulty rows too."""
    known: dict[str, Collection[str]] = {
        "speaker": draft.speaker_ids,
        "issue": draft.issue_ids,
        "party": draft.party_ids,
        "member": draft.member_ids,
    }
    sides, rows = draft.side_ids, draft.rows.value
    if rows is None:
        return
    listed = {} if draft.source_ids is None else {"source": draft.source_ids}
    if all(_known(rows, name, ids) for name, ids in {**known, **listed, "about": sides}.items()):
        return
    for place, row in enumerate(rows):
        source = _id(row.get("source"))
        if source and draft.source_ids is not None and source not in draft.source_ids:
            yield draft.unknown_in_row(place, "source", source, draft.sources_by_id)
        for name, ids in known.items():
            found = _id(row.get(name))
            if found and found not in ids:
                yield draft.unknown_in_row(place, name, found, ids)
        for side in filter(None, map(_id, row.get("about", "").split(";"))):
            if side not in sides:
                yield draft.unknown_in_row(place, "about", side, sides)


def _known(rows: RowColumns, name: str, ids: Collection[str]) -> bool:
    """Whether all that rows say in a column are ids; each text is looked at once."""
    written = {cell or "" for cell in rows.column(name)}
    return all(_id(one) in ids for text in written for one in text.split(";") if _id(one))


def _id(written: str | None) -> str | None:
    """What is written, if it could be an id; what could not is a fault of its own."""
    return stripped if written and ID.fullmatch(stripped := written.strip()) else None


def members_belong_to_their_party(draft: Draft) -> Iterator[Finding]:
    """The member of a statement is a member of its party."""
    for place, one in draft.stated("party", "member"):
        known = one.member in draft.member_ids and (one.party is None or one.party in draft.party_ids)
        if one.member and known and not draft.belongs(one.member, one.party):
            yield draft.in_row(place, "member", one.member, f"a member of {one.party or 'no party'}")


def claims_name_whom_they_describe(draft: Draft) -> Iterator[Finding]:
    """Attributed claims and commentary say in `about` whom they describe; an own position does not."""
    silent = []
    for place, one in draft.stated("mode", "about", "party", "member"):
        describes = one.mode not in CELL_MODES
        if describes and not one.about:
            silent.append(place)
        if not describes and one.about:
            yield draft.in_row(
                place, "about", ";".join(one.about), f"empty; {one.mode} is the speaker's own position"
            )
        if one.mode == "attributed" and one.party and set(one.about) & {one.party, one.member}:
            yield draft.in_row(place, "about", ";".join(one.about), "another side than the one that speaks")
    yield from _missing(draft, "about", "the side that is described", dict.fromkeys(silent, ""))


def _missing(draft: Draft, column: str, expected: str, why: Mapping[int, str]) -> Iterator[Finding]:
    """A finding for each row whose cell is empty, by place with why it is needed there.

    It is one for all of them where the column is empty in every row, as one that is not there is.
    """
    found = [draft.in_row(place, column, None, f"{expected}{words}") for place, words in why.items()]
    if not found or column in draft.rows.value.filled:
        yield from found
        return
    further = tuple(one.line for one in found[1:] if one.line is not None)
    yield replace(found[0], expected=f"{expected}, in the column {column}", further=further)


def only_own_positions_are_placed(draft: Draft) -> Iterator[Finding]:
    """Commentary is not placed on a scale: nobody's position cannot set a cell."""
    for place, one in draft.stated("mode", "step_low", "step_high", "value"):
        if one.mode == "commentary" and one.placed:
            yield draft.in_row(place, *_place(one), "empty; commentary is not placed")


def steps_stand_on_the_scale(draft: Draft) -> Iterator[Finding]:
    """A placement uses steps of its issue's scale; one that is faulty itself is told alone."""
    steps = _sure_steps(draft)
    for place, one in draft.stated("issue"):
        scale = steps.get(one.issue)
        ends = {one.step_high: "step_high", one.step_low: "step_low"}  # one finding for a single step
        for step, name in ends.items():
            if scale is not None and step is not None and step not in scale:
                yield draft.in_row(place, name, str(step), _scale_words(draft.issues[one.issue]))


def _sure_steps(draft: Draft) -> dict[str, set[int]]:
    """The steps of each issue whose scale is without fault, none of one that has no steps."""
    return {
        issue.id: {one.step for one in issue.scale}
        for issue in draft.issues.values()
        if issue.id in draft.sure_scales and (not issue.scale or runs_from_zero(issue.scale))
    }


def values_stand_on_the_scale(draft: Draft) -> Iterator[Finding]:
    """A value lies between the ends of its issue's numeric scale."""
    for place, one in draft.stated("issue", "value"):
        issue = draft.issues.get(one.issue)
        if issue is None or one.values is None or issue.id not in draft.sure_scales:
            continue
        if issue.numeric is None:
            kind = "steps" if issue.scale else "no scale"
            yield draft.in_row(place, "value", one.value, f"empty; {issue.id} has {kind}")
            continue
        least, greatest = issue.numeric.ends
        if not all(least <= value <= greatest for value in one.values):
            expected = f"a value from {least:g} to {greatest:g} {issue.numeric.unit}, the ends of {issue.id}"
            yield draft.in_row(place, "value", one.value, expected)


def ranges_are_in_order(draft: Draft) -> Iterator[Finding]:
    """The lower end of a range comes first, for steps and for characters; a passage is no whole book.

    A step that is not on the scale is told as that alone.
    """
    steps = _sure_steps(draft)
    for place, one in draft.stated():
        off = one.issue in steps and not {one.step_low, one.step_high} <= steps[one.issue]
        if (
            one.step_low is not None
            and one.step_high is not None
            and one.step_low > one.step_high
            and not off
        ):
            yield draft.in_row(
                place, "step_high", str(one.step_high), f"{one.step_low} or more, as step_low is"
            )
        if one.start is None or one.end is None:
            continue
        if one.start >= one.end:
            yield draft.in_row(place, "end", str(one.end), f"more than start, {one.start}")
        elif one.end - one.start > LONGEST_PASSAGE:
            expected = f"at most {LONGEST_PASSAGE:,} characters after start; a passage is no whole book"
            yield draft.in_row(place, "end", str(one.end), expected)


def only_ranges_have_a_spread(draft: Draft) -> Iterator[Finding]:
    """Whether a range was said or doubted is a question for ranges alone."""
    for place, one in draft.stated("spread", "step_low", "step_high", "value"):
        if one.spread and not one.ranged:
            yield draft.in_row(place, "spread", one.spread, f"empty; {one.id} names no range of steps")


def two_persons_clear(draft: Draft) -> Iterator[Finding]:
    """Where the dossier asks for it, who proposed a statement has neither checked nor cleared it."""
    if draft.description is None or not draft.description.clearing:
        return
    open_ = {place: one for place, one in draft.statements.items() if one.status not in (None, "proposed")}
    for name, part in _PART.items():
        why = {place: f", as it is {one.status}" for place, one in open_.items() if not getattr(one, name)}
        yield from _missing(draft, name, f"who {part} it", why)
    for place, one in open_.items():
        if one.by and one.checked_by and one.by.casefold() == one.checked_by.casefold():
            yield draft.in_row(place, "checked_by", one.checked_by, f"another person than {one.by}")


def measures_end_after_they_begin(draft: Draft) -> Iterator[Finding]:
    """A measure that is bounded in time ends on the day it was announced or later."""
    for place, one in draft.stated("until", "said_on"):
        if one.until and last_day(one.until) < first_day(one.said_on):
            yield draft.in_row(place, "until", one.until, f"{one.said_on} or later, when it was announced")


def days_lie_within_the_sources_horizon(draft: Draft) -> Iterator[Finding]:
    """Nothing was said outside the dossier's period or after its source was published.

    What a later day says would count on no day that a reader can choose, and would never be seen. Of a date
    that a change of side divides another rule tells what to write.
    """
    assert draft.description is not None
    first, last = draft.description.period.first, draft.description.period.last
    issued = {source.id: source.issued_on for _, source in draft.listed_sources("issued")}
    for place, one in draft.stated("said_on"):
        published = issued.get(one.source)
        known = draft.period_runs and one.said_on != UNDATED
        if known and last_day(one.said_on) < first_day(first):
            expected = f"{first} or later, when the dossier begins"
            yield draft.in_row(place, "said_on", one.said_on, expected)
        if published and first_day(one.said_on) > last_day(published):
            expected = f"{published} or earlier, when {one.source} was published"
            yield draft.in_row(place, "said_on", one.said_on, expected)
        elif known and last_day(one.said_on) > last_day(last) and not open_sides(draft, one):
            part = "a month or year counts from its end; " if first_day(one.said_on) <= last_day(last) else ""
            expected = f"{last} or earlier, when the dossier ends; {part}if it ends later, change period.last"
            yield draft.in_row(place, "said_on", one.said_on, expected)


def refusals_are_not_placed(draft: Draft) -> Iterator[Finding]:
    """A refusal to say is a statement of the side itself and stands on no step."""
    assert draft.description is not None
    refusals = set(draft.description.refusals)
    for place, one in draft.stated("mode", "step_low", "step_high", "value", "id"):
        if one.id not in refusals:
            continue
        if one.placed:
            yield draft.in_row(place, *_place(one), f"empty; {one.id} is a refusal to say")
        if one.mode not in CELL_MODES:
            expected = f"one of {', '.join(CELL_MODES)}; {one.id} is a refusal to say"
            yield draft.in_row(place, "mode", one.mode, expected)


def _place(one: Statement) -> tuple[str, str]:
    """The column that places a statement, with what it says."""
    return ("value", one.value) if one.value else ("step_low", str(one.step_low))


def _scale_words(issue: Issue) -> str:
    if issue.numeric:
        return f"empty; {issue.id} has a numeric scale, whose place is the column value"
    if not issue.scale:
        return f"empty; {issue.id} has no scale"
    low, high = issue.scale[0], issue.scale[-1]
    return f"a step of {issue.id}, {low.step} ({low.label}) to {high.step} ({high.label})"


def words_stand_at_an_address_of_the_source(draft: Draft) -> Iterator[Finding]:
    """An address of the words alone is one of the further addresses of the source, and there are words."""
    further = {source.id: source.custom.also_at for _, source in draft.listed_sources("custom")}
    for place, one in draft.stated("phrase_at", "phrase", "source"):
        if one.phrase_at is None or one.source not in further:
            continue
        if one.phrase_at not in further[one.source]:
            listed = ", ".join(further[one.source]) or f"none, as {one.source} has no also_at"
            yield draft.in_row(
                place, "phrase_at", one.phrase_at, f"a further address of the source: {listed}"
            )
        elif one.phrase is None:
            yield draft.in_row(place, "phrase", None, "the words that stand at phrase_at")

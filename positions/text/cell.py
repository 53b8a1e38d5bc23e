"""A cell in words: the point, its condition, who said it when; every other current word with its own day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from positions.analysis.grouping import Cluster
from positions.analysis.position import ADVISER, BOUNDED, DRAFT, EARLIER, LOW, Line, Stance
from positions.cell import MOST_LINES, Cell
from positions.fields import last_day
from positions.models import Issue
from positions.tables import Tables
from positions.text.labels import BLANK_WORDS
from positions.text.wording import (
    age_words,
    count_words,
    day_words,
    interval_words,
    joined,
    month_words,
    quoted,
    said_on_words,
    step_words,
)

_MOST_NAMED, _MOST_CONDITIONS = 4, 2
_WEAK = "low confidence: the words do not spell the step out"


@dataclass(frozen=True)
class CellWords:
    """What a cell says, line by line; nothing is ever cut short.

    `title` is the point, `body` its condition or the members by step, `evidence` the day, speaker
    and sources of exactly these words, `others` what else is current, each with its own day and
    speaker, `notes` what a reader must know: how many spoke, age, doubt, weakness.
    """

    title: str
    body: tuple[str, ...]
    evidence: str
    others: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines in the order in which they are read."""
        rest = (*self.body, self.evidence, *self.others, *self.notes)
        return (self.title, *(line for line in rest if line))


def cell_words(cell: Cell, tables: Tables) -> CellWords:
    """The words of one cell."""
    issue = tables.scales[cell.issue]
    if cell.grouped is not None and not cell.blank:
        return _grouping(cell, issue, tables)
    if cell.blank:
        return _blank(cell, issue, tables)
    if cell.position.point is None:
        return _listed(cell, tables)
    return _placed(cell, cell.position.point, issue, tables)


def _placed(cell: Cell, point: Stance, issue: Issue, tables: Tables) -> CellWords:
    weak = cell.state == "weak"
    return CellWords(
        title=stance_words(issue, point),
        body=(*(_phrases(point, tables) if weak else ()), *point.conditions),
        evidence=stance_evidence(point, tables),
        others=tuple(_other(issue, point, one, tables) for one in shown_others(point, cell.position.others)),
        notes=tuple(
            note
            for note in (
                _WEAK if weak else "",
                doubt_words(point),
                _age(cell, point.day, tables) if cell.old else "",
                *(_newer(line, tables) for line in cell.position.lines[:1]),
            )
            if note
        ),
    )


def _age(cell: Cell, day: dt.date, tables: Tables) -> str:
    """How old the words that lead are, and that nothing newer was found, not of an adviser or a draft either."""
    holders = cell.members if cell.grouped is not None else (cell.holder,)
    words = [one for holder in holders for one in tables.words.get((holder, cell.issue), ())]
    newer = any(day < one.day <= cell.as_of for one in words)
    return f"{age_words((cell.as_of - day).days)} old{'' if newer else ', nothing newer found'}"


def shown_others(point: Stance, others: Sequence[Stance]) -> list[Stance]:
    """The other current words that name another step: no range in doubt that may be the point's own step.

    Of one range of steps the firmest words stand for all; the evidence has the rest.
    """
    order = (EARLIER, ADVISER, BOUNDED, DRAFT, LOW)
    sure = [one for one in others if not (one.doubt and one.low <= point.high and point.low <= one.high)]
    kept: dict[tuple[int, int], Stance] = {}
    for one in sorted(sure, key=lambda one: order.index(one.kind)):
        kept.setdefault((one.low, one.high), one)
    return [one for one in sure if one in kept.values()]


def _other(issue: Issue, point: Stance, one: Stance, tables: Tables) -> str:
    """Another current step with its own day and speaker."""
    kinds = {DRAFT: "in a draft or shared text", LOW: "low confidence", ADVISER: "an adviser"}
    until = f"until {_until(one, tables)}" if one.kind == BOUNDED else ""
    when = "before that" if one.day < point.day else "also" if one.day == point.day else "since then"
    parts = (kinds.get(one.kind, until), "the coder was unsure" if one.doubt else "")
    extra = "; ".join(part for part in parts if part)
    said = f"{when}, {stance_day(one, tables)} · {speakers_words(one, tables)}: {stance_words(issue, one)}"
    conditions = f" ({'; '.join(one.conditions)})" if one.conditions else ""
    return f"{said}{conditions}{f' · {extra}' if extra else ''}"


def _until(stance: Stance, tables: Tables) -> str:
    """The last day of a measure as precisely as it is known."""
    ends = [end for one in stance.statements if (end := tables.by_id[one].until)]
    return said_on_words(max(ends, key=last_day))


def _newer(line: Line, tables: Tables) -> str:
    return f"newer words, {_line_head(line, tables)}, do not fit the scale"


def _blank(cell: Cell, issue: Issue, tables: Tables) -> CellWords:
    """Why there is no position, with what was said instead, if anything was."""
    body = [_line_words(line, tables, member) for member, line in cell.lines[:MOST_LINES]]
    notes = [_more(cell)] if len(cell.lines) > MOST_LINES else []
    notes += [_last_placed(issue, one.last, tables, member) for member, one in cell.spoken if one.last]
    if cell.state == "not_stated":
        read = count_words(cell.looked_in, "source")
        former = [_former(one.former, tables) for _, one in cell.spoken if one.former]
        office = " of the government in office" if former else ""
        notes += [f"nothing{office} found in {read} read by {day_words(cell.as_of)}", *former]
    return CellWords(BLANK_WORDS[cell.state], tuple(body), "", (), tuple(notes))


def _more(cell: Cell) -> str:
    return f"{len(cell.lines) - MOST_LINES} more in the evidence"


def _last_placed(issue: Issue, one: Stance, tables: Tables, member: str) -> str:
    whose = f"{tables.names[member]} " if member else ""
    return (
        f"{whose}last placed {stance_day(one, tables)} · {speakers_words(one, tables)}: "
        f"{stance_words(issue, one)}"
    )


def _former(line: Line, tables: Tables) -> str:
    return f"before the government in office, {_line_words(line, tables, '')}"


def _listed(cell: Cell, tables: Tables) -> CellWords:
    """Words on an issue without a scale: the newest of each speaker or member, up to three."""
    member, first = cell.lines[0]
    said = tables.by_id[first.statement]
    source = tables.sources[said.source].custom.short_name
    name = tables.names.get(member, "")
    whose = f"{name}: " if name and not said.summary.startswith(name) else ""
    return CellWords(
        title=f"{whose}{said.summary}",
        body=(f"condition: {said.condition}",) if said.condition else (),
        evidence=f"{_line_head(first, tables)} · {source}",
        others=tuple(_line_words(line, tables, one) for one, line in cell.lines[1:MOST_LINES]),
        notes=(
            *((_more(cell),) if len(cell.lines) > MOST_LINES else ()),
            *((_age(cell, first.day, tables),) if cell.old else ()),
        ),
    )


def _line_words(line: Line, tables: Tables, member: str) -> str:
    said = tables.by_id[line.statement]
    whose = f"{tables.names[member]}, " if member else ""
    condition = f" (condition: {said.condition})" if said.condition else ""
    return f"{whose}{_line_head(line, tables)}: {said.summary}{condition}"


def _line_head(line: Line, tables: Tables) -> str:
    said = tables.by_id[line.statement]
    return f"{said_on_words(said.said_on)} · {speaker_words(tables, line.speaker)}"


def _grouping(cell: Cell, issue: Issue, tables: Tables) -> CellWords:
    both = cell.grouped
    assert both is not None
    if not issue.scale:
        words = _listed(cell, tables)
        return CellWords(
            words.title, words.body, words.evidence, words.others, (*words.notes, *_counted(cell, tables))
        )
    clusters = both.clusters or both.weak
    named = members_words(both.members, tables)
    if both.common is not None:
        only = f"{named} only: " if cell.by_name else ""
        doubt = all(one.doubt for one in clusters)
        title = f"{only}{step_words(issue, *both.common, doubt=doubt)}"
    else:
        apart = _apart(clusters)
        title = f"{named} only, {apart}" if cell.by_name else f"Split, {apart}"
    alone = both.common is not None and len(clusters) == 1
    return CellWords(
        title=title,
        body=tuple(
            told for one in clusters if (told := _cluster(one, issue, tables, alone=alone and cell.by_name))
        ),
        evidence=_days(cell, tables),
        others=(),
        notes=tuple(note for note in (*_counted(cell, tables), *_group_notes(cell, issue, tables)) if note),
    )


def _apart(clusters: Sequence[Cluster]) -> str:
    """How far the outermost members are apart: an interval where words or a doubt cover several steps."""
    most = max(one.high for one in clusters) - min(one.low for one in clusters)
    least = max(one.low for one in clusters) - min(one.high for one in clusters)
    between = interval_words(max(0, least), most)
    return f"{between} steps apart" if between else f"{count_words(most, 'step')} apart"


def _cluster(one: Cluster, issue: Issue, tables: Tables, *, alone: bool) -> str:
    """The members on one range of steps by name, of many the first; conditions, and a doubt of the coder."""
    doubt = "the coder was unsure" if one.doubt else ""
    told = _conditions(one, tables)
    if alone:
        return "; ".join(part for part in (told, doubt) if part)
    steps = step_words(issue, one.low, one.high, doubt=one.doubt, short=True)
    head = f"{steps}{f' ({doubt})' if doubt else ''}: {members_words(one.members, tables)}"
    return f"{head} · {told}" if told else head


def _conditions(one: Cluster, tables: Tables) -> str:
    """The conditions of up to two members in words, with the name where there are more members; else how many."""
    with_some = [
        (member, stance.conditions)
        for member, stance in zip(one.members, one.stances, strict=True)
        if stance.conditions
    ]
    if len(with_some) > _MOST_CONDITIONS:
        return f"{len(with_some)} of them on a condition, in the evidence"
    return "; ".join(
        f"{f'{tables.names[member]}: ' if len(one.members) > 1 else ''}{'; '.join(conditions)}"
        for member, conditions in with_some
    )


def _days(cell: Cell, tables: Tables) -> str:
    """The days of the words that lead, from the oldest to the newest, as precisely as they are known."""
    stances = sorted((stance for _, stance in cell.stances), key=lambda one: one.day)
    if len(stances) == 1:
        return stance_evidence(stances[0], tables)
    first, last = stance_day(stances[0], tables), stance_day(stances[-1], tables)
    return first if first == last else f"{first} to {last}"


def members_words(members: Sequence[str], tables: Tables) -> str:
    """Members by name; of many the first and how many more, who stand in the evidence."""
    names = [tables.names[one] for one in members]
    if len(names) > _MOST_NAMED + 1:
        return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED} more"
    return joined(names)


def member_lines(cell: Cell, tables: Tables) -> tuple[str, ...]:
    """Every member of a grouping that spoke: its steps, conditions, day, speaker, sources and other words."""
    issue = tables.scales[cell.issue]
    told = []
    for member, one in cell.members.items():
        name = tables.names[member]
        if one.point:
            weak = "; low confidence" if one.weak else ""
            conditions = "".join(f"; {condition}" for condition in one.point.conditions)
            doubt = "; the coder was unsure" if one.point.doubt else ""
            head = f"{name}: {stance_words(issue, one.point)}{conditions}{doubt}{weak}"
            told.append(f"{head} ({stance_evidence(one.point, tables)})")
            told += [
                f"{name}, {_other(issue, one.point, other, tables)}"
                for other in shown_others(one.point, one.others)
            ]
        elif one.lines:
            told.append(_line_words(one.lines[0], tables, member))
    return tuple(told)


def _counted(cell: Cell, tables: Tables) -> Iterator[str]:
    """How many states spoke, the bodies by name, and for whom a body spoke."""
    both = cell.grouped
    assert both is not None
    states, bodies = both.spoke_states, both.spoke_bodies
    if cell.last_step is None:
        states = both.worded_states
        bodies = tuple(one for one in both.worded if one not in states)
    told = f"{len(states)} of {count_words(both.states, 'state')}"
    yield f"{told}, and {members_words(bodies, tables)}" if bodies else told
    for body, silent in both.through:
        yield f"{members_words(silent, tables)} through {tables.names[body]}"


def _group_notes(cell: Cell, issue: Issue, tables: Tables) -> Iterator[str]:
    both = cell.grouped
    assert both is not None
    old = [
        (member, stance)
        for member, stance in cell.stances
        if (cell.as_of - stance.day).days > tables.dossier.stale_after
    ]
    if old:
        shown = [
            f"{tables.names[member]} ({month_words(stance.day)})" for member, stance in old[:_MOST_NAMED]
        ]
        more = [f"{len(old) - _MOST_NAMED} more"] if len(old) > _MOST_NAMED else []
        yield f"old words: {joined([*shown, *more])}"
    if cell.state == "weak":
        yield _WEAK
    elif both.weak:
        for one in both.weak:
            yield f"low confidence: {_cluster(one, issue, tables, alone=False)}"
    if both.worded:
        yield f"words that do not fit the scale: {members_words(both.worded, tables)}"


def _phrases(point: Stance, tables: Tables) -> Iterator[str]:
    """The very words behind a weak point, so that the label is not taken for them."""
    phrases = (tables.by_id[one].phrase for one in point.statements)
    yield from dict.fromkeys(quoted(phrase) for phrase in phrases if phrase)


def stance_words(issue: Issue, stance: Stance) -> str:
    """The steps of some words by their labels."""
    return step_words(issue, stance.low, stance.high, doubt=stance.doubt, short=stance.kind != "")


def doubt_words(stance: Stance) -> str:
    """That the coder was unsure between the steps of some words, or ""."""
    return f"placed at {stance.low} to {stance.high}: the coder was unsure" if stance.doubt else ""


def stance_day(stance: Stance, tables: Tables) -> str:
    """The day of some words as precisely as it is known: "29 Mar 2022" or "Mar 2022"."""
    return said_on_words(tables.by_id[stance.statements[0]].said_on)


def speakers_words(stance: Stance, tables: Tables) -> str:
    """Who said it: family names of persons, names of institutions."""
    return joined([speaker_words(tables, one) for one in stance.speakers])


def stance_evidence(stance: Stance, tables: Tables) -> str:
    """Day, speaker and number of sources of exactly these words: "29 Mar 2022 · Medinsky · 2 sources"."""
    return f"{stance_day(stance, tables)} · {speakers_words(stance, tables)} · {count_words(stance.sources, 'source')}"


def speaker_words(tables: Tables, speaker: str) -> str:
    """The family name of a person, the full name of an institution."""
    return tables.speakers[speaker].short or tables.speakers[speaker].name


def blank_words(cell: Cell) -> str:
    """Why nobody stands on a step in a cell, in lower case."""
    return BLANK_WORDS[cell.state].lower()

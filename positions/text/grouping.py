"""A grouping's cell in words: its members per step by name, how many states spoke, and who through whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from positions.analysis.grouping import Cluster, Grouped
from positions.analysis.spread import spread_of
from positions.analysis.words import Stance
from positions.cell import Cell
from positions.model.issues import Issue
from positions.tables import Tables
from positions.text.cell_lines import CellWords, line_words, listed_words
from positions.text.coder_differences import DIFFER, coders_words
from positions.text.stance import (
    CONTRADICTS,
    UNSURE,
    WEAK,
    brief_doubt,
    conditions_words,
    other_words,
    shown_others,
    stance_day,
    stance_evidence,
    stance_month,
    stance_words,
)
from positions.text.wording import count_words, interval_words, joined, length_words, ranges_words, step_words

_MOST_NAMED, _FEW_NAMED, _MOST_CONDITIONS = 4, 2, 2
_SPREAD_READ = (
    "van der Eijk: 1 all on one step, 0 evenly over all, −1 half at each end; which step does not count, "
    "nor do bodies, doubts and words on several steps"
)


def grouping_words(cell: Cell, issue: Issue, tables: Tables, *, short: bool = False) -> CellWords:
    """The words of a grouping's cell that is no blank: the shared step, or who stands where.

    `short` ones count what the others name, and leave out what else members said.
    """
    both = cell.grouped
    assert both is not None
    if not issue.measured:
        words = listed_words(cell, tables)
        return CellWords(
            words.title, words.body, words.evidence, words.others, (*words.notes, *_counted(cell, tables))
        )
    clusters = both.clusters or both.weak
    title = _title(cell, issue, tables)
    alone = both.common is not None and len(clusters) == 1
    return CellWords(
        title=title,
        body=tuple(
            told
            for one in clusters
            if (told := _cluster(one, issue, tables, alone=alone and cell.by_name, short=short))
        ),
        evidence=_days(cell, tables),
        others=(),
        notes=_short_notes(cell, issue, tables)
        if short
        else tuple(note for note in (*_counted(cell, tables), *_group_notes(cell, issue, tables)) if note),
    )


def _title(cell: Cell, issue: Issue, tables: Tables) -> str:
    """The shared step, or how far the members are apart; where few spoke, who they are."""
    both = cell.grouped
    assert both is not None
    clusters = both.clusters or both.weak
    named = members_words(both.members, tables)
    if both.common is not None:
        only = f"{named} only: " if cell.by_name else ""
        return f"{only}{step_words(issue, *both.common, short=not issue.numeric)}"
    apart = apart_words(clusters, issue)
    return f"{named} only, {apart}" if cell.by_name else f"Split, {apart}"


def apart_words(clusters: Sequence[Cluster], issue: Issue) -> str:
    """How far the outermost members are apart: an interval where words or a doubt cover several steps."""
    most = max(one.high for one in clusters) - min(one.low for one in clusters)
    least = max(one.low for one in clusters) - min(one.high for one in clusters)
    between = interval_words(max(0, least), most)
    return f"{length_words(issue, between or most)} apart"


def _cluster(one: Cluster, issue: Issue, tables: Tables, *, alone: bool, short: bool = False) -> str:
    """The members on one range of steps by name, of many the first; conditions, and a doubt of the coder.

    A `short` one names fewer, and counts those of several on a condition.
    """
    against = [
        tables.names[member]
        for member, said in zip(one.members, one.stances, strict=True)
        if said.contradicts
    ]
    doubt = UNSURE if one.doubt else f"{CONTRADICTS} of {joined(against)}" if against else ""
    told = _conditions(one, tables, most=1 if short else _MOST_CONDITIONS)
    if alone:
        return "; ".join(part for part in (told, doubt) if part)
    steps = ranges_words(issue, one, short=True)
    named = members_words(one.members, tables, most=_FEW_NAMED if short else _MOST_NAMED)
    head = f"{steps}{f' ({doubt})' if doubt else ''}: {named}"
    return f"{head} · {told}" if told else head


def _conditions(one: Cluster, tables: Tables, most: int) -> str:
    """The conditions of up to `most` members in words, by name where there are more; else how many."""
    with_some = [
        (member, stance.conditions)
        for member, stance in zip(one.members, one.stances, strict=True)
        if stance.conditions
    ]
    if len(with_some) > most:
        return f"{len(with_some)} of them on a condition, in the evidence"
    return "; ".join(
        f"{f'{tables.names[member]}, ' if len(one.members) > 1 else ''}{conditions_words(conditions)}"
        for member, conditions in with_some
    )


def _days(cell: Cell, tables: Tables) -> str:
    """The days of the words that lead, from the oldest to the newest, as precisely as they are known."""
    stances = sorted((stance for _, stance in cell.stances), key=lambda one: one.day)
    if len(stances) == 1:
        return stance_evidence(stances[0], tables)
    first, last = stance_day(stances[0], tables), stance_day(stances[-1], tables)
    return first if first == last else f"{first} to {last}"


def members_words(
    members: Sequence[str], tables: Tables, most: int = _MOST_NAMED, *, inside: bool = False
) -> str:
    """Members by name; of many the first and how many more, who stand in the evidence.

    `inside` a sentence names have their articles.
    """
    names = [(tables.in_sentence if inside else tables.names)[one] for one in members]
    if len(names) > most + 1:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return joined(names)


def member_lines(cell: Cell, tables: Tables) -> tuple[str, ...]:
    """Every member of a grouping that spoke: its steps, conditions, day, speaker, sources and other words."""
    issue = tables.scales[cell.issue]
    told = []
    for member, one in cell.members.items():
        name = tables.names[member]
        if one.point:
            weak = "; low confidence" if one.weak else ""
            conditions = f"; {conditions_words(one.point.conditions)}" if one.point.conditions else ""
            doubts = filter(None, (brief_doubt(one.point), coders_words(issue, one.point.disputed)))
            doubt = "".join(f"; {words}" for words in doubts)
            head = f"{name}: {stance_words(issue, one.point)}{conditions}{doubt}{weak}"
            told.append(f"{head} ({stance_evidence(one.point, tables)})")
            told += [
                f"{name}, {other_words(issue, one.point, other, tables)}"
                for other in shown_others(one.point, one.others)
            ]
        elif one.lines:
            told.append(line_words(one.lines[0], tables, member))
    return tuple(one for one in (*told, spread_words(cell, tables)) if one)


def spread_words(cell: Cell, tables: Tables) -> str:
    """From where to where a grouping's states spread, with their agreement A and how it is read; else ""."""
    issue, both = tables.scales[cell.issue], cell.grouped
    found = spread_of(both, len(issue.scale)) if both is not None and issue.scale else None
    if found is None:
        return ""
    low, high = found.ends
    over = step_words(issue, low, high, short=True)
    counted = count_words(sum(found.counts), "state")
    return (
        f"Spread of {counted}, each on one step: {over}. Agreement A {found.agreement:.2f} ({_SPREAD_READ})"
    )


def _counted(cell: Cell, tables: Tables) -> Iterator[str]:
    """How many states spoke, the bodies by name, and for whom a body spoke."""
    both = cell.grouped
    assert both is not None
    states, bodies = both.spoke_states, both.spoke_bodies
    if cell.last_step is None:
        states = both.worded_states
        bodies = tuple(one for one in both.worded if one not in states)
    told = f"{len(states)} of {count_words(both.states, both.noun)}{by_range(both)}"
    yield f"{told}, and {members_words(bodies, tables)}" if bodies else told
    for body, silent in both.through:
        yield f"{members_words(silent, tables)} through {tables.names[body]}"


def by_range(both: Grouped) -> str:
    """How many of the states share the step with words that name more: ", 4 naming other steps too"."""
    clusters = both.clusters or both.weak
    wider = [one for one in clusters if both.common and (one.low, one.high) != both.common]
    count = sum(member in both.spoke_states for one in wider for member in one.members)
    return f", {count} naming other steps too" if count else ""


def _short_notes(cell: Cell, issue: Issue, tables: Tables) -> tuple[str, ...]:
    """How many states and bodies spoke, whose words are old, and what is of low confidence."""
    both = cell.grouped
    assert both is not None
    told = f"{len(both.spoke_states)} of {count_words(both.states, both.noun)}{by_range(both)}"
    bodies = len(both.spoke_bodies)
    notes = [f"{told}, and {count_words(bodies, 'body', 'bodies')}" if bodies else told]
    old = _old(cell, tables)
    if old:
        first = stance_month(min((stance for _, stance in old), key=lambda one: one.day), tables)
        notes.append(f"old words of {count_words(len(old), 'member')}, the oldest of {first}")
    weak = [WEAK] if cell.state == "weak" else []
    return (*notes, *weak, *_weak_members(cell, issue, tables), *_disputed(cell, tables))


def _old(cell: Cell, tables: Tables) -> list[tuple[str, Stance]]:
    """The members whose leading words are old, with these."""
    return list({one: said for one, said in cell.stances if tables.old(said.day, cell.as_of)}.items())


def _disputed(cell: Cell, tables: Tables) -> Iterator[str]:
    """On the words of which members coders differ."""
    members = list(dict.fromkeys(member for member, stance in cell.stances if stance.disputed))
    if members:
        yield f"{DIFFER} on the words of {members_words(members, tables)}"


def _weak_members(cell: Cell, issue: Issue, tables: Tables) -> Iterator[str]:
    """Members of low confidence by step, where others are firm."""
    assert cell.grouped is not None
    if cell.state != "weak":
        for one in cell.grouped.weak:
            yield f"low confidence: {_cluster(one, issue, tables, alone=False)}"


def _group_notes(cell: Cell, issue: Issue, tables: Tables) -> Iterator[str]:
    both = cell.grouped
    assert both is not None
    old = _old(cell, tables)
    if old:
        shown = [
            f"{tables.names[member]} ({stance_month(stance, tables)})" for member, stance in old[:_MOST_NAMED]
        ]
        more = [f"{len(old) - _MOST_NAMED} more"] if len(old) > _MOST_NAMED else []
        yield f"old words: {joined([*shown, *more])}"
    if cell.state == "weak":
        yield WEAK
    yield from _weak_members(cell, issue, tables)
    yield from _disputed(cell, tables)
    beside = [
        member
        for member, one in cell.members.items()
        if one.point and shown_others(one.point, one.others) and (not one.weak or cell.state == "weak")
    ]
    if beside:
        yield f"other current words of {members_words(beside, tables)}, in the evidence"
    if both.worded:
        yield f"words that do not fit the scale: {members_words(both.worded, tables)}"

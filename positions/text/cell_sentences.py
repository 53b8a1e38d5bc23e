"""A cell as running text, alike for every side: words that lead, other current ones, or why none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from positions.analysis.grouping import Cluster
from positions.analysis.position import ADVISER, BOUNDED, DRAFT, LOW, Line, Position
from positions.analysis.words import Stance
from positions.cell import MOST_LINES, Cell
from positions.model.issues import Issue
from positions.model.statements import MODES
from positions.tables import Tables
from positions.text.cell import nothing_words, point_conditions
from positions.text.cell_lines import age_note
from positions.text.citation import mode_words
from positions.text.coder_differences import coders_words
from positions.text.grouping import apart_words
from positions.text.sentences import Part, Sentence, listed, sentence_of, without_stop
from positions.text.stance import (
    NOT_SPELLED_OUT,
    certainty_words,
    conditions_words,
    doubt_words,
    phrases_of,
    shown_others,
    speaker_words,
    speakers_words,
    stance_day,
    until_words,
    when_words,
)
from positions.text.wording import (
    SCALE_RULE,
    age_words,
    count_words,
    day_words,
    issue_words,
    joined,
    marked_ranges,
    said_on_words,
)

# One list for all sides: how words were brought forward, strongest mode first. What follows is a step in the
# words of the scale, which nobody said.
MODE_VERBS: dict[str, str] = {
    "official_text": "stated what is placed at",
    "direct_quote": "said what is placed at",
    "reported_speech": "said what is placed at",
    "action": "took or announced a measure that is placed at",
}
_WHOSE: dict[str, str] = {
    DRAFT: "a draft or shared text, which sets no position of {side}, is placed at",
    LOW: "what {side} said is read, with low confidence, as",
    ADVISER: "an adviser on the side of {side} {verb}",
}
_RECORD: dict[str, str] = {
    "stated": "the record has for {side}",
    "ambiguous": "the record has words of {side} that do not fit the scale",
    "declined": "{side} declined to say",
    "text_only": "the record has for {side} only a draft or shared text",
    "individuals": "the record has only individuals, who do not bind {side}",
}


def position_sentence(cell: Cell, tables: Tables) -> str:
    """A cell as sentences ready to paste, with its day and the version of the dossier."""
    told = " ".join(one.words for one in cell_sentences(cell, tables))
    dossier = tables.dossier
    rule = f" {SCALE_RULE}" if "‘" in told else ""
    return f"{told}{rule} As of {day_words(cell.as_of)}; dossier {dossier.id}, data {dossier.data_version}."


def cell_sentences(cell: Cell, tables: Tables) -> tuple[Sentence, ...]:
    """A cell in sentences, each of which names its side; every statement that the cell shows bears one.

    A grouping is told by its members. No condition is dropped; doubt, low confidence, drafts, age and
    reported speech are told as such.
    """
    issue = tables.scales[cell.issue]
    if cell.grouped is not None and cell.stances:
        told = list(_grouping(cell, issue, tables))
    elif cell.position.point is not None:
        told = list(_actor(cell, cell.position.point, issue, tables))
    else:
        told = []
    told += _record(cell, issue, tables)
    if not told:
        told = [_nothing(cell, issue, tables)]
    return (*told, *_rest(cell, issue, tables, {one for each in told for one in each.statements}))


def stance_told(stance: Stance, issue: Issue, tables: Tables, *more: str) -> str:
    """Marked steps with every condition, then in brackets who said it, when and how, and how sure that is."""
    conditions = "".join(f"; {one}" for one in point_conditions(stance, issue, tables))
    steps = marked_ranges(issue, stance, short=False)
    return f"{steps}{conditions} ({attribution(stance, tables, *more)})"


def attribution(stance: Stance, tables: Tables, *more: str) -> str:
    """Speakers, day and mode of some words, then several sources, confidence, doubt and what is added."""
    said = [tables.by_id[one] for one in stance.statements]
    strongest = min(said, key=lambda one: MODES.index(one.mode))
    how = mode_words(strongest, tables.sources[strongest.source])
    head = f"{speakers_words(stance, tables)}, {stance_day(stance, tables)}, {how}"
    sources = count_words(stance.sources, "source") if stance.sources > 1 else ""
    issue = tables.scales[strongest.issue]
    coders = coders_words(issue, stance.disputed)
    extra = (sources, *certainty_words(stance, tables), doubt_words(stance, issue), coders, *more)
    return "; ".join(part for part in (head, *extra) if part)


def stance_verb(stance: Stance, tables: Tables) -> str:
    """The verb for some words, by the strongest mode among them, up to the step."""
    return MODE_VERBS[min((tables.by_id[one].mode for one in stance.statements), key=MODES.index)]


def record_told(line: Line, tables: Tables) -> str:
    """Words without a step as the record has them, with condition, speaker, day and mode."""
    said = tables.by_id[line.statement]
    condition = f"; {conditions_words([said.condition])}" if said.condition else ""
    how = mode_words(said, tables.sources[said.source])
    who = speaker_words(tables, line.speaker)
    name = "" if said.summary.startswith(who) else f"{who}, "
    return f"{without_stop(said.summary)}{condition} ({name}{said_on_words(said.said_on)}, {how})"


def member_part(member: str, stance: Stance, cell: Cell, tables: Tables, steps: str = "") -> Part:
    """A side with who said it when and how, its conditions, the age of old words, and whom it speaks for.

    `steps` are those of its words where they name more than what is told of all.
    """
    days = (cell.as_of - stance.day).days
    age = f"{age_words(days)} old" if tables.old(stance.day, cell.as_of) else ""
    conditions = conditions_words(stance.conditions) if stance.conditions else ""
    silent = [
        tables.in_sentence[one]
        for body, states in (cell.grouped.through if cell.grouped else ())
        for one in states
        if body == member
    ]
    also = f"also for {joined(silent)}, of whose own words none were found" if silent else ""
    words = f"{tables.in_sentence[member]} ({attribution(stance, tables, steps, conditions, age, also)})"
    return Part(words, stance.statements)


def _actor(cell: Cell, point: Stance, issue: Issue, tables: Tables) -> Iterator[Sentence]:
    side = tables.in_sentence[cell.holder]
    age = age_note(cell, point.day, tables) if cell.old else ""
    if cell.state == "weak":
        lead = f"On {issue_words(issue)}, what {side} said is read, with low confidence, as"
        told = stance_told(point, issue, tables, *phrases_of(point, tables), NOT_SPELLED_OUT, age)
    else:
        lead = f"On {issue_words(issue)}, {side} {stance_verb(point, tables)}"
        told = stance_told(point, issue, tables, age)
    yield sentence_of(Part(f"{lead} {told}.", point.statements))
    yield from _others({cell.holder: cell.position}, issue, tables)


def _others(spoken: Mapping[str, Position], issue: Issue, tables: Tables) -> Iterator[Sentence]:
    """Every other step that current words name, by whose words it rests on; alike words of several once.

    `spoken` are positions with a point, by who holds them. Newer words without a step come last.
    """
    alike: dict[tuple[str, str, str], list[tuple[str, Stance]]] = {}
    for holder, position in spoken.items():
        assert position.point is not None
        for one in shown_others(position.point, position.others):
            until = f"until {until_words(one, tables)}" if one.kind == BOUNDED else ""
            words = (when_words(position.point, one), one.kind, stance_told(one, issue, tables, until))
            alike.setdefault(words, []).append((tables.in_sentence[holder], one))
    for (when, kind, told), rows in alike.items():
        side = joined([name for name, _ in rows])
        who = _WHOSE.get(kind, "{side} {verb}").format(side=side, verb=stance_verb(rows[0][1], tables))
        statements = tuple(statement for _, one in rows for statement in one.statements)
        yield sentence_of(Part(f"{when}, {who} {told}.", statements))
    for holder, position in spoken.items():
        for line in position.lines[:1]:
            lead = f"Newer words of {tables.in_sentence[holder]} do not fit the scale"
            yield sentence_of(Part(f"{lead}: {record_told(line, tables)}.", (line.statement,)))


def _grouping(cell: Cell, issue: Issue, tables: Tables) -> Iterator[Sentence]:
    """The members step by step, then what else they said."""
    both = cell.grouped
    assert both is not None
    clusters = both.clusters or both.weak
    for place, one in enumerate(clusters):
        lead = f"On {issue_words(issue)}, {_grouping_lead(cell, tables)}; " if place == 0 else ""
        yield _cluster(one, lead, cell, tables)
    for one in both.weak if both.clusters else ():
        yield _cluster(one, "", cell, tables)
    placed = {member: one for member, one in cell.members.items() if one.point is not None}
    yield from _others(placed, issue, tables)


def _grouping_lead(cell: Cell, tables: Tables) -> str:
    both, name = cell.grouped, tables.in_sentence[cell.holder]
    assert both is not None
    issue, clusters = tables.scales[cell.issue], both.clusters or both.weak
    count = f"{len(both.spoke_states) or 'none'} of {count_words(both.states, both.noun)}"
    if cell.by_name:
        split = "" if both.common is not None else f" and the members are {apart_words(clusters, issue)}"
        return f"{count} of {name} spoke{split}"
    if both.common is None:
        return f"the members of {name} are split, {apart_words(clusters, issue)}, with {count} heard"
    return f"the members of {name} that spoke, {count} among them, share a step"


def _cluster(one: Cluster, lead: str, cell: Cell, tables: Tables) -> Sentence:
    """The members on one range of steps, each with its own words."""
    members = [
        member_part(member, stance, cell, tables)
        for member, stance in zip(one.members, one.stances, strict=True)
    ]
    steps = marked_ranges(tables.scales[cell.issue], one, short=False)
    weak = all(stance.weak for stance in one.stances)
    verb = "said what is read, with low confidence, as" if weak else "said what is placed at"
    return sentence_of(Part(lead), *listed(members), f" {verb} {steps}.")


def _record(cell: Cell, issue: Issue, tables: Tables) -> Iterator[Sentence]:
    """Words that stand on no step, then the last ones that did, or what an earlier government said."""
    shown = cell.lines[:MOST_LINES]
    more = len(cell.lines) - len(shown)
    for place, (member, line) in enumerate(shown, start=1):
        side = tables.in_sentence[member or cell.holder]
        kind = "ambiguous" if cell.stances else cell.state
        lead = _RECORD.get(kind, _RECORD["stated"]).format(side=side)
        rest = f"; {more} more on record" if more and place == len(shown) else ""
        words = f"On {issue_words(issue)}, {lead}: {record_told(line, tables)}{rest}."
        yield sentence_of(Part(words, (line.statement,)))
    for member, one in cell.spoken:
        side = tables.in_sentence[member or cell.holder]
        if one.last:
            last = stance_told(one.last, issue, tables)
            words = f"The last words of {side} that fit the scale are placed at {last}."
            yield sentence_of(Part(words, one.last.statements))
        if one.former and cell.silent:
            yield _nothing(cell, issue, tables)
            words = f"Before the government in office of {side}: {record_told(one.former, tables)}."
            yield sentence_of(Part(words, (one.former.statement,)))


def _nothing(cell: Cell, issue: Issue, tables: Tables) -> Sentence:
    """That nothing was found, and in what; every blank without words begins with "No statement of"."""
    former = any(one.former for _, one in cell.spoken)
    side = tables.in_sentence[cell.holder]
    whose = f"the government in office of {side}" if former else side
    return sentence_of(f"No statement of {whose} on {issue_words(issue)} {nothing_words(cell, tables)}.")


def _rest(cell: Cell, issue: Issue, tables: Tables, told: set[str]) -> Iterator[Sentence]:
    """Current words that no sentence before has told, because they add no step for certain."""
    left = tuple(one for one in cell.statements if one not in told)
    if left:
        found = dict.fromkeys(said for one in left if (said := tables.by_id[one].condition))
        conditions = f"; {conditions_words(list(found))}" if found else ""
        side = tables.in_sentence[cell.holder]
        words = f"Further current words of {side} on {issue_words(issue)} add no other step for certain"
        yield sentence_of(Part(f"{words}{conditions}.", left))

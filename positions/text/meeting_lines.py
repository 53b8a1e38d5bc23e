"""What would have to move on an issue, as a list, and where sides would meet over a whole negotiation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.analysis.gap import APART, NEAR, SAME, SPLIT, Gap
from positions.analysis.meeting import UNKNOWN, Meeting, Tally
from positions.measures.tallies import together, unplaced
from positions.text.gaps import touch_words
from positions.text.grouping import members_words
from positions.text.meeting import (
    FARTHEST,
    between_words,
    conditions_of,
    conditions_told,
    move_length,
    parts_of,
    same_words,
    scale_noun,
)
from positions.text.meeting_side import Side, Sides, sides_of
from positions.text.sentences import Entry
from positions.text.wording import (
    capital,
    count_words,
    interval_words,
    issue_words,
    joined,
    length_words,
)

if TYPE_CHECKING:
    from positions.view import View

STANDS, PAIRS = "where each stands", "the shortest move of either alone"
IF = "if every stated condition held"
_MOST_NAMED = 4  # columns by name in a sentence about all of them


@dataclass(frozen=True)
class MeetingLines:
    """The sides of an issue that pairs are made of, in the order of columns and steps, and all pairs.

    The lead of a line names the issue with the side or the pair, so that it can stand alone. Of a split
    grouping there are the members that are nearest to or farthest from another side. Both lists are empty
    where no two sides can be compared.
    """

    stands: tuple[Entry, ...]
    pairs: tuple[Entry, ...]


def meeting_lines(view: View, issue: str) -> MeetingLines:
    """Both lists of an issue; of a split grouping a pair has its nearest and its farthest members."""
    known: Sides = {}
    told: dict[tuple[object, ...], Side] = {}
    pairs = []
    for gap in view.gaps_on(issue):
        for found, part in parts_of(gap):
            sides = sides_of(gap, found, view, known)
            told |= {_key(one): one for one in sides}
            pairs.append(_entry(sides, _pair(gap, found, sides, part)))
    places = {holder: place for place, holder in enumerate(view.columns)}
    ordered = sorted(told.values(), key=lambda one: (places[one.holder], one.point.low, one.point.high))
    return MeetingLines(tuple(_entry((one,), _stands(one)) for one in ordered), tuple(pairs))


def _entry(sides: Sequence[Side], sentences: Iterable[str]) -> Entry:
    lead = f"{sides[0].scale.name}, {' – '.join(one.name for one in sides)}"
    return Entry(lead, " ".join(one for one in sentences if one))


def _key(side: Side) -> tuple[object, ...]:
    return side.holder, side.name, side.point


def _stands(side: Side) -> Iterator[str]:
    """The steps, who said so, the conditions, and what else is to be known of the side."""
    yield f"{capital(side.steps)} {side.whose}."
    yield f"{capital(side.own_conditions)}." if side.own_conditions else "No condition is on record."
    if side.divided:
        yield f"{side.divided}; only the nearest and the farthest stand here."
    yield side.others


def _pair(gap: Gap, found: Meeting, sides: tuple[Side, Side], part: str) -> Iterator[str]:
    """The length with both ways, what lies between, the conditions, and which members these are."""
    issue = sides[0].scale
    if found.met:
        yield f"No move: {same_words(found, issue)}."
    elif not found.moves[0].least:
        rest = f"if not, {move_length(found.moves[0], issue)} for either alone"
        yield f"May be the same {scale_noun(issue)} already: the coder was unsure; {rest}."
    else:
        ways = (_way(found, sides, place) for place in (0, 1))
        yield f"{capital(move_length(found.moves[0], issue))}: {', or '.join(ways)}."
        yield between_words(found, issue)
    yield conditions_told(sides, found.met)
    yield _marked("Low confidence", [one.short for one in sides if one.weak])
    yield _marked("Old words", [one.short for one in sides if one.old])
    if part:
        split = all(one.split or not one.divided for one in sides)
        yield f"These are the {part} {'members' if split else 'ones'}."
    if gap.touch and not found.met and part != FARTHEST:
        yield f"{touch_words(gap, sides[0].tables)}."


def _marked(words: str, whose: Sequence[str]) -> str:
    return f"{words}: {joined(whose)}." if whose else ""


def _way(found: Meeting, sides: tuple[Side, Side], place: int) -> str:
    """Who alone would go where; of a grouping its members that spoke, by name where only some are meant."""
    side, other = sides[place], sides[1 - place]
    who = f"{side.long}," if side.point.members and not side.some else side.short
    unsure = " (the coder was unsure between these)" if other.point.doubt else ""
    return f"{who} alone to {other.place(found.moves[place].end)}{unsure}"


def tally_entries(view: View) -> tuple[Entry, ...]:
    """First all columns at once, then every pair of them; nothing for a view without a pair or a scale.

    The lead of an entry names them, and says what is supposed. With one pair alone the first
    would say the same and is left out.
    """
    if not view.scaled or not view.pairs:
        return ()
    whole = (_together(view),) if len(view.pairs) > 1 else ()
    return (*whole, *(_tally(one, view) for one in view.tallies))


def tally_sentences(view: View) -> tuple[str, ...]:
    """The entries as sentences that can stand alone."""
    return tuple(one.text for one in tally_entries(view))


def tally_sentence(tally: Tally, view: View) -> str:
    """The issues of a pair by what is known of them, with every condition behind a common step."""
    return _tally(tally, view).text


def _tally(tally: Tally, view: View) -> Entry:
    names = view.tables.in_sentence
    who = joined([names[one] for one in tally.pair])
    parts = [part for part in _parts(tally, view) if part]
    told = f"{'; '.join(parts)}."
    conditions = [
        f"on {issue_words(view.tables.scales[gap.issue])}, {'; '.join(found)}"
        for gap in tally.same
        if (found := conditions_of(gap, view))
    ]
    told += f" Conditions that still have to hold: {'; '.join(conditions)}." if conditions else ""
    return Entry(f"{capital(who)}, {IF}", told)


def _parts(tally: Tally, view: View) -> Iterator[str]:
    """What is known of which issues, each once; unknown ones are counted even if there are none."""
    yield f"at the same step on {len(tally.same) or 'none'} of {_whole(view)}{_listed(tally.same, view)}"
    for words, gaps in (
        ("near", tally.near),
        ("apart", tally.apart),
        ("open, because the coder was unsure,", tally.unsure),
        ("not counted, for low confidence,", tally.weak),
    ):
        yield f"{words} on {len(gaps)}{_listed(gaps, view)}" if gaps else ""
    yield from (_split(gap, view) for gap in tally.split)
    yield from (_contradicted(gap, view) for gap in tally.contradicted)
    yield _unknown(tally.unknown, tally.pair, view)
    beside = [issue_words(view.tables.scales[one]) for one in tally.beside]
    yield f"not asked of one of them: {joined(beside)}" if beside else ""


def _unknown(issues: Sequence[str], holders: Sequence[str], view: View) -> str:
    """How many issues are unknown, which, and who stands on no step of each."""
    told = [f"{issue_words(view.tables.scales[one])} ({_blank(one, holders, view)})" for one in issues]
    return f"unknown on {count_words(len(issues), 'issue')}: {joined(told)}" if told else "unknown on none"


def _blank(issue: str, holders: Sequence[str], view: View) -> str:
    """Who of some columns stands on no step; else that what is said is not sure enough."""
    blank = unplaced(view, issue, holders)
    if not blank:
        return "low confidence, or a doubt of the coder"
    names = [view.tables.in_sentence[one] for one in blank[:_MOST_NAMED]]
    more = [f"{len(blank) - _MOST_NAMED} more"] if len(blank) > _MOST_NAMED else []
    return f"no step of {joined([*names, *more])}"


def _split(gap: Gap, view: View) -> str:
    """How far the members of a split grouping are from the other column, from the nearest to the farthest."""
    issue, names = view.tables.scales[gap.issue], view.tables.in_sentence
    split = [one for one in gap.pair if view.cell(one, gap.issue).state == "split"]
    length = length_words(issue, interval_words(gap.least, gap.most) or gap.least)
    if len(split) > 1:
        return f"on {issue_words(issue)} both are split, {length} between their members"
    other = next(one for one in gap.pair if one not in split)
    return f"on {issue_words(issue)} the members of {names[split[0]]} are split, {length} from {names[other]}"


def _contradicted(gap: Gap, view: View) -> str:
    """Whose words on an issue contradict each other, and how far from the other column they are."""
    issue, names = view.tables.scales[gap.issue], view.tables.in_sentence
    against = [names[one] for one in gap.pair if view.cell(one, gap.issue).contradicts]
    length = length_words(issue, interval_words(gap.least, gap.most) or gap.least)
    where = f"where words of {joined(against)} contradict each other"
    return f"not counted on {issue_words(issue)}, {where}, {length} apart"


def _listed(gaps: Sequence[Gap], view: View) -> str:
    """Issues by name behind their number, with whose words alone count and that some are old."""
    return f": {joined([_issue(gap, view) for gap in gaps])}" if gaps else ""


def _whole(view: View) -> str:
    """How many issues there are, and that those without a scale are not among them."""
    scaled = count_words(len(view.scaled), "issue")
    return f"{scaled} with a scale" if len(view.scaled) < len(view.issues) else scaled


def _issue(gap: Gap, view: View) -> str:
    marks = [
        f"of {view.tables.in_sentence[holder]} only {members_words(few, view.tables, inside=True)}"
        for holder, few in zip(gap.pair, gap.few, strict=True)
        if few
    ]
    marks += ["old words"] if gap.old else []
    name = issue_words(view.tables.scales[gap.issue])
    return f"{name} ({'; '.join(marks)})" if marks else name


def _together(view: View) -> Entry:
    """The same of all columns at once: two that are apart, or near, settle it, whatever others say."""
    found, names = together(view), view.tables.in_sentence
    whole = [names[one] for one in view.columns]
    who = joined(whole) if len(whole) <= _MOST_NAMED else f"all {len(whole)} columns"
    kinds = {
        kind: f"{len(issues)}: {joined([issue_words(view.tables.scales[one]) for one in issues])}"
        for kind, issues in found.items()
    }
    same = len(found.get(SAME, ())) or "none"
    listed = f": {kinds[SAME].partition(': ')[2]}" if SAME in kinds else ""
    parts = [f"all at the same step on {same} of {_whole(view)}{listed}"]
    parts += [f"two or more of them apart on {kinds[APART]}"] if APART in kinds else []
    parts += [f"a grouping split on {kinds[SPLIT]}"] if SPLIT in kinds else []
    parts += [f"two or more of them near on {kinds[NEAR]}"] if NEAR in kinds else []
    parts.append(_unknown(found.get(UNKNOWN, ()), view.columns, view))
    return Entry(f"{capital(who)}, {IF}", f"{'; '.join(parts)}.")

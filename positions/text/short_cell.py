"""A cell in few words, so that six issues are seen at once; in the fewest, with marks for all the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from positions.analysis.grouping import Cluster
from positions.analysis.words import Stance
from positions.cell import Cell
from positions.model.fields import UNDATED
from positions.model.issues import Issue
from positions.tables import Tables
from positions.text.cell_lines import CellWords
from positions.text.coder_differences import brief_coders, stances_coders
from positions.text.gaps import WidestWords
from positions.text.grouping import by_range, members_words
from positions.text.stance import (
    CONTRADICTS,
    certainty_words,
    conditions_words,
    speakers_words,
    stance_day,
    stance_month,
    stance_source,
    stance_words,
)
from positions.text.wording import count_words, ranges_words, step_words

UNSURE_BRIEFLY, IN_DOUBT = "coder unsure", "in doubt"
_MOST_PAIRS = 2
_MOST_NAMES = 2  # of the few members that a grouping is told by; the others stand in the evidence
_MOST_STEPS = 2  # of a split grouping; the others are counted and stand in the evidence
CONDITION, DOUBT = "condition", "doubt"


@dataclass(frozen=True)
class LeftOut:
    """How many lines a tight cell leaves out, short as "+2 lines", and where they are; "" for none."""

    short: str = ""
    words: str = ""


@dataclass(frozen=True)
class TightWords:
    """A title of short labels, whole lines below it, and what else there is, for a cell with room.

    What makes the words less sure stands in the lines, whatever room there is. `asides` are lines for a row
    with room: their age, members elsewhere. `others` is what else is current, for a wide cell. `left_out`
    counts the lines of the cell that are not among all of these, `without_others` also what else is
    current, `alone` the asides too.
    """

    title: str
    lines: tuple[str, ...]
    asides: tuple[str, ...]
    others: tuple[str, ...]
    left_out: LeftOut
    without_others: LeftOut
    alone: LeftOut


def tight_words(cell: Cell, words: CellWords, tables: Tables) -> TightWords:
    """The words of a tight cell: point, condition or phrase, day, speaker and number of sources.

    Of a grouping the steps with how many members are on each, and how many states spoke; of a blank
    what was said instead, else why it is one. All else is in the drawer.
    """
    issue = tables.scales[cell.issue]
    if cell.blank:
        told = (words.body or words.notes)[:1]
        lines, count = tuple(map(_once, told)), len((*words.body, *words.notes)) - 1
    elif cell.grouped is not None:
        lines = tuple(_grouping(cell, words, issue, tables))
        # The first note counts the states; it stands beside the days.
        count = len(words.notes[1:]) + (0 if cell.by_name else len(words.body))
    else:
        coders = [*_coders(cell, issue)]  # in the place of a note, as each doubt is
        last = " · ".join(one for one in (_evidence(cell, words, tables), *coders) if one)
        lines = (*words.body, last) if last else words.body
        count = len(words.notes) - len(coders) - len([*doubts_of(cell)])
    asides = (*_elsewhere(cell, tables), *age_of(cell))
    count += sum(bool(certainty_words(stance, tables)) for stance in _alone(cell))
    return TightWords(
        title=_title(cell, words, issue, tables),
        lines=_with_doubts(lines, cell),
        asides=asides,
        others=words.others,
        left_out=_left_out(count),
        without_others=_left_out(count + len(words.others)),
        alone=_left_out(count + len(words.others) + len(asides)),
    )


def tight_lines(cell: Cell, words: CellWords, tables: Tables) -> CellWords:
    """The words of a tight cell for a page that stands alone, doubts among them; no sources are counted."""
    found = tight_words(cell, words, tables)
    last = "".join(found.lines[-1:])
    for one in _alone(cell):
        said = f"{stance_day(one, tables)} · {speakers_words(one, tables)}"
        last = last.replace(stance_source(one, tables, short=True), said)
    told = " · ".join(one for one in (last, *age_of(cell)) if one)
    return CellWords(found.title, (*found.lines[:-1], *_elsewhere(cell, tables)), told, (), ())


def _with_doubts(lines: Sequence[str], cell: Cell) -> tuple[str, ...]:
    """The lines, the last of them with what makes the words less sure that no line of a step says."""
    both, doubts = cell.grouped, [*doubts_of(cell)]
    by_step = both is not None and both.common is None and (cell.by_name or cell.state == "split")
    if by_step:
        doubts = [one for one in doubts if one != UNSURE_BRIEFLY]
    last = " · ".join((*lines[-1:], *doubts))
    return (*lines[:-1], last) if last else ()


def doubts_of(cell: Cell) -> Iterator[str]:
    """What makes the words that lead less sure, in brief; nothing for a blank."""
    stances = [stance for _, stance in cell.stances]
    if any(one.doubt for one in stances):
        yield UNSURE_BRIEFLY
    if any(one.contradicts for one in stances):
        yield CONTRADICTS
    if cell.state == "weak":
        yield "low confidence"


def _coders(cell: Cell, issue: Issue) -> Iterator[str]:
    """The steps that coders chose for the words of an actor, where they differ."""
    point = cell.position.point
    if point and (told := brief_coders(issue, point.disputed)):
        yield told


def age_of(cell: Cell) -> Iterator[str]:
    """That the words of a cell are old; how old they are stands in the evidence."""
    if cell.old:
        yield "old words"


def _elsewhere(cell: Cell, tables: Tables) -> Iterator[str]:
    """Who stands on the steps of a split grouping that its lines do not name."""
    left = _clusters_left_out(cell)
    members = [member for one in left for member in one.members]
    if members:
        doubt = f" ({IN_DOUBT})" if all(one.doubt for one in left) else ""
        yield f"other steps: {_who(members, tables)}{doubt}"


def _who(members: Sequence[str], tables: Tables) -> str:
    """One member by name, of several how many there are."""
    return tables.names[members[0]] if len(members) == 1 else count_words(len(members), "member")


def _once(line: str) -> str:
    """A line that names its speaker twice, "Rubio: Rubio says", names him once."""
    head, colon, said = line.partition(": ")
    speaker = head.rpartition(" · ")[2]
    repeated = colon and said.startswith((f"{speaker} ", f"{speaker},"))
    return f"{head}{said.removeprefix(speaker)}" if repeated else line


def _left_out(count: int) -> LeftOut:
    if count < 1:
        return LeftOut()
    return LeftOut(f"+{count_words(count, 'line')}", f"{count_words(count, 'more line')} in the evidence")


def tight_pairs(gap: WidestWords) -> tuple[str, ...]:
    """The pairs of a widest gap, or why there is none; of more than two the first and how many more."""
    if len(gap.pairs) <= _MOST_PAIRS or not gap.segments:
        return gap.pairs
    return (gap.pairs[0], count_words(len(gap.pairs) - 1, "more pair"))


def _title(cell: Cell, words: CellWords, issue: Issue, tables: Tables) -> str:
    """The point by its short label; of a grouping told by name with the names; else the title as it is."""
    both, point = cell.grouped, cell.position.point
    if cell.blank or not issue.measured:
        return words.title
    if both is None and point is not None:
        return stance_words(issue, point)
    if both is None or both.common is None:
        return words.title
    only = f"{members_words(both.members, tables, _MOST_NAMES)} only: " if cell.by_name else ""
    return f"{only}{step_words(issue, *both.common, short=True)}"


def _alone(cell: Cell) -> tuple[Stance, ...]:
    """The one stance that a cell rests on, whose day and speaker it tells; none where there are several."""
    stances = tuple(stance for _, stance in cell.stances)
    return stances if len(stances) == 1 and not cell.blank else ()


def _evidence(cell: Cell, words: CellWords, tables: Tables) -> str:
    stances = [stance for _, stance in cell.stances]
    days = sorted(stances, key=lambda one: one.day)
    if len({one.day for one in days}) > 1 and words.evidence:
        return months_words(days[0], days[-1], tables)
    return next((stance_source(stance, tables, short=True) for stance in _alone(cell)), words.evidence)


def months_words(first: Stance, last: Stance, tables: Tables) -> str:
    """The months from the first to the last words, "Aug to Oct 2025"; of several years the years alone.

    Never more than is known: words of a year alone have no month, those without a day are "undated".
    """
    begun, ended = stance_month(first, tables), stance_month(last, tables)
    year, last_year = first.day.year, last.day.year
    if begun == ended:
        return ended
    if UNDATED in (begun, ended):
        return f"{begun} and {ended}"
    if year != last_year:
        return f"{year} to {last_year}"
    if str(year) in (begun, ended):
        return str(year)
    return f"{begun.removesuffix(f' {year}')} to {ended}"


def _clusters_left_out(cell: Cell) -> tuple[Cluster, ...]:
    """The steps of a split grouping on which the fewest members are, beyond the two with the most."""
    both = cell.grouped
    if both is None or cell.state != "split" or cell.by_name:
        return ()
    return tuple(sorted(both.clusters, key=lambda one: -len(one.members))[_MOST_STEPS:])


def _grouping(cell: Cell, words: CellWords, issue: Issue, tables: Tables) -> Iterator[str]:
    both = cell.grouped
    assert both is not None
    states = both.spoke_states if issue.measured else both.worded_states
    if not issue.measured or (cell.by_name and both.common is None):
        yield from words.body
    elif cell.by_name:
        yield from dict.fromkeys(
            conditions_words(stance.conditions) for _, stance in cell.stances if stance.conditions
        )
    elif cell.state == "split":
        for cluster in both.clusters:
            if cluster in _clusters_left_out(cell):
                continue
            steps = ranges_words(issue, cluster, short=True)
            doubt = f" ({IN_DOUBT})" if cluster.doubt else ""
            yield f"{steps}{doubt}: {_who(cluster.members, tables)}"
    counted = f"{len(states)} of {count_words(both.states, both.noun)}{by_range(both)}"
    yield f"{_evidence(cell, words, tables)} · {counted}"


def marked_words(cell: Cell, words: CellWords, tables: Tables) -> CellWords:
    """The point of a cell with marks for what stands elsewhere: conditions, coders, doubts, age.

    Of a blank its kind alone, without a scale the tight words. No condition, doubt or age lacks its mark.
    """
    tight = tight_lines(cell, words, tables)
    if cell.blank:
        return CellWords(tight.title, (), "", (), ())
    if not tables.scales[cell.issue].measured:
        return tight
    return CellWords(tight.title, (), " · ".join(_marks(cell, tables)), (), ())


def _marks(cell: Cell, tables: Tables) -> Iterator[str]:
    """The day or months, and what makes the words less than they seem."""
    stances = [stance for _, stance in cell.stances]
    days = sorted(stances, key=lambda one: one.day)
    if len({one.day for one in days}) > 1:
        yield months_words(days[0], days[-1], tables)
    else:
        yield from (stance_day(one, tables) for one in days[:1])
    conditions = {one for stance in stances for one in stance.conditions}
    if conditions:
        yield CONDITION if len(conditions) == 1 else f"{CONDITION}s"
    yield from (DOUBT if one == UNSURE_BRIEFLY else one for one in doubts_of(cell))
    if coders := stances_coders(stances):
        yield coders
    yield from age_of(cell)

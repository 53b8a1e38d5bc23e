"""Same side, other words: two statements of one actor with their phrases, conditions, days and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.analysis.divergence import DAYS, STEPS, Divergence
from positions.analysis.position import ADVISER
from positions.analysis.words import Stance
from positions.measures.other_words import OtherWords
from positions.model.fields import first_day, last_day
from positions.model.issues import Issue
from positions.tables import Tables
from positions.text.cell_sentences import attribution
from positions.text.citation import source_head
from positions.text.sentences import without_stop
from positions.text.stance import WEAK, conditions_words, phrases_of
from positions.text.wording import count_words, gap_words, issue_words, joined, marked_ranges

if TYPE_CHECKING:
    from positions.view import View

HEADS = ("Side", "Issue", "Later words", "Earlier words", "Apart", "Days between")
CHOICES = (30, DAYS, 180, 365)  # days that a reader is offered
RULE = (
    f"Own words of one side that lie at least {STEPS} steps apart, on a scale of values at least half of "
    "it. Words of each day stand beside the newest earlier ones that do. Dissent, claims by "
    "others, drafts and shared texts, measures bounded in time and undated words are kept out; so is what "
    "one speaker named in one source on one day, which is one position. Two statements that differ are no "
    "contradiction by that: speakers, conditions and circumstances differ too."
)


@dataclass(frozen=True)
class DivergenceWords:
    """A pair of statements in words: `texts` stand under HEADS, `sentence` says it all."""

    of: OtherWords
    texts: tuple[str, ...]
    sentence: str


def divergence_words(view: View, days: int = DAYS) -> tuple[DivergenceWords, ...]:
    """The pairs of a view within so many days, the newest first."""
    return tuple(_words(one, view.tables) for one in view.other_words(days))


def count_sentence(found: int, days: int) -> str:
    """How many pairs there are within the days."""
    if not found:
        return f"No two such statements lie within {count_words(days, 'day')} of each other."
    return f"{count_words(found, 'pair')} of statements within {count_words(days, 'day')}, the newest first."


def _words(one: OtherWords, tables: Tables) -> DivergenceWords:
    issue, found = tables.scales[one.issue], one.found
    side = tables.names[one.actor]
    if one.column != one.actor:
        side = f"{side} ({tables.names[one.column]})"
    later, earlier = (_told(stance, issue, tables) for stance in (found.later, found.earlier))
    least = "at least " if _ranged(found.later) or _ranged(found.earlier) else ""
    apart, between = f"{least}{gap_words(issue, found.apart)}", _between(one, tables)
    first, second = ("Later", "Earlier") if _in_order(one, tables) else ("One", "The other")
    government = " The next government took office between the two." if found.government else ""
    codings = f"; {told}" if (told := codings_words(one.found, tables)) else ""
    sentence = (
        f"{_whose(one, tables)} on {issue_words(issue)}: two statements {apart} apart, {between}{codings}. "
        f"{first}: {later}. {second}: {earlier}.{government}"
    )
    days = f"{between}{'; another government' if found.government else ''}"
    return DivergenceWords(one, (side, issue.name, later, earlier, f"{apart}{codings}", days), sentence)


def codings_words(found: Divergence, tables: Tables) -> str:
    """In how many of the codings that place both two statements lie so far apart; "" where none is kept."""
    if not tables.codings:
        return ""
    if not found.codings:
        return "no coding places both"
    verb = "places" if found.codings == 1 else "place"
    return f"holds in {found.holds} of {count_words(found.codings, 'coding')} that {verb} both"


def _whose(one: OtherWords, tables: Tables) -> str:
    """The side as a sentence begins with it, a member with its grouping."""
    name = tables.in_sentence[one.actor]
    inside = f" ({tables.names[one.column]})" if one.column != one.actor else ""
    return f"{name[:1].upper()}{name[1:]}{inside}"


def _ranged(stance: Stance) -> bool:
    return stance.low != stance.high


def _told(stance: Stance, issue: Issue, tables: Tables) -> str:
    """The step, its conditions, who said it when and how, then the very words and where they stand."""
    more = (WEAK if stance.weak else "", "an adviser" if stance.kind == ADVISER else "")
    said = [tables.by_id[one] for one in stance.statements]
    sources = joined(list(dict.fromkeys(source_head(one.source, tables) for one in said)))
    phrases = joined(list(phrases_of(stance, tables)))
    words = phrases or f"no phrase is kept, in short {without_stop(said[0].summary)}"
    conditions = f"; {conditions_words(stance.conditions)}" if stance.conditions else ""
    steps = marked_ranges(issue, stance, short=False)
    return f"{steps}{conditions} ({attribution(stance, tables, *more)}): {words}, in {sources}"


def _in_order(one: OtherWords, tables: Tables) -> bool:
    """Whether the one was said after the other, whichever of the days are meant."""
    earlier, later = _said_on(one, tables)
    return last_day(earlier) < first_day(later)


def _said_on(one: OtherWords, tables: Tables) -> tuple[str, str]:
    """The days of the two as the record has them, the earlier first."""
    earlier, later = (tables.by_id[said.statements[0]] for said in (one.found.earlier, one.found.later))
    return earlier.said_on, later.said_on


def _between(one: OtherWords, tables: Tables) -> str:
    """How many days lie between the two: exactly, or at most where one day is not known exactly."""
    days = one.found.days
    if any(first_day(day) != last_day(day) for day in _said_on(one, tables)):
        return f"at most {count_words(days, 'day')} between them"
    return "on the same day" if days == 0 else f"{count_words(days, 'day')} between them"

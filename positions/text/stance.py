"""Some words of a side in words: their steps, day, speakers and sources; which of them a cell tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from positions.analysis.position import ADVISER, BOUNDED, DRAFT, EARLIER, LOW
from positions.analysis.words import Stance
from positions.model.fields import UNDATED, first_day, last_day
from positions.model.issues import Issue
from positions.tables import Tables
from positions.text.citation import source_sites
from positions.text.coder_differences import brief_coders
from positions.text.wording import (
    count_words,
    day_words,
    joined,
    quoted,
    ranges_words,
    said_in_words,
    said_on_words,
)

CONTRADICTS, UNSURE = "contradicting words", "the coder was unsure"
NOT_SPELLED_OUT = "the words do not spell the step out"
WEAK = f"low confidence: {NOT_SPELLED_OUT}"


def shown_others(point: Stance, others: Sequence[Stance]) -> list[Stance]:
    """The other current words that name another step: no range in doubt that may be the point's own step.

    Of one range of steps the firmest words stand for all, an adviser's apart; the evidence has the rest.
    """
    order = (EARLIER, ADVISER, BOUNDED, DRAFT, LOW)
    sure = [one for one in others if not (one.doubt and one.low <= point.high and point.low <= one.high)]
    kept: dict[tuple[float, float, bool], Stance] = {}
    for one in sorted(sure, key=lambda one: order.index(one.kind)):
        kept.setdefault((one.low, one.high, one.kind == ADVISER), one)
    return [one for one in sure if one in kept.values()]


def other_words(issue: Issue, point: Stance, one: Stance, tables: Tables) -> str:
    """Another current step with its own day and speaker."""
    kinds = {DRAFT: "in a draft or shared text", LOW: "low confidence", ADVISER: "an adviser"}
    until = f"until {until_words(one, tables)}" if one.kind == BOUNDED else ""
    parts = (kinds.get(one.kind, until), brief_doubt(one), brief_coders(issue, one.disputed))
    extra = "; ".join(part for part in parts if part)
    head = f"{when_words(point, one)}, {stance_day(one, tables)} · {speakers_words(one, tables)}"
    said = f"{head}: {stance_words(issue, one)}"
    conditions = f" ({conditions_words(one.conditions)})" if one.conditions else ""
    return f"{said}{conditions}{f' · {extra}' if extra else ''}"


def when_words(point: Stance, one: Stance) -> str:
    """How the day of other words lies to that of the point."""
    return "before that" if one.day < point.day else "also" if one.day == point.day else "since then"


def until_words(stance: Stance, tables: Tables) -> str:
    """The last day of a measure as precisely as it is known."""
    ends = [end for one in stance.statements if (end := tables.by_id[one].until)]
    return said_on_words(max(ends, key=last_day))


def phrases_of(point: Stance, tables: Tables) -> Iterator[str]:
    """The very words behind a weak point, so that the label is not taken for them."""
    phrases = (tables.by_id[one].phrase for one in point.statements)
    yield from dict.fromkeys(quoted(phrase) for phrase in phrases if phrase)


def stance_words(issue: Issue, stance: Stance) -> str:
    """The steps of some words by their short labels, which the scale explains where it is shown in full."""
    short = stance.kind != "" or not issue.numeric
    return ranges_words(issue, stance, short=short)


def conditions_words(conditions: Sequence[str]) -> str:
    """Conditions as such, so that none is read as a fact: "condition: …; …"."""
    return f"{'condition' if len(conditions) == 1 else 'conditions'}: {'; '.join(conditions)}"


def doubt_words(stance: Stance, issue: Issue) -> str:
    """That the coder was unsure between the steps of some words, that these contradict each other, or ""."""
    these = f"these {'values' if issue.numeric else 'steps'}"
    if stance.contradicts:
        return f"{CONTRADICTS}: those of one day name {these}"
    return f"{UNSURE} between {these}" if stance.doubt else ""


def brief_doubt(stance: Stance) -> str:
    """The same where there is little room."""
    return CONTRADICTS if stance.contradicts else UNSURE if stance.doubt else ""


def doubted_words(issue: Issue, stance: Stance) -> str:
    """The steps of some words with the doubt of the coder and what coders made otherwise of them, short."""
    told = (stance_words(issue, stance), brief_doubt(stance), brief_coders(issue, stance.disputed))
    return ", ".join(part for part in told if part)


def stance_day(stance: Stance, tables: Tables) -> str:
    """The day of some words as precisely as it is known: "29 Mar 2022", "Mar 2022" or "2022"."""
    return said_on_words(tables.by_id[stance.statements[0]].said_on)


def stance_month(stance: Stance, tables: Tables) -> str:
    """The month of some words, or the year where that is all that is known."""
    return said_in_words(tables.by_id[stance.statements[0]].said_on)


def counted_day_words(day: dt.date, tables: Tables) -> str:
    """A day from which words count, named no more precisely than a statement or event of that day does."""
    if day < first_day(tables.dossier.period.first):
        return UNDATED
    known = tables.imprecise.get(day)
    return said_on_words(known) if known else day_words(day)


def speakers_words(stance: Stance, tables: Tables) -> str:
    """Who said it: family names of persons, names of institutions."""
    return joined([speaker_words(tables, one) for one in stance.speakers])


def stance_evidence(stance: Stance, tables: Tables) -> str:
    """Day, speaker and number of sources of exactly these words: "29 Mar 2022 · Medinsky · 2 sources"."""
    return " · ".join([stance_source(stance, tables), *certainty_words(stance, tables)])


def stance_source(stance: Stance, tables: Tables, *, short: bool = False) -> str:
    """The same without how certain they are; `short` ones do not count the sites."""
    head = f"{stance_day(stance, tables)} · {speakers_words(stance, tables)}"
    return f"{head} · {source_count_words(stance, tables, short=short)}"


def source_count_words(stance: Stance, tables: Tables, *, short: bool = False) -> str:
    """How many sources report some words, at how many sites if more, and that none of these is edited.

    Sites are counted of sources that report nothing else, for of others it is not recorded which site has
    which statement. `short` ones leave them to the evidence.
    """
    sources = [tables.sources[one] for one in {tables.by_id[one].source for one in stance.statements}]
    told = count_words(stance.sources, "source")
    if all(one.custom.site == "unedited" for one in sources):
        return f"{told}, unedited"
    if short:
        return told
    if not all(one.id in tables.of_one_statement for one in sources):
        return told
    sites = {site for one in sources for site in source_sites(one)}
    return f"{told} at {len(sites)} sites" if len(sites) > stance.sources else told


def certainty_words(stance: Stance, tables: Tables) -> list[str]:
    """What is to be known of some words beside their day: medium confidence, an inferred day; or nothing."""
    said = [tables.by_id[one] for one in stance.statements]
    told = []
    if not stance.weak and all(one.confidence != "high" for one in said):
        told.append("medium confidence")
    if all(one.day_inferred for one in said):
        told.append("day inferred")
    return told


def speaker_words(tables: Tables, speaker: str) -> str:
    """The family name of a person, the full name of an institution."""
    return tables.speakers[speaker].short or tables.speakers[speaker].name

"""The position of one actor on one issue as of a day, worked out from its own words.

Source of the rules: codebook, section 6. Nothing here depends on ids or on the order of rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from positions.analysis.disagreement import Steps, disagreement
from positions.analysis.rule_path import Way
from positions.analysis.words import Stance, Words, contradict

# What the other current words of a side are, beside the point.
EARLIER, ADVISER, BOUNDED, DRAFT, LOW = "earlier", "adviser", "bounded", "draft", "low"


@dataclass(frozen=True)
class Line:
    """What one speaker said last on an issue, where it stands on no step: statement, day, speaker."""

    statement: str
    day: dt.date
    speaker: str


@dataclass(frozen=True)
class Position:
    """What an actor's words amount to as of a day.

    `point` are the words that lead, firm unless `weak`; `others` every other step that current
    words name, newest first. `lines` are the newest words of each speaker that stand on no step;
    where they are newer than the point by more than the window, they lead, `point` is None and
    `last` holds the last placed words. `refused` says that the leading line declines to answer.
    `former` are the newest words of a government that has left office, where the one in office
    has none; `texts` and `individuals` say what else was said where nothing can set a cell.
    """

    point: Stance | None = None
    others: tuple[Stance, ...] = ()
    lines: tuple[Line, ...] = ()
    last: Stance | None = None
    refused: bool = False
    weak: bool = False
    former: Line | None = None
    texts: tuple[Line, ...] = ()
    individuals: tuple[Line, ...] = ()
    left_out: bool = False

    @property
    def spoken(self) -> bool:
        """Whether anything is current at all."""
        return bool(self.point or self.lines)


def position_of(
    words: Iterable[Words],
    as_of: dt.date,
    *,
    window: int,
    oldest: int | None = None,
    way: Way | None = None,
) -> Position:
    """The position that the words of one actor on one issue amount to as of a day.

    `words` are those of modes that can set a cell, in any order; of individuals only those with
    authority above that of an adviser's rank 2. `window` is in days. With `oldest`, words said
    more than that many days before are left out, and the answer says so; of a reference text none
    are. Words said after the day count for nothing. The rules are noted in `way` as they are asked:
    where something leads, the words that the last one kept do, and those that support them.
    """
    way = way or Way()
    known = way.keep("later", [one for one in words if one.day <= as_of])
    young = known if oldest is None else [one for one in known if not one.older(as_of, oldest)]
    shown = way.keep("left_out", young)
    office = way.keep("government", _in_office(shown, as_of))
    own = way.keep("individual", [one for one in office if one.authority <= _ADVISER])
    whole = way.keep("draft", [one for one in own if not one.document])
    running = way.keep("lapsed", [one for one in whole if one.until is None or one.until >= as_of])
    firm = [one for one in running if one.until is None]
    bounded = [one for one in running if one.until is not None]
    texts = [one for one in own if one.document]
    if bounded and not firm and not texts:
        return Position(lines=_lines(bounded, window, way))
    way.keep("bounded", firm)
    leaders = way.keep("adviser", [one for one in firm if one.authority < _ADVISER] or firm)
    others = [one for one in office if one.authority > _ADVISER]
    silent = Position(
        texts=_lines(texts or bounded, window),
        individuals=_lines(others, window),
        former=_former(shown, as_of) if not (texts or bounded) else None,
        left_out=len(_in_office(known, as_of)) > len(office),
    )
    return _position(leaders, [*firm, *bounded, *texts], window, way) if leaders else silent


_ADVISER = 2


def _in_office(words: Sequence[Words], as_of: dt.date) -> list[Words]:
    """Words of a government that was still in office on the day."""
    return [one for one in words if one.ends is None or one.ends > as_of]


def _position(leaders: Sequence[Words], current: Sequence[Words], window: int, way: Way) -> Position:
    """The position of those who may set the cell; `current` adds what may only stand below it."""
    placed = [one for one in leaders if one.placed]
    loose = [one for one in leaders if not one.placed]
    if not placed:
        return Position(lines=_lines(loose, window, way), refused=_refuses(loose))
    newest = max(one.day for one in placed)
    overtaken = bool(loose) and (max(one.day for one in loose) - newest).days > window
    on_steps = Way() if overtaken else way
    on_steps.keep("unplaced", placed)
    near = on_steps.keep("window", _within(placed, newest, window))
    counting = on_steps.keep("superseded", _latest(near))
    strong = [one for one in counting if not one.weak]
    point = _stance(_leading(on_steps.keep("low", strong or counting), on_steps), counting)
    if overtaken:
        lines = _lines(way.keep("overtaken", loose), window, way)
        return Position(lines=lines, last=point, refused=_refuses(loose))
    beside = _latest(_within([one for one in current if one.placed], newest, window, later=True))
    newer = tuple(one for one in _lines(loose, window) if one.day > point.day)
    return Position(point=point, others=_others(point, beside), lines=newer, weak=not strong)


def _within(words: Sequence[Words], newest: dt.date, window: int, *, later: bool = False) -> list[Words]:
    """Words of the `window` days before `newest`; with `later` also those that were said after it."""
    opens = newest - dt.timedelta(days=window)
    return [one for one in words if opens <= one.day and (later or one.day <= newest)]


def _latest(words: Sequence[Words]) -> list[Words]:
    """The words of each speaker's latest day; several of one day all count."""
    last: dict[str, dt.date] = {}
    for one in words:
        last[one.speaker] = max(one.day, last.get(one.speaker, one.day))
    return [one for one in words if one.day == last[one.speaker]]


def _leading(words: Sequence[Words], way: Way) -> list[Words]:
    """Of the newest day those of the highest authority, then of the strongest mode; ties stand together.

    Where some of them were placed for certain, a doubt about the others does not cover these.
    """
    tied = list(words)
    for rule, better in _BETTER.items():
        best = min(map(better, tied))
        tied = way.keep(rule, [one for one in tied if better(one) == best])
    certain = [one for one in tied if not one.doubt]
    return sorted(way.keep("doubt", certain or tied), key=attrgetter("order"))


_BETTER: dict[str, Callable[[Words], int]] = {
    "newer": lambda one: -one.day.toordinal(),
    "authority": attrgetter("authority"),
    "mode": attrgetter("mode"),
}


def _stance(tied: Sequence[Words], current: Sequence[Words], kind: str = "") -> Stance:
    """The tied words as one; what the same speakers said that day on the same steps supports them."""
    low = min(one.low for one in tied if one.low is not None)
    high = max(one.high for one in tied if one.high is not None)
    speakers = tuple(dict.fromkeys(one.speaker for one in tied))
    parts = _parts(tied, current, kind)
    ranges = [(one.low, one.high) for one in parts] or [(low, high)]
    support = [
        one
        for one in sorted(current, key=attrgetter("order"))
        if one not in tied and one.day == tied[0].day and one.speaker in speakers and _inside(one, ranges)
    ]
    rows = [*tied, *support]
    return Stance(
        low=low,
        high=high,
        doubt=any(one.doubt for one in tied),
        weak=all(one.weak for one in tied),
        day=tied[0].day,
        speakers=speakers,
        statements=tuple(one.statement for one in rows),
        sources=len({one.source for one in rows}),
        conditions=tuple(dict.fromkeys(one.condition for one in rows if one.condition)),
        kind=kind,
        until=max((one.until for one in tied if one.until), default=None),
        contradicts=bool(parts) and contradict(tied),
        disputed=disagreement((low, high), ((one.steps, one.coded) for one in rows)),
        parts=parts,
        dated=any(one.dated for one in tied),
    )


def _parts(tied: Sequence[Words], current: Sequence[Words], kind: str) -> tuple[Stance, ...]:
    """Tied words on each range of steps, where some of these have nothing in common; of a doubt none."""
    ranges = sorted({one.steps for one in tied if one.steps})
    if any(one.doubt for one in tied) or max(ranges)[0] <= min(high for _, high in ranges):
        return ()
    against = contradict(tied)
    each = (_stance([one for one in tied if one.steps == steps], current, kind) for steps in ranges)
    return tuple(replace(one, contradicts=against) for one in each)


def _others(point: Stance, words: Sequence[Words]) -> tuple[Stance, ...]:
    """One stance for each other range of steps and kind of words, with its newest day; newest first.

    Of a draft or shared text that names another step than the point, all steps are told.
    """
    texts = {one.speech for one in words if one.document and not _said(point, one)}
    beside = (one for one in words if one.statement not in point.statements)
    rest = [one for one in beside if not _said(point, one) or (one.document and one.speech in texts)]
    found = []
    for (_, _, kind), group in groupby(sorted(rest, key=_range), key=_range):
        rows = list(group)
        last = max(one.day for one in rows)
        of_day = sorted((one for one in rows if one.day == last), key=attrgetter("order"))
        found.append(_stance(of_day, of_day, kind))
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.low, one.high, one.kind)))


def _said(point: Stance, one: Words) -> bool:
    """Whether words name no other step than the point does; a sure step says more than a doubt around it."""
    if point.doubt and not one.doubt:
        return False
    return _inside(one, point.ranges)


def _inside(one: Words, ranges: Iterable[Steps]) -> bool:
    """Whether words name steps of one of these ranges alone."""
    if one.low is None or one.high is None:
        return False
    return any(low <= one.low and one.high <= high for low, high in ranges)


def _range(one: Words) -> tuple[float, float, str]:
    return one.low or 0, one.high or 0, _kind(one)


def _kind(one: Words) -> str:
    if one.document:
        return DRAFT
    if one.until is not None:
        return BOUNDED
    if one.weak:
        return LOW
    return ADVISER if one.authority == _ADVISER else EARLIER


def _lines(words: Sequence[Words], window: int, way: Way | None = None) -> tuple[Line, ...]:
    """The newest words of each speaker within the window before the newest, newest first.

    What a speaker said beside them on the same day follows after the first of every speaker.
    With a `way` those of the newest day lead.
    """
    if not words:
        return ()
    newest = max(one.day for one in words)
    near = _within(words, newest, window)
    recent = _latest(near)
    if way:
        way.keep("window", near)
        way.keep("superseded", recent)
        way.keep("newer", [one for one in recent if one.day == newest])
    ordered = sorted(recent, key=lambda one: (-one.day.toordinal(), one.authority, one.mode, one.order))
    first: dict[str, Words] = {}
    for one in ordered:
        first.setdefault(one.speaker, one)
    rest = [one for one in ordered if one not in first.values()]
    return tuple(Line(one.statement, one.day, one.speaker) for one in (*first.values(), *rest))


def _refuses(loose: Sequence[Words]) -> bool:
    """Whether all words of the newest day decline to answer."""
    last = max((one.day for one in loose), default=None)
    return bool(loose) and all(one.refusal for one in loose if one.day == last)


def _former(words: Sequence[Words], as_of: dt.date) -> Line | None:
    """The newest words of a government that had left office by the day."""
    gone = [one for one in words if one.ends is not None and one.ends <= as_of and one.authority <= _ADVISER]
    found = _lines([one for one in gone if not one.document], 0)
    return found[0] if found else None

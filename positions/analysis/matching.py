"""Which statements of two codings are the same one: what they say of it is never asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from positions.model.statements import Statement

_LEAST_LIKENESS = 1.0


def matched(first: Sequence[Statement], second: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """The statements that both codings found, in the order of the first.

    Of equally like ones those whose summaries have most words in common, then the first.
    """
    taken: dict[int, int] = {}
    free = set(range(len(second)))
    for *_, i, j in sorted(_likely(first, second)):
        if i not in taken and j in free:
            taken[i] = j
            free.remove(j)
    return [(first[i], second[taken[i]]) for i in sorted(taken)]


def _likely(
    first: Sequence[Statement], second: Sequence[Statement]
) -> Iterator[tuple[float, float, int, int]]:
    """Every two statements that can be the same, by place; the likest have the least first numbers.

    Only those of one source, issue, side and kind are held against each other.
    """
    alike: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for j, other in enumerate(second):
        alike[_place(other)].append(j)
    for i, one in enumerate(first):
        for j in alike.get(_place(one), ()):
            likeness = _likeness(one, second[j])
            if likeness >= _LEAST_LIKENESS:
                yield -likeness, -_shared(one.summary, second[j].summary), i, j


def _place(one: Statement) -> tuple[str | None, ...]:
    return one.source, one.issue, one.party, one.member, _kind(one)


def _likeness(one: Statement, other: Statement) -> float:
    """0 for two of one place that cannot be the same; else 1, the shared passage, and twice the phrase."""
    overlap = _overlap(one, other)
    if not overlap:
        return 0.0
    return 1 + overlap + 2 * _shared(one.phrase, other.phrase)


def _shared(one: str | None, other: str | None) -> float:
    """Words in common over those of the shorter; 0 where one has none."""
    words = [set((told or "").casefold().split()) for told in (one, other)]
    return len(words[0] & words[1]) / max(1, min(map(len, words)))


def _kind(statement: Statement) -> str:
    return statement.mode if statement.mode in ("attributed", "commentary") else "own"


def _overlap(one: Statement, other: Statement) -> float:
    """Characters in common over those of the longer passage.

    Where neither span is known, one speaker on one day is one passage; where one is, 0.
    """
    if one.start is None and other.start is None:
        return float((one.speaker, one.said_on) == (other.speaker, other.said_on))
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return 0.0
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(one.end - one.start, other.end - other.start)

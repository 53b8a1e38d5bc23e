"""Words for a choice: which values there are, and which of them is most like what was found."""

from __future__ import annotations

from collections.abc import Iterable

MOST_NAMED = 12
_FEW_NAMED = 3
_LEAST_LIKE = 65  # of 100, by rapidfuzz: a letter or two of a short word


def one_of(ids: Iterable[str], found: str | None = None) -> str:
    """The values in alphabetical order; of more than twelve the three most like `found` and how many more."""
    known = sorted(ids)
    if not known:
        return "anything known here; there is none"
    if len(known) <= MOST_NAMED:
        return f"one of {', '.join(known)}"
    named = _alike(found or "", known, _FEW_NAMED, 0) or known[:_FEW_NAMED]
    return f"one of {', '.join(named)} and {len(known) - len(named):,} more"


def nearest(found: str | None, ids: Iterable[str]) -> str | None:
    """The value most like `found`, of equals the first of the alphabet; None if none is near."""
    return next(iter(_alike(found or "", sorted(ids), 1, _LEAST_LIKE)), None)


def _alike(found: str, known: list[str], most: int, least: int) -> list[str]:
    # Imported here, because a sound dossier needs nothing of it.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    scored = process.extract(
        found, known, scorer=fuzz.ratio, processor=str.casefold, limit=most, score_cutoff=least
    )
    return [value for value, _, _ in scored]

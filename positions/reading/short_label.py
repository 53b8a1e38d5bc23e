"""The label of a step in, the same for a narrow place out."""

from __future__ import annotations

from collections.abc import Collection

from positions.reading.names import name_key

_NARROW = 24  # characters of a short label
# Words that no short label ends with.
_LINKING = {
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "if", "in", "is",
    "no", "not", "of", "on", "only", "or", "the", "to", "under", "until", "when", "with",
}  # fmt: skip


def short_label(label: str, taken: Collection[str]) -> str:
    """The label up to the last whole word that fits a narrow place; all of it where that is another's."""
    words = label.split()
    while len(words) > 1 and len(" ".join(words)) > _NARROW:
        words.pop()
    while len(words) > 1 and words[-1].casefold() in _LINKING:
        words.pop()
    short = " ".join(words).rstrip(",;:")
    return label.strip() if not short or name_key(short) in taken else short

"""Sentences of running text whose parts carry the statements that bear them, to be printed with notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_MOST_WORDS = 120  # of a paragraph that is read in one go


@dataclass(frozen=True)
class Entry:
    """Sentences behind a lead in bold that names what they are about; the lead may be ""."""

    lead: str
    words: str

    @property
    def text(self) -> str:
        """Lead and words."""
        return f"{self.lead}: {self.words}" if self.lead else self.words


@dataclass(frozen=True)
class Part:
    """Words, and the ids of the statements whose notes stand right behind them."""

    words: str
    statements: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """One sentence; without any statement it says that nothing was found."""

    parts: tuple[Part, ...]

    @property
    def words(self) -> str:
        """The sentence without its notes."""
        return "".join(part.words for part in self.parts)

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of the statements that bear it, in the order of their notes, each once."""
        return tuple(dict.fromkeys(one for part in self.parts for one in part.statements))


def sentence_of(*parts: Part | str) -> Sentence:
    """The parts as one sentence: a capital letter first, and a full stop before the last notes."""
    given = [Part(one) if isinstance(one, str) else one for one in parts]
    made = [one for one in given if one.words]
    first = made[0].words
    made[0] = replace(made[0], words=first[:1].upper() + first[1:])
    if not made[-1].words.endswith((".", "!", "?")):
        made[-1] = replace(made[-1], words=f"{made[-1].words}.")
    return Sentence(tuple(made))


def in_list(paragraph: Sequence[Sentence]) -> bool:
    """Whether a paragraph is so long that its sentences are to stand below each other, as a list."""
    return len(paragraph) > 1 and sum(len(one.words.split()) for one in paragraph) > _MOST_WORDS


def listed(parts: Sequence[Part], between: str = ", ", last: str = " and ") -> Iterator[Part]:
    """The parts as a list: "A, B and C", each with its notes behind it."""
    for place, part in enumerate(parts):
        following = len(parts) - place - 1
        after = "" if following == 0 else last if following == 1 else between
        mark = after[:1] if after[:1] in ",;" else ""
        yield replace(part, words=f"{part.words}{mark}")
        if after:
            yield Part(after.removeprefix(mark))


def in_turn(sides: Sequence[Sequence[Part]]) -> Iterator[Part]:
    """Several lists behind each other, a semicolon before the notes that end each but the last."""
    for place, parts in enumerate(sides, start=1):
        yield from parts[:-1]
        if place == len(sides):
            yield parts[-1]
        else:
            yield replace(parts[-1], words=f"{parts[-1].words};")
            yield Part(" ")


def without_stop(words: str) -> str:
    """A sentence of the record as it stands inside another one."""
    return words.rstrip().removesuffix(".")

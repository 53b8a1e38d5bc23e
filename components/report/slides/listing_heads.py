"""What stands over the slides of a listing: its finding, its name, and which part of how many it is."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from components.report.records import Head
from components.report.slides.look import add_slide
from positions.text.listing import Counted

MOST_SLIDES = 20  # of one listing
MOST_ROWS = 20 * MOST_SLIDES  # that are measured for them
_MORE = "; the full dossier as a text document (DOCX) has them all"


@dataclass(frozen=True)
class Listed:
    """A listing: its name, the title and the line under it, and what it counts, if anything.

    Without a finding the name is the title.
    """

    name: str
    titles: tuple[str, str]
    counted: Counted | None = None

    def told(self, number: str, part: tuple[int, int], total: int, *, more: bool = False) -> str:
        """Its name with its number and which of how many stand here; `more` if some stand on no slide."""
        name = f"{self.name}{number}"
        if self.counted is None:
            return name
        return f"{name} · {self.counted.part(*part, total)}{_MORE if more else ''}"

    def slide(self, deck: Deck, head: Head, told: str, notes: tuple[str, ...] = ()) -> Slide:
        """A slide under what is told of it."""
        if self.titles[0]:
            return add_slide(deck, head, self.titles, notes, over=told)
        return add_slide(deck, head, (told, self.titles[1]), notes)

"""What a finding is tried against: choices of coding, fixed in the dossier, never picked afterwards."""

from __future__ import annotations

from typing import Literal

from positions.model.base import Record
from positions.model.fields import Name

Omission = Literal["nothing", "low_confidence", "reported_speech", "delegated_speakers"]
Window = Literal["as_coded", "half", "double", "ten_years"]


class Variants(Record):
    """Every coding with every omission and every window.

    The kept coding, nothing left out and the window as coded are always among them, and come first.
    """

    codings: tuple[Name, ...] | None = None
    """Coders whose codings are tried beside the kept one; all that stand beside the dossier if left out."""
    without: tuple[Omission, ...] = ("low_confidence", "reported_speech", "delegated_speakers")
    """What is left out in turn."""
    windows: tuple[Window, ...] = ("half", "double", "ten_years")
    """For how long words count beside newer ones, in place of the dossier's `window`."""

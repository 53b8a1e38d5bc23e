"""How a dossier may be handled, in the words that stand on every page, and why it may not be published."""

from __future__ import annotations

import datetime as dt

from positions.model.dossier import Dossier
from positions.text.wording import day_words


def handling_words(dossier: Dossier) -> str:
    """Mark, status, embargo and distribution in one line; "" where the dossier has none of them."""
    found = dossier.handling
    if found is None:
        return ""
    until = found.embargo_until
    parts = (
        found.mark,
        found.status,
        f"embargo until {day_words(dt.date.fromisoformat(until))}" if until else None,
        f"distribution: {found.distribution}" if found.distribution else None,
    )
    return " · ".join(part for part in parts if part)


def withheld_words(dossier: Dossier, today: dt.date) -> str:
    """Why a dossier may not be published on a day; "" where nothing forbids it.

    TLP 2.0 (FIRST, 2022) lets TLP:CLEAR alone go to everybody; own words forbid nothing by themselves.
    """
    found = dossier.handling
    if found is not None and found.restricted:
        return f"{dossier.id} is marked {found.mark}, which may not be published"
    if found is not None and found.embargo_until and found.under_embargo(today):
        return f"{dossier.id} is under embargo until {found.embargo_until}"
    return ""

"""What one view may hold is counted before anything of it is computed."""

from __future__ import annotations

import pytest

from positions.reading.dossier import bundled_dossiers, load_dossier
from positions.selection import default_selection, everything
from positions.text.limits import refusal, too_much_at_a_glance


@pytest.mark.parametrize("dossier", bundled_dossiers())
def test_all_of_a_bundled_dossier_can_be_shown(dossier: str) -> None:
    """No limit is in the way of any view of what comes with the package."""
    found = load_dossier(dossier)
    whole = everything(default_selection(found), found)

    assert refusal(whole, found) is None
    assert too_much_at_a_glance(whole, found) is None

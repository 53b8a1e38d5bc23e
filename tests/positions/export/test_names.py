"""File names say what is inside and are safe on every system."""

from __future__ import annotations

import pytest

from positions.export.names import file_name
from positions.model.dossier import Dossier
from tests.positions.export.hostile import view_of


def test_a_name_holds_dossier_view_day_and_version(small: Dossier) -> None:
    """A file that was mailed around can still be told from another."""
    assert (
        file_name(view_of(small), "matrix", "csv")
        == f"positions_training-strait_matrix_asof-2031-06-30_v{small.data_version}.csv"
    )


@pytest.mark.parametrize("shown", ["../../etc/x", "a b/c", "gap: “wide”", "C:\\x", "naïve", ".hidden"])
def test_nothing_else_gets_into_a_name(shown: str, small: Dossier) -> None:
    """No path, blank, quotation mark or hidden file comes of a view's name."""
    name = file_name(view_of(small), shown, "csv")

    assert set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.")
    assert ".." not in name
    assert not name.startswith(".")

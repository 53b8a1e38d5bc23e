"""File names say what is inside and are safe on every system."""

from __future__ import annotations

from dataclasses import replace

import pytest

from positions.export.names import file_name
from positions.models import Dossier
from tests.positions.export.hostile import view_of


def test_a_name_holds_dossier_view_day_and_version(small: Dossier) -> None:
    """A file that was mailed around can still be told from another."""
    tables, selection = view_of(small)

    assert (
        file_name(tables, "matrix", selection, "csv")
        == f"positions_small_matrix_asof-2031-06-30_v{small.data_version}.csv"
    )


@pytest.mark.parametrize("view", ["../../etc/x", "a b/c", "gap: “wide”", "C:\\x", "naïve", ".hidden"])
def test_nothing_else_gets_into_a_name(view: str, small: Dossier) -> None:
    """No path, blank, quotation mark or hidden file comes of a view's name."""
    tables, selection = view_of(small)
    name = file_name(tables, view, replace(selection), "csv")

    assert set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.")
    assert ".." not in name
    assert not name.startswith(".")

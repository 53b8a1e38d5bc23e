"""File names say what is inside and are safe on every system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.export.names import file_name, handling_part
from positions.model.dossier import Dossier
from positions.model.handling import Handling
from tests.positions.export.hostile import hostile_dossier, view_of
from tests.positions.factories import FEW
from tests.positions.model.test_handling import HANDLINGS


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


def test_a_name_says_how_the_file_may_be_handled(small: Dossier) -> None:
    """Mark, status and embargo travel with the file; a dossier that says nothing has the name it had."""
    handling = Handling(mark="TLP:AMBER+STRICT", status="draft", embargo_until="2031-12-01")
    marked = small.model_copy(update={"handling": handling})
    name = file_name(view_of(marked), "matrix", "csv")

    assert name.endswith(f"_v{small.data_version}_TLP-AMBER-STRICT-draft-embargo-2031-12-01.csv")
    assert file_name(view_of(small), "matrix", "csv") in name.replace(handling_part(marked), "")


@FEW
@given(HANDLINGS, st.text(max_size=120), st.sampled_from(["csl.json", "manifest.json"]))
def test_no_name_is_too_long_or_unsafe(handling: Handling, shown: str, suffix: str) -> None:
    """Whatever the mark says, in whatever script: at most 255 bytes, and signs that every system takes."""
    longest = {"id": "x" * 80, "handling": handling, "data_version": "8" * 8}
    dossier = hostile_dossier().model_copy(update=longest)
    name = file_name(view_of(dossier), shown, suffix)

    assert len(name.encode()) <= 255
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.")

"""Links come through mail programs, trackers and sentences as the views that they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.address import address_of, selection_at
from positions.mended_address import mended
from positions.reading.dossier import load_dossier
from positions.selection import default_selection
from tests.positions.factories import MANY

_SIGNS = st.text(alphabet="ab.,%25;:)2C-2", max_size=12)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ({"dossier": "istanbul-2022", "utm_source": "mail", "fbclid": "x"}, {"dossier": "istanbul-2022"}),
        ({"dossier": "a", "amp;day": "2022-03-29"}, {"dossier": "a", "day": "2022-03-29"}),
        ({"amp;amp;day": "2022-03-29"}, {"day": "2022-03-29"}),
        ({"day": "2022-03-29", "amp;day": "2022-04-05"}, {"day": "2022-03-29"}),
        ({"parties": "russia%2Cukraine"}, {"parties": "russia,ukraine"}),
        ({"parties": "russia%252Cukraine"}, {"parties": "russia,ukraine"}),
        ({"dossier": "istanbul%2D2022"}, {"dossier": "istanbul-2022"}),
        ({"day": "2022-03-29)."}, {"day": "2022-03-29"}),
        ({"issues": "crimea,donbas,"}, {"issues": "crimea,donbas"}),
        ({"cell": "russia.crimea>"}, {"cell": "russia.crimea"}),
        ({"text": "100%25 (sure)."}, {"text": "100%25 (sure)."}),
    ],
)
def test_damage_of_the_way_is_mended(query: dict[str, str], meant: dict[str, str]) -> None:
    """Each kind of damage that mail programs and trackers do, and what was meant."""
    assert mended(query) == meant


@MANY
@given(st.dictionaries(st.sampled_from(["day", "amp;day", "parties", "utm_term", "text"]), _SIGNS))
def test_mending_twice_changes_nothing_more(query: dict[str, str]) -> None:
    """What is mended is whole."""
    once = mended(query)

    assert mended(once) == once


@pytest.mark.parametrize("name", ["istanbul-2022", "ukraine-2014-2026"])
def test_an_undamaged_address_is_left_alone(name: str) -> None:
    """Every parameter of a view that has chosen something comes back as it was."""
    dossier = load_dossier(name)
    chosen = {
        "parties": ",".join(party.id for party in dossier.parties[:2]),
        "issues": ",".join(issue.id for issue in dossier.issues[:3]),
        "cell": f"{dossier.parties[0].id}.{dossier.issues[0].id}",
        "weights": f"{dossier.issues[0].id}:0.5",
        "text": "100%25, or so.",
        "span": "90",
    }
    selection, unread = selection_at(chosen, dossier)
    address = address_of(selection, dossier)

    assert unread is None
    assert selection != default_selection(dossier)
    assert set(chosen) <= set(address)
    assert mended(address) == address

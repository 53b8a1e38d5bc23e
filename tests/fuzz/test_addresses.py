"""Random addresses: each is a view of the dossier, and what could not be read is one sentence."""

from __future__ import annotations

from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from positions.address import NAMES, address_of, mended, selection_at
from positions.model.errors import UnknownDossier
from positions.reading.dossier import bundled_dossiers, dossier_folder, load_dossier
from positions.selection import Selection
from tests.conftest import SMALL
from tests.fuzz import PIECES, cases

KNOWN = load_dossier(SMALL)
IDS = [
    *(party.id for party in KNOWN.parties),
    *(issue.id for issue in KNOWN.issues),
    *(source.id for source in KNOWN.sources),
]
ODD = ("2031-05-11", ".", ":", "%25", "%2C", "²", "١", "1e5", "inf")
PARTS = st.sampled_from([*PIECES, *IDS, *ODD]) | st.text(max_size=6)
WRITTEN = st.lists(PARTS, max_size=5).map("".join) | st.dates().map(str)
QUERIES = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=6), WRITTEN, max_size=8)


@cases(150, 12_000)
@given(query=QUERIES)
def test_any_address_is_a_view(query: dict[str, str]) -> None:
    """What is not known is left out and told; what remains is a view whose own address leads to it again."""
    selection, sentence = selection_at(mended(query), KNOWN)
    again, _ = selection_at(address_of(selection, KNOWN), KNOWN)

    assert isinstance(selection, Selection)
    assert sentence is None or sentence.startswith("Part of this link could not be read")
    assert again == selection


@cases(80, 5_000)
@given(written=st.text(max_size=120) | WRITTEN)
def test_any_query_string_is_a_view(written: str) -> None:
    """So is whatever stands behind the question mark, as a browser takes it apart."""
    query = dict(parse_qsl(written, keep_blank_values=True))

    assert isinstance(selection_at(mended(query), KNOWN)[0], Selection)


@cases(60, 3_000)
@given(name=st.lists(PARTS, max_size=4).map("".join) | st.text(max_size=300))
def test_any_name_is_a_dossier_or_unknown(name: str) -> None:
    """A name from an address leads to a folder, or to the list of those that are here."""
    try:
        answer: object = dossier_folder(name).is_dir()
    except UnknownDossier as unknown:
        answer = all(known in str(unknown) for known in bundled_dossiers())

    assert answer is True

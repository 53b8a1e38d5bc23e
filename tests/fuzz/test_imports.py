"""Whatever stands in a table or its mapping, reading them ends with a dossier or with findings."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from positions.importing.mapping_file import located_mapping
from positions.importing.table import import_table
from positions.model.errors import DossierError
from tests.positions.factories import MODEST
from tests.positions.importing.made_tables import (
    coded_statements,
    csv_bytes,
    expert_survey,
    mapping_of,
    voting_advice,
)

TABLES = (voting_advice(3, 2), coded_statements(6), expert_survey(3, 2))


@given(st.data(), st.binary(max_size=6))
@MODEST
def test_a_damaged_table_never_ends_in_a_traceback(data: st.DataObject, junk: bytes) -> None:
    """Bytes put in any place of a sound table are read as what they are, or told."""
    made = data.draw(st.sampled_from(TABLES))
    raw = csv_bytes(made.lines)
    place = data.draw(st.integers(0, len(raw)))
    left_out = data.draw(st.integers(0, 9))

    with suppress(DossierError):
        found = import_table(
            raw[:place] + junk + raw[place + left_out :], mapping_of(made.mapping), "table.csv"
        )
        assert found.read == len(found.dossier.statements)


@given(
    st.data(),
    st.sampled_from(["{", "}", "[", ":", "-", "'", '"', "1", "x", "\n", " ", "null", "{issue}", "~"]),
)
@MODEST
def test_a_damaged_mapping_never_ends_in_a_traceback(data: st.DataObject, junk: str) -> None:
    """A sign put in, or a stretch left out, anywhere in a mapping is read or told, and so is what follows."""
    made = data.draw(st.sampled_from(TABLES))
    place = data.draw(st.integers(0, len(made.mapping)))
    left_out = data.draw(st.integers(0, 30))
    text = made.mapping[:place] + junk + made.mapping[place + left_out :]

    with suppress(DossierError):
        found = import_table(
            csv_bytes(made.lines), located_mapping(text.encode(), "mapping.yaml").mapping, "table.csv"
        )
        assert found.read == len(found.dossier.statements)


@given(st.binary(max_size=40))
@MODEST
def test_any_bytes_are_a_table_or_told(raw: bytes) -> None:
    """What is no table at all is a finding."""
    with suppress(DossierError):
        found = import_table(raw, mapping_of(TABLES[0].mapping), "table.csv")
        assert found.read

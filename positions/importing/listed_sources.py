"""The sources of a table in a list of references beside its mapping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from positions.model.errors import DossierError
from positions.model.sources import Source
from positions.reading.encoding import decoded_text
from positions.reading.located import Located
from positions.reading.mended_sources import mended_sources
from positions.reading.records import completed_records
from positions.reading.source_lists import located_sources


def with_listed_sources(mapping: Located, file: str, raw: bytes, answers: Mapping[str, str]) -> Located:
    """The mapping with the sources of a list, in its order; what was mended to read them is told with it.

    Raises DossierError for faults of the list, for questions about its days that have no answer yet, and
    where the mapping has sources itself.
    """
    if "sources" in mapping.value:
        found = f"sources here and in {file}"
        raise DossierError([mapping.finding(("sources",), "sources", found, "one of the two")])
    decoded = decoded_text(raw, file)
    mended = mended_sources(located_sources(decoded.text, file), answers)
    sources, faults = completed_records(mended.located, Source)
    repairs = (*decoded.repairs, *mended.located.repairs)
    if faults or decoded.findings or mended.questions:
        raise DossierError([*decoded.findings, *faults], repairs, mended.questions)
    records = [
        one.model_dump(mode="json", by_alias=True, exclude_defaults=True) for one in sources.records.values()
    ]
    return replace(mapping, value={**mapping.value, "sources": records}, repairs=(*mapping.repairs, *repairs))

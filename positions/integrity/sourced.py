"""Rules for sources.json: what is said of outlets, by one measure for all."""

from __future__ import annotations

from collections.abc import Iterator

from positions.integrity.draft import Draft
from positions.model.errors import Finding
from positions.model.sources import site_of


def one_site_bears_one_flag(draft: Draft) -> Iterator[Finding]:
    """What is said of an outlet is said of each of its pages: the first page of a site sets the rule."""
    flags: dict[str, str | None] = {}
    for place, source in draft.listed_sources("URL", "custom.outlet_flag"):
        site = site_of(source.url)
        flag = flags.setdefault(site, source.custom.outlet_flag) if site else source.custom.outlet_flag
        if source.custom.outlet_flag != flag:
            expected = f"{flag or 'empty'}, as for the first source at {site}"
            yield draft.in_source(place, "custom.outlet_flag", source.custom.outlet_flag, expected)

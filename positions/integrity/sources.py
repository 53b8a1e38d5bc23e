"""Rules for sources.json: what is said of outlets, by one measure for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from positions.integrity.draft import Draft
from positions.model.errors import Finding
from positions.model.sources import SOURCE_TYPES, site_of
from positions.reading.names import TYPE_NAMES


def types_are_known(draft: Draft) -> Iterator[Finding]:
    """The kind of a source is one of those that reference managers know."""
    for place, source in draft.listed_sources("type"):
        if source.type not in SOURCE_TYPES:
            expected = (
                "a kind of source in CSL: article-newspaper, webpage, report, speech, treaty or another"
            )
            finding = draft.in_source(place, "type", source.type, expected)
            yield replace(finding, nearest=TYPE_NAMES.nearest(source.type))


def one_site_bears_one_flag(draft: Draft) -> Iterator[Finding]:
    """What is said of an outlet is said of each of its pages: the first page of a site sets the rule."""
    flags: dict[str, str | None] = {}
    for place, source in draft.listed_sources("URL", "custom.outlet_flag"):
        site = site_of(source.url)
        flag = flags.setdefault(site, source.custom.outlet_flag) if site else source.custom.outlet_flag
        if source.custom.outlet_flag != flag:
            expected = f"{flag or 'empty'}, as for the first source at {site}"
            yield draft.in_source(place, "custom.outlet_flag", source.custom.outlet_flag, expected)

"""A mapping file in, a checked mapping out; what its fields must be to each other is told with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from positions.importing.mapping import Columns, TableMapping, Values
from positions.model.errors import DossierError, Finding, Notice
from positions.model.fields import UNDATED
from positions.model.sources import Source
from positions.reading.encoding import decoded_text
from positions.reading.located import Located, Path_, without_text
from positions.reading.mended_sources import mended_sources
from positions.reading.records import completed_record, completed_records
from positions.reading.source_lists import located_sources
from positions.reading.yaml_text import located_yaml

PLACEHOLDERS = {"issue": "{issue}", "party": "{party}"}
_OTHER = {"issue": "party", "party": "issue"}
# Where, what was found, what was expected; of what may be there once also where the first of them stands.
Fault = tuple[Path_, str | None, str] | tuple[Path_, str | None, str, Path_]


@dataclass(frozen=True)
class LocatedMapping:
    """A checked mapping, and the file with the lines that it was read from."""

    mapping: TableMapping
    located: Located

    def notices(self, places: Iterable[tuple[Path_, str]]) -> list[Notice]:
        """What is told of places of the mapping, each with its line."""
        located = self.located
        return [Notice(located.file, located.line(path), _dotted(path), words) for path, words in places]


def located_mapping(
    raw: bytes,
    name: str,
    listed: tuple[str, bytes] | None = None,
    answers: Mapping[str, str] = MappingProxyType({}),
) -> LocatedMapping:
    """The mapping in a YAML file with its lines; its sources may be `listed` in a file, by name and bytes.

    `answers` are those to questions about days of that file.
    """
    decoded = decoded_text(raw, name)
    if decoded.findings or not decoded.text.strip():
        raise DossierError(list(decoded.findings)) if decoded.findings else without_text(name)
    located = located_yaml(decoded.text, name)
    if listed:
        located = with_listed_sources(located, *listed, answers)
    stood, findings = completed_record(located, TableMapping)
    faulty = {str(path[0]) for path in stood.unsure if path}
    if stood.record is not None:  # a rule is held against what is written alone, not against a stand-in
        sound = (rule for rule, fields in _RULES.items() if faulty.isdisjoint(fields))
        findings += [_finding(located, *fault) for rule in sound for fault in rule(stood.record)]
    if findings or stood.record is None:
        raise DossierError(findings)
    return LocatedMapping(stood.record, located)


def spread_over(columns: Columns) -> str | None:
    """Of a wide table what has a column each, "issue" or "party"; None where the mapping does not say."""
    held = [name for name, sign in PLACEHOLDERS.items() if sign in (columns.value or "")]
    return held[0] if len(held) == 1 else None


def _finding(
    located: Located, path: Path_, found: str | None, expected: str, first: Path_ | None = None
) -> Finding:
    line = located.line(first) if first else None
    earlier = (located.file, line) if line is not None else None
    return Finding(located.file, located.line(path), _dotted(path), found, expected, earlier=earlier)


def _dotted(path: Path_) -> str:
    return ".".join(part for part in path if isinstance(part, str))


def _a_long_table_has_plain_headings(mapping: TableMapping) -> Iterator[Fault]:
    if mapping.shape != "long":
        return
    for role, heading in mapping.columns:
        if heading and any(sign in heading for sign in PLACEHOLDERS.values()):
            yield ("columns", role), heading, "a heading; {issue} and {party} stand in wide tables alone"
    for role in ("party", "issue"):
        if not getattr(mapping.columns, role):
            yield ("columns", role), None, f"the heading of the column that names the {role}"
    if mapping.ignored:
        expected = "empty; of a long table every column that is not named is left out"
        yield ("ignored",), ", ".join(mapping.ignored), expected


def _a_wide_table_says_what_its_columns_are(mapping: TableMapping) -> Iterator[Fault]:
    """A table with as many rows as columns reads both ways, so that neither way is guessed."""
    if mapping.shape != "wide":
        return
    over = spread_over(mapping.columns)
    if over is None:
        expected = (
            'a text with {issue} or {party} in it, braces included: "{issue}" where each row is a party and '
            'each further column an issue, called by its heading ("{issue} (answer)" where a column "Toll '
            '(answer)" holds the issue Toll); "{party}" where each row is an issue; a table does not tell'
        )
        yield ("columns", "value"), mapping.columns.value, expected
        return
    if not getattr(mapping.columns, _OTHER[over]):
        yield ("columns", _OTHER[over]), None, f"the heading of the column that names the {_OTHER[over]}"
    if getattr(mapping.columns, over):
        yield ("columns", over), getattr(mapping.columns, over), f"left out; each {over} is a heading here"
    for role, heading in mapping.columns:
        if heading and PLACEHOLDERS[_OTHER[over]] in heading:
            yield ("columns", role), heading, f"a heading with {PLACEHOLDERS[over]} in it, as in value"


def _a_heading_is_used_once(mapping: TableMapping) -> Iterator[Fault]:
    used: list[tuple[Path_, str]] = [(("columns", role), text) for role, text in mapping.columns if text]
    used += [(("ignored", place), heading) for place, heading in enumerate(mapping.ignored)]
    yield from _repeated(used, "a heading that nothing else here names")


def _values_are_codes_or_numbers(mapping: TableMapping) -> Iterator[Fault]:
    for path, values in _all_values(mapping):
        if (values.codes is None) == (values.ends is None):
            found = None if values.codes is None else "both codes and ends"
            yield path, found, "codes with labels, or ends, one of the two"
        if (values.codes is None) != (values.labels is None):
            yield (*path, "labels"), "one of them alone", "both codes and labels, or neither"
        if values.ends and values.ends.low >= values.ends.high:
            expected = f"more than low, {values.ends.low}; turn a scale around with reversed: true"
            yield (*path, "ends", "high"), str(values.ends.high), expected
        last = len(values.labels or ()) - 1
        for code, step in (values.codes or {}).items():
            if values.labels and step > last:
                yield (*path, "codes", code), str(step), f"a step that has a label, 0 to {last}"
            if code in mapping.missing:
                yield (*path, "codes", code), code, "a code that is not under missing"


def _values_have_a_meaning(mapping: TableMapping) -> Iterator[Fault]:
    told = mapping.values or (mapping.issues and all(one.values for one in mapping.issues))
    if mapping.columns.value and not told:
        yield ("values",), None, "codes with labels, or ends: what the values of the table mean"


def _what_no_column_says_is_said_here(mapping: TableMapping) -> Iterator[Fault]:
    for name in ("mode", "confidence", "coder", "day"):
        if not getattr(mapping.columns, name) and getattr(mapping.defaults, name) is None:
            yield ("defaults", name), None, f"a value for every row, or a column of it: columns.{name}"


def _something_has_a_day(mapping: TableMapping) -> Iterator[Fault]:
    """Without any day a dossier would have no period; the day of publication is enough."""
    published = any(source.issued_on for source in mapping.sources)
    if not mapping.columns.day and mapping.defaults.day == UNDATED and not published:
        yield ("sources", 0, "issued"), None, "when it was published, for nothing in the table has a day"


def _names_are_written_once(mapping: TableMapping) -> Iterator[Fault]:
    for kind in ("parties", "issues", "sources"):
        records = getattr(mapping, kind)
        for field in ("as_written", "id"):
            held = [(place, getattr(one, field, None)) for place, one in enumerate(records)]
            named = [((kind, place, field), name) for place, name in held if name]
            yield from _repeated(named, f"used once in {kind}")


def _repeated(named: Iterable[tuple[Path_, str]], expected: str) -> Iterator[Fault]:
    seen: dict[str, list[Path_]] = {}
    for path, name in named:
        places = seen.setdefault(name, [])
        places.append(path)
        if len(places) == 2:
            yield path, name, expected, places[0]


def _all_values(mapping: TableMapping) -> Iterator[tuple[Path_, Values]]:
    if mapping.values:
        yield ("values",), mapping.values
    for place, issue in enumerate(mapping.issues):
        if issue.values:
            yield ("issues", place, "values"), issue.values


# Each with the fields that it looks at.
_RULES: dict[Callable[[TableMapping], Iterator[Fault]], tuple[str, ...]] = {
    _a_long_table_has_plain_headings: ("shape", "columns", "ignored"),
    _a_wide_table_says_what_its_columns_are: ("shape", "columns"),
    _a_heading_is_used_once: ("columns", "ignored"),
    _values_are_codes_or_numbers: ("values", "issues", "missing"),
    _values_have_a_meaning: ("values", "issues", "columns"),
    _what_no_column_says_is_said_here: ("columns", "defaults"),
    _something_has_a_day: ("columns", "defaults", "sources"),
    _names_are_written_once: ("parties", "issues", "sources"),
}


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

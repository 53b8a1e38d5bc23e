"""Which column of a table holds what, read from its headings by the patterns of a mapping."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from positions.importing.mapping import TableMapping
from positions.importing.mapping_file import PLACEHOLDERS, spread_over
from positions.model.errors import DossierError, Finding, Repair
from positions.reading.heads import LOOKED_THROUGH, above_heads
from positions.reading.located import Rows

JOINED = " / "  # between a heading of the first line and one of the second


@dataclass(frozen=True)
class Headings:
    """The columns of a table by role; `spread` are those that an issue, or a party, has for itself.

    `texts` are the headings as they are written, joined where there are two lines of them; `unused` are
    those that the mapping does not name.
    """

    texts: tuple[str, ...]
    roles: Mapping[str, int]
    spread: Mapping[str, Mapping[str, int]]
    only: Mapping[str, int]
    unused: tuple[str, ...]

    def column(self, role: str, value: int) -> int | None:
        """The column, from 1 on, of a role beside that of a value; None where there is none."""
        own = next((roles for roles in self.spread.values() if roles["value"] + 1 == value), {})
        place = own.get(role, self.roles.get(role))
        return None if place is None else place + 1

    def columns(self, roles: Collection[str]) -> frozenset[int]:
        """The columns, from 1 on, of these roles, for all issues and parties."""
        every = (self.roles, *self.spread.values())
        return frozenset(place + 1 for one in every for role, place in one.items() if role in roles)


def headings_of(rows: Rows, mapping: TableMapping, file: str) -> Headings:
    """The columns that the mapping names. Raises DossierError for one that is missing or there twice."""
    if len(rows) <= mapping.header_lines:
        expected = f"{mapping.header_lines} lines of headings and rows below them"
        raise DossierError([Finding(file, None, "", f"{len(rows)} rows", expected)])
    line = rows[0][0]
    texts = joined_headings([cells for _, cells in rows[: mapping.header_lines]])
    plain = _plain(mapping)
    named = plain_headings(mapping)
    spread, findings = _spread(texts, mapping, named)
    findings += list(_missing(texts, plain | {text: text for text in (*mapping.ignored, *mapping.only)}))
    if findings:
        raise DossierError([Finding(file, line, *finding, row=True) for finding in findings])
    used = {column for columns in spread.values() for column in columns.values()}
    return Headings(
        texts=tuple(texts),
        roles={role: texts.index(text) for role, text in plain.items()},
        spread=spread,
        only={text: texts.index(text) for text in mapping.only},
        unused=tuple(text for n, text in enumerate(texts) if text and n not in used and text not in named),
    )


def plain_headings(mapping: TableMapping) -> list[str]:
    """The headings that the mapping names as they are written, without a place for an issue or party."""
    return [*_plain(mapping).values(), *mapping.ignored, *mapping.only]


def _plain(mapping: TableMapping) -> dict[str, str]:
    return {role: text for role, text in mapping.columns if text and not _is_pattern(text)}


def called_as_spread(mapping: TableMapping, headings: Headings) -> TableMapping:
    """The mapping in which an issue or party that is called by the whole heading of its values is known.

    One that has an entry under its own name too stays as it is written.
    """
    kind = {"issue": "issues", "party": "parties"}.get(spread_over(mapping.columns) or "")
    if kind is None:
        return mapping
    keys = {headings.texts[roles["value"]]: key for key, roles in headings.spread.items()}
    entries = getattr(mapping, kind)
    taken = {one.as_written for one in entries}
    meant = {
        heading: key for heading, key in keys.items() if heading not in headings.spread and key not in taken
    }
    found = tuple(
        one.model_copy(update={"as_written": meant.get(one.as_written, one.as_written)}) for one in entries
    )
    return mapping.model_copy(update={kind: found})


def joined_headings(lines: Sequence[Sequence[str]]) -> list[str]:
    """A heading for each column, "first / second"; where the first is empty, that of the one to its left."""
    width = max(map(len, lines))
    padded = [[*(cell.strip() for cell in cells), *[""] * (width - len(cells))] for cells in lines]
    if len(padded) == 1:
        return padded[0]
    group, found = "", []
    for first, second in zip(*padded, strict=True):
        group = first or group if second else first
        found.append(JOINED.join(part for part in (group, second) if part))
    return found


def _is_pattern(text: str) -> bool:
    return any(sign in text for sign in PLACEHOLDERS.values())


def _patterns(mapping: TableMapping) -> dict[str, str]:
    return {role: text for role, text in mapping.columns if text and _is_pattern(text)}


def _missing(texts: list[str], named: Mapping[str, str]) -> Iterator[tuple[str, str | None, str]]:
    for text in dict.fromkeys(named.values()):
        if text not in texts:
            headings = ", ".join(filter(None, texts))
            yield "", text, f"one of the headings {headings}{_nearest_heading(text, texts)}"
        elif texts.count(text) > 1:
            yield text, f"{texts.count(text)} columns of that heading", "a heading used once"


def _spread(
    texts: list[str], mapping: TableMapping, named: Sequence[str]
) -> tuple[dict[str, dict[str, int]], list[tuple[str, str | None, str]]]:
    """By issue, or party, the column of each role, in the table's order, and what is wrong with them."""
    over = spread_over(mapping.columns)
    if mapping.shape == "long" or over is None:
        return {}, []
    patterns = _patterns(mapping)
    found: dict[str, dict[str, int]] = {}
    findings: list[tuple[str, str | None, str]] = []
    for column, text in enumerate(texts):
        match = None if text in named else _match(text, patterns, PLACEHOLDERS[over])
        if match is None:
            continue
        role, key = match
        if role in found.setdefault(key, {}):
            findings.append((text, "2 columns of that heading", "a heading used once"))
        found[key][role] = column
    for key, roles in found.items():
        if "value" not in roles:
            lacking = mapping.columns.value or ""
            expected = f"a column of the values beside it, {lacking.replace(PLACEHOLDERS[over], key)}"
            findings.append((texts[next(iter(roles.values()))], None, expected))
    if not found:
        findings.append(("", None, f"columns with headings like {mapping.columns.value}"))
    held = {role for roles in found.values() for role in roles}
    for role, pattern in patterns.items() if found else ():
        if role not in held:
            near = _nearest_heading(pattern.replace(PLACEHOLDERS[over], next(iter(found))), texts)
            findings.append(("", pattern, f"like any of the headings {', '.join(filter(None, texts))}{near}"))
    return found, findings


def _has_spread(texts: Sequence[str], mapping: TableMapping, named: Collection[str]) -> bool:
    """Whether a heading is that of an issue or party; True where the mapping asks for none."""
    over = spread_over(mapping.columns)
    if mapping.shape == "long" or over is None:
        return True
    patterns = _patterns(mapping)
    return any(text not in named and _match(text, patterns, PLACEHOLDERS[over]) for text in texts)


def _nearest_heading(wanted: str, texts: list[str]) -> str:
    near = difflib.get_close_matches(wanted, texts, n=1)
    return f"; nearest: {near[0]}" if near else ""


def _match(text: str, patterns: Mapping[str, str], sign: str) -> tuple[str, str] | None:
    """The role and the issue or party of a heading, by the pattern that says most of it."""
    for role, pattern in sorted(patterns.items(), key=lambda one: (-len(one[1]), one[0])):
        before, _, after = pattern.partition(sign)
        if found := re.fullmatch(f"{re.escape(before)}(.+){re.escape(after)}", text):
            return role, found.group(1).strip()
    return None


def below_titles(rows: Rows, mapping: TableMapping, file: str) -> tuple[Rows, list[Repair]]:
    """The rows from the headings on: the first row, or the first one below it that has all that are named.

    Where headings have a place for an issue or party, one of them is there, too. Where no row is like that
    the rows stay as they are.
    """
    named = set(plain_headings(mapping))
    for place in range(min(LOOKED_THROUGH, len(rows))) if named else ():
        lines = [cells for _, cells in rows[place : place + mapping.header_lines]]
        texts = joined_headings(lines)
        if named <= {*texts} and _has_spread(texts, mapping, named):
            return rows[place:], above_heads(rows, place, file)
    return rows, []

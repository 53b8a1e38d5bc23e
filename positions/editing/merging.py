"""Changes of records written into a file that a person wrote: comments, order and layout of the rest stay."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

_NAMES = ("id", "step", "since")  # what tells the records of one list apart, the first that all of them have
_SPACE = " \t\r\n"
_NUMBERS = re.compile(r"\[\n\s*\[[\s\d,]*\](?:,\s*\[[\s\d,]*\])*\s*\]")  # the days of CSL-JSON


def merged_yaml(text: str, old: Any, new: Any) -> str:
    """The text of dossier.yaml with what differs between two trees of plain values written into it.

    `old` is what the text says in other words: what is the same in both is not touched. Line ends stay.
    """
    # Late, because only who changes a table needs it.
    from ruamel.yaml import YAML  # noqa: PLC0415
    from ruamel.yaml.resolver import VersionedResolver  # noqa: PLC0415
    from ruamel.yaml.util import load_yaml_guess_indent  # noqa: PLC0415

    class Texts(VersionedResolver):
        """Every value is a text, as reading has it, so that none is written in another way."""

        versioned_resolver: dict[str, Any] = {}  # noqa: RUF012 - as ruamel.yaml declares it

    _, indent, offset = load_yaml_guess_indent(text)
    round_trip = YAML()
    round_trip.Resolver = Texts
    round_trip.preserve_quotes = True
    round_trip.width = 1_000_000  # lines are as long as they were
    round_trip.indent(mapping=2, sequence=indent or 2, offset=offset or 0)
    tree = round_trip.load(text.replace("\r\n", "\n"))
    _merge(tree, _texts(old), _texts(new))
    written = io.StringIO()
    round_trip.dump(tree, written)
    return written.getvalue().replace("\n", "\r\n") if "\r\n" in text else written.getvalue()


def merged_json(text: str, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> str:
    """The text of sources.json with what differs between two lists; other records stay letter by letter."""
    start = text.index("[") + 1
    lead = text[start : len(text) - len(text[start:].lstrip(_SPACE))]
    records = list(_records(text))
    end = text[len(text[: text.rindex("]")].rstrip(_SPACE)) :]
    tree = [json.loads(one) for one in records]
    before = {one["id"]: (json.loads(written), written) for one, written in zip(tree, records, strict=True)}
    _merge(tree, old, new)
    margin = lead.rpartition("\n")[2]
    kept = []
    for one in tree:
        same, written = before.get(one["id"], (None, ""))
        if same != one:
            written = json.dumps(one, ensure_ascii=False, indent=len(margin) or None)
            written = _NUMBERS.sub(_on_one_line, written).replace("\n", f"\n{margin}")
        kept.append(written)
    return text[:start] + lead + f",{lead or ' '}".join(kept) + end


def _on_one_line(days: re.Match[str]) -> str:
    return json.dumps(json.loads(days[0]))


def _records(text: str) -> Iterator[str]:
    """Each record of a list in JSON as it is written."""
    decoder, place = json.JSONDecoder(), text.index("[") + 1
    while (place := len(text) - len(text[place:].lstrip(_SPACE + ","))) < text.rindex("]"):
        _, end = decoder.raw_decode(text, place)
        yield text[place:end]
        place = end


def _texts(value: Any) -> Any:
    """The same with every value as the text that dossier.yaml has for it."""
    if isinstance(value, dict):
        return {name: _texts(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_texts(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _merge(node: Any, old: Any, new: Any) -> None:
    """Write into a mapping or a list what differs between the two; both are of its kind."""
    if isinstance(new, dict):
        _merge_fields(node, old, new)
    else:
        _merge_records(node, old, new)


def _merge_fields(node: Any, old: dict[str, Any], new: dict[str, Any]) -> None:
    for name in [one for one in old if one not in new and one in node]:
        del node[name]
    for name, value in new.items():
        if value == old.get(name):
            continue
        if _alike(node.get(name), old.get(name), value):
            _merge(node[name], old[name], value)
        else:
            node[name] = value


def _alike(written: Any, old: Any, new: Any) -> bool:
    """Whether what is written can be changed within: mappings, or lists of records that have names."""
    if all(isinstance(one, dict) for one in (written, old, new)):
        return True
    return all(isinstance(one, list) for one in (written, old, new)) and bool(_named(written, old, new))


def _named(*lists: Any) -> str | None:
    """The field that tells the records of all these lists apart; None where there is none."""
    for name in _NAMES:
        names = [[one.get(name) if isinstance(one, dict) else None for one in each] for each in lists]
        if all(None not in each and len(set(each)) == len(each) for each in names):
            return name
    return None


def _merge_records(node: Any, old: list[Any], new: list[Any]) -> None:
    """Change, add and take away records; those that stay keep the order that they have in the file."""
    field = _named(node, old, new) or _NAMES[0]
    wanted = {one[field]: one for one in new}
    known = {one[field]: one for one in old}
    for place in reversed(range(len(node))):
        name = node[place][field]
        if name in known and name not in wanted:
            del node[place]
        elif name in known and known[name] != wanted[name]:
            _merge_fields(node[place], known[name], wanted[name])
    there = {one[field] for one in node}
    for name, record in wanted.items():
        if name not in there:
            node.append(record)

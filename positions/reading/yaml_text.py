"""YAML text in, values with line numbers out; every scalar stays a string.

Strings only, because YAML would turn a party called NO into False and a day into a date.
What a field really is, its pydantic type decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from positions.model.errors import DossierError, Finding
from positions.reading.located import Located, Path_

_DEEPEST = 20


def located_yaml(text: str, file: str) -> Located:
    """The mapping in `text`. Raises DossierError on bad syntax, repeated keys, aliases, depth."""
    node = _node(text, file)
    if not isinstance(node, yaml.MappingNode):
        raise DossierError([Finding(file, 1, "", "this content", "a mapping of field names to values")])
    reader = _Reader(file)
    value = reader.value(node, ())
    if reader.findings:
        raise DossierError(reader.findings)
    return Located(file, value, reader.lines)


def _node(text: str, file: str) -> yaml.Node | None:
    """The tree of `text`; built only once it is known to be shallow and without aliases."""
    try:
        findings = list(_refused(text, file))
        if findings:
            raise DossierError(findings)
        return yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise DossierError([_syntax(error, text, file)]) from None
    except (ValueError, OverflowError):  # from chr(), which PyYAML calls on any \U escape
        found, expected = "an escape such as \\UFFFFFFFF", "the escape of a character that exists"
        raise DossierError([Finding(file, None, "", found, expected)]) from None


def _refused(text: str, file: str) -> Iterator[Finding]:
    """The first place that is too deep, else every alias; unlike `compose`, this does not recurse."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1 if event.start_mark else None
        if depth > _DEEPEST:
            yield Finding(file, line, "", "this depth", f"at most {_DEEPEST} levels deep")
            return
        if isinstance(event, yaml.AliasEvent):
            expected = "written out; aliases are not read"
            yield Finding(file, line, "", f"an alias (*{event.anchor})", expected)


class _Reader:
    """Walks the node tree once, collecting lines and faulty keys."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path_, int] = {}
        self.findings: list[Finding] = []

    def value(self, node: yaml.Node, path: Path_) -> Any:
        """The node as dicts, lists and strings; its lines and faults are kept beside."""
        self.lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        return node.value

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key, child in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._fault(key, "a list or mapping", "the name of a field")
                continue
            if key.value in mapping:
                self._fault(key, key.value, "a field named once")
            mapping[key.value] = self.value(child, (*path, key.value))
            self.lines[(*path, key.value)] = key.start_mark.line + 1
        return mapping

    def _fault(self, node: yaml.Node, found: str, expected: str) -> None:
        self.findings.append(Finding(self.file, node.start_mark.line + 1, "", found, expected))


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Finding:
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Finding(file, line, "", f"character U+{error.character:04X}", "a character of a text")
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "unreadable text"
    return Finding(file, mark.line + 1 if mark else None, "", problem, "valid YAML")

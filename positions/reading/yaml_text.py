"""YAML text in, values with line numbers out; every scalar stays a string.

Strings only, because YAML would turn a party called NO into False and a day into a date.
What a field really is, its pydantic type decides.
"""

from __future__ import annotations

from typing import Any

import yaml

from positions.errors import DossierError, Finding
from positions.reading.located import Located, Path_

_DEEPEST = 20


def located_yaml(text: str, file: str) -> Located:
    """The mapping in `text`. Raises DossierError on bad syntax, repeated keys, aliases, depth."""
    reader = _Reader(file)
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            raise DossierError(
                [Finding(file, None, "", "an alias (*name)", "written out; aliases are not read")]
            )
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise DossierError([_syntax(error, file)]) from None
    if not isinstance(node, yaml.MappingNode):
        raise DossierError([Finding(file, 1, "", "this content", "a mapping of field names to values")])
    value = reader.value(node, ())
    if reader.findings:
        raise DossierError(reader.findings)
    return Located(file, value, reader.lines)


class _Reader:
    """Walks the node tree once, collecting lines and repeated keys."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path_, int] = {}
        self.findings: list[Finding] = []

    def value(self, node: yaml.Node, path: Path_) -> Any:
        self.lines[path] = node.start_mark.line + 1
        if len(path) > _DEEPEST:
            self._fault(node, "this depth", f"at most {_DEEPEST} levels deep")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        return node.value

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key, child in node.value:
            name = str(key.value)
            if name in mapping:
                self._fault(key, name, "a field named once")
            mapping[name] = self.value(child, (*path, name))
        return mapping

    def _fault(self, node: yaml.Node, found: str, expected: str) -> None:
        self.findings.append(Finding(self.file, node.start_mark.line + 1, "", found, expected))


def _syntax(error: yaml.YAMLError, file: str) -> Finding:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "unreadable text"
    return Finding(file, mark.line + 1 if mark else None, "", problem, "valid YAML")

"""JSON text in, records with line numbers out, for the list of sources in CSL-JSON."""

from __future__ import annotations

import json
import re

from positions.model.errors import DossierError, Finding
from positions.reading.json_lines import lines_of
from positions.reading.located import Located

_COMMA_AT_END = re.compile(r",\s*([\]}])")


def located_json_list(text: str, file: str) -> Located:
    """The list of objects in `text`. Raises DossierError on bad syntax or repeated keys."""
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise DossierError([_syntax(error, file)]) from None
    except RecursionError:
        found, expected = "text nested this deeply", "a plain list of sources"
        raise DossierError([Finding(file, None, "", found, expected)]) from None
    except ValueError:  # Python reads no number of more than sys.get_int_max_str_digits() digits
        raise DossierError([Finding(file, None, "", "a number this long", "a shorter number")]) from None
    if not isinstance(values, list):
        raise DossierError([Finding(file, 1, "", _kind(values), "a list of sources, as CSL-JSON is")])
    lines, repeated = lines_of(text)
    if repeated:
        raise DossierError([Finding(file, line, "", key, "a field named once") for key, line in repeated])
    return Located(file, values, lines, entries=True)


def _syntax(error: json.JSONDecodeError, file: str) -> Finding:
    """What is wrong with the text; a comma before a closing bracket is told where it stands."""
    last = len(error.doc[: error.pos].rstrip()) - 1  # older releases stop behind the comma, newer ones at it
    comma = _COMMA_AT_END.match(error.doc, last) or _COMMA_AT_END.match(error.doc, error.pos)
    if comma:
        line = error.doc.count("\n", 0, comma.start()) + 1
        return Finding(
            file, line, "", f"a comma before {comma[1]} at the end", "valid JSON; delete the comma"
        )
    return Finding(file, error.lineno, "", error.msg, "valid JSON")


def _kind(value: object) -> str:
    """What JSON calls a value that is not a list."""
    return "an object" if isinstance(value, dict) else "a single value"

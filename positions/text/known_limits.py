"""The limits that a dossier names, in one short line for a report that has no section of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from positions.text.wording import count_words

_MOST = 130  # characters, about a line on paper; a longer sentence is counted with the others, never cut
_STOP = re.compile(r"[.!?]\s+")
_SHORT = 3  # a stop behind fewer letters, or behind a capital, may be that of an initial or a title


def limits_line(limits: Sequence[str]) -> str:
    """How many limits there are, with the first sentence of the first where it is short; "" for none.

    It says where they stand whole unless it holds all there is.
    """
    if not limits:
        return ""
    counted, first = count_words(len(limits), "limit"), _first_sentence(limits[0])
    one = len(limits) == 1
    elsewhere = f"{'it stands' if one else 'all stand'} whole in the full dossier"
    if not first:
        return f"{counted}; {elsewhere}"
    if one and first == limits[0].strip().rstrip("."):
        return f"{counted}: “{first}”"
    return f"{counted}{'' if one else ', the first'}: “{first}”; {elsewhere}"


def _first_sentence(limit: str) -> str:
    """The first sentence without its full stop; "" where it is long or its end is not sure."""
    sentence = _STOP.split(limit.strip(), maxsplit=1)[0].rstrip(".")
    last = (sentence.split() or [""])[-1]
    is_sure = last.islower() and len(last) >= _SHORT and "." not in last
    return sentence if is_sure and len(sentence) <= _MOST else ""

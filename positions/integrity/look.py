"""What a name looks like: two names of one look cannot be told apart on screen or paper."""

from __future__ import annotations

import unicodedata
from functools import cache


def look(name: str) -> str:
    """The name in one normal form, without capitals and unseen signs, in Latin letters if they look so."""
    composed = unicodedata.normalize("NFKC", name).upper()
    latin = composed if _is_latin(composed) else composed.translate(_latin_look())
    seen = "".join(sign for sign in latin if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", seen.casefold()).split())


def _is_latin(text: str) -> bool:
    return text.isascii() or all("LATIN" in unicodedata.name(sign, "") for sign in text if sign.isalpha())


@cache
def _latin_look() -> dict[int, str]:
    """The letters of other scripts that look like a letter of the English alphabet, as that letter.

    Read from Unicode's table of confusables when a name is not in Latin letters; it takes a quarter second.
    """
    from confusable_homoglyphs.confusables import confusables_data  # noqa: PLC0415

    return {
        ord(sign): target["c"]
        for sign, targets in confusables_data.items()
        if len(sign) == 1 and sign.isalpha() and not sign.isascii()
        for target in targets
        if len(target["c"]) == 1 and target["c"].isascii() and target["c"].isalpha()
    }

"""Names of the files of exports: dossier, what is shown, as-of day and data version in each."""

from __future__ import annotations

import re
from zlib import crc32

from positions.model.dossier import Dossier
from positions.model.handling import Handling
from positions.view import View

_LONGEST_HANDLING = 43  # so that the longest of all names still has 255 bytes
_LONGEST = 80  # letters of a part: a name of a file has at most 255 bytes on every system


def file_name(view: View, shown: str, suffix: str) -> str:
    """The name of a file that shows `shown`: `positions_<dossier>_<shown>_asof-2022-03-29_v<data>.<suffix>`.

    Where the dossier says how it may be handled, mark, status and embargo stand before the suffix.

    Letters, digits, dots and hyphens only, with an underscore between the parts; whatever else
    stands in a part becomes a hyphen. What is longer than a part may be ends in a number made of all of it.
    """
    dossier = view.tables.dossier
    parts = ("positions", dossier.id, shown, f"asof-{view.day.isoformat()}", f"v{dossier.data_version}")
    return f"{'_'.join(_safe(part) for part in parts)}{handling_part(dossier)}.{_safe(suffix)}"


def handling_part(dossier: Dossier) -> str:
    """What file names say of handling, as "_TLP-AMBER-draft-embargo-2026-12-01"; "" for none."""
    found = dossier.handling or Handling()
    embargo = f"embargo {found.embargo_until}" if found.embargo_until else None
    words = " ".join(one for one in (found.mark, found.status, embargo) if one)
    return f"_{_safe(words, _LONGEST_HANDLING)}" if words else ""


def _safe(part: str, longest: int = _LONGEST) -> str:
    safe = re.sub(r"[^A-Za-z0-9.]+|\.{2,}", "-", part).strip(".-")
    if len(safe) <= longest and (safe or not part):
        return safe
    return f"{safe[: longest - 9]}-{crc32(part.encode()):08x}".strip(".-")

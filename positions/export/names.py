"""Names of the files of exports: dossier, what is shown, as-of day and data version in each."""

from __future__ import annotations

import re
from zlib import crc32

from positions.view import View

_LONGEST = 80  # letters of a part: a name of a file has at most 255 bytes on every system


def file_name(view: View, shown: str, suffix: str) -> str:
    """The name of a file that shows `shown`: `positions_<dossier>_<shown>_asof-2022-03-29_v<data>.<suffix>`.

    Letters, digits, dots and hyphens only, with an underscore between the parts; whatever else
    stands in a part becomes a hyphen. What is longer than a part may be ends in a number made of all of it.
    """
    dossier = view.tables.dossier
    parts = ("positions", dossier.id, shown, f"asof-{view.day.isoformat()}", f"v{dossier.data_version}")
    return f"{'_'.join(_safe(part) for part in parts)}.{_safe(suffix)}"


def _safe(part: str) -> str:
    safe = re.sub(r"[^A-Za-z0-9.]+|\.{2,}", "-", part).strip(".-")
    return safe if len(safe) <= _LONGEST else f"{safe[: _LONGEST - 9]}-{crc32(part.encode()):08x}"

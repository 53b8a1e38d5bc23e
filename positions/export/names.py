"""Names of the files that are handed out: dossier, view, as-of day and data version in each."""

from __future__ import annotations

import re

from positions.selection import Selection
from positions.tables import Tables


def file_name(tables: Tables, view: str, selection: Selection, suffix: str) -> str:
    """The name as `positions_<dossier>_<view>_asof-2022-03-29_v<data>.<suffix>`.

    Letters, digits, dots and hyphens only, with an underscore between the parts; whatever else
    stands in a part becomes a hyphen.
    """
    dossier = tables.dossier
    parts = ("positions", dossier.id, view, f"asof-{selection.day.isoformat()}", f"v{dossier.data_version}")
    return f"{'_'.join(_safe(part) for part in parts)}.{_safe(suffix)}"


def _safe(part: str) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "-", part).strip(".-")

"""Names of the files of exports: dossier, what is shown, as-of day and data version in each."""

from __future__ import annotations

import re

from positions.view import View


def file_name(view: View, shown: str, suffix: str) -> str:
    """The name of a file that shows `shown`: `positions_<dossier>_<shown>_asof-2022-03-29_v<data>.<suffix>`.

    Letters, digits, dots and hyphens only, with an underscore between the parts; whatever else
    stands in a part becomes a hyphen.
    """
    dossier = view.tables.dossier
    parts = ("positions", dossier.id, shown, f"asof-{view.day.isoformat()}", f"v{dossier.data_version}")
    return f"{'_'.join(_safe(part) for part in parts)}.{_safe(suffix)}"


def _safe(part: str) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "-", part).strip(".-")

"""Sheets and documents set by Typst, which needs no browser: PNG, SVG and PDF from a briefing."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import font_source_sans_pro
import typst
from pydantic import BaseModel

from components.briefing.content import Briefing
from components.briefing.presets import Preset
from components.theme import PALETTES

Format = Literal["png", "svg"]
_TEMPLATES = Path(__file__).parent / "typst"
_LOCK = Lock()  # the compiler is kept, because reading fonts takes longer than setting a sheet


def sheets(briefing: Briefing, view: str, preset: Preset, form: Format) -> tuple[bytes, ...]:
    """One file per sheet of a view, in order; what does not fit one sheet goes on to the next."""
    content = _content(briefing, view, preset)
    with _LOCK:
        made = _compiler().compile(
            input=_TEMPLATES / "sheet.typ", format=form, ppi=preset.ppi, sys_inputs={"content": content}
        )
    return tuple(made) if isinstance(made, list) else (made,)


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[font_source_sans_pro.font_directory],
    )
    return typst.Compiler(root=_TEMPLATES, font_paths=fonts, ignore_system_fonts=True)


def _content(briefing: Briefing, view: str, preset: Preset) -> str:
    head = briefing.head
    palette = PALETTES["light"]
    page = {
        "width": preset.size[0],
        "height": preset.size[1],
        "margin": preset.points(preset.margin),
        "title": preset.points(preset.type.title),
        "subtitle": preset.points(preset.type.subtitle),
        "least": preset.points(preset.type.body[0]),
        "most": preset.points(preset.type.body[1]),
        "small": preset.points(preset.type.small),
        "foot": preset.points(preset.type.foot),
    }
    made = {
        "view": view,
        "language": "en",
        "page": page,
        "ink": asdict(palette),
        "marks": {k: asdict(v) for k, v in briefing.marks.items()},
        "head": {"title": head.title, "subtitle": f"{head.subject} · {head.evidence}"},
        "foot": f"{head.footer} · {head.licence}",
        "nothing": "Nothing is chosen to be shown.",
        "matrix": asdict(briefing.matrix),
    }
    return json.dumps(made, default=_plain, ensure_ascii=False)


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else str(value)

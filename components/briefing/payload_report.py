"""What the template of a short report is given: its pages with their captions, and what these draw."""

from __future__ import annotations

from components.briefing.captions import page_caption
from components.briefing.content import Briefing
from components.briefing.note_text import change_texts
from components.briefing.payload import as_json, view_content
from components.briefing.presets import Preset
from positions.text.citation import source_cells, title_words


def handed_report(briefing: Briefing, preset: Preset) -> str:
    """The content of a short report for `report.typ`: a page for each section, or all on one."""
    report, first = briefing.report, page_caption(briefing, "finding")
    kinds = ("page",) if report.page else report.sections
    pages = [{"kind": one, "caption": first if report.page else page_caption(briefing, one)} for one in kinds]
    shown = set(report.sections)
    content: dict[str, object] = {
        one: view_content(briefing, one, preset) for one in ("matrix", "ranges", "pairs") if one in shown
    }
    sources = [(*source_cells(one), title_words(one)) for one in briefing.codebook.sources]
    told = {
        "pages": pages,
        "key": briefing.key,
        "matrix_rank": briefing.rank,
        "changes": {
            "heads": briefing.moves.heads,
            "rows": [change_texts(one) for one in briefing.moves.changes],
            "title": briefing.moves.title,
            "lines": [one.line for one in briefing.moves.changes],
        },
        "sources": sources,
    }
    return as_json("report", first, briefing, preset, {**content, **told})

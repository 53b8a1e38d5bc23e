"""What the templates of reports are given: pages with their captions, or sections, and what each holds."""

from __future__ import annotations

from components.report.captions import caption, card_caption, page_caption
from components.report.content import Briefing
from components.report.note_text import change_texts
from components.report.presets import Preset
from components.report.records import Note, fields
from components.report.sections import SECTIONS
from components.report.typst.payload import as_json, card_content, card_rooms, view_content
from positions.text.citation import source_cells, source_citation, title_words
from positions.text.scale import coded_heads, coded_rows
from positions.text.wording import issue_title


def report_payload(briefing: Briefing, preset: Preset) -> str:
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
            "compared": briefing.moves.compared,
            "lines": [one.line for one in briefing.moves.changes],
        },
        "sources": sources,
    }
    return as_json("report", first, briefing, preset, {**content, **told})


PARTS = {"premises": "How to read it", "naming": "Names", "licence": "Licence and version"}


def document_payload(briefing: Briefing, preset: Preset) -> str:
    """The content of a report for `document.typ`."""
    head = briefing.head
    shown = briefing.report.sections
    content = {
        name: view_content(briefing, name, preset) for name in briefing.report.views if name != "issue"
    }
    told = {
        "sections": [one for one in shown if _says(briefing, one)],
        "key": briefing.key,
        "names": {**SECTIONS, **PARTS},
        "captions": {name: caption(briefing, name) for name in content},
        "cards": [
            {
                **card_content(card, card_rooms(preset), briefing.marks),
                "caption": card_caption(briefing, card),
            }
            for card in briefing.cards
        ],
        "listings": briefing.listings,
        "changes": _changes(briefing),
        "notes": [_note(note) for note in briefing.notes],
        "codebook": _codebook(briefing),
        "subject": head.subject,
        "day": f"As of {head.as_of_words}",
        "question": head.question,
        "licence": f"{head.licence}. Data version {head.data_version} of the dossier {head.dossier}.",
    }
    return as_json("document", caption(briefing, "matrix"), briefing, preset, {**content, **told})


def _says(briefing: Briefing, section: str) -> bool:
    """Whether a section has anything to tell; one that is drawn says so on its sheet."""
    if section in briefing.listings:
        return bool(briefing.listings[section].told)
    return section != "changes" or bool(briefing.moves.changes)


def _changes(briefing: Briefing) -> dict[str, object]:
    moves = briefing.moves
    rows = [(f"{one.issue_name} · {one.name}", one.before, one.after, one.words) for one in moves.changes]
    return {"heads": moves.heads, "rows": rows}


def _note(note: Note) -> dict[str, object]:
    known = fields(note, "number", "side", "issue", "condition", "citation")
    return {**known, "summary": note.statement.summary}


def _codebook(briefing: Briefing) -> dict[str, object]:
    book = briefing.codebook
    return {
        "issues": [
            {"title": issue_title(issue), "rule": issue.rule}
            | {"heads": coded_heads(issue), "rows": coded_rows(issue)}
            for issue in book.issues
        ],
        "ends": f"Step 0 is {book.low_end}, the last step {book.high_end}; direction carries no merit.",
        **fields(book, "premises", "limits", "naming_note"),
        "sources": [source_citation(source) for source in book.sources],
    }

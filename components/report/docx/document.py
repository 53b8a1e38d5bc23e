"""A report as a text document (DOCX): its sections in order, the matrix on pages that lie across."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from docx.document import Document as Paper
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from components.report.content import Briefing
from components.report.docx.blocks import (
    Lines,
    Run,
    add_bullets,
    add_finding,
    add_mute,
    add_table,
    add_texts,
    headed,
    hold_with_next,
    lay_across,
    named,
    new_paper,
    set_closer,
    text_width,
    write,
)
from components.report.docx.directions import direct_document
from components.report.docx.figures import add_figure
from components.report.docx.matrix import add_matrix
from components.report.docx.text import add_codebook, add_limits, add_sources, add_text
from components.report.listings import LISTINGS
from components.report.note_text import (
    COMPARED,
    FARTHEST,
    MOST_LINES,
    change_texts,
    claim_text,
    left_out,
    pair_text,
)
from components.report.packages import without_clock
from components.report.scale_records import IssueCard, Moves
from components.report.sections import SECTIONS
from components.sheet.words import record_table
from positions.text.labels import NOT_COMPARED
from positions.text.robustness import HEADS, OUTCOME_HEADS
from positions.text.wording import issue_title

_FEWEST = 4  # parts, from which on a reader looks for a way through them
_FIRST_ID = 1_000_000  # of the bookmarks of headings, beyond those of footnotes


def add_contents(paper: Paper) -> None:
    """Set the names of all parts before the first of them, in order; nothing in a document of few parts."""
    headings = [one for one in paper.paragraphs if one._p.style == "Heading1"]
    if len(headings) < _FEWEST:
        return
    runs = [Run("Contents: ", bold=True)]
    for place, heading in enumerate(headings, start=1):
        _mark(heading, _FIRST_ID + place, f"part{place}")
        runs += [Run(" · ", mute=True)] if place > 1 else []
        runs.append(Run(heading.text, anchor=f"part{place}"))
    write(headings[0].insert_paragraph_before(), runs)


def _mark(heading: Paragraph, number: int, name: str) -> None:
    """Put a bookmark around the words of a heading."""
    for tag, place in (("bookmarkStart", 0), ("bookmarkEnd", 1)):
        made: Any = OxmlElement(f"w:{tag}")
        made.set(qn("w:id"), str(number))
        if place == 0:
            made.set(qn("w:name"), name)
            heading._p.insert(1 if heading._p.pPr is not None else 0, made)
        else:
            heading._p.append(made)


def document(briefing: Briefing) -> bytes:
    """The document as DOCX on A4; the as-of day stands as its day of making, so that bytes do not change."""
    paper, written = new_paper(briefing.head), io.BytesIO()
    lay_across(paper, across="matrix" in briefing.report.sections)
    _add_head(paper, briefing)
    for section in briefing.report.sections:
        _SECTIONS[section](paper, briefing)
        if section == "matrix" and section != briefing.report.sections[-1] and not briefing.report.page:
            _turn(paper)
    if briefing.report.page:
        set_closer(paper)
    else:
        add_contents(paper)
    direct_document(paper)
    paper.save(written)
    return without_clock(written.getvalue(), briefing.head.as_of)


def _turn(paper: Paper) -> None:
    """The rest stands upright, for figures are as high as such a page."""
    paper.add_section(WD_SECTION.NEW_PAGE)
    lay_across(paper, across=False)


def _add_head(paper: Paper, briefing: Briefing) -> None:
    head = briefing.head
    write(paper.add_paragraph(), (Run(f"{head.subject} · as of {head.as_of_words}", bold=True),))
    paper.add_paragraph(head.title, style="Title").paragraph_format.space_after = Pt(4)
    add_mute(paper, head.measure)
    if not briefing.report.page:
        paper.add_paragraph(head.question)


def _add_finding(paper: Paper, briefing: Briefing) -> None:
    """What to take away, head by head."""
    for one in briefing.key:
        paper.add_heading(one.head, 2)
        add_bullets(paper, one.lines)


def _add_text(paper: Paper, briefing: Briefing) -> None:
    """The view in words, with the footnotes to which the cells lead."""
    add_text(paper, briefing.text)


def _add_ranges(paper: Paper, briefing: Briefing) -> None:
    """Who stands where on each scale, drawn and in sentences."""
    paper.add_heading(SECTIONS["ranges"], 1)
    add_figure(paper, briefing, "ranges")
    add_bullets(paper, briefing.gaps.sentences)


def _add_pairs(paper: Paper, briefing: Briefing) -> None:
    """Every pair of each issue with what else of the two touches."""
    paper.add_heading(SECTIONS["pairs"], 1)
    rows = [row for card in briefing.cards if card.issue.scale for row in _gap_rows(card)]
    if rows:
        heads = headed(f"Issue, {FARTHEST.lower()}", "Pair", "Gap")
        add_table(paper, [Mm(44), Mm(44), Mm(text_width(paper) - 88)], heads, rows)
    if briefing.gaps.overall:
        add_mute(paper, briefing.gaps.overall)


def _add_robustness(paper: Paper, briefing: Briefing) -> None:
    """In how many variants the finding holds, what changes it, what comes out, and every variant."""
    found = briefing.robustness
    paper.add_heading(SECTIONS["robustness"], 1)
    add_bullets(paper, (*found.sentences, *found.removals))
    if found.rows:
        add_texts(paper, (0.6, 0.22, 0.18), OUTCOME_HEADS, found.outcomes)
        add_texts(paper, (0.14, 0.2, 0.2, 0.3, 0.16), HEADS, [row.texts for row in found.rows])


def _add_listing(section: str, paper: Paper, briefing: Briefing) -> None:
    """A section in sentences, under the heads of its groups."""
    listing = briefing.listings[section]
    if listing.told:
        paper.add_heading(SECTIONS[section], 1)
    add_bullets(paper, listing.told)
    for name, entries in listing.groups:
        if name:
            paper.add_heading(name, 2)
        for one in entries:
            lead = (Run(f"{one.lead}: ", bold=True),) if one.lead else ()
            write(paper.add_paragraph(style="List Bullet"), (*lead, Run(one.words)))


def _gap_rows(card: IssueCard) -> Iterator[tuple[Lines, Lines, Lines]]:
    """A row per pair, the first with the widest gap of the issue; one row where nobody is compared."""
    gap = named(card.issue.name, card.gap.size, *card.gap.lines)
    if not card.pairs:
        yield gap, ((Run(""),),), ((Run(NOT_COMPARED, italic=True),),)
    for place, pair in enumerate(card.pairs):
        touch = [(Run(f"{pair.touch}.", mute=True),)] if pair.touch else []
        first = gap if place == 0 else named(card.issue.name)
        yield first, ((Run(pair.pair, bold=True),),), ((Run(f"{pair_text(pair)}."),), *touch)


def _add_issues(paper: Paper, briefing: Briefing) -> None:
    """Issue by issue its finding, what others claim, and the members of each grouping."""
    paper.add_heading(SECTIONS["issue"], 1)
    for card in briefing.cards:
        paper.add_heading(issue_title(card.issue), 2)
        add_finding(paper, card.title, card.measure)
        names = {lane.column.holder: lane.column.name for lane in card.lanes}
        for claim in card.claims:
            told = f"{names[claim.about]}: {claim_text(claim, card.issue)}"
            write(paper.add_paragraph(style="List Bullet"), (Run(told),))
        for lane in card.lanes:
            if lane.cell.members:
                name = paper.add_paragraph()
                write(name, (Run(lane.column.name, bold=True),))
                hold_with_next(name)
            add_bullets(paper, lane.cell.members)


def _add_changes(paper: Paper, briefing: Briefing) -> None:
    moves = briefing.moves
    if moves.changes:
        paper.add_heading(SECTIONS["changes"], 1)
        add_finding(paper, moves.title, moves.measure)
        if briefing.report.page:
            _add_change_lines(paper, moves)
            return
        add_texts(paper, (0.22, 0.27, 0.27, 0.24), moves.heads, map(change_texts, moves.changes))


def _add_change_lines(paper: Paper, moves: Moves) -> None:
    """The first changes as a list, and how many these are of what is compared."""
    for one in moves.changes[:MOST_LINES]:
        paper.add_paragraph(one.line, style="List Bullet").paragraph_format.space_after = Pt(0)
    if len(moves.changes) > MOST_LINES:
        add_mute(paper, left_out(MOST_LINES, moves.compared, COMPARED), 9)


def _add_spans(paper: Paper, briefing: Briefing) -> None:
    """Every stretch without a change, one row each."""
    spans = record_table(briefing.moves.movement)
    if len(spans):
        paper.add_heading(SECTIONS["movement"], 1)
        add_figure(paper, briefing, "movement")
        rows = spans.itertuples(index=False)
        add_texts(paper, (0.17, 0.2, 0.13, 0.13, 0.37), spans.columns, rows)


_SECTIONS: dict[str, Callable[[Paper, Briefing], None]] = {
    "finding": _add_finding,
    "matrix": add_matrix,
    "ranges": _add_ranges,
    "pairs": _add_pairs,
    "robustness": _add_robustness,
    "changes": _add_changes,
    "movement": _add_spans,
    "issue": _add_issues,
    "notes": _add_text,
    "codebook": add_codebook,
    "limits": add_limits,
    "sources": add_sources,
    **{name: partial(_add_listing, name) for name in LISTINGS},
}

"""Scales and records of issues stand on one sheet where their words can be read, else on even ones."""

from __future__ import annotations

import re

import pytest

from components.report.content import briefing
from components.report.presets import PRESETS
from components.report.sections import REPORTS
from components.report.typst.typesetting import pdf
from positions.reading.dossier import load_dossier
from positions.view import View
from tests.components.report.handed_out import compared, view_on
from tests.components.report.many_parties import many_parties
from tests.components.report.printed import Page, fill, outside, overprinted, pages, squashed, texts

_LEGEND = squashed("own words")


def sheets(view: View, preset: str, report: str = "issue") -> list[Page]:
    """The sheets of a report of one section alone."""
    return pages(pdf(briefing(view, REPORTS[report]), PRESETS[preset]))


def lanes_on(page: Page) -> int:
    """How many states have a lane on a sheet: their names stand there, with the numbers of their marks."""
    return len(re.findall(r"^State p\d+(?: \d+)?\r?$", page.words, re.MULTILINE))


@pytest.mark.parametrize("preset", ["slide", "a4-portrait"])
def test_sixteen_lanes_stand_on_one_sheet(preset: str) -> None:
    """The figure with its legend takes the first sheet, the words behind it the second."""
    record = load_dossier("ukraine-2014-2026")
    found = sheets(view_on(record, issues=("security_guarantees",)), preset)

    assert len(found) == 2
    assert [_LEGEND in squashed(page.words) for page in found] == [True, False]
    assert not [one for page in found for one in (*outside(page, 5), *overprinted(page))]


def test_a_scale_that_has_a_sheet_of_its_own_fills_it() -> None:
    """Where its words need a further sheet its lanes stand as far apart as the first has room for."""
    found = texts(sheets(view_on(load_dossier("ukraine-2014-2026"), issues=("crimea",)), "slide"))

    assert len(found) == 2
    assert fill(found[0]) > 0.7


def test_a_scale_that_is_parted_has_as_many_lanes_on_each_sheet() -> None:
    """Of 38 states no sheet has but a few, and each sheet of the scale has its legend."""
    figure = [page for page in sheets(many_parties(38, 1), "slide") if _LEGEND in squashed(page.words)]
    counts = [lanes_on(page) for page in figure]

    assert sum(counts) == 38
    assert max(counts) - min(counts) <= 2
    assert not [one for page in figure for one in overprinted(page)]


@pytest.mark.parametrize(("dossier", "each"), [("ukraine-2014-2026", [2, 2, 2]), ("istanbul-2022", [5])])
def test_issues_of_the_record_are_parted_evenly(dossier: str, each: list[int]) -> None:
    """Each has the whole width of a slide, but for where some beside each other make fewer sheets."""
    view = compared(view_on(load_dossier(dossier)))
    record = [page for page in sheets(view, "slide", "movement") if "A line ends where" in page.words]
    names = {issue.name for issue in view.issues}

    assert [sum(name in names for name in page.words.splitlines()) for page in record] == each

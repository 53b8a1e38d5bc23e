"""What a report holds: its sections in order, from one page to the full dossier."""

from __future__ import annotations

from dataclasses import dataclass

SECTIONS: dict[str, str] = {
    "finding": "In short",
    "matrix": "Who stands where",
    "ranges": "How far apart on each scale",
    "pairs": "Every pair on every issue",
    "weights": "Weights behind the overall distances",
    "moves": "What would have to move",
    "robustness": "How far the finding depends on choices",
    "changes": "What has moved",
    "movement": "Positions over time",
    "other_words": "Same side, other words",
    "issue": "Issue by issue",
    "notes": "Statements behind the positions",
    "codebook": "Codebook of the issues shown",
    "limits": "Premises and limits",
    "sources": "Sources",
}
VIEWS: dict[str, str] = {
    one: SECTIONS[one] for one in ("matrix", "ranges", "pairs", "robustness", "movement", "issue")
}  # those that are drawn on sheets


@dataclass(frozen=True)
class Report:
    """A report: its sections in order. A `brief` one has short cells and a page for each of `sections`.

    `page` says that all sections share one page, `cell` that it is about one cell of the view, whose
    ids are `about`. `words` say in a line what a reader gets.
    """

    id: str
    name: str
    words: str
    sections: tuple[str, ...]
    brief: bool = False
    page: bool = False
    cell: bool = False
    about: str = ""

    @property
    def file(self) -> str:
        """What stands for the report in the names of its files: "one-page"."""
        return f"{self.name.lower().replace(' ', '-')}{f'-{self.about}' if self.about else ''}"

    @property
    def views(self) -> tuple[str, ...]:
        """The sections that are drawn on sheets, as keys of VIEWS."""
        return tuple(one for one in self.sections if one in VIEWS)


def _view(id_: str, name: str) -> Report:
    return Report(id_, name, f"{name} alone", (id_,))


REPORTS: dict[str, Report] = {
    one.id: one
    for one in (
        Report(
            "page",
            "One page",
            "The finding and who stands where on one page; what moved and the sources where there is room",
            ("matrix", "changes", "sources"),
            brief=True,
            page=True,
        ),
        Report(
            "slides",
            "Six slides",
            "Finding, matrix, scales, pairs, what moved and sources, a page each",
            ("finding", "matrix", "ranges", "pairs", "changes", "sources"),
            brief=True,
        ),
        Report(
            "full",
            "Full dossier",
            "Every view, every statement behind it, codebook, limits and sources",
            tuple(one for one in SECTIONS if one != "finding"),
        ),
        _view("matrix", "Matrix"),
        _view("ranges", "Ranges"),
        _view("pairs", "Pairs"),
        _view("robustness", "Robustness"),
        _view("movement", "Movement"),
        _view("issue", "Issues"),
        Report(
            "cell",
            "One cell",
            "One party on one issue, with every statement and source behind it",
            ("issue", "notes", "sources"),
            cell=True,
        ),
    )
}
PAGE, FULL, CELL = REPORTS["page"], REPORTS["full"], REPORTS["cell"]
LENGTHS = ("page", "slides", "full")  # of a report of the whole view

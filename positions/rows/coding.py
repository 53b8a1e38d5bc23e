"""How far results rest on coding, as rows: agreement of coders, and what is widest in every variant."""

from __future__ import annotations

from positions.analysis.reliability import Agreement
from positions.method.agreement import agreement_sentences, compared_codings
from positions.model.base import Record
from positions.rows import row_of
from positions.tables import Tables
from positions.text.robustness import robustness_rows
from positions.view import View


class AgreementRow(Record):
    """Two codings compared on the statements that both placed on a scale."""

    first: str
    """Name of one coder."""
    second: str
    """Name of the other."""
    issue: str | None
    """Id of the issue; empty for all issues with a scale together."""
    placed: int
    """How many statements both placed."""
    same_step: float | None
    """Share of these placed on one step, from 0 to 1; empty where there is too little."""
    alpha: float | None
    """Krippendorff's alpha, ordinal; empty where both placed fewer than six, or all on one step."""
    alpha_low: float | None
    """Lower end of its interval: between the two ends lie 95 of 100 values of units drawn anew."""
    alpha_high: float | None
    """Upper end of its interval."""
    words: tuple[str, ...]
    """What the Method page says of the two; of one issue nothing."""


def agreement_rows(tables: Tables) -> list[AgreementRow]:
    """For each pair of coders a row for all issues, then one per issue with a scale; none without two."""
    rows: list[AgreementRow] = []
    for pair in compared_codings(tables):
        coders = (pair.first, pair.second)
        rows.append(_row(coders, None, pair.found, agreement_sentences(pair, tables.dossier)))
        rows += [_row(coders, issue, found, ()) for issue, found in pair.of_issues.items()]
    return rows


def _row(
    coders: tuple[str, str], issue: str | None, found: Agreement, words: tuple[str, ...]
) -> AgreementRow:
    low, high = found.interval or (None, None)
    return row_of(
        AgreementRow,
        found,
        **dict(zip(("first", "second"), coders, strict=True)),
        issue=issue,
        alpha_low=low,
        alpha_high=high,
        words=words,
    )


class VariantRow(Record):
    """One set of choices of coding, and what is farthest apart under it."""

    coding: str
    """Whose coding: the kept one, or that of a coder."""
    statements: str
    """All statements, or which of them are left out."""
    window: str
    """For how long words count beside newer ones."""
    farthest: str
    """Which issues are farthest apart, between whom; that nothing firm can be compared."""
    words: str
    """How far, with the interval where there is one; empty where nothing can be compared."""
    share: float | None
    """The same as a share of the scale, from 0 to 1; empty where nothing can be compared."""


def variant_rows(view: View) -> list[VariantRow]:
    """One row per variant, the widest gap first; none where no issue has a scale."""
    return [row_of(VariantRow, one, words=one.size) for one in robustness_rows(view)]

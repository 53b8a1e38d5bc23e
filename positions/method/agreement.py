"""The codings kept beside a dossier, compared: figures, what they mean, and what was disputed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

import pandas as pd

from positions.analysis.matching import matched
from positions.analysis.reliability import RELIABLE, TENTATIVE, Agreement, agreement
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.codings import load_codings
from positions.tables import Tables
from positions.text.wording import count_words, interval_words, issue_words, joined, quoted

Coding = tuple[Statement, ...]
REVIEW = "audit"


@dataclass(frozen=True)
class Codings:
    """Two codings of a dossier: names of the coders, agreement, disputed placements as a table.

    `silent` holds, by coder, the issues on which only the other one placed something; `of_issues` the
    agreement on each issue that has a scale, by its id, and `by_issue` the same as a table.
    """

    first: str
    second: str
    found: Agreement
    disputed: pd.DataFrame
    silent: dict[str, tuple[str, ...]]
    of_issues: dict[str, Agreement] = field(default_factory=dict)
    by_issue: pd.DataFrame = field(default_factory=pd.DataFrame)


@lru_cache(maxsize=8)  # comparing two codings of 300 statements takes a tenth of a second
def compared_codings(tables: Tables) -> tuple[Codings, ...]:
    """Every pair of the codings kept beside the dossier; none where fewer than two are kept."""
    kept = load_codings(tables.dossier, tables.folder)
    return tuple(
        compared_pair(pair, (kept[pair[0]], kept[pair[1]]), tables) for pair in combinations(sorted(kept), 2)
    )


def agreement_sentences(pair: Codings, dossier: Dossier) -> tuple[str, ...]:
    """What two codings have in common, and where that was not measured."""
    found, first, second = pair.found, pair.first, pair.second
    return (
        f"Coder {first} entered {count_words(found.first, 'statement')}, coder {second} {found.second}. Of "
        f"what the sides said, {first} found {found.first_sides} and {second} {found.second_sides}; "
        f"{found.both_sides} were found by both, {found.share_found:.0%} of those that either found.",
        f"On the {count_words(found.placed, 'statement')} that both placed on a scale {_alpha_words(found)}",
        *(
            f"Coder {coder} placed nothing on {joined(_names(issues, dossier))}, so agreement there is not "
            "measured."
            for coder, issues in pair.silent.items()
            if issues
        ),
    )


def reading_sentences() -> tuple[str, ...]:
    """How to read alpha, and why agreement is an upper bound."""
    return (
        "Alpha is 1 when two coders always agree and 0 when they agree no more than chance would. From "
        f"{_mark(RELIABLE)} upwards a coding is held to be reliable; from {_mark(TENTATIVE)} to that mark it "
        "carries tentative conclusions only, and below it none. This is the ordinal form, in which far steps "
        "weigh more than near ones.",
        "An interval shows how much a figure owes to the statements that happened to be placed; where they "
        "are few, or none was placed otherwise, it says little.",
        "Take these figures as an upper bound: coders who share a codebook and a way of reading can share a "
        "mistake without noticing.",
    )


def review_sentence(dossier: Dossier) -> str:
    """How many statements each coder found, and what a later review added."""
    counts = Counter(one.coder for one in dossier.statements)
    review = counts.pop(REVIEW, 0)
    found = [
        f"{count} were found by {coder.replace('+', ' and ') if '+' in coder else f'{coder} alone'}"
        for coder, count in counts.most_common()
    ]
    added = (
        f" A further reader went through the result; {count_words(review, 'statement')} found only then "
        f"{'carries' if review == 1 else 'carry'} {REVIEW} as the coder."
    )
    held = count_words(len(dossier.statements), "statement")
    return (
        f"Of {held} in the dossier {joined(found) or 'none was found by a coder'}.{added if review else ''}"
    )


def alpha_word(alpha: float) -> str:
    """The word "reliable", "tentative" or "not reliable", by Krippendorff's marks."""
    return "reliable" if alpha >= RELIABLE else "tentative" if alpha >= TENTATIVE else "not reliable"


def compared_pair(coders: tuple[str, str], kept: tuple[Coding, Coding], tables: Tables) -> Codings:
    """The codings of these two coders, compared."""
    scaled = [issue.id for issue in tables.dossier.issues if issue.scale]
    placed = [{one.issue for one in rows if one.step_low is not None} for rows in kept]
    found = agreement(*kept, scaled)
    silent = {
        coder: tuple(issue for issue in scaled if issue in other - own)
        for coder, own, other in zip(coders, placed, placed[::-1], strict=True)
    }
    disputed = _disputed(coders, kept, found, tables)
    of_issues = {issue: _of_issue(issue, kept) for issue in scaled}
    return Codings(*coders, found, disputed, silent, of_issues, _by_issue(of_issues, tables))


def _of_issue(issue: str, kept: tuple[Coding, Coding]) -> Agreement:
    first, second = ([one for one in coding if one.issue == issue] for coding in kept)
    return agreement(first, second, [issue])


def _by_issue(of_issues: dict[str, Agreement], tables: Tables) -> pd.DataFrame:
    """One row per issue with a scale: statements that both placed, share on one step, alpha, its interval."""
    rows = []
    for issue, found in of_issues.items():
        rows.append(
            (
                tables.scales[issue].name,
                found.placed,
                "" if found.same_step is None else f"{found.same_step:.0%}",
                "" if found.alpha is None else _mark(found.alpha),
                "" if found.interval is None else " to ".join(map(_mark, found.interval)),
            )
        )
    return pd.DataFrame(rows, columns=["Issue", "Placed by both", "Same step", "Alpha", "95% interval"])


def _disputed(
    coders: tuple[str, str], kept: tuple[Coding, Coding], found: Agreement, tables: Tables
) -> pd.DataFrame:
    """One row per placement on unlike steps: who, issue, words, both placements and the final one."""
    by_id = [{one.id: one for one in rows} for rows in kept]
    rows = []
    for ids in found.disputed:
        first, second = (known[name] for known, name in zip(by_id, ids, strict=True))
        final = matched([first], tables.dossier.statements)
        rows.append(
            (
                tables.names[first.speaker],
                tables.scales[first.issue].name,
                quoted(first.phrase) if first.phrase else first.summary,
                _steps(first),
                _steps(second),
                _steps(final[0][1]) if final else "",
                first.note or "",
                second.note or "",
            )
        )
    heads = ["Speaker", "Issue", "Words", *(f"Step by {coder}" for coder in coders), "In the dossier"]
    heads += [f"Note by {coder}" for coder in coders]
    return pd.DataFrame(rows, columns=heads)


def _steps(statement: Statement) -> str:
    if statement.step_low is None or statement.step_high is None:
        return "not placed"
    return interval_words(statement.step_low, statement.step_high) or f"{statement.step_low}"


def _alpha_words(found: Agreement) -> str:
    if found.alpha is None or found.same_step is None or found.within_one is None:
        return "there is too little for a figure."
    return (
        f"they chose the same step in {found.same_step:.0%} of cases and steps at most one apart in "
        f"{found.within_one:.0%}. Krippendorff's alpha is {_mark(found.alpha)}: {alpha_word(found.alpha)}."
        f"{_interval_words(found)}"
    )


def _interval_words(found: Agreement) -> str:
    """Between which values alpha lies when its units are drawn anew."""
    if found.interval is None:
        return ""
    low, high = map(_mark, found.interval)
    return f" With units drawn anew it lies from {low} to {high} in 95 of 100 cases."


def _names(issues: tuple[str, ...], dossier: Dossier) -> list[str]:
    return [issue_words(issue) for issue in dossier.issues if issue.id in issues]


def _mark(value: float) -> str:
    """A coefficient as it is usually printed, without the zero before its point."""
    return f"{value:.3f}".replace("0.", ".", 1)

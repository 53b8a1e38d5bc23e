"""The codings kept beside a dossier, compared: figures, what they mean, and what was disputed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

import pandas as pd

from positions.analysis.matching import matched
from positions.analysis.reliability import FEWEST_UNITS, RELIABLE, TENTATIVE, Agreement, agreement
from positions.model.dossier import Dossier
from positions.model.issues import Issue
from positions.model.statements import Statement
from positions.reading.codings import load_codings
from positions.tables import Tables
from positions.text.wording import capital, count_words, issue_words, joined, placed_words, quoted

Coding = tuple[Statement, ...]
REVIEW = "audit"
_VALUES = (
    " On an issue with values it is the interval form, in which two values weigh by how far they are apart."
)


@dataclass(frozen=True)
class Codings:
    """Two codings of a dossier: names of the coders, agreement, disputed placements as a table.

    `found` is of all issues with steps, which alone can be taken together; `by_issue` the agreement on each
    issue that has a scale of either kind, as a table. `silent` holds, by coder, the issues on which only
    the other one placed something. `handed` are the coders who were given the statements of the dossier
    and placed them without having looked for any. `elsewhere` names the statements of the dossier that it
    has on another step, or on none, than the one on which both coders placed them.
    """

    first: str
    second: str
    found: Agreement
    disputed: pd.DataFrame
    silent: dict[str, tuple[str, ...]]
    of_issues: dict[str, Agreement] = field(default_factory=dict)
    by_issue: pd.DataFrame = field(default_factory=pd.DataFrame)
    handed: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


@lru_cache(maxsize=8)  # comparing two codings of 300 statements takes a tenth of a second
def compared_codings(tables: Tables) -> tuple[Codings, ...]:
    """Every pair of the codings kept beside the dossier; none where fewer than two are kept."""
    kept = load_codings(tables.dossier, tables.folder)
    return tuple(
        compared_pair(pair, (kept[pair[0]], kept[pair[1]]), tables) for pair in combinations(sorted(kept), 2)
    )


def agreement_sentences(pair: Codings, dossier: Dossier) -> tuple[str, ...]:
    """What two codings have in common, and where that was not measured."""
    found = pair.found
    return (
        _handed_words(pair) if pair.handed else _found_words(pair),
        f"On the {count_words(found.placed, 'statement')} that both placed on steps of a scale "
        f"{_alpha_words(found)}",
        *_elsewhere_words(pair),
        *(
            f"Coder {coder} placed nothing on {joined(_names(issues, dossier))}, so agreement there is not "
            "measured."
            for coder, issues in pair.silent.items()
            if issues
        ),
    )


def _found_words(pair: Codings) -> str:
    """How many statements each coder and both found."""
    found, first, second = pair.found, pair.first, pair.second
    return (
        f"Coder {first} entered {count_words(found.first, 'statement')}, coder {second} {found.second}. Of "
        f"what the sides said, {first} found {found.first_sides} and {second} {found.second_sides}; "
        f"{found.both_sides} were found by both, {found.share_found:.0%} of those that either found."
    )


def _elsewhere_words(pair: Codings) -> list[str]:
    """How many statements the dossier has elsewhere than both coders, who agree; nothing for none."""
    if not pair.elsewhere:
        return []
    count = count_words(len(pair.elsewhere), "statement")
    return [
        f"{count} that both placed alike {'has' if len(pair.elsewhere) == 1 else 'have'} another step in the "
        "dossier, or none."
    ]


def _handed_words(pair: Codings) -> str:
    """How many statements a coder placed to whom they were given, for whom finding is not measured."""
    counts = {pair.first: pair.found.first, pair.second: pair.found.second}
    told = [f"coder {coder} coded {count_words(counts[coder], 'statement')}" for coder in pair.handed]
    return (
        f"{capital(joined(told))}, given from the dossier without the first placements. Whether two coders "
        "find the same statements is therefore not measured."
    )


def reading_sentences(dossier: Dossier) -> tuple[str, ...]:
    """How to read alpha, of values too where the dossier has such an issue; why it is an upper bound."""
    return (
        "Alpha is 1 when two coders always agree and 0 when they agree no more than chance would. From "
        f"{_mark(RELIABLE)} upwards a coding is held to be reliable; from {_mark(TENTATIVE)} to that mark it "
        "carries tentative conclusions only, and below it none. This is the ordinal form, in which far steps "
        f"weigh more than near ones.{_VALUES if any(one.numeric for one in dossier.issues) else ''}",
        "An interval shows how much a figure owes to the statements that happened to be placed; where they "
        "are few, or none was placed otherwise, it says little. Where both placed fewer than "
        f"{FEWEST_UNITS} statements, alpha and interval are withheld: so few do not show within what bounds "
        "others would lie.",
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
    measured = [issue for issue in tables.dossier.issues if issue.measured]
    placed = [{one.issue for one in rows if one.placed} for rows in kept]
    found = agreement(*kept, [issue.id for issue in measured if issue.scale])
    silent = {
        coder: tuple(issue.id for issue in measured if issue.id in other - own)
        for coder, own, other in zip(coders, placed, placed[::-1], strict=True)
    }
    each = {issue: _agreement_on(issue, kept) for issue in measured}
    pairs = [*found.disputed, *(pair for issue in each if issue.numeric for pair in each[issue].disputed)]
    handed = tuple(coder for coder, rows in zip(coders, kept, strict=True) if _handed(rows, tables.dossier))
    disputed = _disputed(coders, kept, pairs, tables)
    elsewhere = _elsewhere(kept, {issue.id for issue in measured if issue.scale}, tables.dossier)
    return Codings(*coders, found, disputed, silent, _by_id(each), _by_issue(each), handed, elsewhere)


def _elsewhere(kept: tuple[Coding, Coding], scaled: set[str], dossier: Dossier) -> tuple[str, ...]:
    """The ids of statements that both coders placed on the same steps, and the dossier does not."""
    alike = [
        one
        for one, other in matched(*kept)
        if one.issue in scaled and one.placed and _steps(one) == _steps(other)
    ]
    return tuple(held.id for one, held in matched(alike, dossier.statements) if _steps(one) != _steps(held))


def _steps(one: Statement) -> tuple[int | None, int | None]:
    return one.step_low, one.step_high


def _handed(rows: Coding, dossier: Dossier) -> bool:
    """Whether all that a coder placed are statements of the dossier, none of which is by that coder.

    They have the id, the speaker, the issue and the place in a source that the dossier gives them.
    """
    known = {one.id: one for one in dossier.statements}
    given = [known.get(one.id) for one in rows]
    return bool(rows) and all(
        one is not None and _given(one) == _given(row) and not _coders(one) & _coders(row)
        for one, row in zip(given, rows, strict=True)
    )


def _coders(one: Statement) -> set[str]:
    return set(one.coder.split("+"))


def _given(one: Statement) -> tuple[object, ...]:
    """What a coder who is handed a statement is told of it and does not judge."""
    return one.speaker, one.issue, one.source, one.start, one.end


def _by_id(each: dict[Issue, Agreement]) -> dict[str, Agreement]:
    return {issue.id: found for issue, found in each.items() if issue.scale}


def _agreement_on(issue: Issue, kept: tuple[Coding, Coding]) -> Agreement:
    """The agreement on one issue: ordinal of steps, interval of values."""
    first, second = ([one for one in coding if one.issue == issue.id] for coding in kept)
    return agreement(first, second, [issue.id], "interval" if issue.numeric else "ordinal")


def _by_issue(each: dict[Issue, Agreement]) -> pd.DataFrame:
    """One row per issue with a scale: statements that both placed, share alike, alpha, its interval.

    Alpha and interval are "withheld" of too few statements, and blank where both placed none, or all alike
    on one step.
    """
    rows = [
        (
            issue.name,
            found.placed,
            "" if found.same_step is None else f"{found.same_step:.0%}",
            _withheld(found) if found.alpha is None else _mark(found.alpha),
            _withheld(found) if found.interval is None else " to ".join(map(_mark, found.interval)),
        )
        for issue, found in each.items()
    ]
    same = "Same step or value" if any(issue.numeric for issue in each) else "Same step"
    return pd.DataFrame(rows, columns=["Issue", "Placed by both", same, "Alpha", "95% interval"])


def _withheld(found: Agreement) -> str:
    return "withheld" if 0 < found.placed < FEWEST_UNITS else ""


def _disputed(
    coders: tuple[str, str], kept: tuple[Coding, Coding], pairs: list[tuple[str, str]], tables: Tables
) -> pd.DataFrame:
    """One row per pair placed on unlike steps or values: who, issue, words, both and the final one."""
    by_id = [{one.id: one for one in rows} for rows in kept]
    rows = []
    for ids in pairs:
        first, second = (known[name] for known, name in zip(by_id, ids, strict=True))
        final = matched([first], tables.dossier.statements)
        rows.append(
            (
                tables.names[first.speaker],
                tables.scales[first.issue].name,
                quoted(first.phrase) if first.phrase else first.summary,
                placed_words(first),
                placed_words(second),
                placed_words(final[0][1]) if final else "",
                first.note or "",
                second.note or "",
            )
        )
    heads = ["Speaker", "Issue", "Words", *(f"Step by {coder}" for coder in coders), "In the dossier"]
    heads += [f"Note by {coder}" for coder in coders]
    return pd.DataFrame(rows, columns=heads)


def _alpha_words(found: Agreement) -> str:
    if found.same_step is None or found.within_one is None or found.placed < FEWEST_UNITS:
        return f"there is too little for a figure, which takes {FEWEST_UNITS} of them."
    if found.alpha is None:
        return "both chose one step throughout; alpha has no meaning where nothing varies."
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

"""How far the finding depends on choices of coding, in words: counts, a row per variant, what changes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from positions.analysis.gap import Gap
from positions.analysis.robustness import KEPT, Outcome, Removal, Variant
from positions.tables import Tables
from positions.text.gaps import gap_size, pair_words
from positions.text.wording import count_words, issue_words, joined, said_on_words

if TYPE_CHECKING:
    from positions.view import View

HEADS = ("Coding", "Statements", "Words count beside newer ones for", "Farthest apart", "Gap")
NOTHING_FIRM = "no two firm positions"
RULE = (
    "Each variant is one set of choices a coder could have made: whose coding, which statements, and for how "
    "long words count beside newer ones. The set is fixed in the dossier and all of it is shown. Variants "
    "share most of their statements, so their number is no probability. What is tied counts for each."
)
_MOST_PAIRS = 2
_Pairs = dict[tuple[object, ...], str]  # in words, by whose gaps they are
_MOST_NAMED = 3  # with a count each, in the line under a finding
_OMISSIONS = {
    "nothing": "all statements",
    "low_confidence": "without low confidence",
    "reported_speech": "without reported speech",
    "delegated_speakers": "without delegated speakers",
}
_WINDOWS = {"as_coded": "as coded", "half": "half", "double": "double", "ten_years": "ten years"}


@dataclass(frozen=True)
class VariantWords:
    """A variant in words, with what is farthest apart in it; `share` of the scale is None for nothing."""

    coding: str
    statements: str
    window: str
    farthest: str
    size: str
    share: float | None

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts under HEADS."""
        return self.coding, self.statements, self.window, self.farthest, self.size


@dataclass(frozen=True)
class RobustnessWords:
    """What is said of how far a finding depends on choices.

    `rows` have the widest gap first, variants with nothing to compare last, ties in the order of the
    dossier. `removals` say what changes the finding when it is left out.
    """

    sentences: tuple[str, ...]
    rows: tuple[VariantWords, ...]
    removals: tuple[str, ...]


def held_words(view: View) -> str:
    """In how many variants the issues of the finding are widest, of one issue its pairs; "" for no gap."""
    found = view.robustness
    gaps = found.outcomes[0].farthest
    if not gaps:
        return ""
    verb = "at the same step" if found.outcomes[0].same else "widest"
    of_all, counts = f"of {count_words(found.count, 'variant')}", found.firm
    if not counts:
        times = dict(found.shares)[found.name(gaps[0])]
        told = f"as coded {farthest_words(gaps, view.tables)}, {gap_size(gaps[0], view.tables)}"
        return f"{told}: {verb} in {times} {of_all}"
    if len({*counts.values()}) == 1 and {*counts} == {*map(found.name, gaps)}:
        head = "each " if len(counts) > 1 else ""
        if len(counts) <= _MOST_NAMED and not found.of_pairs:
            head = f"{joined([counted_name(view, name) for name in counts])} {head}"
        return f"{head}{verb} in {next(iter(counts.values()))} {of_all}"
    if len(counts) > _MOST_NAMED:
        least, most = min(counts.values()), max(counts.values())
        named = count_words(len(counts), "pair" if found.of_pairs else "issue")
        return f"{named} each {verb} in {f'{least} to {most}' if least < most else most} {of_all}"
    each = [f"{counted_name(view, name)} in {times}" for name, times in counts.items()]
    return f"{verb}: {', '.join(each)} {of_all}"


def counted_name(view: View, name: Sequence[str]) -> str:
    """The issue or pair that is counted, as it reads inside a sentence."""
    if len(name) == 1:
        return issue_words(view.tables.scales[name[0]])
    return " – ".join(view.tables.names[holder] for holder in name)


def robustness_words(view: View) -> RobustnessWords:
    """All that is said of it; nothing where no issue has a scale."""
    return RobustnessWords(count_sentences(view), robustness_rows(view), removal_sentences(view))


def count_sentences(view: View) -> tuple[str, ...]:
    """How variants are to be read, and in how many of them what is widest."""
    return tuple(_counts(view)) if view.scaled else ()


def removal_sentences(view: View) -> tuple[str, ...]:
    """How many statements and sources change the finding when left out, then a line for each of these."""
    if not view.farthest:
        return ()
    changes, known = view.robustness.changes(view.removals), _Pairs()
    return (_removed(view, len(changes)), *(_removal(one, view.tables, known) for one in changes))


def robustness_rows(view: View) -> tuple[VariantWords, ...]:
    """The variants in words, the widest gap first, those with nothing to compare last."""
    outcomes = view.robustness.outcomes if view.scaled else ()
    ordered = sorted(outcomes, key=lambda one: 1.0 if one.share is None else -one.share)
    return tuple(_row(one, view.tables) for one in ordered)


def rows_by_window(rows: Sequence[VariantWords]) -> tuple[VariantWords, ...]:
    """The rows, those that differ in how long words count alone as one that names each of these windows."""
    windows: dict[VariantWords, list[str]] = {}
    for row in rows:
        windows.setdefault(replace(row, window=""), []).append(row.window)
    return tuple(replace(row, window=joined(named)) for row, named in windows.items())


def farthest_words(gaps: Sequence[Gap], tables: Tables, known: _Pairs | None = None) -> str:
    """Which issues are farthest apart between whom, without the size; of many pairs the first two.

    `known` are pairs that are in words already; those of these gaps are added.
    """
    if not gaps:
        return NOTHING_FIRM
    words = {} if known is None else known
    issues: dict[str, list[str]] = {}
    for gap in gaps:
        if gap.whose not in words:
            words[gap.whose] = pair_words(gap, tables)
        issues.setdefault(words[gap.whose], []).append(gap.issue)
    told = [
        f"{joined([issue_words(tables.scales[one]) for one in shared])}, {pair}"
        for pair, shared in islice(issues.items(), _MOST_PAIRS)
    ]
    more = len(issues) - _MOST_PAIRS
    return "; ".join(told) + (f"; {count_words(more, 'more pair')}" if more > 0 else "")


def variant_words(variant: Variant) -> tuple[str, str, str]:
    """Coding, statements and window of a variant in words."""
    coding = "kept coding" if variant.coding == KEPT else f"coder {variant.coding}"
    days = count_words(variant.days, "day")
    window = _WINDOWS[variant.window] + ("" if variant.window == "ten_years" else f" ({days})")
    return coding, _OMISSIONS[variant.without], window


def _row(outcome: Outcome, tables: Tables) -> VariantWords:
    gaps = outcome.farthest
    size = "" if not gaps else "same step" if outcome.same else gap_size(gaps[0], tables)
    return VariantWords(*variant_words(outcome.variant), farthest_words(gaps, tables), size, outcome.share)


def _counts(view: View) -> Iterator[str]:
    found, tables = view.robustness, view.tables
    yield RULE
    of_all = f"of {count_words(found.count, 'variant')}"
    if not found.outcomes[0].farthest:
        yield "As coded no two firm positions can be compared, so there is no finding to try."
    else:
        verb = "At the same step" if found.outcomes[0].same else "Widest"
        counts = [f"{counted_name(view, name)} in {times}" for name, times in found.shares]
        whole = f"The same pairs, issues and steps as coded in {found.whole()}"
        yield f"{verb}: {joined(counts)} {of_all}. {whole}."
    if found.empty:
        yield f"In {found.empty} {of_all} no two firm positions can be compared."
    if found.missing:
        yield f"Named in the dossier and not to be read: the coding of {joined(found.missing)}."
    if tables.dossier.variants.codings is None and len({one.variant.coding for one in found.outcomes}) == 1:
        yield "No second coding could be read beside this dossier, so the kept one alone is tried."


def _removed(view: View, changes: int) -> str:
    statements, sources = len(view.statements), len(view.sources)
    behind = f"{count_words(statements, 'statement')} and {count_words(sources, 'source')}"
    told = f"{changes or 'none'} change{'' if changes > 1 else 's'}"
    return f"Of the {behind} behind this view, left out one at a time, {told} what is farthest apart."


def _removal(removal: Removal, tables: Tables, known: _Pairs) -> str:
    if removal.kind == "source":
        named = f"all of {tables.sources[removal.left_out].custom.short_name}"
    else:
        said = tables.by_id[removal.left_out]
        named = f"statement {said.id} ({tables.names[said.speaker]}, {said_on_words(said.said_on)})"
    size = f", {gap_size(removal.farthest[0], tables)}" if removal.farthest else ""
    return f"Without {named}: {farthest_words(removal.farthest, tables, known)}{size}"

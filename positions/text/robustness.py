"""How far the finding depends on choices of coding, in words: counts, a row per variant, what changes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from positions.analysis.gap import Gap
from positions.analysis.robustness import KEPT, Outcome, Removal, Variant
from positions.tables import Tables
from positions.text.citation import source_head
from positions.text.coder_differences import lacking_sentence
from positions.text.gaps import gap_size, pair_words
from positions.text.wording import capital, count_words, issue_words, joined, said_on_words

if TYPE_CHECKING:
    from positions.view import View

CHOICES = ("Coding", "Statements", "Words count beside newer ones for")
HEADS = (*CHOICES, "Farthest apart", "Gap")
OUTCOME_HEADS = ("Farthest apart", "Gap", "Variants")
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
    """A variant in words, with what is farthest apart in it; `share` of the scale is None for nothing.

    `widest` are the issues or pairs for which it counts, as they are counted.
    """

    coding: str
    statements: str
    window: str
    farthest: str
    size: str
    share: float | None
    widest: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts under HEADS."""
        return self.coding, self.statements, self.window, self.farthest, self.size


@dataclass(frozen=True)
class RobustnessWords:
    """What is said of how far a finding depends on choices.

    `rows` have the widest gap first, of as wide ones those that agree with most others, variants with nothing
    to compare last; `coded` is the place of the one that the finding was made with. `counted` has in how many
    variants each issue or pair is widest, the most first, `options` what there was to choose of each of
    CHOICES, in the order of the dossier. `removals` say what changes the finding when it is left out.
    """

    sentences: tuple[str, ...]
    rows: tuple[VariantWords, ...]
    removals: tuple[str, ...]
    counted: tuple[tuple[str, int], ...] = ()
    coded: int = 0
    options: tuple[tuple[str, ...], ...] = ((), (), ())

    @property
    def outcomes(self) -> tuple[tuple[str, ...], ...]:
        """What is farthest apart, how far, and in how many variants: the texts under OUTCOME_HEADS.

        In the order of `rows`, each outcome once.
        """
        counts = Counter((row.farthest, row.size) for row in self.rows)
        return tuple((*told, f"{times} of {len(self.rows)}") for told, times in counts.items())


def held_words(view: View) -> str:
    """In how many variants the issues of the finding are widest, of one issue its pairs; "" for no gap.

    With what is widest in no fewer, and with the number in which all is as coded where that is below half.
    """
    found = view.robustness
    if not found.outcomes[0].farthest:
        return ""
    return _firm_words(view) if found.firm else _as_coded_words(view)


def _firm_words(view: View) -> str:
    """Counts of what the finding names, and of what it leaves out although it is as wide as coded."""
    found, verb, of_all = view.robustness, _verb(view), _of_all(view)
    whole = found.whole()
    exact = "the whole sentence" if found.firm == found.as_coded else "exactly as coded"
    rest = f", {exact} in {whole}" if 2 * whole < found.count else ""
    counts = found.leading if len(found.leading) <= _MOST_NAMED else found.firm
    least, most = min(counts.values()), max(counts.values())
    if len(counts) > _MOST_NAMED:
        named = count_words(len(counts), "pair" if found.of_pairs else "issue")
        return f"{named} each {verb} in {least}{f' to {most}' if least < most else ''} {of_all}{rest}"
    if least == most:
        each = "each " if len(counts) > 1 else ""
        named = "" if found.of_pairs else f"{joined([counted_name(view, name) for name in counts])} "
        return f"{named}{each}{verb} in {most} {of_all}{rest or _alone_words(view, counts)}"
    return f"{verb}: {', '.join(_counted(view, counts))} {of_all}{rest}"


def _alone_words(view: View, counts: Mapping[tuple[str, ...], int]) -> str:
    """In how many of its variants the one issue or pair that is counted is widest alone; "" for all."""
    found = view.robustness
    alike = [one for one in found.outcomes if one.same == found.outcomes[0].same]
    alone = sum({found.name(gap) for gap in one.farthest} == set(counts) for one in alike)
    return f", alone in {alone}" if len(counts) == 1 and alone < sum(counts.values()) else ""


def _as_coded_words(view: View) -> str:
    """What is widest as coded where the finding does not name it so, with others that are so in no fewer.

    Those that the finding has named are not told again; beyond two they are a number.
    """
    found, gaps = view.robustness, view.robustness.outcomes[0].farthest
    counts, whole = found.as_coded, found.whole()
    least, most = min(counts.values()), max(counts.values())
    rivals = {one: times for one, times in found.leading.items() if one not in counts}
    others = [one for one in _counted(view, rivals) if one not in view.finding]
    kind = "more pair" if found.of_pairs else "more issue"
    many = [f"{count_words(len(others), kind)} in as many or more"]
    parts = [
        f"{_verb(view)} in {least}{f' to {most}' if least < most else ''}",
        *(many if len(others) >= _MOST_NAMED else others),
    ]
    exact = f", exactly so in {whole}" if whole < least else ""
    told = f"as coded {farthest_words(gaps, view.tables)}, {gap_size(gaps[0], view.tables)}"
    return f"{told}: {', '.join(parts)} {_of_all(view)}{exact}"


def _verb(view: View) -> str:
    return "at the same step" if view.robustness.outcomes[0].same else "widest"


def _of_all(view: View) -> str:
    return f"of {count_words(view.robustness.count, 'variant')}"


def _counted(view: View, counts: Mapping[tuple[str, ...], int]) -> list[str]:
    """Issues or pairs by name, each with its number of variants."""
    return [f"{counted_name(view, name)} in {times}" for name, times in counts.items()]


def counted_name(view: View, name: Sequence[str]) -> str:
    """The issue or pair that is counted, as it reads inside a sentence."""
    if len(name) == 1:
        return issue_words(view.tables.scales[name[0]])
    return " – ".join(view.tables.names[holder] for holder in name)


def robustness_words(view: View) -> RobustnessWords:
    """All that is said of it; nothing where no issue has a scale."""
    rows, found = robustness_rows(view), view.robustness
    if not rows:
        return RobustnessWords(count_sentences(view), rows, removal_sentences(view))
    variants = [variant_words(one.variant) for one in found.outcomes]
    return RobustnessWords(
        sentences=count_sentences(view),
        rows=rows,
        removals=removal_sentences(view),
        counted=tuple((counted_name(view, name), times) for name, times in found.shares),
        coded=[row.texts[: len(CHOICES)] for row in rows].index(variants[0]),
        options=tuple(tuple(dict.fromkeys(texts)) for texts in zip(*variants, strict=True)),
    )


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
    """The variants in words, the widest gap first, then those that agree with most others.

    Those with nothing to compare come last, ties stay in the order of the dossier.
    """
    rows = [_row(one, view) for one in view.robustness.outcomes] if view.scaled else []
    agree = Counter((row.farthest, row.size) for row in rows)
    first = {told: place for place, told in enumerate(agree)}

    def order(row: VariantWords) -> tuple[float, int, int]:
        told = row.farthest, row.size
        return 1.0 if row.share is None else -row.share, -agree[told], first[told]

    return tuple(sorted(rows, key=order))


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


def _row(outcome: Outcome, view: View) -> VariantWords:
    gaps, tables, found = outcome.farthest, view.tables, view.robustness
    size = "" if not gaps else "same step" if outcome.same else gap_size(gaps[0], tables)
    told = farthest_words(gaps, tables)
    names = dict.fromkeys(map(found.name, gaps)) if outcome.same == found.outcomes[0].same else {}
    widest = tuple(counted_name(view, name) for name in names)
    return VariantWords(*variant_words(outcome.variant), told, size, outcome.share, widest)


def _counts(view: View) -> Iterator[str]:
    found, tables, of_all = view.robustness, view.tables, _of_all(view)
    yield RULE
    if not found.outcomes[0].farthest:
        yield "As coded no two firm positions can be compared, so there is no finding to try."
    else:
        whole = f"The same pairs, issues and steps as coded in {found.whole()}"
        yield f"{capital(_verb(view))}: {joined(_counted(view, dict(found.shares)))} {of_all}. {whole}."
    if found.empty:
        yield f"In {found.empty} {of_all} no two firm positions can be compared."
    coders = dict.fromkeys(one.variant.coding for one in found.outcomes if one.variant.coding != KEPT)
    if coders:
        yield lacking_sentence(tables, [*coders])
    if found.missing:
        yield f"Named in the dossier and not to be read: the coding of {joined(found.missing)}."
    if tables.dossier.variants.codings is None and not coders:
        yield "No second coding could be read beside this dossier, so the kept one alone is tried."


def _removed(view: View, changes: int) -> str:
    statements, sources = len(view.statements), len(view.sources)
    behind = f"{count_words(statements, 'statement')} and {count_words(sources, 'source')}"
    told = f"{changes or 'none'} change{'' if changes > 1 else 's'}"
    return f"Of the {behind} behind this view, left out one at a time, {told} what is farthest apart."


def _removal(removal: Removal, tables: Tables, known: _Pairs) -> str:
    if removal.kind == "source":
        named = f"all of {source_head(removal.left_out, tables)}"
    else:
        said = tables.by_id[removal.left_out]
        named = f"statement {said.id} ({tables.names[said.speaker]}, {said_on_words(said.said_on)})"
    size = f", {gap_size(removal.farthest[0], tables)}" if removal.farthest else ""
    return f"Without {named}: {farthest_words(removal.farthest, tables, known)}{size}"

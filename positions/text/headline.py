"""The three lines of every page and output: finding, measure line, source line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from positions.clearing import CLEARED
from positions.selection import offered_columns, shown_of
from positions.text.cell import short_words
from positions.text.citation import source_head
from positions.text.coder_differences import disputed_cells
from positions.text.gaps import dated_pair, gap_size, pair_words, uncounted_words
from positions.text.handling import handling_words
from positions.text.robustness import counted_name, held_words
from positions.text.stance import brief_doubt
from positions.text.wording import count_words, day_words, issue_words, joined

if TYPE_CHECKING:
    from positions.cell import Cell
    from positions.model.dossier import Dossier
    from positions.selection import Selection, Shown
    from positions.tables import Tables
    from positions.view import View

MOST_WORDS = 14
STEPS_RULE = "equal steps are an assumption"
ORDER_RULE = "parties in alphabetical order"
_MOST_ISSUES, _MOST_SOURCES = 2, 12


def finding(view: View) -> str:
    """What is farthest apart, with issue and pair by name; from firm positions only, at most 14 words.

    What is widest in fewer than half of the variants of coding, or in no more than something that is not
    so as coded, is not called so: then the finding tells what is widest in how many.

    Of several equally far apart at most two issues are named, the rest are a number. The widest is
    the largest share of its scale, so that scales of unlike length can be compared.
    """
    if not view.scaled:
        return f"Words on issues without a scale, as of {day_words(view.day)}"
    if not view.farthest:
        return f"No two firm positions to compare by {day_words(view.day)}"
    candidates = _settled(view) if view.robustness.firm else _unsettled(view)
    return next(told for told in candidates if len(told.split()) <= MOST_WORDS)


def _settled(view: View) -> Iterator[str]:
    """The finding, the fullest first; the last one is always short. What is less robust has no part in it.

    Days and the size go before a name does; what is equally far apart is never left out, only counted.
    """
    found = view.robustness
    gaps = [gap for gap in view.farthest if found.name(gap) in found.firm]
    same = found.outcomes[0].same
    head = "Same step" if same else "Farthest apart"
    tail = "" if same else f", {gap_size(gaps[0], view.tables)}"
    issues = list(dict.fromkeys(gap.issue for gap in gaps))
    names = [in_sentence(view, issue) for issue in issues]
    first = [gap for gap in gaps if gap.issue == issues[0]]
    pair = dated_pair(first[0], view, inside=True)
    shared = [in_sentence(view, gap.issue) for gap in gaps if gap.pair == first[0].pair][:_MOST_ISSUES]
    others = _more(len(issues) - 1, 0)
    yield f"{head}: {joined(shared)}, {pair}{tail}{_more(len(issues) - len(shared), len(first) - 1)}"
    yield f"{head}: {names[0]}, {pair}{tail}{_more(len(issues) - 1, len(first) - 1)}"
    yield f"{head}: {names[0]}, {pair}{_more(len(issues) - 1, len(first) - 1)}"
    if len(first) > 1:
        yield f"{head}: {names[0]}, {len(first)} pairs equally{tail}{others}"
        yield f"{head}: {names[0]}, {len(first)} pairs equally{others}"
    else:
        undated = pair_words(first[0], view.tables, inside=True)
        yield f"{head}: {names[0]}, {undated}{tail}{others}"
        yield f"{head}: {names[0]}, {undated}{others}"
        yield f"{head}: {names[0]}{tail}{others}"
    pairs = f"{len(first)} pairs equally" if len(first) > 1 else "1 issue"
    yield f"{head}: {f'{len(issues)} issues equally' if len(issues) > 1 else pairs}{tail}"


def _unsettled(view: View) -> Iterator[str]:
    """What is widest in how many variants, where nothing as coded is so in half and in the most."""
    found = view.robustness
    kind = "pair" if found.of_pairs else "issue"
    head = f"No one {kind} at the same step" if found.outcomes[0].same else f"No one widest {kind}"
    counts = [f"{counted_name(view, name)} in {times}" for name, times in found.shares]
    variants = count_words(found.count, "variant")
    yield f"{head}: {', '.join(counts[:2])} of {variants}"
    yield f"{head}: {', '.join(counts[:2])} of {found.count}"
    if len({times for _, times in found.shares[:2]}) == len(counts[:2]):  # of two equals none stands alone
        yield f"{head}: {counts[0]} of {variants}"
    yield f"{head} in {variants}"


def _more(issues: int, pairs: int) -> str:
    told = [count_words(issues, "more issue")] if issues > 0 else []
    told += [count_words(pairs, "more pair")] if pairs > 0 else []
    return f"; {joined(told)} equally" if told else ""


def measure_line(view: View) -> str:
    """What is measured, who shares a step, who is split, how much of what is shown has words, the day."""
    held, applies = view.coverage
    parts = (
        f"Stated positions as of {day_words(view.day)}, each issue on its own {_measured_in(view)}",
        shown_words(view.selection, view.tables.dossier),
        held_words(view),
        uncounted_words(view),
        f"{held} of {count_words(applies, 'cell')} filled",
        disputed_cells(view),
        _same_words(view),
        _split_words(view),
        count_words(len(view.statements), "statement") + f" in {count_words(len(view.sources), 'source')}",
    )
    return " · ".join(part for part in parts if part)


def shown_words(selection: Selection, dossier: Dossier) -> str:
    """How many of the parties and issues are shown, where not all are: "6 of 38 parties, 10 of 38 issues"."""
    shown = shown_of(selection, dossier)
    if shown is None or shown.whole:
        return ""
    parties = f"{shown.parties} of {count_words(shown.all_parties, 'party', 'parties')}"
    return f"{parties}, {shown.issues} of {count_words(shown.all_issues, 'issue')}"


def rest_words(shown: Shown) -> str:
    """What is not shown and where it is chosen: "32 more parties and 28 more issues are not shown; …"."""
    if shown.whole:
        return f"All {shown.all_parties} parties and {shown.all_issues} issues are chosen."
    counts = (
        (shown.all_parties - shown.parties, "more party", "more parties"),
        (shown.all_issues - shown.issues, "more issue", "more issues"),
    )
    told = joined([count_words(*one) for one in counts if one[0]])
    one = sum(count for count, *_ in counts) == 1
    return f"{told} {'is' if one else 'are'} not shown; choose them under Parties and Issues."


def _same_words(view: View) -> str:
    """Which firm pairs share a step: at most two issues by name, the rest as a number."""
    if not view.widest:
        return ""
    if not view.same:
        return f"no common {_shared(view)}"
    issues = list(dict.fromkeys(gap.issue for gap in view.same))
    told = []
    for issue in issues[:_MOST_ISSUES]:
        gaps = [gap for gap in view.same if gap.issue == issue]
        rest = f" and {count_words(len(gaps) - 1, 'more pair')}" if len(gaps) > 1 else ""
        told.append(f"{in_sentence(view, issue)} ({dated_pair(gaps[0], view)}{rest})")
    more = len(issues) - _MOST_ISSUES
    return f"same {_shared(view)}: {', '.join(told)}" + (
        f" and {count_words(more, 'more issue')}" if more > 0 else ""
    )


def _measured_in(view: View) -> str:
    return "scale" if any(issue.numeric for issue in view.scaled) else "steps"


def _shared(view: View) -> str:
    """What two positions may have in common: a step, and a value where a scale of values is shown."""
    return "step or value" if any(issue.numeric for issue in view.scaled) else "step"


def _split_words(view: View) -> str:
    """Which groupings are split, and on how many issues."""
    names = {cell.holder: view.tables.in_sentence[cell.holder] for cell in view.splits}
    counts = [
        (name, [cell.issue for cell in view.splits if cell.holder == one]) for one, name in names.items()
    ]
    return ", ".join(f"{name} split on {_one_or_many(view, issues)}" for name, issues in counts)


def _one_or_many(view: View, issues: Sequence[str]) -> str:
    """The name of the only issue, or how many they are."""
    return in_sentence(view, issues[0]) if len(issues) == 1 else count_words(len(issues), "issue")


def cell_lines(view: View, cell: Cell) -> tuple[str, str]:
    """What stands over a report of one cell: who on what with the point, then all that is known of it."""
    words = short_words(cell, view.tables)
    held = f"{count_words(len(view.statements), 'statement')} in {count_words(len(view.sources), 'source')}"
    known = (f"As of {day_words(view.day)}", *words.body, words.evidence, *words.notes, held)
    point = cell.position.point
    doubts = (
        "low confidence" if cell.state == "weak" else "",
        brief_doubt(point) if point else "",
        "old words" if cell.old else "",
    )
    sure = ", ".join(one for one in doubts if one)
    title = f"{cell.name} on {in_sentence(view, cell.issue)}: {words.title}{f' ({sure})' if sure else ''}"
    return title, " · ".join(one for one in known if one)


def source_line(view: View) -> str:
    """Under every output: handling, day, sources behind it, order rule, data version and assumption."""
    dossier = view.tables.dossier
    known = [one for one in offered_columns(dossier) if one in view.selection.parties]
    order = ORDER_RULE if view.selection.parties == tuple(known) else "parties in the reader's order"
    oldest = view.selection.span
    parts = (
        handling_words(dossier),
        f"As of {day_words(view.day)}",
        sources_words(view),
        order,
        f"words older than {count_words(oldest, 'day')} left out" if oldest else "",
        clearing_words(view.tables),
        f"data {dossier.data_version}",
        STEPS_RULE,
        dossier.notice,
    )
    return " · ".join(part for part in parts if part)


def clearing_words(tables: Tables) -> str:
    """How many statements are cleared, and whether the others are left out; "" where nobody asks for it."""
    held = len(tables.dossier.statements)
    if not tables.dossier.clearing:
        return ""
    if tables.withheld is not None:
        every = count_words(held + tables.withheld.count, "statement")
        return f"cleared statements only: {held:,} of {every}"
    cleared = sum(one.status == CLEARED for one in tables.dossier.statements)
    return f"{cleared:,} of {count_words(held, 'statement')} cleared"


def sources_words(view: View) -> str:
    """The short names of the sources behind a view; of many only how many they are."""
    if len(view.sources) > _MOST_SOURCES:
        return f"{len(view.sources)} sources"
    names = "; ".join(source_head(one, view.tables) for one in view.sources)
    return f"sources: {names}" if names else "no source"


def in_sentence(view: View, issue: str) -> str:
    """The name of an issue as it reads inside a sentence."""
    return issue_words(view.tables.scales[issue])

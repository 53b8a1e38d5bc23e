"""Pairs with the statements that set their points: same step, near, apart; then what is not firm enough."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.app.escape import escaped
from components.app.source_texts import own_text
from components.app.st_output import opened_part, show_table
from components.statements.component import statement_cards
from components.statements.view import Card, CardGroup, card_view
from components.theme import Mark
from positions.analysis.gap import CONTRADICTS, SPLIT, WEAK, Gap, Point
from positions.model.issues import Issue
from positions.text.gaps import (
    coded_size,
    gap_sentence,
    pair_words,
    relation_words,
    touch_words,
    why_not_compared,
)
from positions.text.labels import BASIS_WORDS, NOT_COMPARED, RELATION_RULES, RELATION_WORDS
from positions.text.wording import count_words
from positions.view import View

_MOST_SHOWN, _MOST_CARDS = 8, 2  # pairs with their cards in a list; cards for one side of a pair
_ASIDE = {
    CONTRADICTS: "Contradicting words",
    WEAK: "Rests on low confidence",
    SPLIT: "Split groupings",
}


def pair_lists(view: View, marks: dict[str, Mark]) -> None:
    """Three lists side by side of the pairs with a relation, and below them those that rest on less."""
    firm = [gap for gap in view.gaps if gap.basis not in _ASIDE]
    st.header("Same step, near, apart", anchor=False)
    for place, relation in zip(st.columns(3, gap="medium"), RELATION_WORDS, strict=True):
        gaps = [gap for gap in firm if gap.relation == relation]
        with place:
            st.subheader(RELATION_WORDS[relation], anchor=False)
            st.caption(escaped(f"{RELATION_RULES[relation]} · {count_words(len(gaps), 'pair')}"))
            _list(view, sorted(gaps, key=lambda gap: -(gap.share or 0)), marks, f"relation_{relation}")
    for basis, title in _ASIDE.items():
        _aside(view, basis, title, marks)


def _aside(view: View, basis: str, title: str, marks: dict[str, Mark]) -> None:
    """The pairs that are in none of the three lists, because they rest on less."""
    gaps = [gap for gap in view.gaps if gap.basis == basis]
    if gaps:
        st.header(title, anchor=False)
        st.caption(escaped(f"{count_words(len(gaps), 'pair')} · {_WHY[basis]}"))
        _list(view, gaps, marks, f"relation_{basis.replace(' ', '_')}")


_WHY: dict[str, str] = {
    CONTRADICTS: "words of one day lie apart, so there is no single gap: nearest and farthest are told",
    WEAK: "one of the two has only words of low confidence, so the pair is in no finding and no list",
    SPLIT: "members stand on different steps, so there is no single gap: nearest and farthest are told",
}


def _list(view: View, gaps: Sequence[Gap], marks: dict[str, Mark], key: str) -> None:
    """The first pairs with their cards, all others in one table of words."""
    if gaps:
        groups = [group for gap in gaps[:_MOST_SHOWN] for group in pair_groups(view, gap, marks)]
        statement_cards(groups, key=key)
    if len(gaps) > _MOST_SHOWN:
        more = count_words(len(gaps) - _MOST_SHOWN, "more pair")
        if part := opened_part(more, f"{key}_more"):
            with part:
                show_table(words_table(view, gaps[_MOST_SHOWN:]), more)


def pair_groups(view: View, gap: Gap, marks: dict[str, Mark]) -> list[CardGroup]:
    """The pair with its gap in words and the statements of its two points; what else touches, below."""
    tables = view.tables
    group: CardGroup = {
        "title": f"{tables.scales[gap.issue].name}: {pair_words(gap, tables)}",
        "note": f"{gap_sentence(gap, tables)}{_left_out(gap)}",
        "cards": cards_of(view, _setting(gap), marks),
    }
    touch = touch_words(gap, tables)
    return [group, {"title": "", "note": f"{touch}.", "cards": []}] if touch else [group]


def cards_of(view: View, statements: Sequence[str], marks: dict[str, Mark]) -> list[Card]:
    """One card per id of a statement, with its passage where the reader has the text."""
    found = [view.tables.by_id[one] for one in statements]
    return [card_view(one, view.tables, marks, own_text(view.tables, one.source)) for one in found]


def _setting(gap: Gap) -> list[str]:
    """The statements that set the two points; of a split side those of its nearest and farthest members."""
    ends = (gap.nearest,) if gap.nearest == gap.farthest else (gap.nearest, gap.farthest)
    points = [one for pair in zip(*ends, strict=True) for one in pair]
    return list(dict.fromkeys(one for point in points for one in _newest(point)))


def _newest(point: Point) -> list[str]:
    """The newest statements behind a point, of many members the first; the evidence has the rest."""
    return _behind(point)[:_MOST_CARDS]


def _behind(point: Point) -> list[str]:
    stances = sorted(point.stances, key=lambda stance: -stance.day.toordinal())
    return list(dict.fromkeys(stance.statements[0] for stance in stances))


def _left_out(gap: Gap) -> str:
    """That of a grouping's statements only the newest are shown."""
    points = {id(point): point for point in (*gap.nearest, *gap.farthest)}.values()
    more = sum(max(0, len(_behind(point)) - _MOST_CARDS) for point in points)
    return f" · {count_words(more, 'more statement')} of members in the evidence" if more else ""


def words_table(view: View, gaps: Sequence[Gap]) -> pd.DataFrame:
    """Pairs in words: from which step to which, and what else the two said that touches."""
    tables = view.tables
    rows = [
        (
            tables.scales[gap.issue].name,
            pair_words(gap, tables),
            relation_words(gap, view.tables) or BASIS_WORDS[gap.basis],
            gap_sentence(gap, tables),
            touch_words(gap, tables),
        )
        for gap in gaps
    ]
    return pd.DataFrame(rows, columns=["Issue", "Pair", "Relation", "In words", "Other current words"])


def pairs_table(view: View, issue: Issue) -> pd.DataFrame:
    """Every pair on one issue in words; where there is no gap, who stands on no step."""
    rows = [_pair_row(view, issue, pair) for pair in view.pairs]
    return pd.DataFrame(rows, columns=["Pair", "Gap", "Relation", "In words"])


def _pair_row(view: View, issue: Issue, pair: tuple[str, str]) -> tuple[str, str, str, str]:
    gap = view.gap(issue.id, *pair)
    if gap is None:
        names = " – ".join(view.tables.names[one] for one in pair)
        return names, NOT_COMPARED, "", why_not_compared(*(view.cell(one, issue.id) for one in pair))
    told = ". ".join(part for part in (gap_sentence(gap, view.tables), touch_words(gap, view.tables)) if part)
    relation = relation_words(gap, view.tables) if gap.basis != WEAK else BASIS_WORDS[WEAK]
    return (
        pair_words(gap, view.tables),
        coded_size(gap, view.tables),
        relation or BASIS_WORDS[gap.basis],
        told,
    )

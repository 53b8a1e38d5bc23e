"""The farthest gaps of a view under every variant of coding, and with one statement or source left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import chain, combinations, product
from typing import TYPE_CHECKING

from positions.analysis.gap import FIRM, SAME, Gap, Placed, compared, farthest, pair_gap
from positions.analysis.position import Position, position_of
from positions.analysis.robustness import KEPT, Outcome, Removal, Robustness, Variant
from positions.analysis.words import Words, counting
from positions.cell import weighed_cell
from positions.model.parties import AUTHORITIES
from positions.model.statements import MODES
from positions.spoken import SpokenWords
from positions.tables import Tables

if TYPE_CHECKING:
    from positions.view import View

_Key = tuple[str, str]
_Spoken = Mapping[_Key, Sequence[Words]]

_LEFT_OUT: dict[str, Callable[[Words], bool]] = {
    "low_confidence": lambda one: one.weak,
    "reported_speech": lambda one: one.mode == MODES.index("reported_speech"),
    "delegated_speakers": lambda one: one.authority == AUTHORITIES.index("delegated"),
}
_TEN_YEARS = 3652  # days


def robustness(view: View) -> Robustness:
    """What is farthest apart in every variant of the dossier, on the columns, issues and day of a view.

    The first outcome is that of the view. A coding that cannot be read is left out and named.
    """
    codings, missing = _codings(view.tables)
    recount = _Recount(view)
    outcomes = []
    for variant in variants(view.tables, tuple(codings)):
        words = recount.without(codings[variant.coding], variant.without)
        outcomes.append(Outcome(variant, recount.farthest(words, variant.days)))
    return Robustness(tuple(outcomes), len(view.scaled) == 1, missing)


def removals(view: View) -> tuple[Removal, ...]:
    """What is farthest apart without each of the statements and sources behind a view, in its order.

    What is not behind it changes nothing.
    """
    by_id, sources = view.tables.by_id, defaultdict[str, set[str]](set)
    for id_, said in by_id.items():
        sources[said.source].add(id_)
    left_out = [("statement", one, {one}) for one in view.statements]
    left_out += [("source", one, sources[one]) for one in view.sources]
    recount = _Recount(view)
    return tuple(Removal(kind, one, recount.farthest_lacking(ids)) for kind, one, ids in left_out)


def variants(tables: Tables, codings: Sequence[str]) -> Iterator[Variant]:
    """Every coding with every omission and window, the kept coding as it is first; none of them twice."""
    chosen, coded = tables.dossier.variants, tables.dossier.window
    days_of = {"as_coded": coded, "half": coded // 2, "double": 2 * coded, "ten_years": _TEN_YEARS}
    windows = {days_of[name]: name for name in reversed(("as_coded", *chosen.windows))}
    omissions = dict.fromkeys(("nothing", *chosen.without))
    for coding, without, days in product(codings, omissions, reversed(windows)):
        yield Variant(coding, without, windows[days], days)


@lru_cache(maxsize=8)  # reading two codings of 900 statements takes a tenth of a second
def _codings(tables: Tables) -> tuple[dict[str, SpokenWords], tuple[str, ...]]:
    """The words of each coding, the kept one first; and the coders whose codings are not to be had."""
    named, kept = tables.dossier.variants.codings, tables.codings
    chosen = kept if named is None else {one: kept[one] for one in named if one in kept}
    words = {
        coder: SpokenWords(tables.dossier.model_copy(update={"statements": rows, "refusals": ()}))
        for coder, rows in chosen.items()
    }
    return {KEPT: tables.words} | words, tuple(one for one in named or () if one not in kept)


class _Recount:
    """The farthest gaps of one view from other words; a row of which no position differs is counted once."""

    def __init__(self, view: View) -> None:
        self._view = view
        inside = view.tables.memberships
        self._actors: dict[str, tuple[str, ...]] = {
            one: (*inside[one].states, *inside[one].bodies) if one in inside else (one,)
            for one in view.columns
        }
        self._actors_here = tuple(dict.fromkeys(one for actors in self._actors.values() for one in actors))
        self._keys = [(actor, issue.id) for issue in view.scaled for actor in self._actors_here]
        self._kept: dict[tuple[int, str], _Spoken] = {}
        self._positions: dict[_Key, dict[tuple[int, ...], Position]] = defaultdict(dict)
        self._cells: dict[tuple[str, str, tuple[int, ...]], Placed | None] = {}
        self._gaps: dict[tuple[str, int, int], Gap] = {}
        self._rows: dict[tuple[str, tuple[int, ...]], tuple[Gap, ...]] = {}

    def without(self, words: _Spoken, omission: str) -> _Spoken:
        """The words of the view's actors without those that are left out."""
        place = id(words), omission
        if place not in self._kept:
            self._kept[place] = self._kept_words(words, _LEFT_OUT.get(omission, lambda _: False))
        return self._kept[place]

    def farthest(self, words: _Spoken, window: int) -> tuple[Gap, ...]:
        """What these words put farthest apart, issue by issue."""
        return _farthest(
            [self._row(issue.id, self._places(words, issue.id, window)) for issue in self._view.scaled]
        )

    def farthest_lacking(self, statements: Set[str]) -> tuple[Gap, ...]:
        """The same from the words of the dossier without some statements, whose actors are placed again."""
        window, rows = self._view.tables.dossier.window, dict(self._whole_rows)
        touched: dict[str, dict[str, Position]] = defaultdict(dict)
        for actor, issue in dict.fromkeys(key for one in statements for key in self._keys_of.get(one, ())):
            left = [one for one in self._whole[actor, issue] if one.statement not in statements]
            touched[issue][actor] = self._position(left, (actor, issue), window)
        for issue, positions in touched.items():
            rows[issue] = self._row(issue, self._whole_places[issue] | positions)
        return _farthest(rows.values())

    @cached_property
    def _whole(self) -> _Spoken:
        return self._kept_words(self._view.tables.words, lambda _: False)

    @cached_property
    def _keys_of(self) -> dict[str, list[_Key]]:
        """By statement whose words on which issue it is."""
        found = defaultdict[str, list[_Key]](list)
        for key, words in self._whole.items():
            for one in words:
                found[one.statement].append(key)
        return found

    @cached_property
    def _whole_places(self) -> dict[str, dict[str, Position]]:
        window = self._view.tables.dossier.window
        return {issue.id: self._places(self._whole, issue.id, window) for issue in self._view.scaled}

    @cached_property
    def _whole_rows(self) -> dict[str, tuple[Gap, ...]]:
        return {issue: self._row(issue, places) for issue, places in self._whole_places.items()}

    def _kept_words(self, words: _Spoken, left_out: Callable[[Words], bool]) -> _Spoken:
        return {key: [one for one in words.get(key, ()) if not left_out(one)] for key in self._keys}

    def _places(self, words: _Spoken, issue: str, window: int) -> dict[str, Position]:
        return {
            actor: self._position(words[actor, issue], (actor, issue), window) for actor in self._actors_here
        }

    def _row(self, issue: str, positions: Mapping[str, Position]) -> tuple[Gap, ...]:
        """What these positions put farthest apart on an issue."""
        key = issue, tuple(map(id, positions.values()))
        if key not in self._rows:
            placed = (self._placed(holder, issue, positions) for holder in self._view.columns)
            self._rows[key] = farthest(self._widest(issue, [one for one in placed if one is not None]))
        return self._rows[key]

    def _widest(self, issue: str, placed: Sequence[Placed]) -> Iterator[Gap]:
        """The widest firm gaps of some columns, without the others being made."""
        firm = [(one.points[0].middle, one) for one in placed if one.basis == FIRM and len(one.points) == 1]
        middles = {middle for middle, _ in firm}
        lengths = {abs(one - other) for one in middles for other in middles}
        for length in sorted(lengths, reverse=True):
            ends = {one for one in middles for other in middles if abs(one - other) == length}
            pairs = [
                (first, second)
                for (one, first), (other, second) in combinations([one for one in firm if one[0] in ends], 2)
                if abs(one - other) == length
                and not self._view.overlap(first.holder, second.holder)
                and compared(first, second)
            ]
            if pairs:
                yield from (self._gap(issue, *pair) for pair in pairs)
                return

    def _gap(self, issue: str, first: Placed, second: Placed) -> Gap:
        key = issue, id(first), id(second)
        if key not in self._gaps:
            self._gaps[key] = pair_gap(issue, self._view.tables.scales[issue].length, first, second)
        return self._gaps[key]

    def _placed(self, holder: str, issue: str, positions: Mapping[str, Position]) -> Placed | None:
        key = holder, issue, tuple(id(positions[actor]) for actor in self._actors[holder])
        if key not in self._cells:
            tables, day = self._view.tables, self._view.day
            cell = weighed_cell(tables, holder, issue, day, positions.__getitem__)
            self._cells[key] = cell.for_gaps
        return self._cells[key]

    def _position(self, words: Sequence[Words], key: _Key, window: int) -> Position:
        """The position from these words; one that equals another of the actor is that other."""
        day, lasting = self._view.day, key[0] in self._view.tables.lasting
        oldest = None if lasting else self._view.selection.span
        counted = counting(words, day, window=window, oldest=oldest)
        # Days are only compared with the window: one that holds all of them is as good as any longer one.
        within = min(window, (counted[-1].day - counted[0].day).days) if counted else 0
        known = self._positions[key]
        place = within, *map(id, counted)
        if place not in known:
            found = position_of(counted, day, window=within, oldest=oldest)
            known[place] = next((position for position in known.values() if position == found), found)
        return known[place]


def _farthest(rows: Iterable[tuple[Gap, ...]]) -> tuple[Gap, ...]:
    """`farthest` of all gaps of some rows, each of which is the farthest on its issue."""
    found = [(row[0].share or 0.0, row) for row in rows if row]
    most = max((share for share, _ in found), default=0.0)
    widest = [row for share, row in found if share == most]
    apart = [row for row in widest if row[0].relation != SAME]
    return tuple(chain.from_iterable(apart or widest))

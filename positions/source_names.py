"""Sources that share a short name and a day in, the same with a letter after the name out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from string import ascii_lowercase

from positions.model.sources import Source


def sources_apart(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources in their order, told apart as author–date citing does: "Gazette (a)", "Gazette (b)".

    Letters are given where short name and printed day are the same, in the order of titles, of one title in
    that of ids; after "z" comes "aa". All other sources are the very objects.
    """
    listed = tuple(sources)
    alike: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for one in listed:
        alike[_name(one), _day(one)].append(one)
    letters = {
        one.id: _letter(place)
        for ones in alike.values()
        if len(ones) > 1
        for place, one in enumerate(sorted(ones, key=lambda one: (one.title, one.id)))
    }
    return tuple(_with_letter(one, letters[one.id]) if one.id in letters else one for one in listed)


def names_of_several(sources: Iterable[Source]) -> frozenset[str]:
    """Ids of the sources of which another one has the short name, whatever their days."""
    listed = tuple(sources)
    counts = Counter(map(_name, listed))
    return frozenset(one.id for one in listed if counts[_name(one)] > 1)


def _name(source: Source) -> str:
    return source.custom.short_name.casefold()


def _day(source: Source) -> str:
    """The day as it is printed; "" for none."""
    if source.issued is None:
        return ""
    about = "about " if source.issued.circa else ""
    return f"{about}{source.issued.season or ''} {source.issued.approximate or source.issued.in_words}"


def _letter(place: int) -> str:
    more, last = divmod(place, len(ascii_lowercase))
    return f"{_letter(more - 1) if more else ''}{ascii_lowercase[last]}"


def _with_letter(source: Source, letter: str) -> Source:
    name = f"{source.custom.short_name} ({letter})"
    return source.model_copy(update={"custom": source.custom.model_copy(update={"short_name": name})})

"""Which statements match a reader's search and filters."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from positions.model.fields import said_year

# Signs that stand for an apostrophe in one print or another, and marks that nobody sees or types.
_AS_TYPED = str.maketrans(
    dict.fromkeys("’‘ʼʻʹ′`´", "'")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c\u2068\u2069")
)

_AT_A_TIME = 10_000  # statements whose texts are in memory several times while they are folded


def folded(text: str) -> str:
    """The text without case, accents, stress marks and unseen marks, every apostrophe alike.

    So "Cavusoglu" finds "Çavuşoğlu", and "Lukyanov's" what is printed with a curved apostrophe.
    """
    if text.isascii():  # the same, twenty times as fast
        return text.replace("`", "'").lower()
    letters = unicodedata.normalize("NFKD", text.translate(_AS_TYPED))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def search_text(statements: pd.DataFrame, names: Mapping[str, str], sources: Mapping[str, str]) -> pd.Series:
    """What is searched of each statement: summary, phrase, condition, note, and names in words.

    `sources` are the words of each source by id (title, publisher), searched with its statements.
    """
    parts = [
        _search_text(statements.iloc[first : first + _AT_A_TIME], names, sources)
        for first in range(0, max(len(statements), 1), _AT_A_TIME)
    ]
    searched: pd.Series = pd.concat(parts)
    return searched


def _search_text(statements: pd.DataFrame, names: Mapping[str, str], sources: Mapping[str, str]) -> pd.Series:
    ids = statements[["speaker", "party", "member", "issue"]].apply(lambda column: column.map(names))
    printed = statements["source"].map(sources)
    texts = pd.concat([statements[["summary", "phrase", "condition", "note"]], ids, printed], axis=1)
    rows = zip(*(_folded(texts.iloc[:, place]) for place in range(texts.shape[1])), strict=True)
    return pd.Series([" ¶ ".join(row) for row in rows], index=statements.index, dtype="str")


def _folded(column: pd.Series) -> list[str]:
    """The texts of a column folded, each distinct one once; "" where there is none."""
    # A column in which nobody has a name, as of members where there are none, is one of numbers.
    places, texts = pd.factorize(column.astype("str").fillna("").to_numpy(dtype="object"))
    found = [folded(text) for text in texts]
    return [found[place] for place in places.tolist()]


def with_passages(searched: pd.Series, ids: pd.Series, passages: Mapping[str, str]) -> pd.Series:
    """The column of `search_text` with the passage of each statement whose text is at hand."""
    found = [
        f"{text} ¶ {folded(passages[one])}" if one in passages else text
        for one, text in zip(ids, searched, strict=True)
    ]
    return pd.Series(found, index=searched.index, dtype="str")


@dataclass(frozen=True)
class Query:
    """What a reader asked for: words of `text`, and ids per filter; an empty filter lets all through."""

    as_of: dt.date
    text: str = ""
    sides: Sequence[str] = ()
    speakers: Sequence[str] = ()
    issues: Sequence[str] = ()
    sources: Sequence[str] = ()
    modes: Sequence[str] = ()
    confidences: Sequence[str] = ()
    years: Sequence[str] = ()


def matching(statements: pd.DataFrame, searched: pd.Series, query: Query) -> pd.DataFrame:
    """Whole rows said by `as_of` that hold every word of the text and pass the filters, newest first.

    `searched` is the column of `search_text`. Words in quotation marks must follow each other. A
    side matches who speaks, party or member, and for claims and commentary also whom they describe.
    """
    keep = statements["day"] <= pd.Timestamp(query.as_of)
    for wanted in _wanted(query.text):
        keep &= searched.str.contains(wanted, regex=False)
    if query.sides:
        described = statements["about"].map(lambda about: not set(query.sides).isdisjoint(about))
        speaking = statements["party"].isin(list(query.sides)) | statements["member"].isin(list(query.sides))
        keep &= speaking | described
    if query.years:
        keep &= statements["said_on"].map(said_year).isin(list(query.years))
    filters = {
        "speaker": query.speakers,
        "issue": query.issues,
        "source": query.sources,
        "mode": query.modes,
        "confidence": query.confidences,
    }
    for column, ids in filters.items():
        if ids:
            keep &= statements[column].isin(list(ids))
    return statements[keep].iloc[::-1].reset_index(drop=True)


def _wanted(text: str) -> list[str]:
    parts = folded(text).replace("“", '"').replace("”", '"').split('"')
    return [
        word
        for place, part in enumerate(parts)
        for word in ([part.strip()] if place % 2 else part.split())
        if word
    ]

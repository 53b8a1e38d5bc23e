"""Sources as CSL-JSON writes them, the format in which reference managers export."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from string import ascii_lowercase
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from positions.model.base import Record
from positions.model.fields import (
    Address,
    ApproxDate,
    ExactDay,
    Name,
    Slug,
    Text,
    WebAddress,
    first_day,
    in_known_years,
    last_day,
)


class Kept(Record):
    """A record of CSL-JSON: fields that nothing here needs are kept as they are written."""

    model_config = ConfigDict(extra="allow")


class Contributor(Kept):
    """A name as CSL-JSON writes it: family and given, or one literal string."""

    family: Name | None = None
    given: Name | None = None
    literal: Name | None = None
    particle: Annotated[Name | None, Field(alias="non-dropping-particle")] = None
    dropped: Annotated[Name | None, Field(alias="dropping-particle")] = None
    suffix: Name | None = None

    @property
    def printed(self) -> str:
        """The name as one reads it: given name, particles, family name, suffix."""
        parts = (self.given, self.dropped, self.particle, self.family)
        return self.literal or " ".join(part for part in (*parts, self.suffix) if part)


# The kinds of sources that CSL 1.0.2 names.
SOURCE_TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
    "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
)  # fmt: skip
# Who runs the place at which a text was read, the nearest to the author first.
Site = Literal["original", "agency", "press", "carried", "unedited"]
Extent = Literal["whole", "opening"]


def site_of(address: str | None) -> str:
    """The site of an address as readers name it, "tass.com"; "" for none."""
    return urlsplit(address or "").netloc.removeprefix("www.")


DateParts = Annotated[tuple[int, ...], Field(min_length=1, max_length=3)]


class CslDate(Kept):
    """A date as CSL-JSON writes it: nested year, month, day parts; of two dates it is a range.

    A date without parts is known in words alone, as it is printed, and sorts nothing.
    """

    date_parts: Annotated[
        tuple[DateParts, ...] | None, Field(alias="date-parts", min_length=1, max_length=2)
    ] = None
    circa: bool = False
    season: Name | Annotated[int, Field(ge=1, le=24)] | None = None
    literal: Name | None = None
    raw: Name | None = None

    @property
    def in_words(self) -> str:
        """The date as it is printed where it is not given in numbers, "" for none."""
        return self.literal or self.raw or ""

    @property
    def approximate(self) -> str | None:
        """The date as "2022-03-29", "2022-03" or "2022", or two of them as a range; None for words alone."""
        if self.date_parts is None:
            return None
        dates = (
            "-".join((f"{year:04d}", *(f"{part:02d}" for part in rest))) for year, *rest in self.date_parts
        )
        return "/".join(dates)

    @model_validator(mode="after")
    def _is_a_date(self) -> Self:
        date = self.approximate
        if date is None:
            if not self.in_words:
                raise PydanticCustomError("csl_date", "a date: date-parts, literal or raw")
            return self
        try:
            in_order = first_day(date) <= last_day(date)
        except ValueError:
            raise PydanticCustomError("csl_date", "a date that exists: year, month, day") from None
        if not in_order:
            raise PydanticCustomError("csl_date", "two dates of which the first comes first")
        in_known_years(date)
        return self


class SourceDetails(Record):
    """What CSL-JSON has no field for, kept in its `custom` object."""

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    short_name: Name
    original_language: Name | None = None
    translated: bool = False
    read_in: Name | None = None
    read_on: ApproxDate | None = None
    outlet_flag: Name | None = None
    site: Site | None = None
    """Who runs the place at which it was read."""
    extent: Extent | None = None
    """How much of the text was read; of an opening nothing is concluded from what is not in it."""
    exported_id: Name | None = None
    """The id that a reference manager gave it, where that is no short name."""
    archived_url: WebAddress | None = None
    """Address of a stored copy of the page that does not change."""
    archived_on: ExactDay | None = None
    """Day on which that copy was made; only with its address."""
    also_at: tuple[Address, ...] = ()
    """Further addresses that report what this page reports, one or more of its statements."""

    @model_validator(mode="after")
    def _the_day_belongs_to_an_address(self) -> Self:
        if self.archived_on and not self.archived_url:
            raise PydanticCustomError("archived_on", "archived_url too, or no archived_on")
        return self


class Source(Kept):
    """A document in CSL-JSON, as reference managers export it; `id` is the source id."""

    id: Slug
    type: Name
    title: Name
    author: tuple[Contributor, ...] = ()
    container_title: Annotated[Name | None, Field(alias="container-title")] = None
    publisher: Name | None = None
    publisher_place: Annotated[Name | None, Field(alias="publisher-place")] = None
    issued: CslDate | None = None
    accessed: CslDate | None = None
    language: Name | None = None
    abstract: Text | None = None
    archive: Name | None = None
    genre: Name | None = None
    number: Name | None = None
    page: Name | None = None
    volume: Name | None = None
    issue: Name | None = None
    section: Name | None = None
    doi: Annotated[Name | None, Field(alias="DOI")] = None
    issn: Annotated[Name | None, Field(alias="ISSN")] = None
    isbn: Annotated[Name | None, Field(alias="ISBN")] = None
    editor: tuple[Contributor, ...] = ()
    translator: tuple[Contributor, ...] = ()
    collection_title: Annotated[Name | None, Field(alias="collection-title")] = None
    event_place: Annotated[Name | None, Field(alias="event-place")] = None
    edition: Name | None = None
    source: Name | None = None
    keyword: Text | None = None
    url: Annotated[Address | None, Field(alias="URL")] = None
    note: Text | None = None
    citation_key: Annotated[Name | None, Field(alias="citation-key")] = None
    title_short: Annotated[Name | None, Field(alias="title-short")] = None
    custom: SourceDetails

    @property
    def issued_on(self) -> str | None:
        """Date of publication as precisely as it is known, as "2022-03-29"; None when not printed."""
        return self.issued.approximate if self.issued else None

    @property
    def authors(self) -> str:
        """The names of the authors, separated by commas; empty where none is known."""
        return ", ".join(one.printed for one in self.author)


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

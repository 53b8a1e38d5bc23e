"""A statement as a citation and as attributed sentences, ready to paste."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from positions.model.sources import Source, names_of_several, site_of, sources_apart
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.wording import (
    MODE_WORDS,
    published_words,
    quoted,
    read_words,
    said_on_words,
    step_words,
)

_MACHINE = ("machine translat", "machine-translat", "translated by machine", "translated by a machine")
SITE_WORDS: dict[str, str] = {
    "original": "the author's own site",
    "agency": "news agency",
    "press": "newspaper or broadcaster",
    "carried": "outlet carrying another's text",
    "unedited": "blog or unedited site",
}
_LANGUAGES: dict[str, str] = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "mk": "Macedonian",
    "no": "Norwegian",
    "pl": "Polish",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
_OUR_TITLE = ("title ours", "title is ours", "title is described")
_DOCUMENTS = {
    "draft": "from a draft that was never in force",
    "shared": "from a text shared with another side",
}


def citation(statement: Statement, tables: Tables) -> str:
    """Speaker, office, day, phrase, source, how and when it was read, and the data version."""
    source = tables.sources[statement.source]
    return (
        f"{_words(statement, tables)} In: {source_citation(source)}; read in {read_words(source)}"
        f"{_elsewhere(statement)}. "
        f"Statement {statement.id}, dossier {tables.dossier.id}, data {tables.dossier.data_version}."
    )


def citation_again(statement: Statement, tables: Tables) -> str:
    """The same where a note above it cites the source in full: of the source its title, publisher and day."""
    source = tables.sources[statement.source]
    parts = (title_words(source), source.custom.short_name, published_words(source), "cited above")
    where = f"{', '.join(parts)}{_elsewhere(statement)}"
    return f"{_words(statement, tables)} In: {where}. Statement {statement.id}."


def _elsewhere(statement: Statement) -> str:
    """Where the words were quoted from, if not from the page that is cited."""
    return f"; the words are quoted from {statement.phrase_at}" if statement.phrase_at else ""


def _words(statement: Statement, tables: Tables) -> str:
    """Speaker, office, day and phrase, with their full stop."""
    speaker, source = tables.speaker_of(statement), tables.sources[statement.source]
    words = f", {quoted(statement.phrase)}" if statement.phrase else ""
    said = f"{said_words(statement)} ({mode_words(statement, source)})"
    return f"{speaker.name} ({speaker.office}), {said}{words}."


def note(statement: Statement, tables: Tables, *, again: bool = False) -> str:
    """What was said with its condition, then the citation: what stands under a text that cites it."""
    return f"{_said(statement)} {(citation_again if again else citation)(statement, tables)}"


def _said(statement: Statement) -> str:
    condition = f" Condition: {statement.condition}." if statement.condition else ""
    return f"{_ended(statement.summary)}{condition}"


def sentence(statement: Statement, tables: Tables) -> str:
    """What was said with its condition, then who said it, when, how and where, and how sure that is."""
    speaker, source = tables.speaker_of(statement), tables.sources[statement.source]
    parts = (source.custom.short_name, published_words(source), language_words(source))
    where = ", ".join(part for part in parts if part)
    told = f"{speaker.name}, {speaker.office}, {said_words(statement)}, {mode_words(statement, source)}"
    sure = "; ".join(caveats(statement, tables))
    return " ".join(
        part
        for part in (
            _said(statement),
            f"{told}, in {where}.",
            _sentence(sure) if sure else "",
        )
        if part
    )


def caveats(statement: Statement, tables: Tables) -> tuple[str, ...]:
    """What a reader must know before relying on a statement; empty for one that is sure in every respect."""
    return tuple(_caveats(statement, tables))


def _caveats(statement: Statement, tables: Tables) -> Iterator[str]:
    speaker, issue = tables.speaker_of(statement), tables.scales[statement.issue]
    if statement.confidence != "high":
        yield f"{statement.confidence} confidence"
    placed = issue.placement(statement)
    if placed and statement.ranged:
        ends = [step_words(issue, place, place, short=True) for place in placed]
        if statement.spread == "said":
            yield f"names the {'values' if issue.numeric else 'steps'} from {ends[0]} to {ends[1]}"
        else:
            yield f"the coder was unsure between {ends[0]} and {ends[1]}"
    if speaker.document and statement.party not in tables.lasting:
        yield _DOCUMENTS[speaker.document]
    if speaker.authority == "individual":
        yield "speaks as an individual and does not bind the side"
    if statement.until:
        yield f"a measure bounded in time, until {said_on_words(statement.until)}"


def source_citation(source: Source) -> str:
    """Authors, title, where and when it was published, and what is to be known of outlet and translation.

    A title stands in quotation marks where it is the printed one, and without where it is ours.
    """
    parts = (
        source.authors,
        title_words(source),
        source.container_title,
        source.publisher or "publisher not printed",
        published_words(source),
        source.url,
        archived_words(source),
        outlet_words(source),
        language_words(source),
    )
    return ", ".join(part for part in parts if part)


def outlet_words(source: Source) -> str:
    """What a reader should know of an outlet before citing it: whose it is, and that nobody edits it."""
    unedited = SITE_WORDS["unedited"] if source.custom.site == "unedited" else ""
    return ", ".join(part for part in (source.custom.outlet_flag, unedited) if part)


def archived_words(source: Source) -> str:
    """Where a stored copy is kept and since when, "archived 3 Mar 2022 at https://…"; "" for none."""
    if not source.custom.archived_url:
        return ""
    on = f" {said_on_words(source.custom.archived_on)}" if source.custom.archived_on else ""
    return f"archived{on} at {source.custom.archived_url}"


def source_sites(source: Source) -> frozenset[str]:
    """The sites that report something of a source, "tass.com"; none where no address is recorded."""
    return frozenset(site for one in (source.url, *source.custom.also_at) if (site := site_of(one)))


def source_head(source: str, tables: Tables) -> str:
    """The short name of a source for places without its day, which is added where others have the name."""
    return _head(tables.sources[source], source in tables.of_one_name)


def source_heads(sources: Sequence[Source]) -> dict[str, str]:
    """The same of each source of a dossier, by id."""
    shared = names_of_several(sources)
    return {one.id: _head(one, one.id in shared) for one in sources_apart(sources)}


def _head(source: Source, shared: bool) -> str:
    return f"{source.custom.short_name}, {published_words(source)}" if shared else source.custom.short_name


def source_cells(source: Source) -> tuple[str, str, str, str]:
    """A source on one line: short name, day, kind, and site or journal ("–" for neither)."""
    site = site_of(source.url) or source.container_title or "–"
    return source.custom.short_name, published_words(source), kind_words(source), site


def kind_words(source: Source) -> str:
    """What kind of text a source is: "newspaper article", "web page"; a kind of CSL without its hyphens."""
    first, _, rest = source.type.replace("_", "-").partition("-")
    if first == "article" and rest:
        return f"{rest.replace('-', ' ')} article"
    return {"webpage": "web page"}.get(source.type, source.type.replace("-", " ").replace("_", " "))


def title_words(source: Source) -> str:
    """The printed title in quotation marks; one that is ours, in brackets or by its note, without them."""
    ours = any(words in (source.note or "").casefold() for words in _OUR_TITLE)
    return source.title if ours or source.title.startswith("[") else f"“{source.title}”"


def translation_words(source: Source) -> str:
    """That a translation was coded, as "machine-translated from Arabic"; "" for a text read as written.

    It is called machine-made only where the record says so.
    """
    if not source.custom.translated:
        return ""
    machine = any(words in (source.note or "").casefold() for words in _MACHINE)
    how = "machine-translated" if machine else "translated"
    language = source.custom.original_language
    return f"{how} from {language}" if language else f"{how}, original language not known"


def language_name(code: str | None) -> str:
    """The English name of a language by its code, "uk" as "Ukrainian"; a code that is not known as it is."""
    return _LANGUAGES.get((code or "").partition("-")[0].lower(), code or "")


def language_words(source: Source) -> str:
    """In which language a page is, "in Russian", or that a translation was coded; "" for English or unknown.

    A phrase stands in the language of its page, which need not be that of the speaker.
    """
    name = language_name(source.language) if source.language else ""
    return translation_words(source) or (f"in {name}" if name and name != "English" else "")


def mode_words(statement: Statement, source: Source) -> str:
    """How the words reached the source; a quotation that was read in translation is said to be one."""
    if statement.mode == "direct_quote" and source.custom.translated:
        return "quoted in translation"
    return MODE_WORDS[statement.mode]


def said_words(statement: Statement) -> str:
    """The day of a statement, and whether it was inferred: "29 Mar 2022, day inferred"."""
    inferred = ", day inferred" if statement.day_inferred else ""
    return f"{said_on_words(statement.said_on)}{inferred}"


def _sentence(words: str) -> str:
    return _ended(words[:1].upper() + words[1:])


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."

"""Words for a choice: which values there are, what they mean, and which is most like what was found."""

from __future__ import annotations

from collections.abc import Iterable

MOST_NAMED = 12
_FEW_NAMED = 3
_LEAST_LIKE = 65  # of 100, by rapidfuzz: a letter or two of a short word
MODE_MEANINGS: dict[str, str] = {
    "official_text": "a document, decree or written proposal of the side",
    "direct_quote": "the speaker's words in quotation marks",
    "reported_speech": "the speaker's words retold by the source",
    "action": "something done or announced, such as a withdrawal",
    "attributed": "what one side says of another's aims, offers or views",
    "commentary": "analysts, unnamed sources, the article's author",
}
AUTHORITY_MEANINGS: dict[str, str] = {
    "principal": "the head of state or government, or an office in that name",
    "delegated": "ministers, negotiators, spokespersons, ministries",
    "adviser": "advisers, deputies, envoys; set a cell only where nobody higher has current words",
    "individual": "speaks for himself or herself against the side's line; shown as dissent",
    "commentator": "belongs to no side",
}
# By the field that holds such a word.
MEANINGS: dict[str, dict[str, str]] = {"mode": MODE_MEANINGS, "authority": AUTHORITY_MEANINGS}
# Other words for one of a closed list that can mean nothing else in it (codebook, sections 2, 3 and 6).
SYNONYMS: dict[str, tuple[str, ...]] = {
    "state": ("country", "nation"),
    "firm": ("company", "business"),
    "grouping": ("group",),
    "body": ("alliance", "union", "coalition", "organisation", "organization"),
    "mediator": ("mediators", "facilitator"),
    "reference": ("text", "treaty", "reference text"),
    "principal": ("head of state", "head of government"),
    "delegated": ("minister", "negotiator", "delegation", "spokesman", "spokeswoman", "spokesperson"),
    "adviser": ("advisor", "deputy", "envoy"),
    "commentator": ("analyst", "columnist"),
    "official_text": ("official document", "written proposal"),
    "direct_quote": ("quote", "quotation"),
    "reported_speech": ("indirect speech",),
    "medium": ("middle",),
    "article-newspaper": ("newspaper article", "news article", "newspaper", "news report"),
    "article-journal": ("journal article",),
    "article-magazine": ("magazine article",),
    "webpage": ("web page", "website", "web site"),
    "post-weblog": ("blog post", "blog"),
    "chapter": ("book chapter",),
    "true": ("yes", "x", "ja", "oui", "1"),
    "false": ("no", "nein", "non", "0"),
}


def one_of(ids: Iterable[str], found: str | None = None) -> str:
    """The values in alphabetical order; of more than twelve the three most like `found` and how many more."""
    known = sorted(ids)
    if not known:
        return "anything known here; there is none"
    if len(known) <= MOST_NAMED:
        return f"one of {', '.join(known)}"
    named = _alike(found or "", known, _FEW_NAMED, 0) or known[:_FEW_NAMED]
    return f"one of {', '.join(named)} and {len(known) - len(named):,} more"


def nearest(found: str | None, ids: Iterable[str]) -> str | None:
    """The value most like `found`, of equals the first of the alphabet; None if none is near."""
    return next(iter(_alike(found or "", sorted(ids), 1, _LEAST_LIKE)), None)


def _alike(found: str, known: list[str], most: int, least: int) -> list[str]:
    # Imported here, because a sound dossier needs nothing of it.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    scored = process.extract(
        found, known, scorer=fuzz.ratio, processor=str.casefold, limit=most, score_cutoff=least
    )
    return [value for value, _, _ in scored]

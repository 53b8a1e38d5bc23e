"""What the words of closed lists mean, told wherever one is to be chosen or was."""

from __future__ import annotations

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

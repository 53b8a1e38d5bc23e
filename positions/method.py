"""How the dossier on screen was made and is counted, in plain sentences; facts are taken from it."""

from __future__ import annotations

from positions.models import Dossier
from positions.text.wording import count_words, joined

Sentences = tuple[str, ...]

STATEMENT_PARAGRAPHS: Sentences = (
    "Everything is built from statements. A statement is one speaker answering one question on one occasion, "
    "as one source tells it. A sentence that answers two questions is entered under both. The same words "
    "found in two papers are two statements, which is why a cell can speak of 2 sources.",
    "Each statement carries its day, its speaker and the office held, a sentence in our own words with the "
    "condition attached to it, and a few words of the source as proof. Offering is kept apart from agreeing, "
    "welcoming from accepting, and putting off from giving up.",
    "How the words reached us and who spoke them decide whether a statement can set a cell.",
)

GAP_PARAGRAPHS: Sentences = (
    "A gap is the number of steps between two points. Because a side may have stated more than one step, the "
    "gap is printed with the shortest and the longest distance that the two ranges allow.",
    "Two sides meet when their ranges touch, are near when at most one step lies between the ranges, and are "
    "apart beyond that. An issue is headed by its widest pair and not by a mean, which three sides would "
    "only blur.",
    "The overall distance of two sides is the mean of their gaps, as shares of each scale. It covers only "
    "the issues on which both stand, says how many those are, and is withheld below half of them. Every "
    "issue weighs the same unless the reader gives it another weight, which then stands beside the distance.",
)

GROUPING_PARAGRAPHS: Sentences = (
    "A grouping is our way of reading several governments together. Nobody speaks for it: each of its "
    "members stands where its own words put it, the grouping's point is the median of the members' points, "
    "and its range reaches from the lowest to the highest step that a member stated.",
    "A declaration by an alliance or a union counts for that body as one member. Words ascribed to the "
    "grouping without naming a member are kept and shown, and count for no member.",
    "Where fewer than half of the members have a position, the cell is marked as thin.",
)

BLANK_PARAGRAPHS: Sentences = (
    "A cell without a current position says why. None of the kinds below enters a gap, a distance or the "
    "median of a grouping, and none of them is drawn on a scale.",
)

_ORDER_PARAGRAPH = (
    "Sides stand in alphabetical order unless the reader picks another, and each page says which order it "
    "has. Colours and marker shapes follow that order too; none is taken from a flag, and none means good or "
    "bad. Tints repeat what the words say and can be left out without loss."
)
_FEW = "Few statements mean that the sources carry little of a side, not that the side had little to say."


def premises(dossier: Dossier) -> Sentences:
    """What everything else rests on, with the dossier's own groupings and ends of scales."""
    groupings = joined([party.name for party in dossier.parties if party.kind == "grouping"])
    grouped = f"A grouping cannot speak. For {groupings} you see the members that did, and how many they are."
    return (
        "A position is what somebody said, on a day, in a source that can be named. It is worked out anew "
        "from the statements for each day you choose, and every cell opens the statements it rests on.",
        "Silence stays silence. An empty cell is neither a zero nor a middle nor a yes, and no distance is "
        "measured to it.",
        "What one side says of another tells you what the first one says. It moves neither of the two. The "
        "same holds for commentators, unnamed sources and authors of articles.",
        *([grouped] if groupings else []),
        "A scale puts outcomes in order; it does not rate them. Step 0 is the end "
        f"{dossier.low_end}, the last step the end {dossier.high_end}, and neither end is the better one. "
        "That all steps are equally long is an assumption.",
        "The coder's confidence is shown beside a statement and moves no number.",
    )


def position_rule(dossier: Dossier) -> Sentences:
    """How statements become a point and a range, before the worked example."""
    return (
        "To find where a government stands, take its newest statement that can be placed on the issue's "
        f"scale, and whatever it said in the {count_words(dossier.window, 'day')} before. Keep the last word "
        "of each speaker. The one with the highest authority gives the point, all of them give the range.",
        f"After {count_words(dossier.stale_after, 'day')} without a new statement a position counts as old: "
        "it stays visible with its age and leaves gaps and groupings. A day known only as a month counts "
        "from the month's end. On an issue without a scale the latest words are shown, not measured.",
        "Words that fit several steps are told as that range: the middle, at which a mark is drawn and from "
        "which gaps are measured, is nobody's position.",
        *_text_rule(dossier),
        *_government_rule(dossier),
    )


def _text_rule(dossier: Dossier) -> Sentences:
    """How drafts, shared texts and reference texts are treated, where the dossier has any."""
    texts = sum(speaker.document is not None for speaker in dossier.speakers)
    references = any(party.kind == "reference" for party in dossier.parties)
    shared = (
        f"{count_words(texts, 'text')} among the speakers are drafts that were never in force or are shared "
        "with another side. They widen the range of what a side said itself, never give the point, and a "
        "side known from them alone has a blank that says so."
    )
    lasting = "A reference text is a row to measure against: it speaks for nobody and does not grow old."
    return (*([shared] if texts else []), *([lasting] if references else []))


def _government_rule(dossier: Dossier) -> Sentences:
    """What a change of government does, and whose changes are listed."""
    changed = [one.name for one in dossier.holders if one.governments]
    if not changed:
        return ()
    return (
        "When another government takes office, what the one before it said is no longer current; it stays "
        f"visible as such. Changes are listed for {joined(changed)}.",
    )


def fairness(dossier: Dossier) -> Sentences:
    """What is done so that no side is favoured, and how evenly the sources were searched."""
    whole = all(search.parties is None and search.issues is None for search in dossier.searched)
    effort = (
        "Every side was looked for in every source in the same way. The table counts what came of it."
        if whole
        else "Not every source was searched for every side; what each was searched for stands with it. "
        "The table counts what came of it."
    )
    return (_ORDER_PARAGRAPH, f"{effort} {_FEW}")


def date_sentence(dossier: Dossier) -> str:
    """How many days are named by the sources, and that the rest were inferred."""
    named = sum(one.date_basis == "explicit" for one in dossier.statements)
    rest = len(dossier.statements) - named
    return (
        f"For {named} of {count_words(len(dossier.statements), 'statement')} the source names the day; for "
        f"the other {rest} it was inferred from the report, and the card says so."
    )

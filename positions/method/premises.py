"""How the dossier on screen was made and is counted, in plain sentences; facts are taken from it."""

from __future__ import annotations

from positions.model.dossier import Dossier
from positions.model.fields import UNDATED
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
    "A gap counts the steps between the middles of two points. Where a point takes in several steps, the "
    "shortest and the longest distance that remain possible are printed beside it.",
    "Where a coder placed words behind a point elsewhere than the dossier does, the distances that all "
    "codings together allow stand beside the gap as “coders”, with the shortest and the longest. Gap, "
    "relation and headline keep to the coding of the dossier.",
    "Two sides are on the same step when their points have one in common. They are near when no more than a "
    "quarter of the scale lies between them, and apart beyond that; the two ends of a scale are never near. "
    "A step of which the coder was unsure proves nothing in common.",
    "It happens that two points lie apart although other words that still count name one step. That is told "
    "below the gap, with both statements and their days, and changes no number.",
    "Matrix, gaps, headline and every file of a view are made from the same columns and say the same. The "
    "headline names the widest gap and the pair; only firm positions of single actors and agreed groupings "
    "take part. Where no two of those can be compared, it says just that.",
    "A position is firm when it rests on more than low confidence; that of a grouping, when its members "
    "agree and at least half of its states spoke. A coder's doubt between steps does not take that away: "
    "their middle counts, and the gap has an interval.",
    "A dossier names beforehand the choices of coding that every headline is tried against: whose coding, "
    "which statements, how long words count. In how many of these variants it holds stands below it. What "
    "is widest in fewer than half of them is not called widest; the headline then tells what is so in how "
    "many.",
    "The overall distance of two columns is the mean of their gaps as shares of each scale. It uses the "
    "issues on which both have a firm position, says how many those are, and is withheld on screen below "
    "half of them. A reader's weights stand beside it.",
)

CHANGE_PARAGRAPHS: Sentences = (
    "What changed between two days is told for each actor: first on record, moved, restated, newer words on "
    "no step, silent since a day, or unchanged. First on record means that nothing earlier is known here, "
    "not that nothing earlier was said.",
    "A grouping does not move; its members do, and they are named. Whether a move is toward somebody is "
    "measured against where that one stood on the earlier day.",
)

GROUPING_PARAGRAPHS: Sentences = (
    "A grouping is our way of reading several members together. It has no mouth, so it has no point: each "
    "member stands where its own words put it.",
    "When all that spoke have a step in common, the grouping is called agreed on it. Otherwise it is split: "
    "the cell lists who stands where, and distances to it run from its nearest member to its farthest.",
    "States are counted; alliances, unions and joint letters are bodies and stand beside the count by name. "
    "A state without words of its own may be named through a body that speaks for it, and is still not "
    "counted as having spoken.",
    "If fewer than half of the states spoke, the cell, its gaps and every sentence give the members' names "
    "instead of the grouping's. Words ascribed to a grouping as a whole are evidence and set nothing.",
)

BLANK_PARAGRAPHS: Sentences = (
    "A cell without a position says why. None of the kinds below enters a gap or a distance, and none is "
    "drawn on a scale. A source counts as read for a cell only from the day on which it was published.",
)

VERB_PARAGRAPHS: Sentences = (
    "Summaries take their verbs from one list for all sides; words that judge how somebody speaks are not on "
    "it. Counted is the verb of the list that comes first in a summary. Other verbs tell of acts, such as "
    "signing or adopting.",
)
OUTLET_PARAGRAPHS: Sentences = (
    "An outlet that a state, a city or a public body of one owns or runs bears a remark that names whose it "
    "is, by the same rule for every country, and on every page of it. A government's own site is no outlet: "
    "there the side speaks itself. A blog or another site without an editor is called one beside each number "
    "of sources that rests on it alone.",
)
LOOKED_PARAGRAPHS: Sentences = (
    "Beyond the lists statements were looked for side by side and quarter by quarter. Each cell has the "
    "number of statements found and, after the stroke, that of the searches; a year alone is a search "
    "without a quarter. Nothing found is a fact about what could be read, not about what was said.",
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
        "A coder says how certain each placement is. Words placed with low confidence lead only where there "
        "are no others, and the cell then looks weaker everywhere.",
    )


def position_rule(dossier: Dossier) -> Sentences:
    """How statements become a point and the words below it, before the worked example."""
    window = count_words(dossier.window, "day")
    return (
        "Current are a side's newest own words and those of the "
        f"{window} before them, of each speaker only the last. All that a speaker said on that last day "
        "counts.",
        "The point is what was said on the newest day. If several spoke on it, the higher office leads, then "
        "the more direct report; whatever still ties stands together, with every step and every condition. "
        "Which row comes first in a file, or what it is called, decides nothing.",
        "Other steps that current words name stand below the point, each with its own day and speaker. So a "
        "delegation's newer word can lead, and the president's older one is still read.",
        "A position is weak when all its current words were placed with low confidence, as a rule because "
        "they do not spell the step out. It is shown, marked everywhere, and stays out of headlines.",
        "Several steps can mean two things. Either the words name them all, or the coder could not tell "
        "which one they mean; a doubt is printed as a doubt. The middle is where a mark is drawn, and "
        "nobody's position.",
        "Two coders who placed the same words on different steps are told in a third way, beside the point: "
        "“coders differ”, with the steps that they chose. The point itself stays where the dossier puts it.",
        f"If a side has said nothing placeable for more than {window} before newer words that fit no step, "
        "those newer words lead, the cell is ambiguous, and the last placed words follow with their day.",
        "Words hold until others take their place. From "
        f"{count_words(dossier.stale_after, 'day')} on their age is printed and the cell looks old; gaps "
        "keep them, marked. A reader can leave out words beyond an age. A day known only as a month counts "
        "from the month's end.",
        "An adviser or deputy leads only while nobody above has current words. Whoever speaks against the "
        "own side's line is shown as dissent. A measure that ends on a day, such as a truce over a holiday, "
        "sets no cell by itself and none after that day.",
        *_text_rule(dossier),
        *_government_rule(dossier),
    )


def _text_rule(dossier: Dossier) -> Sentences:
    """How drafts, shared texts and reference texts are treated, where the dossier has any."""
    texts = sum(speaker.document is not None for speaker in dossier.speakers)
    references = any(party.kind == "reference" for party in dossier.parties)
    shared = (
        f"{count_words(texts, 'text')} among the speakers are drafts that were never in force or are shared "
        "with another side. They stand below what a side said itself, never give the point, and a side known "
        "from them alone has a blank that says so."
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
    undated = sum(one.said_on == UNDATED for one in dossier.statements)
    rest = sum(one.day_inferred for one in dossier.statements)
    named = len(dossier.statements) - undated - rest
    none = f" {count_words(undated, 'statement')} without a day: undated everywhere." if undated else ""
    return (
        f"For {named} of {count_words(len(dossier.statements), 'statement')} the source names the day; for "
        f"the other {rest} it was inferred from the report, and the card says so.{none}"
    )

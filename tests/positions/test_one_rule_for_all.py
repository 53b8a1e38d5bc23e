"""What the long record owes to every side: one text is coded once, a leaked draft is nobody's own words."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict

import pytest

from positions.model.sources import site_of
from positions.reading.dossier import load_dossier

RECORD = load_dossier("ukraine-2014-2026")
CODED = {one.id: (one.step_low, one.step_high, one.spread) for one in RECORD.statements}


def test_one_text_has_one_step_for_all_who_signed_it() -> None:
    """Who signs the same words is placed on the same step, on the same condition, with the same certainty."""
    coded = defaultdict(set)
    for one in RECORD.statements:
        if one.mode == "official_text" and one.phrase and one.step_low is not None:
            words = (one.source, one.issue, one.said_on, one.phrase)
            coded[words].add((one.step_low, one.step_high, one.condition, one.confidence))

    assert len(coded) > 50
    assert [words for words, steps in coded.items() if len(steps) > 1] == []


def test_a_text_of_several_stands_once_for_each_who_signed_it() -> None:
    """The statement of October 2025 is no body's: eight of West's members signed it with Ukraine."""
    signed = {
        issue: {
            one.member or one.party
            for one in RECORD.statements
            if (one.speaker or "").startswith("october-statement") and one.issue == issue
        }
        for issue in ("ceasefire", "territorial_integrity")
    }
    signatories = {"eu", "finland", "france", "germany", "italy", "poland", "sweden", "uk", "ukraine"}

    assert signed == {"ceasefire": signatories, "territorial_integrity": signatories}
    assert {one.document for one in RECORD.speakers if one.id.startswith("october-statement")} == {"shared"}


def test_a_leaked_text_is_a_draft_whichever_side_it_is_from() -> None:
    """American, European and joint proposals that are known from a leak set no position."""
    documents = {one.id: one.document for one in RECORD.speakers}

    leaked = ("us-proposal-2025", "plan-28-us", "e3-uk", "e3-france", "e3-germany", "london-proposal-ukraine")
    assert {documents[one] for one in leaked} == {"draft"}


def test_a_duty_whose_means_stay_open_is_told_as_doubt_whoever_takes_it_on() -> None:
    """The 28 points, the Berlin and the Paris text bind to act upon an attack and leave open how: 3 or 4."""
    texts = ("BS390", "BS440", *(f"N0{number}" for number in range(34, 42)))

    assert {CODED[one] for one in texts} == {(3, 4, "doubt")}


def test_membership_ruled_out_without_a_word_on_neutrality_is_told_as_doubt_whoever_says_it() -> None:
    """However final the words: Fico, Orbán, Trump, Biden, Hegseth and Russia's speakers are placed alike."""
    final = ("NB092", "NB081", "NA136")
    bare = ("BS327-nato", "NB061", "BS361", "BS182", "BS225", "NB001", "NB020", "NB004", "NA089")

    assert {CODED[one] for one in (*final, *bare)} == {(1, 3, "doubt")}


def test_silence_on_the_rest_gives_up_no_demand_on_either_side() -> None:
    """Of Russia the Donbas alone, of Ukraine its own withdrawal refused: what was not said stays open."""
    donbas_alone = ("BS411-b", "BS433-b", "BS446-b")
    refused = ("NB021", "BS342-b", "NB022", "NB023", "NB025", "NB026", "NC040")
    line_taken = ("NC034", "NC041")  # the same interview accepts that both armies stay where they stand

    assert {CODED[one] for one in donbas_alone} == {(0, 1, "doubt")}
    assert {CODED[one] for one in refused} == {(3, 4, "doubt")}
    assert {CODED[one] for one in line_taken} == {(3, 3, None)}


def test_an_end_of_fighting_that_waits_for_the_others_withdrawal_is_placed_alike() -> None:
    """Who refuses to stop until, unless or without the other's withdrawal is at 0, and his demand is kept."""
    ids = ("BS085", "BS136", "NA113", "NA012", "NA127", "NA019", "BS186")
    waiting = {one.id: one for one in RECORD.statements if one.id in ids}

    assert {CODED[one] for one in ids} == {(0, 0, None)}
    assert all(one.condition for one in waiting.values())


def test_a_ceasefire_asked_for_with_withdrawal_or_by_way_of_it_is_the_end_of_the_scale() -> None:
    """Zelenskyy's formula, his words to the G7 a month later, the G7 and the General Assembly."""
    assert {CODED[one] for one in ("BS118", "BS121", "BS113", "BS043", "BS125")} == {(4, 4, None)}


def test_a_call_on_the_other_side_alone_to_cease_is_on_no_step() -> None:
    """Putin of Kyiv in September 2022, Sybiha of Moscow in May 2026: of one's own fire nothing is said."""
    assert {CODED[one] for one in ("BS102", "BS481-sybiha")} == {(None, None, None)}


def test_a_truce_of_a_told_length_ends_with_it_whoever_offers_it() -> None:
    """Medinsky's days and Macron's month are bounded as Putin's holiday; "at least" names no end."""
    length = re.compile(r"\b(\d+|one|two|three|thirty)( to two| or three)? (hours|days?|month)\b")
    bounded = [
        one
        for one in RECORD.statements
        if one.issue == "ceasefire" and one.step_high == 2 and length.search(one.summary)
    ]

    assert {"BS311", "BS332", "BS240", "NA126", "BS253-b"} <= {one.id for one in bounded}
    assert [one.id for one in bounded if one.until is None] == ["BS275-strikes"]


def test_a_welcome_is_no_acceptance() -> None:
    """Who welcomes another's proposal, and asks for nothing, stands on no step."""
    glad = re.compile(r"says that .{,20} (welcomes|is glad of)")
    welcomed = [one for one in RECORD.statements if glad.search(one.summary)]

    assert {"BS257", "BS470"} <= {one.id for one in welcomed}
    assert [one.id for one in welcomed if one.placed] == []


def test_high_confidence_is_kept_for_words_that_were_seen() -> None:
    """A paraphrase, a placement in doubt and a row without words of its page are medium at most."""
    high = [one for one in RECORD.statements if one.placed and one.confidence == "high"]

    count = Counter(one.party for one in high)
    assert {one: count[one] for one in ("russia", "turkey", "ukraine", "west", "china")} == {
        "russia": 58,
        "turkey": 8,
        "ukraine": 73,
        "west": 154,
        "china": 0,  # each placed row is a wish without order or form
    }
    assert [one.id for one in high if one.mode == "reported_speech"] == []
    assert [one.id for one in high if one.spread == "doubt" or not one.phrase] == []


def test_a_wish_for_a_ceasefire_soon_is_medium_and_one_for_calm_alone_has_no_step() -> None:
    """China's "as soon as possible", order of terms not said, is 3 at medium; that fighting ends is none."""
    confidence = {one.id: one.confidence for one in RECORD.statements}

    assert {confidence[one] for one in ("NA062", "NA065", "NA104")} == {"medium"}
    assert {CODED[one] for one in ("NA101", "NC029", "BS243", "NA124")} == {(None, None, None)}


def test_neutrality_with_demilitarisation_in_one_answer_is_the_end_of_the_scale_whoever_asks() -> None:
    """Putin, Lavrov, Galuzin, the memorandum and the 28 points; told as an act, as by Peskov, it is doubt."""
    joined = ("BS041", "BS166", "BS189", "BS309", "NB126", "NB120", "NA005", "ND002", "BS388", "BS389")

    assert {CODED[one] for one in joined} == {(0, 0, None)}
    assert CODED["BS048"] == (0, 1, "doubt")


def test_a_promise_put_off_in_the_same_breath_is_both_whoever_says_it() -> None:
    """NATO, its Secretary General, Sunak, Kuleba and Zelenskyy: to be a member, and not yet."""
    both = ("NA077", "N067", "BS203", "N066", "NB033", "NA024", "NA017", "NA039")

    assert {CODED[one] for one in both} == {(3, 4, "said")}


def test_preparation_that_names_nothing_to_be_agreed_is_told_as_doubt() -> None:
    """Lavrov and Peskov want it prepared, Erdoğan led up to: agreed points (2) or progress (3) is not said.

    Merz, who wants it prepared too, first wants the weapons silent, as his minister: that is 3.
    """
    assert {CODED[one] for one in ("BS363", "NB137", "NB045")} == {(2, 3, "doubt")}
    assert {CODED[one] for one in ("NB051", "NB131")} == {(3, 3, None)}


def test_both_dossiers_have_one_rule_for_neutrality_with_demilitarisation() -> None:
    """The sentence that makes it the end of the scale stands in both, word for word."""
    rules = [
        next(issue.rule for issue in load_dossier(name).issues if issue.id == "neutrality") or ""
        for name in ("istanbul-2022", RECORD.id)
    ]
    sentence = (
        "Asked for in one text or answer with demilitarisation or ceilings on Ukraine's forces, "
        "neutrality or an end of the NATO course is 0, whoever asks."
    )

    assert [sentence in rule for rule in rules] == [True, True]


def test_a_refusal_that_recalls_a_scheme_with_russia_among_guarantors_is_told_as_doubt() -> None:
    """Peskov in September 2025, Lavrov in February 2026: others' guarantees refused, Istanbul recalled."""
    assert {CODED[one] for one in ("NB068", "NC007")} == {(0, 1, "doubt")}


def test_a_clause_of_a_text_is_coded_once() -> None:
    """One speaker, one source, one day, one issue and one phrase make one row."""
    clauses = [
        (one.source, one.speaker, one.issue, one.said_on, one.phrase)
        for one in RECORD.statements
        if one.phrase
    ]

    assert [clause for clause in set(clauses) if clauses.count(clause) > 1] == []


def test_an_office_is_that_of_the_day() -> None:
    """Sybiha advised before he was minister; a Polish president beside another's cabinet is told as such."""
    speakers = {one.id: one for one in RECORD.speakers}

    assert speakers["sybiha"].when_saying("2023-04").authority == "adviser"
    assert speakers["sybiha"].when_saying("2025-04-04").authority == "delegated"
    assert speakers["duda"].when_saying("2023-08-23").authority == "principal"
    assert {speakers[one].when_saying("2025-02").authority for one in ("duda", "nawrocki")} == {"individual"}


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("NB063", "never"),
        ("NB089", "opposés"),
        ("NB129", "destruction"),
        ("BS123", "Without"),
        ("BS223", "not"),
        ("BS231", "inaccettabile"),
        ("NA036", "absurd"),
        ("NB021", "No one"),
        ("NC040", "заперечує"),
        ("BS339", "не будуть"),
        ("NB081", "don’t"),
        ("BS132", "non può"),
        ("BS136", "without"),
        ("BS161-battlefield", "будет"),
        ("BS270-text", "Crimea"),
        ("NB082", "negotiate"),
    ],
)
def test_a_phrase_says_by_itself_what_its_row_says(statement: str, word: str) -> None:
    """The word that turns the sense stands inside the phrase, and not just before or after it."""
    phrase = next(one.phrase for one in RECORD.statements if one.id == statement)

    assert phrase is not None
    assert word in phrase


def test_an_outlet_bears_one_remark_and_is_never_named_after_an_author() -> None:
    """Whose an outlet is and that nobody edits it is said of all its pages; persons stand as authors."""
    flags, unedited = defaultdict(set), defaultdict(set)
    for one in RECORD.sources:
        flags[(one.publisher or "").partition(" (")[0]].add(one.custom.outlet_flag)
        unedited[".".join(site_of(one.url).split(".")[-2:])].add(one.custom.site == "unedited")
    persons = [
        (one.custom.short_name, author.family)
        for one in RECORD.sources
        for author in one.author
        if author.family
    ]

    assert [outlet for outlet, told in flags.items() if len(told) > 1] == []
    assert [site for site, told in unedited.items() if len(told) > 1] == []
    assert len(persons) > 5
    assert [outlet for outlet, person in persons if person in outlet] == []


def test_outlets_of_one_owner_bear_one_flag() -> None:
    """Lenta.ru, Gazeta.ru and Rambler belong to one group, which a bank of the Russian state owns."""
    outlets = ("Lenta.ru", "Gazeta.ru", "Rambler")
    flags = {
        (one.publisher or "").partition(" (")[0]: one.custom.outlet_flag
        for one in RECORD.sources
        if (one.publisher or "").startswith(outlets)
    }

    assert set(flags) == set(outlets)
    assert set(flags.values()) == {"state-owned or public outlet of Russia"}


def test_words_of_a_government_end_with_it() -> None:
    """Every government that left office in the record's time is listed where it has words in the record."""
    governments = {
        one.id: [(str(each.since), each.name) for each in one.governments]
        for one in RECORD.holders
        if one.governments
    }

    assert ("2023-12-13", "Tusk") in governments["poland"]
    assert ("2024-07-05", "Starmer") in governments["uk"]
    assert ("2026-05-09", "Magyar") in governments["hungary"]
    assert ("2025-05-08", "Leo XIV") in governments["holy-see"]
    assert all(len(terms) > 1 for terms in governments.values())
    assert all(dt.date.fromisoformat(day) for terms in governments.values() for day, _ in terms)

"""An address holds the whole view, and a damaged one is read as far as it goes."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.address import VIEWS, Address, address_of, mended, selection_at
from positions.model.dossier import Dossier, Event
from positions.reading.dossier import load_dossier
from positions.selection import Selection, default_selection, offered_columns
from positions.text.dates import LANGUAGES
from tests.positions.factories import BODIES, ISSUES, MANY, MEMBERS, MODEST, SOURCES, dossier_of, said

DOSSIER: Dossier = dossier_of(
    [
        said("a", "north_head", 1),
        said("b", "south_head", 1, mode="action", said_on="2030-06"),
        said("c", "pundit", mode="commentary", about=("south",), said_on="2030-05-10"),
    ],
    events=[
        Event(id="round", name="First round", day="2030-02-03", sources=("gazette",)),
        Event(id="call", name="A call", sources=("gazette",)),
    ],
)
ORDER = ("harbour", "league", "north", "south")
DEFAULT = default_selection(DOSSIER)
NAMES = tuple(one.name for one in fields(Selection) if one.name != "dossier")
SCALED = tuple(issue.id for issue in DOSSIER.issues if issue.scale)
inside = st.dates(dt.date(2029, 1, 1), dt.date(2030, 12, 31))

weights = st.integers(0, 10_000).map(lambda hundredths: hundredths / 100).filter(lambda weight: weight != 1)
_SIGNS = st.text(alphabet="ab.,%25;:)2C-2", max_size=12)


def some(*ids: str, least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    """Any of the ids, in their order."""
    chosen = st.lists(st.sampled_from(ids), unique=True, min_size=least)
    return chosen.map(lambda found: tuple(one for one in ids if one in found))


selections = st.builds(
    Selection,
    dossier=st.just(DOSSIER.id),
    day=inside,
    parties=some(*offered_columns(DOSSIER), least=1),
    issues=some(*ISSUES, least=1),
    unfolded=some("league"),
    span=st.none() | st.integers(1, 9_999),
    cell=st.none() | st.tuples(st.sampled_from([*ORDER, *MEMBERS, *BODIES]), st.sampled_from(ISSUES)),
    text=st.text(max_size=200).map(str.strip),
    sides=some(*ORDER, *MEMBERS, *BODIES),
    topics=some(*ISSUES),
    sources=some(*SOURCES),
    modes=some("direct_quote", "action", "commentary"),
    speakers=some("north_head", "north_envoy", "pundit"),
    confidences=some("high", "medium", "low"),
    since=st.none() | inside,
    issue=st.none() | st.sampled_from(ISSUES),
    near=st.none() | st.sampled_from(offered_columns(DOSSIER)),
    source=st.none() | st.sampled_from(SOURCES),
    weights=st.dictionaries(st.sampled_from(SCALED), weights).map(lambda found: tuple(sorted(found.items()))),
    dates=st.none() | st.sampled_from([one for one in LANGUAGES if one != "en"]),
    view=st.none() | st.sampled_from(VIEWS),
)


@given(selections)
@MODEST
def test_an_address_brings_back_its_view(selection: Selection) -> None:
    """Every view has an address that leads back to it exactly, with nothing to complain of."""
    assert selection_at(address_of(selection, DOSSIER), DOSSIER) == (selection, None)


@given(selections)
@MODEST
def test_an_address_holds_plain_text_only(selection: Selection) -> None:
    """An address names what differs from the landing view, as text, and always the dossier."""
    address = address_of(selection, DOSSIER)

    assert address["dossier"] == "dam-talks"
    assert set(address) <= {"dossier", *NAMES}
    assert all(isinstance(value, str) for value in address.values())


def test_the_landing_view_has_the_shortest_address() -> None:
    """States and groupings in alphabetical order, core issues, the last day: nothing of it is written out."""
    assert Selection("dam-talks", dt.date(2030, 12, 31), ("league", "north", "south"), ("dam",)) == DEFAULT
    assert address_of(DEFAULT, DOSSIER) == {"dossier": "dam-talks"}
    assert selection_at({}, DOSSIER) == (DEFAULT, None)


def test_an_address_worked_by_hand() -> None:
    """A view of two parties on the toll in May, with North's cell open and a search."""
    address = {
        "dossier": "dam-talks",
        "parties": "north,south",
        "issues": "toll",
        "day": "2030-05-10",
        "cell": "north.toll",
        "text": "open the dam",
        "modes": "action",
    }
    selection, note = selection_at(address, DOSSIER)

    assert note is None
    assert (selection.parties, selection.issues) == (("north", "south"), ("toll",))
    assert (selection.day, selection.cell) == (dt.date(2030, 5, 10), ("north", "toll"))
    assert (selection.text, selection.modes) == ("open the dam", ("action",))
    assert address_of(selection, DOSSIER) == address


@given(
    st.dictionaries(
        st.sampled_from(["dossier", *NAMES]) | st.text(max_size=12),
        st.text(max_size=40)
        | st.lists(st.sampled_from([*ORDER, *ISSUES, *SOURCES, "", "x"])).map(",".join)
        | st.sampled_from(
            ["north.dam", "north.", ".", "2030-05-10", "1999-01-01", "2030-02-30", "9999-99-99"]
        )
        | st.sampled_from(["dam:2,toll:0.5", "dam:1", "fr", "en", "gaps"]),
        max_size=6,
    )
)
@MODEST
def test_no_address_is_an_error(address: Address) -> None:
    """Whatever stands in a link, a view with an address of its own comes back, and at most one sentence."""
    selection, note = selection_at(address, DOSSIER)

    assert selection_at(address_of(selection, DOSSIER), DOSSIER) == (selection, None)
    assert selection.parties
    assert selection.issues
    assert selection.since is None or dt.date(2029, 1, 1) <= selection.since <= dt.date(2030, 12, 31)
    assert dt.date(2029, 1, 1) <= selection.day <= dt.date(2030, 12, 31)
    assert note is None or note.startswith("Part of this link could not be read (")


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ({"parties": "atlantis"}, "parties"),
        ({"issues": "dam,moon"}, "issues"),
        ({"day": "someday"}, "day"),
        ({"day": "2030-02-30"}, "day"),
        ({"day": ""}, "day"),
        ({"cell": "north"}, "cell"),
        ({"cell": "north.moon"}, "cell"),
        ({"cell": "atlantis.dam"}, "cell"),
        ({"unfolded": "north"}, "unfolded"),
        ({"sources": "novel"}, "sources"),
        ({"modes": "attributed"}, "modes"),
        ({"speakers": "nobody"}, "speakers"),
        ({"confidences": "certain"}, "confidences"),
        ({"since": "2030-13-01"}, "since"),
        ({"issue": "moon"}, "issue"),
        ({"source": "novel"}, "source"),
        ({"weights": "dam"}, "weights"),
        ({"weights": "dam:"}, "weights"),
        ({"weights": "dam:-1"}, "weights"),
        ({"weights": "dam:101"}, "weights"),
        ({"weights": "dam:1e1"}, "weights"),
        ({"weights": "dam:nan"}, "weights"),
        ({"weights": "moon:2"}, "weights"),
        ({"weights": "fish:2"}, "weights"),
        ({"dates": "latin"}, "dates"),
        ({"view": "method"}, "view"),
        ({"pickle": "gASV"}, "pickle"),
    ],
)
def test_a_damaged_part_falls_back_and_is_named(address: Address, part: str) -> None:
    """What cannot be read is named in one sentence, and the rest of the landing view is shown."""
    selection, note = selection_at(address, DOSSIER)

    assert note == f"Part of this link could not be read ({part}); the rest of it is shown."
    assert selection == DEFAULT


def test_several_damages_make_one_sentence() -> None:
    """However much is wrong with a link, it is said once."""
    _, note = selection_at({"parties": "x,y,z", "day": "x", "cell": "x", "a": "x", "b": "x"}, DOSSIER)

    assert note == "Part of this link could not be read (a, b, parties, day, cell); the rest of it is shown."


def test_known_ids_survive_unknown_ones() -> None:
    """Of a list of known and unknown ids the known ones are shown."""
    selection, note = selection_at({"parties": "south,atlantis,north"}, DOSSIER)

    assert selection.parties == ("north", "south")
    assert note is not None


def test_the_order_of_ids_is_irrelevant() -> None:
    """A link with the parties the other way round, or twice, shows the same view without complaint."""
    assert selection_at({"parties": "south,north,south"}, DOSSIER) == selection_at(
        {"parties": "north,south"}, DOSSIER
    )
    assert selection_at({"issues": "toll,dam"}, DOSSIER)[0].issues == ("dam", "toll")


@pytest.mark.parametrize(
    ("written", "day"),
    [("1999-01-01", dt.date(2029, 1, 1)), ("2055-01-01", dt.date(2030, 12, 31))],
)
def test_a_day_outside_the_period_moves_into_it(written: str, day: dt.date) -> None:
    """A day before or after the dossier's period becomes its first or last day, and is said."""
    selection, note = selection_at({"day": written}, DOSSIER)

    assert selection.day == day
    assert note == "Part of this link could not be read (day); the rest of it is shown."


def test_weights_worked_by_hand() -> None:
    """Weights are read with their issues, a weight of 1 says nothing, and a second one does not count."""
    read = selection_at({"weights": "toll:0.5,dam:2"}, DOSSIER)
    twice, note = selection_at({"weights": "dam:2,dam:3,toll:1"}, DOSSIER)

    assert (read[0].weights, read[1]) == ((("dam", 2.0), ("toll", 0.5)), None)
    assert address_of(read[0], DOSSIER)["weights"] == "dam:2,toll:0.5"
    assert twice.weights == (("dam", 2.0),)
    assert note is not None


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ({"dossier": "istanbul-2022", "utm_source": "mail", "fbclid": "x"}, {"dossier": "istanbul-2022"}),
        ({"dossier": "a", "amp;day": "2022-03-29"}, {"dossier": "a", "day": "2022-03-29"}),
        ({"amp;amp;day": "2022-03-29"}, {"day": "2022-03-29"}),
        ({"day": "2022-03-29", "amp;day": "2022-04-05"}, {"day": "2022-03-29"}),
        ({"parties": "russia%2Cukraine"}, {"parties": "russia,ukraine"}),
        ({"parties": "russia%252Cukraine"}, {"parties": "russia,ukraine"}),
        ({"dossier": "istanbul%2D2022"}, {"dossier": "istanbul-2022"}),
        ({"day": "2022-03-29)."}, {"day": "2022-03-29"}),
        ({"issues": "crimea,donbas,"}, {"issues": "crimea,donbas"}),
        ({"cell": "russia.crimea>"}, {"cell": "russia.crimea"}),
        ({"text": "100%25 (sure)."}, {"text": "100%25 (sure)."}),
    ],
)
def test_damage_of_the_way_is_mended(query: dict[str, str], meant: dict[str, str]) -> None:
    """Each kind of damage that mail programs and trackers do, and what was meant."""
    assert mended(query) == meant


@MANY
@given(st.dictionaries(st.sampled_from(["day", "amp;day", "parties", "utm_term", "text"]), _SIGNS))
def test_mending_twice_changes_nothing_more(query: dict[str, str]) -> None:
    """What is mended is whole."""
    once = mended(query)

    assert mended(once) == once


@pytest.mark.parametrize("name", ["istanbul-2022", "ukraine-2014-2026"])
def test_an_undamaged_address_is_left_alone(name: str) -> None:
    """Every parameter of a view that has chosen something comes back as it was."""
    dossier = load_dossier(name)
    chosen = {
        "parties": ",".join(party.id for party in dossier.parties[:2]),
        "issues": ",".join(issue.id for issue in dossier.issues[:3]),
        "cell": f"{dossier.parties[0].id}.{dossier.issues[0].id}",
        "weights": f"{dossier.issues[0].id}:0.5",
        "text": "100%25, or so.",
        "span": "90",
    }
    selection, unread = selection_at(chosen, dossier)
    address = address_of(selection, dossier)

    assert unread is None
    assert selection != default_selection(dossier)
    assert set(chosen) <= set(address)
    assert mended(address) == address

"""Entries as reference managers export them load, and nothing of them is lost."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.export.citations import bibtex, csl_json
from positions.model.sources import Source
from positions.reading.dossier import BUNDLED, SOURCES, folder_files, load_dossier, read_files
from positions.reading.located import Located
from positions.reading.mended_sources import mended_sources
from positions.reading.names import ACCEPT, NEAREST
from positions.text.wording import published_words, read_words
from tests.conftest import Changed
from tests.positions.export.hostile import view_of
from tests.positions.factories import MODEST, dossier_of

Entry = dict[str, Any]
ADDRESS = "http://zotero.org/users/1234567/items/AB3DE5GH"
EXPORTED: list[Entry] = [
    {
        "id": ADDRESS,
        "type": "article-newspaper",
        "abstract": "",
        "container-title": "Northern Gazette",
        "source": "",
        "title": "The strait talks, day by day",
        "URL": "",
        "author": [
            {"family": "Berg", "given": "Ludo", "non-dropping-particle": "van den"},
            {"literal": "Desk"},
        ],
        "issued": {"date-parts": [["2031", "5", 12]]},
    },
    {
        "id": "courier",
        "type": "article-magazine",
        "title": "Marrow and Sudby on fish",
        "container-title": "Southern Courier",
        "journalAbbreviation": "S. Cour.",
        "volume": 12,
        "author": [{"family": "Finch", "given": "Edda", "suffix": "Jr."}],
        "issued": {"date-parts": [["2031"]], "season": "2"},
    },
    {
        "id": "wire",
        "type": "webpage",
        "title": "League states speak one by one",
        "event-title": "Harbour week",
        "call-number": "",
        "issued": {"literal": "around Whitsun 2031"},
    },
    {
        "id": "bulletin",
        "type": "hearing",
        "title": "Bulletin",
        "authority": "Committee of the Coast",
        "issued": {"raw": "2031-06/2031-07", "circa": "1"},
        "submitted": {"date-parts": [[2031, 6, 1], [2031, 6, 3]]},
        "note": "x",
    },
]


def mended(*entries: Entry) -> list[Entry]:
    """The entries as a dossier reads them."""
    return list(mended_sources(Located(SOURCES, list(entries)), {}).located.value)


def sources(*entries: Entry) -> tuple[Source, ...]:
    """The sources that the entries make."""
    return tuple(Source.model_validate(entry) for entry in mended(*entries))


def repairs(*entries: Entry) -> list[tuple[str, str, str]]:
    """Field, what was found and what it is read as, of every repair."""
    located = mended_sources(Located(SOURCES, list(entries)), {}).located
    return [(one.field, one.found, one.read_as) for one in located.repairs]


def test_an_export_loads_and_short_names_are_proposed() -> None:
    """Ids that are addresses get a name of author and year, and what nobody could know is not asked for."""
    assert [source.id for source in sources(*EXPORTED)] == ["berg-2031", "courier", "wire", "bulletin"]
    assert repairs(*EXPORTED) == [
        ("id", ADDRESS, "berg-2031"),
        ("custom.short_name", "", "Northern Gazette"),
        ("custom.short_name", "", "S. Cour."),
        ("custom.short_name", "", "League states speak one by one"),
        ("custom.short_name", "", "Bulletin"),
    ]


def test_dates_are_told_as_they_are_printed() -> None:
    """Season, words and raw dates are shown and sort nothing; no day is made up for them."""
    read = sources(*EXPORTED)

    assert [published_words(source) for source in read] == [
        *("12 May 2031", "summer 2031", "around Whitsun 2031", "about 2031-06/2031-07")
    ]
    assert [source.issued_on for source in read[2:]] == [None, None]


def test_names_keep_their_particles_and_suffixes() -> None:
    """Ludo van den Berg is not Ludo Berg."""
    assert [source.authors for source in sources(*EXPORTED)[:2]] == [
        "Ludo van den Berg, Desk",
        "Edda Finch Jr.",
    ]
    assert read_words(sources(EXPORTED[2])[0]) == ""


def test_what_is_not_needed_is_kept_and_written_back() -> None:
    """Fields of other tools come out of the export as they came in, but for empty ones."""
    read = sources(*EXPORTED)
    written = json.loads(csl_json(view_of(dossier_of().model_copy(update={"sources": read}))))

    assert [one.get("submitted") for one in written] == [None, None, None, EXPORTED[3]["submitted"]]
    assert written[3]["issued"] == {"raw": "2031-06/2031-07", "circa": True}
    assert written[2]["event-title"] == "Harbour week"
    assert written[1]["author"] == EXPORTED[1]["author"]
    assert written[1]["issued"] == {"date-parts": [[2031]], "season": "2"}
    assert written[1]["journalAbbreviation"] == "S. Cour."
    assert written[0]["author"] == EXPORTED[0]["author"]
    assert written[0]["custom"]["exported_id"] == ADDRESS
    assert mended(*written) == written


def test_bibtex_of_an_export_has_particles_and_no_day_that_nobody_printed() -> None:
    """What has no year in numbers is told in the note."""
    read = sources(*EXPORTED)
    text = bibtex(view_of(dossier_of().model_copy(update={"sources": read}))).decode()

    assert "{van den Berg}, Ludo" in text
    assert "{Finch}, Jr., Edda" in text
    assert "Published around Whitsun 2031." in text


@pytest.mark.parametrize("written", [ADDRESS, "AB3DE5GH"])
def test_statements_may_name_a_source_by_its_address(changed: Changed, written: str) -> None:
    """Who keeps the ids of a reference manager, or its keys, need not write new ones into every row."""
    folder = changed(sources=[('"id": "wire"', f'"id": "{ADDRESS}"')])
    entries = json.loads((folder / SOURCES).read_text(encoding="utf-8"))
    short = next(read_as for field, found, read_as in repairs(*entries) if found == ADDRESS)
    for name, old, new in (("statements.csv", ",wire,", f",{written},"), ("dossier.yaml", "wire", written)):
        text = (folder / name).read_text(encoding="utf-8").replace(old, new)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    reading = read_files(folder_files(folder))

    assert short in {one.source for one in reading.dossier.statements}
    assert ("source", written, short) in [(one.field, one.found, one.read_as) for one in reading.repairs]


def test_two_entries_never_get_one_name() -> None:
    """Of one author and year the title tells them apart, of one title the key; an id that stands is left."""
    first, second = ({**EXPORTED[0], "id": f"{ADDRESS}{number}"} for number in (1, 2))
    other = {**EXPORTED[0], "id": f"{ADDRESS}3", "title": "Nets at night"}

    assert [one["id"] for one in mended(first, {**EXPORTED[1], "id": "berg-2031"}, second, other)] == [
        "berg-2031-the-strait-talks-b3de5gh1",
        "berg-2031",
        "berg-2031-the-strait-talks-b3de5gh2",
        "berg-2031-nets-at-night",
    ]


def test_no_id_and_the_id_0_are_two() -> None:
    """Each has its own."""
    found = mended({**EXPORTED[0], "id": ""}, {**EXPORTED[0], "id": 0, "title": "Nets at night"})

    assert [one["id"] for one in found] == ["berg-2031-the-strait-talks", "berg-2031-nets-at-night"]


ENTRIES = st.builds(
    lambda key, outlet, year, title: {
        "id": f"http://zotero.org/users/1/items/{key}",
        "type": "article-newspaper",
        "container-title": outlet,
        "title": title,
        "issued": {"date-parts": [[year]]},
    },
    st.text("ABCDEFGH23456789", min_size=8, max_size=8),
    st.sampled_from(["Wire", "Courier", "Вести"]),
    st.sampled_from([2030, 2031]),
    st.sampled_from(["Talks at sea", "Talks at sea fail", "Herring", "Море"]),
)


@given(st.lists(ENTRIES, max_size=6, unique_by=lambda one: str(one["id"])), ENTRIES, st.randoms())
def test_an_entry_that_comes_later_takes_no_others_id(
    entries: list[Entry], later: Entry, order: random.Random
) -> None:
    """What rows name stays the same entry or none, in whatever order a manager lists them."""
    before = {one["id"]: one["custom"]["exported_id"] for one in mended(*entries)}
    shuffled = [one for one in entries if one["id"] != later["id"]] + [later]
    order.shuffle(shuffled)
    after = {one["id"]: one["custom"]["exported_id"] for one in mended(*shuffled)}

    assert len(after) == len(shuffled)
    assert all(after[id_] == exported for id_, exported in before.items() if id_ in after)


def test_one_address_twice_is_still_one_id_twice() -> None:
    """A repeated entry is a fault, and no proposal hides it."""
    assert [one["id"] for one in mended(EXPORTED[0], EXPORTED[0])] == ["berg-2031", "berg-2031"]


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ({"citation-key": "bergStrait2031"}, "bergStrait2031"),
        ({"author": [], "container-title": "Côte Nord"}, "cote-nord-2031"),
        ({"author": [{"family": "Коваль"}], "container-title": "Газета", "title": "Мова"}, "source-2031"),
        ({"issued": {}}, "berg"),
    ],
)
def test_a_proposal_is_made_of_what_there_is(fields: Entry, short: str) -> None:
    """Key, author, outlet and title in this order, in letters that an id may have."""
    assert mended(EXPORTED[0] | fields)[0]["id"] == short


def test_entries_that_are_no_entries_are_left_to_be_told() -> None:
    """A list of other things is a fault that the reader sees, and no repair."""
    located = Located(SOURCES, ["x", None, {"id": [], "custom": 5}])

    assert mended_sources(located, {}).located.value == located.value
    assert mended_sources(Located(SOURCES, None), {}).located.value is None


@MODEST
@given(st.lists(st.sampled_from(EXPORTED), max_size=5))
def test_mending_entries_twice_is_mending_them_once(entries: list[Entry]) -> None:
    """What was proposed stands as it is."""
    once = mended(*entries)

    assert mended(*once) == once
    assert repairs(*once) == []


@pytest.mark.parametrize("name", ["istanbul-2022", "training-strait", "ukraine-2014-2026"])
def test_the_entries_of_a_bundled_dossier_pass_as_they_are(name: str) -> None:
    """A faultless entry is the very same object."""
    entries = json.loads((BUNDLED / name / SOURCES).read_text(encoding="utf-8"))

    assert all(after is before for after, before in zip(mended(*entries), entries, strict=True))
    assert load_dossier(name).sources[0].id == entries[0]["id"]


def test_the_nearest_field_of_a_source_can_be_accepted(changed: Changed) -> None:
    """A field that is named almost as one needs one click, and no name is proposed in its place."""
    folder = changed(sources=[('"short_name": "Northern Gazette"', '"shrt_name": "Northern Gazette"')])
    before = load_dossier("training-strait")
    reading = read_files(folder_files(folder), {NEAREST: ACCEPT})

    assert [one.custom.short_name for one in reading.dossier.sources] == [
        one.custom.short_name for one in before.sources
    ]
    assert {(one.found, one.read_as) for one in reading.repairs if one.chosen} == {
        ("shrt_name", "short_name"),
    }

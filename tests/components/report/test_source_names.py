"""Sources of one short name are told apart wherever they are named, by one rule."""

from __future__ import annotations

from pathlib import Path

from components.report.markdown import markdown
from positions.model.sources import Source, sources_apart
from positions.reading.dossier import load_dossier
from positions.tables import Tables
from positions.text.citation import source_head, source_heads
from positions.text.headline import source_line
from tests.components.report.handed_out import briefing_of, view_on
from tests.conftest import SMALL


def source(name: str, title: str, short: str = "Gazette", day: int = 6) -> Source:
    """A source of a day in May."""
    issued = {"date-parts": [[2031, 5, day]]}
    custom = {"short_name": short}
    found = {"id": name, "type": "article", "title": title, "issued": issued, "custom": custom}
    return Source.model_validate(found)


def test_worked_by_hand() -> None:
    """Same name and same day: letters in the order of titles. Another day tells itself apart."""
    listed = (source("s1", "Talks end"), source("s2", "Talks begin"), source("s3", "Talks", day=7))
    other = source("s4", "Talks begin", "Courier")
    found = sources_apart((*listed, other))

    assert [one.custom.short_name for one in found] == ["Gazette (b)", "Gazette (a)", "Gazette", "Courier"]
    assert found[2] is listed[2]
    assert source_heads((*listed, other)) == {
        "s1": "Gazette (b), 6 May 2031",
        "s2": "Gazette (a), 6 May 2031",
        "s3": "Gazette, 7 May 2031",
        "s4": "Courier",
    }


def test_letters_go_on_after_z() -> None:
    """However many there are, and whatever their order in the file, each has a name of its own."""
    listed = [source(f"s{place}", f"Talks {place:02}") for place in range(60)]
    names = {one.id: one.custom.short_name for one in sources_apart(listed)}

    assert len(set(names.values())) == 60
    assert (names["s0"], names["s25"], names["s26"]) == ("Gazette (a)", "Gazette (z)", "Gazette (aa)")
    assert {one.id: one.custom.short_name for one in sources_apart(listed[::-1])} == names


def test_two_of_one_name_stand_apart_in_a_report() -> None:
    """Notes, lists and the line of sources have the letter; the dossier's own name stays in its data."""
    dossier = load_dossier(SMALL)
    first, second, *rest = dossier.sources
    custom = second.custom.model_copy(update={"short_name": first.custom.short_name})
    alike = second.model_copy(update={"custom": custom, "issued": first.issued})
    changed = dossier.model_copy(update={"sources": (first, alike, *rest)})
    view = view_on(changed)
    report = markdown(briefing_of(changed)).decode()

    name = first.custom.short_name
    for letter in ("(a)", "(b)"):
        assert f"{name} {letter}, " in source_line(view)
        assert f"**{name} {letter}**" in report.replace("\\", "")
    assert source_head(rest[0].id, Tables(changed, Path())) == rest[0].custom.short_name
    assert [one.custom.short_name for one in changed.sources[:2]] == [name, name]

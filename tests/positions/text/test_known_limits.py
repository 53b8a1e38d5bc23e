"""The limits of a dossier in one line, for a report that has no room for all."""

from __future__ import annotations

import pytest

from positions.reading.dossier import load_dossier
from positions.text.known_limits import limits_line


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ((), ""),
        (("Only papers were read.",), "1 limit: “Only papers were read”"),
        (
            ("Only papers were read. None is a party's.",),
            "1 limit: “Only papers were read”; it stands whole in the full dossier",
        ),
        (
            ("Only papers were read.", "Few."),
            "2 limits, the first: “Only papers were read”; all stand whole in the full dossier",
        ),
        (("Words of Mr. Low were read.", "Few."), "2 limits; all stand whole in the full dossier"),
        (("Read by the U.S. Senate in part.",), "1 limit; it stands whole in the full dossier"),
        (
            ("Read " + "in a long and winding way " * 6 + "once.",),
            "1 limit; it stands whole in the full dossier",
        ),
        (("...", "Few."), "2 limits; all stand whole in the full dossier"),
    ],
)
def test_the_limits_are_counted_and_the_first_is_told_where_it_is_short(
    limits: tuple[str, ...], told: str
) -> None:
    """A sentence stands whole or not at all; the end of one is never guessed behind an initial or a title."""
    assert limits_line(limits) == told


@pytest.mark.parametrize("dossier", ["istanbul-2022", "training-strait", "ukraine-2014-2026"])
def test_the_first_limit_of_every_bundled_dossier_is_told(dossier: str) -> None:
    """Each of them begins with one short sentence."""
    limits = load_dossier(dossier).limits
    line = limits_line(limits)

    assert line.startswith(f"{len(limits)} limits, the first: “")
    assert line.split("“", 1)[1].split("”; all stand")[0] in limits[0]

"""A view that would keep all other readers waiting is refused, and says what to narrow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import RunPage
from tests.benchmarks.synthetic import write_dossier

PARTIES, ISSUES = 200, 500


@pytest.fixture(scope="module")
def vast(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up dossier of 200 parties and 500 issues, on which hardly anybody spoke."""
    folder = tmp_path_factory.mktemp("vast")
    write_dossier(folder, statements=200, parties=PARTIES, issues=ISSUES)
    return folder


@pytest.mark.parametrize("path", ["compare", "gaps", "method"])
def test_too_many_pairs_are_refused_in_one_sentence(run_page: RunPage, vast: Path, path: str) -> None:
    """200 · 199 / 2 pairs on 500 issues are not computed, on whichever page they are asked for."""
    everything = {
        "parties": ",".join(f"p{one}" for one in range(PARTIES)),
        "issues": ",".join(f"i{one}" for one in range(ISSUES)),
    }
    app = run_page(path, vast, **everything)

    assert not app.exception
    assert [one.value.replace("\\", "") for one in app.warning] == [
        "200 columns on 500 issues make 9,950,000 pairs, and one view holds at most 100,000: "
        "choose fewer parties or fewer issues."
    ]


def test_a_vast_dossier_opens_without_all_of_it_at_a_glance(run_page: RunPage, vast: Path) -> None:
    """The landing view is drawn; where all parties would stand a sentence says what to do instead."""
    app = run_page("compare", vast)
    told = [one.value.replace("\\", "") for one in app.caption]

    assert not app.exception
    assert not app.warning
    assert (
        "200 columns on 500 issues are too many to be shown at a glance: choose parties and issues for the "
        "table above." in told
    )

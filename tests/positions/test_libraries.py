"""A library that is not installed is named, with what to do."""

from __future__ import annotations

import sys

import pytest

from components.report import BRIEFINGS
from positions.export import EXPORTS
from positions.libraries import missing, missing_words


def test_nothing_is_missing_here() -> None:
    """With everything installed that the project asks for, every format can be made."""
    needs = [*(one.needs for one in BRIEFINGS), *(one.needs for one in EXPORTS)]

    assert any(needs)
    assert not any(missing(one) for one in needs)
    assert missing_words("Slides", ("python-pptx",)) is None


def test_what_is_missing_is_named_as_an_installer_knows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, with a command that can be copied."""
    monkeypatch.setitem(sys.modules, "pptx", None)
    words = missing_words("Slides (PPTX)", ("typst", "python-pptx"))

    assert words == "Slides (PPTX) cannot be made until this is installed: pip install python-pptx"

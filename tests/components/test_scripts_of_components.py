"""Scripts of browser components: what is put in front of each shares no name with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import components

_HOME = Path(components.__file__).parent
_SHARED = (_HOME / "draw.js", _HOME / "statements" / "card.js")
_OWN = sorted(one for one in _HOME.glob("*/*.js") if one not in _SHARED)
_NAMES = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|var|class) (\w+)", re.MULTILINE)


def names(script: Path) -> list[str]:
    """What a script declares at its top."""
    return _NAMES.findall(script.read_text(encoding="utf-8"))


@pytest.mark.parametrize("script", _OWN, ids=lambda one: one.stem)
def test_no_name_is_declared_twice(script: Path) -> None:
    """A name that the shared scripts have already would stop the whole component."""
    with_cards = "statements=True" in (script.parent / "component.py").read_text(encoding="utf-8")
    shared = [name for one in _SHARED[: 2 if with_cards else 1] for name in names(one)]

    assert "element" in shared
    assert not set(shared) & set(names(script))
    assert len(set(names(script))) == len(names(script))

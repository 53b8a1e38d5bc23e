"""The list of exact releases, `.github/requirements.lock`, fits what the project asks for."""

from __future__ import annotations

import re
from importlib.metadata import distribution, version
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.test_licences import RUN_TIME, applies

LOCK = (Path(__file__).parents[1] / ".github" / "requirements.lock").read_text(encoding="utf-8")


class Locked(NamedTuple):
    """One release: what is asked for, the fingerprints of its files, and who needs it."""

    requirement: Requirement
    hashes: list[str]
    needed_by: list[str]

    @property
    def release(self) -> str:
        """The one release that is allowed."""
        (exact,) = self.requirement.specifier
        return exact.version if exact.operator == "==" else f"not exact: {exact}"


def locked(lock: str) -> list[Locked]:
    """The releases of a lock; a package may have several, each for other versions of Python."""
    return [
        Locked(
            Requirement(entry.partition("\\")[0].strip()),
            re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry),
            re.findall(r"^ +#(?: via)? +([\w.-]+)", entry, re.MULTILINE),
        )
        for entry in re.split(r"\n(?=[a-z])", lock)[1:]
    ]


ALL = locked(LOCK)
HERE = {one.requirement.name: one for one in ALL if applies(one.requirement, frozenset())}
ASKED = [Requirement(one) for one in distribution("positions").requires or ()]


def fits(requirement: Requirement) -> bool:
    """Whether a requirement has a release in the lock, and one that it allows."""
    found = HERE.get(canonicalize_name(requirement.name))
    return found is not None and requirement.specifier.contains(found.release, prereleases=True)


@pytest.mark.parametrize("one", ALL, ids=lambda one: str(one.requirement))
def test_every_locked_release_is_exact_and_has_its_fingerprints(one: Locked) -> None:
    """An installer can refuse any file that is not, byte for byte, the one that was meant."""
    assert re.fullmatch(r"[\d.]+(post\d+)?", one.release)
    assert one.hashes


def test_no_address_is_in_the_lock() -> None:
    """Files come from whatever index the reader's installer is set to."""
    assert "://" not in LOCK
    assert "index" not in LOCK


def test_the_lock_has_what_the_project_asks_for() -> None:
    """Each requirement of the project has a release in the lock that fits its bounds."""
    asked = [one for one in ASKED if applies(one, frozenset())]

    assert len(asked) > 10
    assert [str(one) for one in asked if not fits(one)] == []


def test_the_lock_has_what_its_packages_need_in_turn() -> None:
    """Nothing is left for an installer to choose: what a locked package needs is locked too."""
    same = [name for name in RUN_TIME if name in HERE and HERE[name].release == version(name)]
    needed = [Requirement(one) for name in same for one in distribution(name).requires or ()]

    assert same
    assert [str(one) for one in needed if applies(one, frozenset()) and not fits(one)] == []


def test_the_lock_names_only_what_is_needed() -> None:
    """Each package is asked for by the project or by another one in the lock."""
    names = {one.requirement.name for one in ALL}
    asked = {canonicalize_name(one.name) for one in ASKED if applies(one, frozenset())}

    assert {
        one.requirement.name
        for one in ALL
        if not (
            set(one.needed_by) & names or ("positions" in one.needed_by and one.requirement.name in asked)
        )
    } == set()

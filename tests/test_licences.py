"""Everything that the app needs to run may be used by code published under MIT."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.test_architecture import MODULES, imports

# Licences that ask for no more than to be named; fonts under OFL-1.1 may be embedded in documents.
CARRIED = {
    "0BSD",
    "Apache-2.0",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-CMU",
    "OFL-1.1",
    "PSF-2.0",
    "Zlib",
}

# Licences that bind changed files alone (MPL) or the library alone (LGPL): who uses them, and why they may.
WEAK_COPYLEFT = {
    "certifi": ("MPL-2.0", "a list of root certificates, installed as it is and changed by nobody")
}

# What packages write that were published before licences had agreed names.
SPELLINGS = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
}


def needed(name: str, extras: frozenset[str] = frozenset()) -> Iterator[str]:
    """Names of all that a package needs on this system, with what those need, itself included."""
    waiting, known = [(name, extras)], set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in known:
            continue
        known.add((name, extras))
        yield name
        for written in distribution(name).requires or ():
            requirement = Requirement(written)
            if applies(requirement, extras):
                waiting.append((canonicalize_name(requirement.name), frozenset(requirement.extras)))


def applies(requirement: Requirement, extras: frozenset[str]) -> bool:
    """Whether a requirement counts on this system, without extras or with one of them."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def licence_of(package: Distribution) -> str:
    """The licence that a package declares: as an expression, by its classifiers, or in its own words."""
    metadata = package.metadata
    classifiers = [
        one.rpartition(" :: ")[2]
        for one in metadata.get_all("Classifier", [])
        if one.startswith("License ::")
    ]
    written = [metadata["License-Expression"]] if metadata["License-Expression"] else classifiers
    return " AND ".join(
        SPELLINGS.get(one, one) for one in written or [metadata["License"] or "none declared"]
    )


def may_carry(licence: str, package: str) -> bool:
    """Whether all parts of one of the choices that a licence leaves are among those that ours can carry."""
    carried = {*CARRIED, WEAK_COPYLEFT.get(package, ("MIT",))[0]}
    return any(set(choice.split(" AND ")) <= carried for choice in licence.split(" OR "))


RUN_TIME = sorted(set(needed("positions", frozenset({"cjk"}))) - {"positions"})


@pytest.mark.parametrize("package", RUN_TIME)
def test_what_the_app_needs_has_a_licence_that_ours_can_carry(package: str) -> None:
    """No package that is installed with the app puts its own terms on ours: no GPL, no AGPL, no fee."""
    licence = licence_of(distribution(package))

    assert may_carry(licence, package), (
        f"{package}: its licence is {licence}, which none of the lists here has"
    )


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-3.0-or-later",
        "AGPL-3.0-only",
        "MIT AND GPL-2.0-only",
        "LGPL-2.1-only",
        "MPL-2.0",
        "SSPL-1.0",
        "CC-BY-NC-4.0",
        "GNU General Public License v3 (GPLv3)",
        "none declared",
    ],
)
def test_another_licence_is_refused(licence: str) -> None:
    """What binds those who use it, forbids a use or says nothing is found, in every way of writing it."""
    assert not may_carry(licence, "some-package")


def test_of_a_choice_of_licences_one_is_enough() -> None:
    """A package under MIT or GPL may be used under MIT."""
    assert may_carry("GPL-3.0-only OR MIT", "some-package")


def test_exceptions_are_made_for_packages_in_use_alone() -> None:
    """Whatever is excepted by name is still needed, and still needs the exception."""
    assert {name: licence_of(distribution(name)) for name in WEAK_COPYLEFT} == {
        name: licence for name, (licence, _) in WEAK_COPYLEFT.items()
    }
    assert set(WEAK_COPYLEFT) <= set(RUN_TIME)


def test_what_the_code_imports_is_asked_for_by_name() -> None:
    """No module leans on a package that is there only because another one happens to need it."""
    imported = {name.split(".")[0] for path in MODULES for name in imports(path)} - sys.stdlib_module_names
    offered = packages_distributions()
    requirements = [Requirement(one) for one in distribution("positions").requires or ()]
    asked_for = {canonicalize_name(one.name) for one in requirements if applies(one, frozenset())}

    assert {"pandas", "typst"} <= imported
    assert {
        name
        for name in imported - {"components", "positions"}
        if not asked_for & {canonicalize_name(one) for one in offered[name]}
    } == set()

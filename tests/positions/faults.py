"""What a test says of a faulty file: the findings that reading it must raise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from positions.model.errors import DossierError, Finding


def findings_of(read: Callable[[], object]) -> list[Finding]:
    """Every finding that `read` raises, in order."""
    with pytest.raises(DossierError) as caught:
        read()
    return caught.value.findings

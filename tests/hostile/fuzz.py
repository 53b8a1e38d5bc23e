"""How many cases the fuzz tests try: few, or 100,000 with POSITIONS_FUZZ=long in the environment."""

from __future__ import annotations

import os

from hypothesis import settings

from tests.positions.factories import MODEST

LONG = os.environ.get("POSITIONS_FUZZ") == "long"
FUZZ = settings(MODEST, max_examples=100_000 if LONG else 200)

"""Streamlit's own interface for agents: there if the operator wants it, else closed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from positions.model.dossier import Dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.view import view_of
from tests.browser.conftest import ROOT, SERVE, started
from tests.components.server.requests import got
from tests.conftest import SMALL

ON = "STREAMLIT_SERVER_ENABLE_AGENT_API"
INTERACT = "/_stcore/agent/interact"


def interact(address: str, **asked: object) -> Any:
    """What an agent is answered."""
    return got(address, INTERACT, "POST", json.dumps(asked).encode(), content_type="application/json")


def elements(node: Any) -> Iterator[dict[str, Any]]:
    """Every element of a tree, in order."""
    if isinstance(node, dict):
        if "type" in node:
            yield node
        for child in node.values():
            yield from elements(child)
    elif isinstance(node, list):
        for child in node:
            yield from elements(child)


def test_an_agent_reads_the_matrix_of_the_dossier(small: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tree of the first page holds every cell with its words; another page comes with its address."""
    monkeypatch.setenv(ON, "true")
    view = view_of(Tables(small, SMALL), default_selection(small))
    with started([*SERVE, "training-strait"], ROOT) as address:
        first = interact(address).plain
        gaps = interact(address, page="gaps", query_params={"day": ["2031-05-20"]}).plain
    matrix = next(one for one in elements(first["tree"]) if one.get("key") == "matrix")
    told = json.dumps(matrix, ensure_ascii=False)

    assert first["status"] == "ready"
    assert all(cell_words(cell, view.tables).title in told for cell in view.cells)
    assert all(one.name in told for one in view.issues)
    assert gaps["query_params"]["day"] == ["2031-05-20"]
    assert gaps["page"]["title"] == "Gaps"


def test_neither_agents_nor_programs_are_answered_unless_the_operator_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A server for readers tells agents that it is closed, and has nothing under /api but its page."""
    monkeypatch.delenv(ON, raising=False)
    with started([*SERVE, "training-strait"], ROOT) as address:
        agent, program = interact(address), got(address, "/api/matrix")

    assert agent.status == 403
    assert agent.plain["error"]["code"] == "not_available"
    assert "json" not in program.headers["content-type"]
    assert b"Northland" not in program.content

"""A made-up dossier of any size in a folder: seeded, so that every run measures the same rows."""

from __future__ import annotations

import csv
import datetime as dt
import json
import random
from itertools import product
from pathlib import Path

import yaml

from positions.model.statements import STATEMENT_COLUMNS

FIRST, DAYS, STEPS, CORE, FILLED = dt.date(2014, 1, 1), 4550, 5, 10, 0.9
LAST = FIRST + dt.timedelta(DAYS)
MODES = ("direct_quote", "reported_speech", "official_text")


def write_dossier(folder: Path, *, statements: int, parties: int, issues: int) -> None:
    """Write dossier.yaml, sources.json and statements.csv; each party has two speakers."""
    sources = max(5, min(2_000, statements // 50))
    (folder / "dossier.yaml").write_text(yaml.safe_dump(_description(parties, issues, sources)), "utf-8")
    (folder / "sources.json").write_text(json.dumps([_source(one) for one in range(sources)]), "utf-8")
    chance = random.Random(7)
    with (folder / "statements.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.DictWriter(file, STATEMENT_COLUMNS)
        rows.writeheader()
        rows.writerows(_row(one, chance, parties, issues, sources) for one in range(statements))


def write_square(folder: Path, *, parties: int, issues: int, sources: int = 0) -> None:
    """Write a table of parties by issues on two days, without core issues; one cell in ten is empty.

    Where no number of sources is given there is one for each two parties, five at least.
    """
    sources = sources or max(5, parties // 2)
    description = _description(parties, issues, sources, core=0)
    (folder / "dossier.yaml").write_text(yaml.safe_dump(description), "utf-8")
    (folder / "sources.json").write_text(json.dumps([_source(one) for one in range(sources)]), "utf-8")
    chance = random.Random(7)
    days = (LAST - dt.timedelta(200), LAST - dt.timedelta(10))
    cells = [cell for cell in product(range(parties), range(issues), days) if chance.random() < FILLED]
    with (folder / "statements.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.DictWriter(file, STATEMENT_COLUMNS)
        rows.writeheader()
        for number, (party, issue, day) in enumerate(cells):
            cell = {"party": f"p{party}", "speaker": f"s{2 * party}", "issue": f"i{issue}"}
            rows.writerow(_row(number, chance, parties, issues, sources) | cell | {"said_on": str(day)})


def _description(parties: int, issues: int, sources: int, core: int = CORE) -> dict[str, object]:
    authorities = ("delegated", "principal")
    return {
        "id": "synthetic",
        "title": "A synthetic dossier",
        "question": "Who wants what?",
        "licence": "CC0",
        "low_end": "low",
        "high_end": "high",
        "naming_note": "none",
        "period": {"first": str(FIRST), "last": str(LAST)},
        "parties": [{"id": f"p{one}", "name": f"Party {one}", "kind": "state"} for one in range(parties)],
        "speakers": [
            {
                "id": f"s{one}",
                "name": f"Speaker {one}",
                "office": "minister",
                "authority": authorities[one % 2],
                "party": f"p{one // 2}",
            }
            for one in range(2 * parties)
        ],
        "issues": [_issue(one, core) for one in range(issues)],
        "searched": [{"source": f"src{one}"} for one in range(sources)],
    }


def _issue(number: int, core: int) -> dict[str, object]:
    scale = [
        {"step": step, "label": f"Step {step} of {number}", "short": f"S{step}", "rule": "r"}
        for step in range(STEPS)
    ]
    return {
        "id": f"i{number}",
        "name": f"Issue {number}",
        "question": f"What about {number}?",
        "rule": "none",
        "core": number < core,
        "scale": scale,
    }


def _source(number: int) -> dict[str, object]:
    return {
        "id": f"src{number}",
        "type": "webpage",
        "title": f"Title {number}",
        "publisher": "Nobody",
        "issued": {"date-parts": [[LAST.year, LAST.month, LAST.day]]},
        "accessed": {"date-parts": [[LAST.year + 1, 1, 1]]},
        "URL": f"https://example.org/{number}",
        "language": "en",
        "custom": {"short_name": f"Source {number}", "read_in": "original"},
    }


def _row(number: int, chance: random.Random, parties: int, issues: int, sources: int) -> dict[str, object]:
    party, step = chance.randrange(parties), chance.randrange(STEPS)
    return {
        "id": f"x{number:07d}",
        "source": f"src{chance.randrange(sources)}",
        "party": f"p{party}",
        "speaker": f"s{2 * party + chance.randrange(2)}",
        "issue": f"i{chance.randrange(issues)}",
        "said_on": str(FIRST + dt.timedelta(chance.randrange(DAYS))),
        "date_basis": "explicit",
        "mode": chance.choice(MODES),
        "step_low": step,
        "step_high": step,
        "summary": f"Statement number {number} about the matter at hand.",
        "confidence": "high",
        "coder": "a",
    }

"""Fictional tables of each shape with their mappings, and what must come out, worked out without the tool.

Numbers come from fixed seeds. `places` are the places of each party on each issue from 0 to 1, as a list: of
several values of one last day all are kept.
"""

from __future__ import annotations

import csv
import io
import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path

from positions.importing.mapping import TableMapping
from positions.importing.mapping_file import located_mapping
from positions.importing.table import Imported, import_table
from positions.model.dossier import Dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View

Key = tuple[str, str]

HEAD = """
id: valley
title: What the parties of the valley answered
question: Which thesis does a party support?
licence: CC0-1.0
low_end: disagrees
high_end: agrees
party_kind: state
defaults: {mode: official_text, confidence: high, coder: the makers, day: 2031-05-01}
sources:
  - {id: answers, type: dataset, title: Valley answers, issued: {date-parts: [[2031, 5, 20]]},
     custom: {short_name: Valley answers, read_in: original}}
"""
CODES = """
values:
  codes: {-1: 0, 0: 1, 1: 2}
  labels: [disagrees, neither, agrees]
"""


@dataclass(frozen=True)
class MadeTable:
    """Lines of a table, its mapping, and the places that must come out by party and issue."""

    lines: list[list[str]]
    mapping: str
    places: dict[Key, list[float]]
    heads: int = 1
    weights: dict[Key, float] = field(default_factory=dict)

    def shuffled(self, seed: int) -> MadeTable:
        """The same table with its rows in another order."""
        rows = self.lines[self.heads :]
        random.Random(seed).shuffle(rows)
        return replace(self, lines=[*self.lines[: self.heads], *rows])

    def columns_shuffled(self, seed: int) -> MadeTable:
        """The same table with its columns in another order."""
        order = list(range(len(self.lines[0])))
        random.Random(seed).shuffle(order)
        return replace(self, lines=[[line[place] for place in order] for line in self.lines])


def csv_bytes(lines: Iterable[Sequence[str]]) -> bytes:
    """The lines as comma-separated values."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows(lines)
    return written.getvalue().encode()


def mapping_of(text: str) -> TableMapping:
    """The mapping that a text is."""
    return located_mapping(text.encode(), "mapping.yaml").mapping


def imported(made: MadeTable) -> Imported:
    """What comes out of a table."""
    return import_table(csv_bytes(made.lines), mapping_of(made.mapping), "table.csv")


def whole_view(dossier: Dossier) -> View:
    """All parties and all issues of a dossier on its last day."""
    chosen = replace(
        default_selection(dossier),
        parties=tuple(party.id for party in dossier.parties),
        issues=tuple(issue.id for issue in dossier.issues),
    )
    return View(Tables(dossier, Path()), chosen)


def shares(dossier: Dossier) -> dict[tuple[str, frozenset[str]], float | None]:
    """The gap of every pair of parties on every issue, as a share of the scale, by their names."""
    names = {party.id: party.name for party in dossier.parties}
    issues = {issue.id: issue.name for issue in dossier.issues}
    return {
        (issues[gap.issue], frozenset({names[gap.first], names[gap.second]})): gap.share
        for gap in whole_view(dossier).gaps
    }


def reference_shares(places: dict[Key, list[float]]) -> dict[tuple[str, frozenset[str]], float | None]:
    """The same worked out by brute force: the difference; None where one of the two contradicts itself."""
    middles = {key: found[0] if len(set(found)) == 1 else math.nan for key, found in places.items() if found}
    issues = {issue for _, issue in middles}
    parties = {party for party, _ in middles}
    apart = {
        (issue, frozenset(pair)): abs(middles[pair[0], issue] - middles[pair[1], issue])
        for issue in issues
        for pair in combinations(sorted(parties), 2)
        if (pair[0], issue) in middles and (pair[1], issue) in middles
    }
    return {key: None if math.isnan(share) else share for key, share in apart.items()}


def voting_advice(parties: int = 38, issues: int = 38, seed: int = 1) -> MadeTable:
    """Parties by theses, -1, 0 or 1, each with a comment beside it; some did not answer or were not asked."""
    chance = random.Random(seed)
    theses = [f"Thesis {number}" for number in range(issues)]
    lines = [["Party", *(text for thesis in theses for text in (thesis, f"{thesis} (comment)"))]]
    places: dict[Key, list[float]] = {}
    for party in (f"List {number}" for number in range(parties)):
        line = [party]
        for thesis in theses:
            answer = chance.choice(["-1", "0", "1", "1", "", "99", "98"])
            line += [answer, f"{party} gave its reasons." if answer in {"-1", "1"} else ""]
            if answer in {"-1", "0", "1"}:
                places[party, thesis] = [(int(answer) + 1) / 2]
        lines.append(line)
    mapping = f"""{HEAD}{CODES}
shape: wide
columns: {{party: Party, value: "{{issue}}", comment: "{{issue}} (comment)"}}
missing:
  99: {{blank: declined, reason: no answer}}
  98: {{blank: not_researched, reason: not asked}}
"""
    return MadeTable(lines, mapping, places)


def undated(made: MadeTable) -> MadeTable:
    """The same table of which nobody says when anything in it was answered."""
    return replace(made, mapping=made.mapping.replace("day: 2031-05-01", "day: undated"))


def turned(made: MadeTable) -> MadeTable:
    """Voting advice without comments with a row for each thesis."""
    plain = [[line[0], *line[1::2]] for line in made.lines]
    lines = [list(column) for column in zip(*plain, strict=True)]
    lines[0][0] = "Thesis"
    columns = 'columns: {issue: Thesis, value: "{party}"}'
    mapping = "\n".join(columns if one.startswith("columns:") else one for one in made.mapping.splitlines())
    return replace(made, lines=lines, mapping=mapping)


def coded_statements(rows: int = 600, seed: int = 2) -> MadeTable:
    """A row for each statement: a person in an organisation agrees or not with a concept on a day."""
    chance = random.Random(seed)
    lines = [["person", "organization", "concept", "agreement", "date", "paper", "words"]]
    said: dict[Key, dict[int, list[float]]] = {}
    for number in range(rows):
        organization, concept = f"Union {chance.randrange(9)}", f"Levy {chance.randrange(7)}"
        day, agreement = chance.randrange(1, 29), chance.randrange(2)
        person = f"Speaker {chance.randrange(30)}"
        paper = chance.choice(["courier", "gazette"])
        words = f"sentence number {number}"
        lines.append([person, organization, concept, str(agreement), f"{day:02d}.05.2031", paper, words])
        said.setdefault((organization, concept), {}).setdefault(day, []).append(float(agreement))
    mapping = """
id: levy
title: Who agrees with which levy
question: Which levy does an organization support?
licence: CC0-1.0
low_end: rejects it
high_end: supports it
shape: long
columns: {party: organization, issue: concept, value: agreement, speaker: person, day: date,
          source: paper, phrase: words}
day_format: "%d.%m.%Y"
values: {codes: {0: 0, 1: 1}, labels: [rejects, supports]}
party_kind: state
defaults: {mode: direct_quote, confidence: high, coder: a, authority: delegated, office: member}
sources:
  - {id: courier, type: article, title: The courier, custom: {short_name: Courier, read_in: original}}
  - {id: gazette, type: article, title: The gazette, custom: {short_name: Gazette, read_in: original}}
"""
    places = {key: by_day[max(by_day)] for key, by_day in said.items()}
    return MadeTable(lines, mapping, places)


def two_header_lines(seed: int = 3) -> MadeTable:
    """Issues in the first line of headings, what is told of each in the second, as a merged cell is saved."""
    chance = random.Random(seed)
    issues = [f"Question {number}" for number in range(6)]
    lines = [
        ["", *(text for issue in issues for text in (issue, ""))],
        ["Party", *(text for _ in issues for text in ("answer", "remark"))],
    ]
    places: dict[Key, list[float]] = {}
    for party in (f"List {number}" for number in range(8)):
        line = [party]
        for issue in issues:
            answer = chance.choice(["yes", "no", "it depends"])
            line += [answer, ""]
            places[party, issue] = [{"no": 0.0, "it depends": 0.5, "yes": 1.0}[answer]]
        lines.append(line)
    mapping = f"""{HEAD}
shape: wide
header_lines: 2
columns: {{party: Party, value: "{{issue}} / answer", comment: "{{issue}} / remark"}}
values: {{codes: {{"no": 0, it depends: 1, "yes": 2}}, labels: ["no", it depends, "yes"]}}
"""
    return MadeTable(lines, mapping, places, heads=2)


def expert_survey(parties: int = 14, issues: int = 9, seed: int = 4) -> MadeTable:
    """Real numbers from 0 to 10 with a weight beside each; one scale runs the other way."""
    chance = random.Random(seed)
    names = [f"dimension_{number}" for number in range(issues)]
    lines = [["party", *(text for name in names for text in (name, f"{name}_salience"))]]
    places: dict[Key, list[float]] = {}
    weights: dict[Key, float] = {}
    for party in (f"List {number}" for number in range(parties)):
        line = [party]
        for name in names:
            value, weight = repr(chance.uniform(0, 10)), repr(chance.uniform(0, 10))
            line += [value, weight]
            places[party, name] = [float(value) / 10]
            weights[party, name] = float(weight)
        lines.append(line)
    mapping = f"""{HEAD}
shape: wide
columns: {{party: party, value: "{{issue}}", weight: "{{issue}}_salience"}}
values: {{ends: {{low: 0, high: 10}}}}
issues:
  - {{as_written: dimension_0, name: dimension_0, values: {{ends: {{low: 0, high: 10}}, reversed: true}}}}
"""
    return MadeTable(lines, mapping, places, weights=weights)


def council_positions(seed: int = 5) -> MadeTable:
    """A row for each proposal, a column for each state, 0 to 100, a third empty, weights beside them."""
    chance = random.Random(seed)
    states = [f"State {number}" for number in range(11)]
    lines = [["proposal", *(text for state in states for text in (state, f"weight of {state}"))]]
    places: dict[Key, list[float]] = {}
    weights: dict[Key, float] = {}
    for proposal in (f"Proposal {number}" for number in range(15)):
        line = [proposal]
        for state in states:
            empty, weight = chance.random() < 1 / 3, chance.randrange(0, 101)
            value = "" if empty else str(chance.randrange(0, 101))
            line += [value, "" if empty else str(weight)]
            if not empty:
                places[state, proposal] = [int(value) / 100]
                weights[state, proposal] = float(weight)
        lines.append(line)
    mapping = f"""{HEAD}
shape: wide
columns: {{issue: proposal, value: "{{party}}", weight: "weight of {{party}}"}}
values: {{ends: {{low: 0, high: 100}}}}
"""
    return MadeTable(lines, mapping, places, weights=weights)


def reference_distances(made: MadeTable, *, weighed: bool) -> dict[frozenset[str], float | None]:
    """The overall distance of every pair by brute force; an issue weighs the mean of what the two give it."""
    total: dict[frozenset[str], float] = {}
    found: dict[frozenset[str], float] = {}
    for (issue, pair), share in reference_shares(made.places).items():
        if share is None:
            continue
        own = [made.weights.get((party, issue), 1.0) if weighed else 1.0 for party in pair]
        found[pair] = found.get(pair, 0.0) + share * sum(own) / 2
        total[pair] = total.get(pair, 0.0) + sum(own) / 2
    return {pair: found[pair] / total[pair] if total[pair] else None for pair in found}

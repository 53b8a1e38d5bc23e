"""Why a cell says what it says, in words: the rule, what leads, and what lost to which part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from positions.analysis.why import COUNTS, LEADS, RULES, SILENT, THROUGH, WEAK, Counted, Reason, Why
from positions.cell import Cell
from positions.model.statements import MODES, Statement
from positions.tables import Tables
from positions.text.citation import mode_words, said_words
from positions.text.labels import BLANK_WORDS
from positions.text.stance import speaker_words
from positions.text.wording import count_words, joined, place_words

MEMBERS_TITLE = "Members"
_LEADS = "Leads"
_PARTS = {
    COUNTS: "counts",
    WEAK: "left out: only words of low confidence are current, and others have firm ones",
    SILENT: "nothing was found by then",
}
_RULE = (
    "Who may lead: own words of {side}, by the government in office. Dissent, drafts and shared texts "
    "and measures bounded in time never do; an adviser does while nobody of higher office has spoken.",
    "The newest day leads. Beside newer words, words count for {window}; of each speaker the latest do.",
    "Words of high or medium confidence stand before words of low confidence.",
    "Of one day the higher office leads, then what reached us most directly ({modes}, in this "
    "order). What is still tied stands together; of these a certain placement stands before one in doubt.",
)
_NO_STEP = (
    "Words that fit no step of the scale lead where they came more than {window} after the last that do, "
    "or where no others may lead."
)
_LINES = (
    "The issue has no scale: the newest words of each speaker are told, the newest of all first; of one "
    "day those of the higher office."
)
_MEMBERS = (
    "A grouping has no voice: each member is weighed by these rules alone. States are counted, bodies are "
    "named beside them. Members with firm words come before those of whom only weak ones are current."
)


@dataclass(frozen=True)
class WhyGroup:
    """Statements under one heading: those that lead, or those that lost to one rule; a line for each."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class WhyWords:
    """Why a cell says what it says: the rule in sentences, the statements by what decided, the members."""

    rule: tuple[str, ...]
    groups: tuple[WhyGroup, ...]
    members: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it as lines of plain text, what belongs to a heading indented."""
        groups = (line for one in self.groups for line in (one.heading, *(f"  {each}" for each in one.lines)))
        members = (MEMBERS_TITLE, *(f"  {one}" for one in self.members)) if self.members else ()
        return (*self.rule, *members, *groups)


def why_title(cell: Cell) -> str:
    """What the explanation of a cell is called: of a step where somebody stands on one."""
    return "Why this step" if cell.placed and cell.state != "split" else "Why this cell"


def why_words(cell: Cell, found: Why, tables: Tables) -> WhyWords:
    """The reasons for a cell in words; every statement behind it has its line."""
    return WhyWords(
        rule=tuple(_rule(cell, tables)),
        groups=tuple(
            WhyGroup(_heading(rule, rows, cell, tables), tuple(_line(one, cell, tables) for one in rows))
            for rule, rows in found.by_rule().items()
        ),
        members=tuple(_member(one, tables) for one in found.members),
    )


def reason_words(reason: Reason) -> str:
    """What became of a statement: that it leads, or to which rule it lost, and if the cell tells it still."""
    if reason.rule == LEADS:
        return "leads"
    return f"{RULES[reason.rule]}{'; told below what leads' if reason.shown else ''}"


def _rule(cell: Cell, tables: Tables) -> Iterator[str]:
    """The rules that bear on the cell, in the order in which they are asked."""
    if cell.state == "not_applicable":
        yield f"The question does not arise for {tables.in_sentence[cell.holder]}, so nothing is weighed."
        return
    window = count_words(tables.dossier.window, "day")
    if cell.grouped is not None:
        yield _MEMBERS
    side = "each member" if cell.grouped is not None else tables.in_sentence[cell.holder]
    modes = ", ".join(_MODES[mode] for mode in MODES[:4])
    scaled = (*_RULE, _NO_STEP) if cell.last_step is not None else (_RULE[0], _LINES)
    yield from (rule.format(side=side, window=window, modes=modes) for rule in scaled)


_MODES = {
    "official_text": "official text",
    "direct_quote": "quotation",
    "reported_speech": "reported speech",
    "action": "a measure",
}


def _heading(rule: str, rows: tuple[Reason, ...], cell: Cell, tables: Tables) -> str:
    """What decided, with the number of statements; the window with its length."""
    words = _LEADS if rule == LEADS else RULES[rule]
    if rule in ("window", "overtaken"):
        words = words.replace("window", f"window of {count_words(tables.dossier.window, 'day')}")
    if rule == "not_applicable":
        words = words.replace("this side", tables.in_sentence[cell.holder])
    return f"{words[0].upper()}{words[1:]}: {count_words(len(rows), 'statement')}"


def _line(reason: Reason, cell: Cell, tables: Tables) -> str:
    """A statement with what the rules ask of it, and what took its place."""
    said = tables.by_id[reason.statement]
    speaker = tables.speaker_of(said)
    member = tables.names[reason.actor] if cell.grouped is not None and reason.actor else ""
    parts = (
        said_words(said),
        member,
        f"{speaker_words(tables, said.speaker)} ({speaker.authority})",
        _placed(said, tables),
        mode_words(said, tables.sources[said.source]),
        f"{said.confidence} confidence" if said.placed else "",
        f"statement {said.id}",
        f"lost to {joined(reason.to)}" if reason.to else "",
        "told below what leads" if reason.shown and reason.rule != LEADS else "",
    )
    return " · ".join(part for part in parts if part)


def _placed(said: Statement, tables: Tables) -> str:
    issue = tables.scales[said.issue]
    placed = issue.placement(said)
    if placed is None:
        return "on no step" if issue.measured else ""
    doubt = ", in doubt" if said.ranged and said.spread != "said" else ""
    return f"{place_words(issue, *placed)}{doubt}"


def _member(one: Counted, tables: Tables) -> str:
    """A member with what it counts for."""
    if one.part == THROUGH:
        words = f"no own words were found; named through {tables.in_sentence[one.body]}, and not counted"
    elif one.part in _PARTS:
        words = _PARTS[one.part]
    else:
        blank = BLANK_WORDS[one.part]
        words = f"left out: {blank[0].lower()}{blank[1:]}"
    body = ", a body" if getattr(tables.actors[one.member], "kind", "") == "body" else ""
    return f"{tables.names[one.member]}{body}: {words}"

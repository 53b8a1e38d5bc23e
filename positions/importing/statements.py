"""The statement that a cell of a table makes, or the reason why it makes none."""

from __future__ import annotations

import re

from positions.importing.actors import Actors
from positions.importing.coding import Coding
from positions.importing.placing import EMPTY
from positions.importing.scales import Scales
from positions.model.fields import LONGEST_PHRASE
from positions.model.statements import CELL_MODES

_BLANKS = {
    "does_not_know": "does not know",
    "not_stated": "not stated",
    "not_researched": "not researched",
    "not_applicable": "does not apply",
}
_ENDS = (".", "!", "?", "…", ":", ";", "。", ".”", '."', "!”", "?”", ".)")
_FIRST_WORDS = re.compile(rf"\s*((?:\S+\s+){{0,{LONGEST_PHRASE - 1}}}\S+)")


def reason_left_out(coding: Coding, actors: Actors) -> str | None:
    """Why a cell makes no statement, in words; None for one that does."""
    blank = coding.placing.blank if coding.placing else None
    if blank == EMPTY:
        return EMPTY.reason
    if blank and blank.blank != "declined":
        return f"{_BLANKS[blank.blank]}: {blank.reason}"
    if actors.is_grouping(coding) and not coding.texts.get("member"):
        return "a grouping has no voice of its own, and no member is named"
    if coding.texts["mode"] not in CELL_MODES or coding.texts["authority"] == "commentator":
        return "commentary, or words about another side, of which the table does not say whom they describe"
    return None


def refuses(coding: Coding) -> bool:
    """Whether the side was asked and gave no answer."""
    return bool(coding.placing and coding.placing.blank and coding.placing.blank.blank == "declined")


def statement_of(coding: Coding, actors: Actors, scales: Scales) -> dict[str, str]:
    """The row of statements.csv; empty fields are left out."""
    texts, placing = coding.texts, coding.placing
    step = "" if placing is None or placing.step is None else str(placing.step)
    row = {
        "id": coding.cell.id,
        "source": texts["source"],
        "start": texts.get("start", ""),
        "end": texts.get("end", ""),
        "party": actors.party(coding),
        "member": actors.member(coding) or "",
        "speaker": actors.speaker(coding),
        "issue": scales.id(coding),
        "said_on": texts["day"],
        "date_basis": "explicit" if "day" in coding.cell.texts else "inferred",
        "mode": texts["mode"],
        "step_low": step,
        "step_high": step,
        "value": "" if placing is None or placing.number is None else f"{placing.number:f}",
        "summary": texts.get("summary") or _summary(coding, actors, scales),
        "condition": texts.get("condition", ""),
        "phrase": _first_words(texts.get("phrase", "")),
        "confidence": texts["confidence"],
        "coder": texts["coder"],
        "note": _note(coding),
    }
    return {name: value for name, value in row.items() if value}


def _summary(coding: Coding, actors: Actors, scales: Scales) -> str:
    who, what, where = actors.name(coding), scales.name(coding), scales.label(coding)
    if refuses(coding):
        return f"{who} gives no answer on “{what}”: “{blank_reason(coding)}” in the table."
    return f"{who} on “{what}”: {where}." if where else f"{who} on “{what}”."


def _note(coding: Coding) -> str:
    reason = f"Coded in the table as: {blank_reason(coding)}" if refuses(coding) else ""
    given = f"In the table: {coding.texts['value']}" if coding.rounded else ""
    return " ".join(_ended(part) for part in (coding.texts.get("comment", ""), reason, given) if part)


def blank_reason(coding: Coding) -> str:
    """What a missing code says, in the mapping's words; "" for a value."""
    blank = coding.placing.blank if coding.placing else None
    return blank.reason if blank else ""


def missing_note(coding: Coding) -> str:
    """What a table says beside a missing code: who spoke, in what words, with what remark."""
    texts = coding.texts
    phrase = texts.get("phrase", "")
    parts = (texts.get("speaker", ""), f"“{phrase}”" if phrase else "", texts.get("comment", ""))
    return ", ".join(part for part in parts if part)


def _ended(text: str) -> str:
    """A text with the sign that ends a sentence, so that another may follow."""
    return text if text.endswith(_ENDS) else f"{text}."


def _first_words(quote: str) -> str:
    """The first words of a quotation, as many as a phrase may have, as they stand in the source."""
    found = _FIRST_WORDS.match(quote)
    return found.group(1) if found else ""

"""A fictional negotiation of states that write in ten scripts, in names, words, conditions and sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from components.report.files import BriefedView, briefed_view
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View
from tests.positions.factories import DESCRIPTION, dossier_of

DAY = dt.date(2030, 6, 30)


@dataclass(frozen=True)
class Written:
    """What a state writes in its own script."""

    name: str
    speaker: str
    summary: str
    condition: str
    title: str


WRITTEN: dict[str, Written] = {
    "arabic": Written(
        "الشمال", "ليلى حداد", "يبقى السد مغلقا حتى عام 2031.", "إذا وافق 3 جيران", "جريدة السد"
    ),
    "hebrew": Written("הדרום", "נועה לוי", "הסכר ייפתח בשנת 2031.", "אם 3 שכנים יסכימו", "עיתון הסכר"),
    "chinese": Written("东岸国", "李明", "大坝将于2031年开放。", "如果三个邻国同意", "大坝日报"),
    "japanese": Written("島の国", "田中花", "ダムは2031年まで閉じる。", "隣国が同意すれば", "ダム新聞"),
    "korean": Written("강나라", "김하늘", "댐은 2031년에 열린다.", "이웃이 동의하면", "댐일보"),
    "thai": Written("แดนน้ำ", "สมชาย ใจดี", "เขื่อนจะปิดจนถึงปี 2031", "ถ้าเพื่อนบ้านเห็นด้วย", "ข่าวเขื่อน"),
    "devanagari": Written("नदीदेश", "आशा वर्मा", "बाँध 2031 में खुलेगा।", "यदि पड़ोसी सहमत हों", "बाँध समाचार"),
    "cyrillic": Written(
        "За́пад", "И́горь Ре́чной", "Плоти́на откро́ется в 2031.", "е́сли сосе́ди согла́сны", "Весть"
    ),
    "greek": Written("Ἀνατολή", "Ἑλένη Ποταμοῦ", "Τὸ φράγμα ἀνοίγει τὸ 2031.", "ἂν συμφωνήσουν", "Ἐφημερίς"),
    "emoji": Written("Cape 🏝", "Mx 🐟", "We 👍 the dam 🌊 for 🇺🇳.", "if ☀ and 🕊️", "The 📰"),
}
RIGHT_TO_LEFT = ("arabic", "hebrew")
TITLE = "محادثات السد"
NOWHERE = "𓀀𓁐"  # hieroglyphs, for which neither a package nor a usual machine has a typeface


def letters(text: str) -> set[str]:
    """The letters of a text that are printed."""
    return {letter for letter in text if letter.isprintable() and letter not in " \ufe0f"}


def script_dossier(written: Mapping[str, Written] = WRITTEN) -> Dossier:
    """The states on one issue, each with one statement."""
    described = {
        **DESCRIPTION,
        "title": TITLE,
        "parties": [{"id": one, "name": words.name, "kind": "state"} for one, words in written.items()],
        "speakers": [
            {
                "id": f"{one}_head",
                "name": words.speaker,
                "office": "head",
                "authority": "principal",
                "party": one,
            }
            for one, words in written.items()
        ],
        "issues": DESCRIPTION["issues"][:1],
        "searched": [{"source": one} for one in written],
        "sources": [_source(one, words) for one, words in written.items()],
    }
    return dossier_of(
        [_said(place, one, words) for place, (one, words) in enumerate(written.items())], **described
    )


def script_view(written: Mapping[str, Written] = WRITTEN) -> View:
    """All of them beside each other."""
    dossier = script_dossier(written)
    selection = replace(default_selection(dossier, DAY), parties=tuple(written))
    return View(Tables(dossier, Path()), selection)


@cache
def script_briefing() -> BriefedView:
    """Their briefing."""
    return briefed_view(script_view())


@cache
def briefing_without_typeface() -> BriefedView:
    """A briefing with a state whose letters no typeface has."""
    nowhere = replace(WRITTEN["cyrillic"], name=NOWHERE)
    return briefed_view(script_view({"nowhere": nowhere, "greek": WRITTEN["greek"]}))


def _source(one: str, words: Written) -> dict[str, object]:
    return {
        "id": one,
        "type": "article-newspaper",
        "title": words.title,
        "issued": {"date-parts": [[2030, 5, 31]]},
        "custom": {"short_name": words.title, "read_in": "English", "read_on": "2031-01-01"},
    }


def _said(place: int, side: str, words: Written) -> Statement:
    return Statement.model_validate(
        {
            "id": f"{side}-1",
            "source": side,
            "party": side,
            "speaker": f"{side}_head",
            "issue": "dam",
            "said_on": "2030-05-10",
            "date_basis": "explicit",
            "mode": "direct_quote",
            "step_low": place % 5,
            "step_high": place % 5,
            "summary": words.summary,
            "condition": words.condition,
            "confidence": "high",
            "coder": "a",
        }
    )

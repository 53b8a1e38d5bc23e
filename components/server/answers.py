"""What programs are answered: a part of a view, a schema or a feed, found by the parameters of an address.

Nothing here knows of the web; what cannot be answered raises Refused.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from components.app.cache import dossier_id, dossier_tables
from components.app.frame import offered_dossiers
from components.cli.publication import published, today
from components.server.refusal import Refused
from positions.address import mended, read_address
from positions.analysis.data_change import said_since
from positions.export.manifest import program_version
from positions.export.names import file_name
from positions.export.schema import description_schema, sources_schema, statements_schema, written
from positions.export.view_json import view_json, view_schema
from positions.feed import atom_feed
from positions.model.errors import DossierError, UnknownDossier
from positions.reading.dossier import dossier_folder
from positions.reading.source_texts import copies_mark, texts_folder
from positions.rows.view_parts import PARTS
from positions.rows.whole_view import SCHEMA_VERSION
from positions.selection import bearing, unless_chosen
from positions.settings import OPENED
from positions.tables import Tables
from positions.text.handling import withheld_words
from positions.text.wording import number_words
from positions.view import View, view_of

_JSON, _ATOM, _SCHEMA = "application/json", "application/atom+xml", "application/schema+json"
# A part of a view by its name, a file of a dossier by that of the file.
_SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    **{part: partial(view_schema, part) for part in PARTS},
    "dossier.yaml": description_schema,
    "sources.json": sources_schema,
    "statements.csv": statements_schema,
}
MOST_GAPS = 60_000  # pairs of columns times issues with a scale; of more a program asks in portions
_LONGEST = 80  # letters of a name that is told again


@dataclass(frozen=True)
class Answer:
    """Something to be fetched: its fingerprint, media type and name, and what makes its bytes.

    One fingerprint always has the same bytes, so that what is kept under it can be sent again.
    """

    fingerprint: str
    mime: str
    name: str
    made: Callable[[], bytes]


def index_answer() -> Answer:
    """What there is to ask for: the dossiers that are offered and the addresses under /api."""
    addresses = [*(f"/api/{part}" for part in PARTS), "/api/feed.atom"]
    told = {
        "dossiers": list(offered()),
        "addresses": [*addresses, *(f"/api/schema/{name}" for name in _SCHEMAS)],
        "parameters": "those of the address of a page, such as dossier, day, since, parties, issues",
    }
    content = (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
    return Answer(_mark(content.decode()), _JSON, "positions.json", lambda: content)


def view_answer(part: str, parameters: Mapping[str, str]) -> Answer:
    """A part of the view at an address, as `positions export --format view` has it."""
    if part not in PARTS:
        raise Refused(404, f"Nothing is at this address. Under /api are: {', '.join(PARTS)}.")
    view = _view(parameters)
    return Answer(
        _fingerprint(part, view), _JSON, file_name(view, part, "json"), lambda: view_json(view, part)
    )


def feed_answer(parameters: Mapping[str, str]) -> Answer:
    """What was said between the two days of a view, as an Atom feed that bears the later one."""
    view = _view(parameters)

    def made() -> bytes:
        said = said_since(view.tables.dossier, view.since or view.day)
        return atom_feed([one for one in said if one.day <= view.day], view.tables, view.day)

    return Answer(_fingerprint("feed", view), _ATOM, file_name(view, "feed", "atom"), made)


def schema_answer(name: str) -> Answer:
    """The JSON Schema of a part of a view, or of a file of a dossier."""
    if name not in _SCHEMAS:
        raise Refused(404, f"No such schema. Schemas: {', '.join(_SCHEMAS)}.")
    return Answer(
        _mark("schema", name), _SCHEMA, f"{name}.schema.json", lambda: written(_SCHEMAS[name]()).encode()
    )


def offered() -> dict[str, str]:
    """The dossiers that this server offers, the one that it opens first first: by id its name or folder.

    One whose files cannot be read has the name of its folder in the place of the id.
    """
    named = os.environ.get(OPENED)
    names = sorted(offered_dossiers(named), key=lambda one: one != named)
    return {Path(dossier_id(one)).name: one for one in names}


def _tables(dossier: str) -> Tables:
    """The tables of a dossier that is offered.

    Raises Refused where its files have faults, or stand in a published folder that they may not stand in.
    """
    try:
        tables, folder = dossier_tables(offered()[dossier]), dossier_folder(offered()[dossier])
    except (DossierError, UnknownDossier):
        raise Refused(503, f"The files of {dossier} cannot be read at the moment.") from None
    if published(folder) and (reason := withheld_words(tables.dossier, today())):
        raise Refused(403, f"Nothing is sent: {reason}.")
    return tables


def _view(parameters: Mapping[str, str]) -> View:
    """The view at an address. Raises Refused for one that cannot be, or that may not be published."""
    address, here = mended(parameters), offered()
    asked = address.get("dossier", next(iter(here)))
    if asked not in here:
        raise Refused(400, f"No such dossier: {asked[:_LONGEST]}. Dossiers: {', '.join(here)}.")
    tables = _tables(asked)
    dossier = tables.dossier
    selection, unread = read_address(address, dossier)
    if unread:
        raise Refused(
            400, f"What these name cannot be read or is not in {asked}: {', '.join(unread)[:_LONGEST]}."
        )
    if selection.since and selection.since >= selection.day:
        raise Refused(400, f"since must be earlier than the day, which is {selection.day.isoformat()}.")
    chosen = {name: bool(address.get(name)) for name in ("parties", "issues")}
    view = view_of(tables, bearing(unless_chosen(selection, dossier, **chosen)))
    _checked_size(view)
    return view


def _checked_size(view: View) -> None:
    """Do nothing for a view that can be answered at once. Raises Refused for a larger one."""
    columns = len(view.selection.columns(view.tables.dossier))
    gaps = columns * (columns - 1) // 2 * len(view.scaled)
    if gaps > MOST_GAPS:
        told = f"{number_words(gaps)} pairs, of which {number_words(MOST_GAPS)} at most are compared at once"
        raise Refused(400, f"This view has {told}: name fewer parties or issues.")


def _fingerprint(what: str, view: View) -> str:
    """The same for the same data, selection, program and copies of texts, which addresses of words need."""
    copies = copies_mark(texts_folder(view.tables.folder))
    return _mark(what, str(view.selection), view.tables.dossier.data_version, copies)


def _mark(*words: str) -> str:
    return sha256("\n".join((*words, SCHEMA_VERSION, program_version())).encode()).hexdigest()[:32]

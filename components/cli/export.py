"""`positions export`: the data formats of a view, written into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from components.cli.check import manifest_at
from components.cli.files import folder_made, write_file
from components.cli.options import Since, chosen_forms
from components.cli.output import refused, say
from components.cli.publication import Public, publishable
from components.cli.view import AsOf, Cleared, DossierName, Folder, Issues, Parties, viewed
from positions.export import EXPORTS, FORMATS
from positions.export.manifest import SUFFIX, manifest_of
from positions.export.names import file_name
from positions.libraries import missing_words

_SHOWN = "data"  # what the name of the manifest says that its files show

Formats = Annotated[
    str | None, typer.Option("--format", help=f"{', '.join(FORMATS)}, separated by commas; all if left out")
]


def export(
    dossier: DossierName,
    formats: Formats = None,
    as_of: AsOf = None,
    parties: Parties = None,
    issues: Issues = None,
    since: Since = None,
    cleared: Cleared = False,
    folder: Folder = Path(),
    public: Public = False,
) -> None:
    """Write the view as data for other programs, and a manifest; the same view makes the same bytes.

    Of a dossier that is too wide for one look all parties and issues are in it, unless some are chosen.

    Exit code 1: a format needs a library that is not installed, and every other one is written; or the
    folder takes no file.
    """
    chosen = chosen_forms(formats, EXPORTS, FORMATS)
    view = viewed(dossier, as_of, parties, issues, since=since, whole=True, cleared=cleared)
    publishable(view.tables.dossier, folder, public=public)
    folder_made(folder)
    lacking = {one.id: missing_words(one.title, one.needs) for one in chosen}
    written: dict[str, bytes] = {}
    for one in chosen:
        if not lacking[one.id]:
            content = written[file_name(view, one.id, one.suffix)] = one.made(view)
            say(str(write_file(folder / file_name(view, one.id, one.suffix), content)))
    if written:
        beside = folder / file_name(view, _SHOWN, SUFFIX)
        say(str(write_file(beside, manifest_of(view, written).joined(manifest_at(beside)).written())))
    if sentences := [*filter(None, lacking.values())]:
        refused("\n".join(sentences))

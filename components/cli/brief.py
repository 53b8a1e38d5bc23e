"""`positions brief`: every report and data format of a view, for one day or a set of days, into a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.progress import track

from components.cli.check import manifest_at
from components.cli.files import folder_made, write_file
from components.cli.options import (
    FORMS,
    Days,
    Form,
    Formats,
    Language,
    Length,
    OneCell,
    Since,
    Sizes,
    Span,
    Weights,
    checked_language,
    chosen_days,
    chosen_forms,
    chosen_report,
    chosen_sizes,
)
from components.cli.output import refused, say, terminal, warn, wrong_usage
from components.cli.publication import Public, publishable
from components.cli.view import (
    Cleared,
    DossierName,
    Folder,
    Issues,
    Parties,
    compared,
    loaded,
    read_view,
    text_doubts,
)
from components.report import Format
from components.report.presets import Preset
from components.report.sections import FULL, Report
from positions.libraries import missing_words
from positions.model.dossier import Dossier
from positions.reading.dossier import dossier_folder
from positions.tables import Tables
from positions.text.dates import ENGLISH
from positions.text.wording import count_words
from positions.view import View, view_of


@dataclass(frozen=True)
class _Wanted:
    """One format of one day's view, in one size."""

    form: Form
    view: View
    preset: Preset


def brief(
    dossier: DossierName,
    as_of: Days = None,
    since: Since = None,
    issues: Issues = None,
    parties: Parties = None,
    presets: Sizes = "slide",
    report: Length = FULL.id,
    cell: OneCell = None,
    formats: Formats = None,
    folder: Folder = Path(),
    public: Public = False,
    dates: Language = ENGLISH,
    weights: Weights = None,
    span: Span = None,
    cleared: Cleared = False,
) -> None:
    """Write a report and the data of a view: pages, documents, slides and tables; same view, same bytes.

    Exit code 1: a format needs a library that is not installed or could not be made, and every other one
    is written; or a box stands for letters for which there is no typeface; or the folder takes no file.
    """
    forms, sizes, days = chosen_forms(formats, FORMS), chosen_sizes(presets), chosen_days(as_of)
    length = chosen_report(report)
    if length.cell != (cell is not None):
        wrong_usage("--report cell and --cell PARTY.ISSUE go together.")
    checked_language(dates)
    found = loaded(dossier)
    _warn_of_texts(found, dossier)
    tables = Tables(found, dossier_folder(dossier))
    address = {
        "parties": parties,
        "issues": issues,
        "since": since,
        "weights": weights.replace("=", ":") if weights else None,
        "dates": dates if dates != ENGLISH else None,
        "span": str(span) if span else None,
        "cell": cell,
        "cleared": "1" if cleared else None,
    }
    views = [compared(view_of(tables, read_view(found, {**address, "day": day}))) for day in days]
    lacking = {one: missing_words(one.title, one.needs) for one in forms}
    made = [one for one in forms if not lacking[one]]
    wanted = [one for view in views for one in _wanted(view, made, sizes)]
    publishable(found, folder, public=public)
    failed = _write(wanted, length, folder_made(folder))
    sentences = [*filter(None, lacking.values()), *failed]
    if sentences:
        refused("\n".join(sentences))


def _warn_of_texts(found: Dossier, name: str) -> None:
    """Say that words are not where the dossier has them, in copies that lie beside it."""
    doubts = len(text_doubts(found, name))
    if doubts:
        told = count_words(doubts, "phrase or text", "phrases or texts")
        are, them = ("is", "it") if doubts == 1 else ("are", "them")
        warn(f"{told} at hand {are} not as the dossier has {them}; `positions verify {name}` tells which.")


def _wanted(view: View, forms: Sequence[Form], sizes: Sequence[Preset]) -> Iterator[_Wanted]:
    """Every format once, those on which the size bears once per size."""
    for form in forms:
        sized = isinstance(form, Format) and form.sized
        yield from (_Wanted(form, view, size) for size in (sizes if sized else sizes[:1]))


def _write(wanted: Sequence[_Wanted], report: Report, folder: Path) -> list[str]:
    """Make and write the files under a bar, then their manifest, and tell where they are.

    The answer is a sentence for each format that could not be made, and for letters that are boxes.
    """
    # Imported here, because it brings the charts, which no other command needs.
    from components.report.files import (  # noqa: PLC0415
        BriefedView,
        NamedFile,
        NotMade,
        briefed_view,
        files_or_reason,
        letters_lacking,
        manifest_file,
        manifest_name,
    )

    written: list[Path] = []
    failed: list[str] = []
    briefed, view = None, None
    made: dict[BriefedView, list[NamedFile]] = {}
    try:
        for one in track(wanted, "Writing", console=terminal(errors=True), transient=True):
            if briefed is None or view is not one.view:
                briefed, view = briefed_view(one.view, report), one.view
                failed += filter(None, [letters_lacking([each.form for each in wanted], briefed)])
            files = files_or_reason(one.form, briefed, one.preset)
            if isinstance(files, NotMade):
                failed.append(files.sentence)
            else:
                written += [write_file(folder / file.name, file.content) for file in files]
                made.setdefault(briefed, []).extend(files)
        for each, all_files in made.items():
            beside = manifest_file(each, all_files, manifest_at(folder / manifest_name(each)))
            written.append(write_file(folder / beside.name, beside.content))
    finally:  # also of a command that was ended or had no room left
        for path in written:
            say(str(path))
    return failed

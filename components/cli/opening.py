"""Opens the dashboard: in this very process, or in several behind one address.

It is read before anything else of the command line, so it needs nothing of what describes commands.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import NotRequired, TypedDict

from components.cli.output import say, wrong_usage
from positions.model.errors import UnknownDossier
from positions.settings import EDITED, FOR_PROGRAMS, OPENED

PORT, HIGHEST_PORT = 8501, 65_535
ADDRESS = "127.0.0.1"
MOST_PROCESSES = 64
_OPEN = (
    "Listening on {address}: everybody who can reach this machine can read what it shows, without a password."
)
_PLAIN = re.compile(r"[A-Za-z0-9_./][\w./-]*")


class Options(TypedDict):
    """What the command was given; what is left out is as it is when nothing is said."""

    dossier: NotRequired[str]
    port: NotRequired[int]


def plain_options(words: Sequence[str]) -> Options | None:
    """The options of an order as most give it, `[DOSSIER] [--port PORT]`; None for every other."""
    rest, found = list(words), Options()
    if "--port" in rest[:-1]:
        place = rest.index("--port")
        port = rest[place + 1]
        if not (port.isascii() and port.isdigit() and 1 <= int(port) <= HIGHEST_PORT):
            return None
        found["port"] = int(port)
        del rest[place : place + 2]
    if rest and _PLAIN.fullmatch(rest[0]):
        found["dossier"] = rest.pop(0)
    return None if rest else found


def open_dashboard(
    dossier: str = "",
    *,
    port: int = PORT,
    address: str = ADDRESS,
    processes: int = 1,
    edit: bool = False,
    api: bool = False,
) -> None:
    """Serve it until Ctrl+C or a signal ends the process."""
    environment = _environment(dossier, edit=edit, api=api) if dossier or edit or api else {}
    if not _is_loopback(address):
        say(_OPEN.format(address=address))
    script = _entry_point()
    os.chdir(script.parent)
    if processes > 1:
        _serve_several(script, environment, processes, address, port)
    else:
        os.environ.update(environment)
        _serve_here(script, address, port)


def _environment(dossier: str, *, edit: bool, api: bool) -> dict[str, str]:
    """What tells the app which dossier opens first, whether readers change it and programs are answered."""
    # Imported late: nothing of a dossier is read where none is named.
    from positions.reading.dossier import bundled_dossiers  # noqa: PLC0415

    environment = {OPENED: _served(dossier)} if dossier else {}
    if api:
        environment[FOR_PROGRAMS] = "1"
    if not edit:
        return environment
    if not dossier or dossier in bundled_dossiers():
        wrong_usage("--edit needs a folder of your own; the bundled dossiers are not changed.")
    from components.cli.files import say_finished  # noqa: PLC0415 - as above

    say_finished(Path(environment[OPENED]))
    return environment | {EDITED: "1"}


def _serve_here(script: Path, address: str, port: int) -> None:
    """Become the server, so that whoever ends this process leaves nothing behind."""
    # Imported late: it reads its settings from the folder of the script.
    from streamlit.web.cli import main  # noqa: PLC0415

    main(["run", str(script), f"--server.port={port}", f"--server.address={address}"], prog_name="streamlit")


def _serve_several(script: Path, environment: Mapping[str, str], count: int, address: str, port: int) -> None:
    # Imported late: no other command needs it.
    from components.server.processes import serve_processes  # noqa: PLC0415

    say(f"Open http://{address}:{port}; {count} processes share the readers. End with Ctrl+C.")
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.address=127.0.0.1"]
    try:
        serve_processes(command, {**os.environ, **environment}, count=count, address=address, port=port)
    except OSError as error:
        wrong_usage(f"{address}:{port} cannot be listened on: {error.strerror or error}")
    except RuntimeError as error:
        say(str(error))
        raise SystemExit(1) from None


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def _served(dossier: str) -> str:
    """The id, or the folder as a full path, because the app runs in a folder of its own."""
    from positions.reading.dossier import dossier_folder  # noqa: PLC0415 - as above

    try:
        folder = dossier_folder(dossier)
    except UnknownDossier as error:
        wrong_usage(str(error))
    return str(folder.resolve()) if Path(dossier).expanduser().is_dir() else dossier


def _entry_point() -> Path:
    """dashboard.py with its settings beside it: in the installed package, or at the top of a checkout."""
    spec = find_spec("components")
    home = Path(spec.origin).parent if spec and spec.origin else Path.cwd()
    packed = home / "packed" / "dashboard.py"
    return packed if packed.is_file() else home.parent / "dashboard.py"

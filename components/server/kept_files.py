"""Files that readers asked for stay until others have taken their place.

Streamlit forgets a file that is made on a click after two runs of any other reader, often before the
browser has fetched it; with 30 readers every sixth download was answered with an error.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from streamlit import runtime
from streamlit.logger import get_logger

from components.server.turns import turn_of_files

_KEPT = 64  # files; of all readers
_NEXT = count()
# Files are made outside any reader's run; Streamlit warns of that with each.
get_logger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel("ERROR")


def made_and_kept(make: Callable[[], str | bytes], mime: str, name: str) -> str | bytes:
    """What `make` makes, one file at a time, kept under the address at which the browser will look for it."""
    with turn_of_files():
        content = make()
    if runtime.exists():
        place = f"kept.{next(_NEXT) % _KEPT}"
        files = runtime.get_instance().media_file_mgr
        content = content.encode() if isinstance(content, str) else content  # a str would be read as a path
        files.add(content, mime, place, file_name=name, is_for_static_download=True)
    return content

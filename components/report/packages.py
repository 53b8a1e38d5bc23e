"""Office files without a clock: the same parts, with one fixed day wherever a time would stand."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

_FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can hold
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def without_clock(package: bytes, day: dt.date) -> bytes:
    """The package with `day` as the day of making and of the last change, also of files inside it."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as given, zipfile.ZipFile(written, "w") as made:
        for name in given.namelist():
            part = zipfile.ZipInfo(name, _FIRST)
            part.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(part, _fixed(name, given.read(name), day))
    return written.getvalue()


def _fixed(name: str, content: bytes, day: dt.date) -> bytes:
    if name.endswith(".xlsx"):
        return without_clock(content, day)
    if name == "docProps/core.xml":
        return _TIMES.sub(rb"\g<1>%bT00:00:00Z\g<2>" % day.isoformat().encode(), content)
    return content

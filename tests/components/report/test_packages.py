"""Office files hold no time at which they were made."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from components.report.packages import without_clock

_CORE = (
    '<cp:coreProperties><dcterms:created xsi:type="dcterms:W3CDTF">{0}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{0}</dcterms:modified></cp:coreProperties>'
)


def package(moment: str, year: int) -> bytes:
    """A zip as an office program writes it at a moment, with another one inside."""

    def zipped(*parts: tuple[str, bytes]) -> bytes:
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as made:
            for name, content in parts:
                made.writestr(zipfile.ZipInfo(name, (year, 1, 2, 3, 4, 6)), content)
        return written.getvalue()

    core = ("docProps/core.xml", _CORE.format(moment).encode())
    return zipped(core, ("ppt/embeddings/sheet.xlsx", zipped(core)), ("ppt/text.xml", b"<a>words</a>"))


def test_two_moments_make_the_same_bytes() -> None:
    """Times of the zip, of the file and of a workbook inside it become the as-of day."""
    day = dt.date(2031, 6, 30)
    first = without_clock(package("2026-11-24T09:00:00Z", 2026), day)
    again = without_clock(package("2027-01-01T23:59:59Z", 2027), day)

    assert first == again
    with zipfile.ZipFile(io.BytesIO(first)) as made:
        assert made.read("docProps/core.xml").count(b"2031-06-30T00:00:00Z") == 2
        assert made.read("ppt/text.xml") == b"<a>words</a>"
        assert {part.date_time for part in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}

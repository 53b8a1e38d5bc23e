"""Bytes of a text file in, its text out, whatever encoding it was saved in; told where it is not UTF-8.

UTF-8 and UTF-16 prove themselves. Of the code pages of Windows, then of older systems, those are tried
under which every word is written as words are: in one script, no sign between its letters, no capital
behind a small letter. If several are left, that is believed whose letters need the fewest alphabets; if
two of these say different things, nothing is certain, and a finding tells both readings.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from positions.model.errors import Finding, Notice, Repair

SAVE_AS = "UTF-8; save the file as UTF-8"
_MARKS = {codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32"} | {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# Each group is tried only where no page of the groups before it fits; a page of the first group weighs
# more than a Baltic one that needs as many alphabets, in which the Ç of many names would be Ē.
_CODE_PAGES = (("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257"), ("mac_roman", "cp850", "cp866"))
_SELDOM = "cp1257"
_WORD = re.compile(rb"[A-Za-z'\x80-\xff]*[\x80-\xff][A-Za-z'\x80-\xff]*")
_SIGNS = frozenset("“”‘’„‚«»‹›–—…•·°§©®™€£¥№¿¡\u00a0\u00ad−±×´²³½¼¾ªº")
_JOINING = frozenset("’‘–—·\u00a0\u00ad´'")
# Letters beyond a to z, by language; names of one text may come from several.
_ALPHABETS = tuple(
    map(
        frozenset,
        (
            *(
                "àâæçéèêëîïôœùûüÿ",
                "äöüß",
                "áéíñóúü",
                "áâãàçéêíóôõú",
                "àèéìîòóù",
                "àçèéíïòóúü",
            ),  # fr de es pt it ca
            *("æøåé", "äöåé", "áðéíóúýþæö", "éëïöüóáí", "çğıi̇öşüâîû", "äõöüšž", "ëç"),  # da sv is nl tr et sq
            *("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű"),  # pl cs sk hu
            *("čćđšž", "ăâîşţșț", "ąčęėįšųūž", "āčēģīķļņšūž"),  # hr ro lt lv
            *("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),  # ru uk
            *("абвгдеёжзійклмнопрстуўфхцчшыьэюя", "абвгдђежзијклљмнњопрстћуфхцчџш"),  # be sr
            "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
        ),
    )
)
_MOST_ALPHABETS = 2


@dataclass(frozen=True)
class Decoded:
    """The text without a byte-order mark, line ends untouched, how it was read, and what could not be."""

    text: str
    repairs: tuple[Repair, ...] = ()
    notices: tuple[Notice, ...] = ()
    findings: tuple[Finding, ...] = ()


def decoded_text(raw: bytes, file: str) -> Decoded:
    """The text that the bytes are, also where a finding says that it is not certain.

    A repair names the encoding, with one word that it changed as a sample.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    else:
        if "\0" not in text:
            return Decoded(text)
    encoding = _marked(raw) or _unmarked_utf_16(raw)
    if encoding:
        return _in_unicode(raw, file, encoding)
    if "\0" in text or b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        found = Finding(file, line, "", "a NUL character", SAVE_AS)
        return Decoded((text or raw.decode("latin-1")).replace("\0", ""), findings=(found,))
    return _damaged_utf_8(raw, file) or _in_a_code_page(raw, file)


def _marked(raw: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS.items() if raw.startswith(mark)), None)


def _unmarked_utf_16(raw: bytes) -> str | None:
    """The byte order of UTF-16 without its mark, which shows in the zeros beside Latin letters and commas."""
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    if max(even, odd) <= len(raw) / 8 or min(even, odd) > max(even, odd) / 100:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _in_unicode(raw: bytes, file: str, encoding: str) -> Decoded:
    name = encoding.upper()[:6]
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        text = raw.decode(encoding, "replace")
        line = text[: text.find("\ufffd")].count("\n") + 1
        faulty = Finding(file, line, "", f"byte 0x{raw[error.start]:02x}", f"{name}; save the file as UTF-8")
        return Decoded(_without_nul(text), findings=(faulty,))
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        return Decoded(_without_nul(text), findings=(Finding(file, line, "", "a NUL character", SAVE_AS),))
    return Decoded(
        text.removeprefix("\ufeff"),
        (Repair(file, None, "encoding", name, "UTF-8", sentence=name),),
    )


def _without_nul(text: str) -> str:
    return text.replace("\0", "").removeprefix("\ufeff")


def _damaged_utf_8(raw: bytes, file: str) -> Decoded | None:
    """UTF-8 in which single bytes are broken: more letters of several bytes are whole than bytes are not."""
    text = raw.decode("utf-8-sig", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    if whole <= broken:
        return None
    place = text.index("\ufffd")
    found = f"{broken:,} broken letters, the first in {_around(text, place)}"
    return Decoded(text, findings=(Finding(file, text[:place].count("\n") + 1, "", found, SAVE_AS),))


def _around(text: str, place: int) -> str:
    """The word at that place."""
    before, after = re.search(r"\S*$", text[:place][-30:]), re.match(r"\S*", text[place : place + 30])
    return (before.group() if before else "") + (after.group() if after else "")


def _in_a_code_page(raw: bytes, file: str) -> Decoded:
    words = list(dict.fromkeys(_WORD.findall(raw)))
    for code_pages in _CODE_PAGES:
        readings = dict(_readings(words, code_pages))
        fewest = min((count for _, count in readings.values()), default=None)
        best = {page: read for page, (read, count) in readings.items() if count == fewest}
        if len(best) > 1:
            best.pop(_SELDOM, None)
        if best:
            return _chosen(raw, file, best)
    line = raw[: raw.index(words[0])].count(b"\n") + 1
    tried = ", ".join(page for pages in _CODE_PAGES for page in pages)
    found = f"the bytes {words[0][:30].hex(' ')}"
    wanted = f"text in UTF-8, UTF-16, {tried}; save the file as UTF-8"
    return Decoded(raw.decode("latin-1"), findings=(Finding(file, line, "", found, wanted),))


def _chosen(raw: bytes, file: str, best: dict[str, tuple[str, ...]]) -> Decoded:
    """The text in the one code page, or in the first of several whose words differ, with a finding."""
    (page, read), *others = best.items()
    text = raw.decode(page, "replace")
    for name, other in others:
        if other != read:
            ours, theirs = next(pair for pair in zip(read, other, strict=True) if pair[0] != pair[1])
            line = text[: text.index(ours)].count("\n") + 1
            found = f"text that says {ours} in {page} and {theirs} in {name}"
            return Decoded(
                text, findings=(Finding(file, line, "", found, "certain; save the file as UTF-8"),)
            )
    sentence = f"read as {page}, for it is not UTF-8; a word of it is {read[0]!r}"
    sample = Repair(file, None, "encoding", "not UTF-8", f"{read[0]} ({page})", sentence=sentence)
    return Decoded(text, (sample,))


def _readings(
    words: list[bytes], pages: tuple[str, ...]
) -> Iterator[tuple[str, tuple[tuple[str, ...], int]]]:
    """The words under each code page that makes words of all of them, and how many alphabets they need."""
    for page in pages:
        try:
            read = tuple(word.decode(page) for word in words)
        except UnicodeDecodeError:
            continue
        if all(map(_is_word, read)):
            count = _alphabets_needed(frozenset(_letters("".join(read))))
            if count is not None:
                yield page, (read, count)


def _letters(text: str) -> Iterator[str]:
    return (
        letter for letter in text.lower() if letter > "\x7f" and letter.isalpha() and letter not in _SIGNS
    )


def _is_word(word: str) -> bool:
    """Whether it is in one script, with no sign between letters and no capital behind a small letter."""
    scripts = {
        unicodedata.name(letter).split()[0] for letter in word if letter.isalpha() and letter not in "ªº"
    }
    places = zip(f" {word}", word, f"{word[1:]} ", strict=False)
    return len(scripts) <= 1 and all(_fits(*place) for place in places)


def _fits(before: str, letter: str, after: str) -> bool:
    """Whether a letter or sign can stand between these two."""
    if letter > "\x7f" and not letter.isalpha():
        return letter in _JOINING or (letter in _SIGNS and not (before.isalpha() and after.isalpha()))
    return not (max(before, letter) > "\x7f" and before.islower() and letter.isupper())


def _alphabets_needed(letters: frozenset[str]) -> int | None:
    """How many alphabets hold all the letters; None for more than two."""
    if not letters:
        return 0
    useful = {alphabet & letters for alphabet in _ALPHABETS}
    for count in range(1, _MOST_ALPHABETS + 1):
        if any(frozenset.union(*chosen) == letters for chosen in combinations(useful, count)):
            return count
    return None

"""The as-of day in a real browser: slider, address and page are always of one day."""

from __future__ import annotations

import pytest

from positions.reading.dossier import load_dossier
from positions.selection import key_days
from positions.text.wording import day_words
from tests.browser.conftest import Open, Opened

DAYS = key_days(load_dossier("istanbul-2022"))


def shown_days(seen: Opened) -> tuple[str, str, str]:
    """The day of the slider, of the address and of the source line, each in words."""
    slider = str(seen.page.get_by_role("slider").get_attribute("aria-valuetext"))
    address = seen.page.url.partition("day=")[2][:10]
    line = seen.page.locator(".st-key-source_line").inner_text()
    days = {day.isoformat(): day_words(day) for day in DAYS}
    return slider, days.get(address, ""), line.removeprefix("As of ").partition(" ·")[0]


@pytest.mark.parametrize("path", ["", "gaps"])
@pytest.mark.parametrize("pause", [0, 25, 40, 60])
def test_fast_presses_never_part_slider_and_address(opened: Open, path: str, pause: int) -> None:
    """Four presses, quicker than the page follows, three times over: all end on the fourth day on."""
    seen = opened(path)
    slider = seen.page.get_by_role("slider")
    slider.focus()
    for key, day in (("ArrowLeft", DAYS[-5]), ("ArrowLeft", DAYS[-9]), ("ArrowRight", DAYS[-5])):
        for _ in range(4):
            seen.page.keyboard.press(key)
            seen.page.wait_for_timeout(pause)
        seen.page.wait_for_url(f"**day={day.isoformat()}**")
        seen.settle()
        seen.page.wait_for_timeout(400)

        assert shown_days(seen) == (day_words(day), day_words(day), day_words(day))


def test_back_returns_to_the_day_before(opened: Open) -> None:
    """The browser's back button leads to the day, the slider and the page from before a press."""
    seen = opened(f"?day={DAYS[-3].isoformat()}")
    seen.page.get_by_role("slider").press("ArrowLeft")
    seen.page.wait_for_url(f"**day={DAYS[-4].isoformat()}**")
    seen.settle()

    seen.page.go_back()
    seen.page.wait_for_url(f"**day={DAYS[-3].isoformat()}**")
    seen.settle()

    assert set(shown_days(seen)) == {day_words(DAYS[-3])}


def type_day(seen: Opened, text: str) -> None:
    """Type over the day and press Enter."""
    field = seen.page.get_by_label("As of, a day to type")
    field.fill(text)
    field.press("Enter")


def test_a_typed_day_is_the_day_of_slider_and_address(opened: Open) -> None:
    """Also a day on which nothing happened; from there the slider leads on to the day before it."""
    seen = opened("")
    type_day(seen, "20 March 2022")
    seen.page.wait_for_url("**day=2022-03-20**")
    seen.settle()
    slider = seen.page.get_by_role("slider")

    assert slider.get_attribute("aria-valuetext") == "20 Mar 2022"
    assert seen.page.get_by_label("As of, a day to type").input_value() == "20 Mar 2022"
    assert "As of 20 Mar 2022" in seen.page.locator(".st-key-source_line").inner_text()

    slider.press("ArrowLeft")
    before = max(day for day in DAYS if day.isoformat() < "2022-03-20")
    seen.page.wait_for_url(f"**day={before.isoformat()}**")
    seen.settle()

    assert set(shown_days(seen)) == {day_words(before)}
    assert seen.page.get_by_label("As of, a day to type").input_value() == day_words(before)
    assert seen.errors == []


def test_what_is_no_day_is_said_and_nothing_changes(opened: Open) -> None:
    """A day out of the record, or none at all, leaves view and address as they were."""
    seen = opened("")
    for text, words in (("1 May 2022", "is not among them"), ("3/4/2022", "could not be read as a day")):
        type_day(seen, text)
        seen.page.get_by_text(words).wait_for()
        seen.settle()

        assert "day=" not in seen.page.url
        assert seen.page.get_by_role("slider").get_attribute("aria-valuetext") == "5 Apr 2022"

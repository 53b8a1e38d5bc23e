"""What programs are answered under /api, and that nobody waits for them."""

from __future__ import annotations

import asyncio
import json
import threading
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from starlette.requests import Request

from components.cli.publication import MARKER
from components.server import answers, api
from components.server.answers import Answer
from components.server.api import Desk, routes_for_programs
from components.server.refusal import Refused
from positions.address import selection_at
from positions.export.view_json import view_json
from positions.reading.dossier import bundled_dossiers, dossier_folder, load_dossier
from positions.rows.view_parts import PARTS
from positions.settings import FOR_PROGRAMS, OPENED
from positions.tables import Tables
from positions.view import view_of
from tests.benchmarks.synthetic import write_square
from tests.browser.conftest import ROOT, SERVE, started
from tests.components.server.loops import run_alone
from tests.components.server.requests import got
from tests.conftest import SMALL, Changed
from tests.positions.questions.answers import QUESTIONS, Question


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the bundled dossiers are served to readers and programs."""
    with started([*SERVE, "--api"], ROOT) as place:
        yield place


@pytest.mark.parametrize("part", PARTS)
def test_every_part_says_what_the_view_says(address: str, part: str) -> None:
    """It is JSON that keeps to its schema, and each of its fields is that of the whole record."""
    query = "?dossier=training-strait&day=2031-06-01&since=2031-05-01&issues=access,patrols"
    answer, schema = got(address, f"/api/{part}{query}"), got(address, f"/api/schema/{part}")
    tables = Tables(load_dossier("training-strait"), dossier_folder("training-strait"))
    parameters = dict(one.split("=") for one in query[1:].split("&"))
    whole = json.loads(view_json(view_of(tables, selection_at(parameters, tables.dossier)[0])))

    assert answer.status == schema.status == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert schema.headers["content-type"] == "application/schema+json"
    assert not list(Draft202012Validator(schema.plain).iter_errors(answer.plain))
    assert answer.plain == {name: whole[name] for name in answer.plain}
    assert answer.plain["data_version"] == tables.dossier.data_version


def test_every_address_of_the_index_answers(address: str) -> None:
    """The dossiers that the server offers, and nothing that is not there."""
    index = got(address, "/api").plain

    assert index["dossiers"] == list(bundled_dossiers())
    assert {got(address, one).status for one in index["addresses"] if one != "/api/view"} == {200}
    assert len(index["addresses"]) == 2 * len(PARTS) + 4


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_the_answer_to_a_question_is_that_of_the_export(address: str, question: Question) -> None:
    """The twenty-six questions of a writer of briefings: the same bytes, so the same answers."""
    tables = Tables(load_dossier(question.dossier), dossier_folder(question.dossier))
    for parameters in question.views:
        query = urllib.parse.urlencode({"dossier": question.dossier, **parameters})
        exported = view_json(view_of(tables, selection_at(parameters, tables.dossier)[0]))

        assert got(address, f"/api/view?{query}").content == exported


def test_what_has_not_changed_is_not_sent_again(address: str) -> None:
    """The mark of data and selection is answered with nothing but itself; another selection has another."""
    path = "/api/matrix?dossier=training-strait"
    first, other = got(address, path), got(address, f"{path}&day=2031-05-09")
    again = got(address, path, if_none_match=f'"x", W/{first.headers["etag"]}')

    assert (again.status, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"] != other.headers["etag"]
    assert got(address, f"{path}&cell=northland.access&text=fish").headers["etag"] == first.headers["etag"]
    assert got(address, path, if_none_match=other.headers["etag"]).status == 200


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("matrix?day=2031-99-99", 400, "cannot be read or is not in istanbul-2022: day."),
        ("matrix?day=1999-01-01", 400, "cannot be read or is not in istanbul-2022: day."),
        ("view?parties=atlantis&what=1", 400, "is not in istanbul-2022: what, parties."),
        (
            "gaps?day=2022-03-29&since=2022-03-29",
            400,
            "since must be earlier than the day, which is 2022-03-29.",
        ),
        (
            "gaps?dossier=../../etc/passwd",
            400,
            "No such dossier: ../../etc/passwd. Dossiers: istanbul-2022, ",
        ),
        (f"gaps?dossier={SMALL}", 400, "Dossiers: istanbul-2022, ukraine-2014-2026, training-strait."),
        ("feed.atom?issues=x", 400, "is not in istanbul-2022: issues."),
        ("verdicts", 404, "Under /api are: view, matrix, gaps, statements, changes, findings."),
        ("schema/verdicts", 404, "No such schema. Schemas: view, "),
    ],
)
def test_a_fault_is_told_in_one_sentence(address: str, path: str, status: int, sentence: str) -> None:
    """As JSON, with the status that says whose fault it is, and never with a folder of the server."""
    answer = got(address, f"/api/{path}")

    assert answer.status == status
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert sentence in answer.plain["error"]
    assert str(ROOT / "positions") not in answer.plain["error"].replace(str(SMALL), "")


def test_programs_only_read(address: str) -> None:
    """Nothing is changed by a request: other methods are refused."""
    assert {got(address, "/api/matrix", method).status for method in ("POST", "PUT", "DELETE")} == {405}


def test_the_feed_has_what_was_said_between_the_two_days(address: str) -> None:
    """An entry for each such statement, dated by the later day."""
    answer = got(address, "/api/feed.atom?dossier=training-strait&since=2031-05-09&day=2031-05-20")
    feed = ET.fromstring(answer.content)
    said = [
        one.id
        for one in load_dossier("training-strait").statements
        if "2031-05-09" < one.said_on <= "2031-05-20"
    ]
    ids = [one.findtext("{*}id", "").split(":")[3] for one in feed.iterfind("{*}entry")]

    assert answer.headers["content-type"] == "application/atom+xml"
    assert sorted(ids) == sorted(said) != []
    assert feed.findtext("{*}updated") == "2031-05-20T00:00:00Z"


def test_nothing_is_there_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server for readers has no route for programs."""
    monkeypatch.delenv(FOR_PROGRAMS, raising=False)
    assert routes_for_programs() == ()

    monkeypatch.setenv(FOR_PROGRAMS, "1")
    assert {getattr(one, "path", "") for one in routes_for_programs()} >= {"/api", "/api/{part:path}"}


def test_what_may_not_be_published_is_not_sent_from_a_published_folder(
    changed: Changed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As no report is written there; elsewhere mark and name of the file tell how it may be handled."""
    folder = changed(dossier=[("\nlicence:", '\nhandling: {mark: "TLP:RED"}\nlicence:')])
    monkeypatch.setenv(OPENED, str(folder))
    answer = answers.view_answer("findings", {})

    assert json.loads(answer.made())["handling"]["mark"] == "TLP:RED"
    assert answer.name.endswith("_TLP-RED.json")

    (folder / MARKER).touch()
    with pytest.raises(Refused, match="is marked TLP:RED, which may not be published") as refused:
        answers.view_answer("findings", {})
    assert refused.value.status == 403
    with pytest.raises(Refused, match="TLP:RED"):
        answers.feed_answer({})


def test_a_copy_of_a_text_that_comes_changes_or_goes_makes_another_answer(
    changed: Changed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that leads to words depends on the copy; the mark of the same copies is the same."""
    folder = changed()
    monkeypatch.setenv(OPENED, str(folder))
    copy = folder / "texts" / "charter.txt"

    def mark() -> str:
        return answers.view_answer("statements", {}).fingerprint

    first, again = mark(), mark()
    copy.write_bytes(copy.read_bytes() + b"more")
    other = mark()
    copy.unlink()

    assert first == again
    assert len({first, other, mark()}) == 3


def test_a_dossier_that_cannot_be_read_is_told_without_its_place(
    changed: Changed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its faults are for who can mend them; a program is told to come again."""
    folder = changed()
    (folder / "statements.csv").write_text("id\nx\n", encoding="utf-8")
    monkeypatch.setenv(OPENED, str(folder))
    with pytest.raises(Refused) as refused:
        answers.view_answer("matrix", {})

    assert refused.value.status == 503
    assert str(folder.parent) not in refused.value.sentence


def test_of_a_wide_dossier_all_is_sent_and_of_a_wider_one_a_part_is_to_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a landing view leaves out is not left out of data; what would stop the server is refused."""
    write_square(tmp_path, parties=38, issues=38)
    monkeypatch.setenv(OPENED, str(tmp_path))
    whole = json.loads(answers.view_answer("matrix", {}).made())
    monkeypatch.setattr(answers, "MOST_GAPS", 10_000)

    assert len(whole["cells"]) == 38 * 38
    with pytest.raises(Refused, match=r"26,714 pairs, of which 10,000 at most .* fewer parties or issues"):
        answers.view_answer("matrix", {})
    parties = ",".join(one["id"] for one in whole["columns"][:3])
    assert len(json.loads(answers.view_answer("matrix", {"parties": parties}).made())["cells"]) == 3 * 38


@dataclass
class Maker:
    """Answers that are made when the test lets them, and how many were."""

    let: threading.Event = field(default_factory=threading.Event)
    made: list[str] = field(default_factory=list)

    def answer(self, name: str) -> Answer:
        """One that waits to be made; that of the name "quick" does not."""

        def make() -> bytes:
            assert name == "quick" or self.let.wait(20)
            self.made.append(name)
            return name.encode()

        return Answer(name, "text/plain", name, make)


def test_no_request_holds_up_what_is_kept_or_the_server_itself() -> None:
    """While one answer is made another that is kept is given; what is asked twice is made once."""
    maker = Maker()

    async def conversation() -> None:
        desk = Desk()
        ask = desk.endpoint(lambda request: maker.answer(request.url.path.strip("/")))
        assert (await ask(_request("/quick"))).body == b"quick"

        slow = [asyncio.create_task(ask(_request("/slow"))) for _ in range(3)]
        await asyncio.sleep(0.1)
        assert (await asyncio.wait_for(ask(_request("/quick")), 5)).body == b"quick"
        assert not any(one.done() for one in slow)

        maker.let.set()
        assert {(await one).body for one in slow} == {b"slow"}

    run_alone(conversation())
    assert maker.made == ["quick", "slow"]


def test_of_too_many_requests_the_last_are_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits without end."""
    monkeypatch.setattr(api, "_MOST_WAITING", 2)
    maker = Maker()

    async def conversation() -> None:
        ask = Desk().endpoint(lambda request: maker.answer(request.url.path.strip("/")))
        first = [asyncio.create_task(ask(_request(f"/{one}"))) for one in range(2)]
        await asyncio.sleep(0.1)
        refused = await ask(_request("/9"))
        maker.let.set()

        assert refused.status_code == 503
        assert refused.headers["retry-after"] == "5"
        assert json.loads(bytes(refused.body)) == {"error": api._BUSY}
        assert [(await one).status_code for one in first] == [200, 200]

    run_alone(conversation())


def test_what_is_kept_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The answers that were asked for longest ago make room; the newest stays, however long it is."""
    monkeypatch.setattr(api, "_KEPT", 6)
    maker = Maker()
    maker.let.set()

    async def conversation() -> None:
        ask = Desk().endpoint(lambda request: maker.answer(request.url.path.strip("/")))
        for name in ("aaa", "bbb", "aaa", "ccc", "aaa", "bbb", "longer than all", "longer than all"):
            await ask(_request(f"/{name}"))

    run_alone(conversation())
    assert maker.made == ["aaa", "bbb", "ccc", "bbb", "longer than all"]


def _request(path: str) -> Request:
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": path,
            "headers": [],
            "query_string": b"",
            "server": ("here", 80),
        }
    )

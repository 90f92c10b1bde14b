"""Judging by the forms of the page: it is logged, counts everywhere, and can be undone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import northern_case, token_of, visitor
from starlette.testclient import TestClient

from legation.page.adding import found
from legation.page.claim import read_field, written
from legation.run import identity
from legation.store.book import Book
from legation.store.case import Case
from legation.words.rank import Estimate


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return northern_case(tmp_path)


@pytest.fixture
def page(case: Path) -> Iterator[TestClient]:
    with visitor(case, author="Anna") as client:
        yield client


def claims(page: TestClient, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.get(f"/claims/{kind}.json").json()
    return found


def send(page: TestClient, to: str = "/judge", **form: str) -> Any:
    return page.post(to, data={"token": token_of(page.get("/claims/event").text), "back": "/claims/figure?type=share", **form})


def test_rejecting_and_undoing(page: TestClient) -> None:
    share = next(f for f in claims(page, "figure") if f["measure"] == "share")
    assert page.get("/overview.json").json()["counts"]["disputes"] == 1
    answer = send(page, decision="reject", subject=share["id"], why="a slip")
    made = re.fullmatch(rf"/claims/figure\?type=share&done=(\w+)#c-{share['id']}", answer.headers["location"])
    assert answer.status_code == 303
    assert made
    assert page.get("/overview.json").json()["counts"]["disputes"] == 0
    html = page.get(answer.headers["location"]).text
    assert f'class="claim figure rejected" id="c-{share["id"]}"' in html
    assert "Logged: <b>reject</b>" in html
    log = page.get("/log.json").json()
    assert [(j["decision"], j["author"], j["content"]["why"]) for j in log] == [("reject", "Anna", "a slip")]
    assert send(page, "/undo", judgement=made[1]).headers["location"] == "/claims/figure?type=share"
    assert page.get("/overview.json").json()["counts"]["disputes"] == 1
    assert page.get("/log.json").json()[0]["undone"]
    assert "undone" in page.get("/log").text
    assert "Logged:" not in page.get(answer.headers["location"]).text


def test_accepting(page: TestClient) -> None:
    event = claims(page, "event")[0]
    assert send(page, decision="accept", subject=event["id"]).status_code == 303
    assert claims(page, "event")[0]["judged"] == ["accepted"]


def test_correcting(page: TestClient) -> None:
    event = claims(page, "event")[0]
    html = page.get(f"/claim/{event['id']}").text
    fields = dict(re.findall(r'name="was-(\w+)" value="([^"]*)"', html))
    assert fields == {"type": "COOPERATE", "actors": "NOR", "recipients": "SWE", "when": "2021-05-02", "status": "actual"}
    form = {f"was-{k}": v for k, v in fields.items()} | {f"field-{k}": v for k, v in fields.items()}
    assert send(page, decision="correct", subject=event["id"], **form).status_code == 400
    form |= {"field-when": "2021-05-01..2021-05-03", "field-recipients": "SWE, FIN", "field-status": "planned"}
    assert send(page, decision="correct", subject=event["id"], **form).status_code == 303
    after = claims(page, "event")[0]
    assert (after["when"], after["recipients"], after["status"]) == (["2021-05-01", "2021-05-03"], ["SWE", "FIN"], "planned")
    assert "field-type" in page.get(f"/claim/{event['id']}").text
    assert "recipients" in page.get("/log").text


def test_correcting_a_number(page: TestClient) -> None:
    figure = claims(page, "figure")[0]
    form = {"field-low": "1,250.5", "was-low": "300", "field-unit": "", "was-unit": "tonnes"}
    assert send(page, decision="correct", subject=figure["id"], **form).status_code == 303
    after = claims(page, "figure")[0]
    assert (after["low"], after["unit"]) == (1250.5, None)
    assert send(page, decision="correct", subject=figure["id"], **{"field-low": "many", "was-low": "300"}).status_code == 400
    assert send(page, decision="correct", subject=figure["id"], **{"field-when": "soon", "was-when": ""}).status_code == 400
    assert send(page, decision="correct", subject=figure["id"], **{"field-span": "[0, 1]", "was-span": ""}).status_code == 400


def test_splitting_and_merging(page: TestClient) -> None:
    a, b = (f["id"] for f in claims(page, "figure") if f["measure"] == "share")
    assert len(page.get(f"/quantity/{a}.json").json()["members"]) == 2
    answer = send(page, decision="split", subject=a)
    assert answer.status_code == 303
    assert len(page.get(f"/quantity/{a}.json").json()["members"]) == 1
    assert send(page, "/undo", judgement=re.search(r"done=(\w+)", answer.headers["location"])[1]).status_code == 303  # type: ignore[index]
    assert len(page.get(f"/quantity/{a}.json").json()["members"]) == 2
    other = next(f["id"] for f in claims(page, "figure") if f["measure"] != "share")
    assert send(page, decision="merge", subject=a, value=other).status_code == 303
    assert len(page.get(f"/quantity/{b}.json").json()["members"]) == 3


def test_rating(page: TestClient) -> None:
    figure = claims(page, "figure")[0]
    assert send(page, decision="rate", subject=figure["id"], value="2").status_code == 303
    assert "credibility 2" in claims(page, "figure")[0]["judged"]
    assert send(page, decision="rate", subject="the Fishery Board", value="B").status_code == 303
    assert ">B</td>" in page.get("/voices").text
    assert send(page, decision="rate", subject="the Fishery Board", value="Z").status_code == 400


def test_who_is_who(page: TestClient, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again: list[list[str]] = []
    monkeypatch.setattr(identity, "_read_again", lambda case, articles: again.append([a.id for a in articles]))
    form = page.get("/actor/FIN").text
    assert "is the same as" in form
    assert '<option value="SWE">Sweden</option>' in form
    answer = send(page, decision="merge", subject="FIN", value="sweden", why="one and the same", back="/actor/FIN")
    assert answer.status_code == 303
    assert again[0]
    assert "on actor" in page.get(answer.headers["location"]).text
    log = page.get("/log").text
    assert "into Sweden" in log
    assert send(page, decision="split", subject="NOR", value="Oslo Courier", country="Sweden", kind="company").status_code == 400
    assert send(page, decision="split", subject="NOR", value="Norway", country="Sweden", kind="company", back="/actor/NOR").status_code == 303
    assert "Norway is another" in page.get("/log").text
    with Case.open(case) as opened:
        split = next(j for j in opened.judgements() if j.decision == "split")
    assert json.loads(split.content)["actor"] == {"id": "norway", "name": "Norway", "kind": "company", "country": "SWE", "sector": None}
    assert send(page, decision="merge", subject="FIN", value="Atlantis").status_code == 400


def test_ranks_and_estimates(page: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    share = next(f for f in claims(page, "figure") if f["measure"] == "share")
    assert "May be reckoned with" not in page.get(f"/quantity/{share['id']}").text
    send(page, decision="rate", subject=share["id"], value="5")
    html = page.get(f"/quantity/{share['id']}").text
    assert "deprecated" in html
    assert "credibility 5" in html
    told = page.get(f"/quantity/{share['id']}.json").json()
    assert {r["rank"] for r in told["ranks"]} == {"deprecated", "normal"}
    assert told["estimate"] is None
    weighed = Estimate(40.0, 80.0, 60.0, "the median of 3 origins, 2 of them weighed by their records")
    monkeypatch.setattr(Book, "weighed", lambda book, q, known=None: ((), weighed))
    assert "May be reckoned with: about 60 percent, told between 40 and 80 percent" in page.get(f"/quantity/{share['id']}").text


def test_what_cannot_be_judged(page: TestClient, case: Path) -> None:
    for form in (
        {"decision": "reject", "subject": "ffffffff"},
        {"decision": "explode", "subject": "x"},
        {"decision": "accept"},
        {"subject": "x"},
        {},
    ):
        answer = send(page, **form)
        assert answer.status_code == 400
        assert "That did not work" in answer.text
    assert send(page, "/undo", judgement="ffffffff").status_code == 400
    with Case.open(case) as opened:
        assert list(opened.judgements()) == []


def test_nobody_is_led_away_by_a_form(page: TestClient) -> None:
    event = claims(page, "event")[0]["id"]
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        assert send(page, decision="accept", subject=event, back=back).headers["location"].startswith("/?done=")
    assert "\n" not in send(page, decision="accept", subject=event, back="/acts?x=%0d%0aSet-Cookie:%20a").headers["location"]


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("when", ["2017-01-01", "2017-05-31"], "2017-01-01..2017-05-31"),
        ("when", ["2017-01-01", "2017-01-01"], "2017-01-01"),
        ("actors", ["RUS", "kim jong-un"], "RUS, kim jong-un"),
        ("low", 48000000.0, "48000000"),
        ("low", 0.0, "0"),
        ("high", None, ""),
        ("unit", "USD", "USD"),
        ("status", "actual", "actual"),
    ],
)
def test_fields_are_written_as_they_are_read(name: str, value: object, text: str) -> None:
    assert written(name, value) == text
    assert json.loads(read_field(name, text)) == value


def test_half_a_period_can_be_typed() -> None:
    assert written("when", ["2017-01-01", None]) == "2017-01-01.."
    assert read_field("when", "2017-01-01..") == '["2017-01-01", null]'
    assert read_field("when", "..2017-02") == '[null, "2017-02-28"]'
    assert read_field("when", "2017") == '["2017-01-01", "2017-12-31"]'


def test_adding_a_claim_by_hand(page: TestClient, case: Path) -> None:
    with Case.open(case) as opened:
        article = opened.article("malmo-1")
    form = page.get(f"/article/{article.digest}/add?words=Seven+thingummies&at=150").text
    assert ">Seven thingummies</textarea>" in form
    given = {"article": article.digest, "words": "Seven \n thingummies", "at": "150", "kind": "figure", "figure-low": "7", "figure-high": "7"}
    answer = send(
        page, "/add", **given, **{"figure-unit": "people", "figure-measure": "workers", "figure-from": "norway", "when": "2021-05", "why": "plain"}
    )
    assert answer.status_code == 303
    added = next(f for f in claims(page, "figure") if f["rule"] == "by hand")
    assert (added["low"], added["measure"], added["from"], added["when"]) == (7.0, "workers", "NOR", ["2021-05-01", "2021-05-31"])
    assert answer.headers["location"].endswith(f"#c-{added['id']}")
    html = page.get(answer.headers["location"]).text
    assert f'id="c-{added["id"]}"' in html
    undo = re.search(r"done=(\w+)", answer.headers["location"])
    assert undo
    send(page, "/undo", judgement=undo[1])
    assert not [f for f in claims(page, "figure") if f["rule"] == "by hand"]


def test_what_cannot_be_added(page: TestClient, case: Path) -> None:
    with Case.open(case) as opened:
        article = opened.article("malmo-1")
    good = {"article": article.digest, "words": "Seven thingummies", "kind": "event", "event-type": "AID", "event-actors": "Norway"}
    for wrong in (
        {"words": "not there"},
        {"words": " "},
        {"kind": "rumour"},
        {"event-type": "DANCE"},
        {"event-actors": ""},
        {"when": "soon"},
        {"article": "ff"},
    ):
        assert send(page, "/add", **{**good, **wrong}).status_code == 400, wrong
    assert send(page, "/add", **good).status_code == 303


def test_words_are_found_nearest_to_where_they_were_chosen() -> None:
    text = "the ship and the  ship\nand the ship"
    assert found(text, "the ship", 0) == (0, 8)
    assert found(text, "the ship", 14) == (13, 22)
    assert found(text, "the ship", 99) == (27, 35)
    assert found("a.b (c", ".b (", 0) == (1, 5)

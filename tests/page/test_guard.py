"""Whose page it is: names, tokens, forms of others, sizes, and what a browser may load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from making import Maker
from serving import HOST, addresses, northern_case, token_of, visitor
from starlette.testclient import TestClient

from legation.page.guard import LARGEST
from legation.page.login import own_address
from legation.page.session import Signer
from legation.page.settings import Settings, is_loopback
from legation.store.case import Case

TOKEN = "open sesame, please"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return northern_case(tmp_path_factory.mktemp("guard"))


@pytest.fixture
def page(case: Path) -> Iterator[TestClient]:
    with visitor(case) as client:
        yield client


@pytest.fixture
def locked(case: Path) -> Iterator[TestClient]:
    with visitor(case, token=TOKEN) as client:
        yield client


def test_every_page_says_what_may_be_loaded(page: TestClient, case: Path) -> None:
    for address in [*addresses(case), "/nowhere", "/login", "/overview.json", "/static/page.css"]:
        headers = page.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cache-control"] in ("no-store", "no-cache")


def test_no_page_has_script_or_style_of_its_own(page: TestClient, case: Path) -> None:
    for address in addresses(case):
        html = page.get(address).text
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html)), address
        assert "<style" not in html
        assert not re.search(r"<[^>]*\s(?:style|on\w+)\s*=", html), address
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', html.replace(' rel="noreferrer noopener"', "")), address


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8377", "127.0.0.1.evil.example", "", "localhost@evil.example", "10.0.0.1"])
def test_other_names_are_refused(case: Path, host: str) -> None:
    with visitor(case) as client:
        answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Norway" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8377", "localhost:80", "localhost", "[::1]:8377", "LOCALHOST:1"])
def test_own_names_are_answered(case: Path, host: str) -> None:
    with visitor(case) as client:
        assert client.get("/", headers={"host": host}).status_code == 200


def test_plain_addresses_are_answered_where_others_may_come(case: Path) -> None:
    settings = Settings(case, any_ip=True)
    assert settings.answers("10.1.2.3:8377")
    assert settings.answers("[fe80::1]:8377")
    assert not settings.answers("evil.example")
    assert not Settings(case).answers("10.1.2.3:8377")


def test_loopback() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.8.0.1", "localhost", "::1", "[::1]")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "192.168.1.4", "legation.example")))


def test_without_the_token_nothing_is_shown(locked: TestClient, case: Path) -> None:
    for address in addresses(case):
        answer = locked.get(address)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login?to=/")
    assert locked.get("/overview.json").status_code == 401
    assert locked.post("/judge", data={"decision": "reject"}).status_code == 401
    assert locked.head("/").status_code == 401


def test_the_token_is_given_once_and_never_stands_in_an_address(locked: TestClient) -> None:
    asked = locked.get("/acts?tone=cooperative")
    form = locked.get(asked.headers["location"])
    assert form.status_code == 200
    given = {"token": token_of(form.text), "to": "/acts?tone=cooperative", "word": TOKEN}
    answer = locked.post("/login", data=given)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/acts?tone=cooperative"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert TOKEN not in cookie
    page = locked.get("/acts?tone=cooperative")
    assert page.status_code == 200
    assert TOKEN not in page.text
    assert locked.get("/overview.json").status_code == 200


@pytest.mark.parametrize("word", ["", "wrong", TOKEN + " ", TOKEN.upper(), "\u00e9\u0000"])
def test_a_wrong_token_opens_nothing(locked: TestClient, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setattr("legation.page.login.PATIENCE", 0)
    form = locked.get("/login")
    answer = locked.post("/login", data={"token": token_of(form.text), "word": word})
    assert answer.status_code == 401
    assert locked.get("/").status_code == 303


def test_a_session_cannot_be_made_up(locked: TestClient) -> None:
    name = "legation-80" if ":" not in HOST else "legation-8377"
    guest = Signer().new()
    for value in (guest.value, Signer().new(signed_in=True).value, "x.in.y", "..", guest.value.replace("guest", "in")):
        assert locked.get("/", headers={"cookie": f"{name}={value}"}).status_code == 303


def test_a_guest_of_this_very_process_is_not_signed_in() -> None:
    signer = Signer()
    guest = signer.new()
    assert signer.known(guest.value) == guest
    assert signer.known(guest.value.replace(".guest.", ".in.")) is None
    signed = signer.new(signed_in=True)
    assert signer.known(signed.value) == signed
    assert signed.form != guest.form


def test_forms_of_others_are_refused(page: TestClient, case: Path) -> None:
    token = token_of(page.get("/acts").text)
    data = {"decision": "accept", "subject": "x", "token": token}
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "null"}):
        assert page.post("/judge", data=data, headers=headers).status_code == 403
    assert page.post("/judge", data={**data, "token": "0" * 64}).status_code == 403
    assert page.post("/judge", data={"decision": "accept"}).status_code == 403
    assert page.post("/undo", data={"judgement": "x"}).status_code == 403
    assert page.get("/judge").status_code == 405
    assert page.post("/judge", data=data, headers={"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}).status_code == 400


def test_the_form_token_of_another_session_is_refused(case: Path) -> None:
    with visitor(case) as one, visitor(case) as other:
        foreign = token_of(other.get("/acts").text)
        one.get("/acts")
        assert one.post("/judge", data={"decision": "accept", "subject": "x", "token": foreign}).status_code == 403


def test_a_read_only_page_takes_no_judgement(case: Path) -> None:
    with visitor(case, readonly=True) as client:
        html = client.get("/acts").text
        assert "Reject" not in html
        assert client.post("/judge", data={"decision": "accept"}).status_code == 403
        assert client.post("/undo", data={"judgement": "x"}).status_code == 403


def test_a_read_only_page_has_no_form_and_changes_no_byte_of_a_judgement(case: Path) -> None:
    with visitor(case, readonly=True) as client:
        for address in addresses(case):
            assert 'method="post"' not in client.get(address).text, address
        assert client.post("/add", data={"kind": "tie"}).status_code == 403
    with Case.open(case) as opened:
        assert list(opened.judgements()) == []


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://paper.example/a?b=1&c=2", True),
        ("http://paper.example/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (" https://paper.example", True),
    ],
)
def test_an_article_is_linked_only_where_it_is_of_the_web_and_tells_nothing_of_us(tmp_path: Path, url: str, linked: bool) -> None:
    path = tmp_path / "x.case"
    with Case.open(path, create=True) as opened:
        reading = Maker("Norway rests.", published="2021-05-06").done()
        opened.add(replace(reading, article=replace(reading.article, url=url)))
    with visitor(path) as client:
        html = client.get(f"/article/{reading.article.digest}").text
    links = re.findall(r"<a\b[^>]*>", html)
    out = [tag for tag in links if not re.search(r'href="(?:/(?!/)|#)', tag) and "href" in tag]
    assert len(out) == linked
    assert all('rel="noreferrer noopener"' in tag for tag in out)


def test_sizes_are_limited(page: TestClient) -> None:
    assert page.post("/judge", content=b"x" * (LARGEST + 1)).status_code == 413
    assert page.post("/judge", content=b"x", headers={"content-length": "many"}).status_code == 413
    assert page.get("/search?q=" + "a" * 5000).status_code == 414
    assert page.get("/" + "a/" * 3000).status_code == 414


@pytest.mark.parametrize(
    "address", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nb", "", "x", "/\\\\x"]
)
def test_nobody_is_led_elsewhere(address: str) -> None:
    assert own_address(address) == "/"


def test_own_addresses_are_kept() -> None:
    assert own_address("/acts?tone=cooperative&page=2") == "/acts?tone=cooperative&page=2"


def test_a_fault_tells_nothing_of_its_inside(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.page.desk.Desk.rows", lambda *_: 1 / 0)
    with visitor(case) as client:
        client._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
        answer = client.get("/articles")
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_case_that_is_gone_is_said_in_a_line(tmp_path: Path) -> None:
    path = northern_case(tmp_path)
    with visitor(path) as client:
        path.unlink()
        answer = client.get("/acts.json")
    assert answer.status_code == 500
    assert "no such case" in answer.json()["error"]

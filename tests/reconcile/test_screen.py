from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from making import Maker
from typer.testing import CliRunner

from legation.cli.main import app
from legation.errors import InputError
from legation.intake.watchlist import read_list
from legation.reconcile.screen import Screen
from legation.store.case import Case
from legation.words.actor import ActorKind, Mention
from legation.words.entity import Entity, EntityKind
from legation.words.reading import Reading
from legation.words.screening import Listed

PERSON, COMPANY, SHIP = EntityKind.PERSON, EntityKind.COMPANY, EntityKind.SHIP


def told(text: str, *things: tuple[str, EntityKind, str | None]) -> Reading:
    """A reading with entities by their words."""
    maker = Maker(text, published="2020-02-03", id="told-1", publisher="Fjord Post")
    maker.lists["entities"] = tuple(
        Entity((at, at + len(words)), words.lower(), words, kind, country) for words, kind, country in things for at in [text.index(words)]
    )
    return maker.done()


def best(listed: Listed, text: str, kind: EntityKind, country: str | None = None) -> tuple[float, tuple[str, ...]] | None:
    hits = list(Screen([listed]).screen(told(f"Papers name {text} again.", (text, kind, country))))
    return (hits[0].score, hits[0].why) if hits else None


LIKE = [
    ("Gjermund Aasland", "Gjermund Aasland", PERSON, 1.0, "same name"),
    ("GJERMUND ÅSLAND", "Gjermund Asland", PERSON, 1.0, "same name"),
    ("Kim Pyong-ha", "Kim Pyong Ha", PERSON, 1.0, "same name"),
    ("Norrvik Maritime Co., Ltd.", "Norrvik Maritime", COMPANY, 0.95, "legal form"),
    ("ASLAND, Gjermund", "Gjermund Asland", PERSON, 0.92, "order"),
    ("Muhammad Qassem Saleh", "Mohammed Qasim Salih", PERSON, 0.88, "spelling"),
    ("Sergei Aleksandrovich Belkin", "Sergey Belkin", PERSON, 0.8, "middle"),
    ("Gjermund Aasland", "G. Aasland", PERSON, 0.65, "initials"),
    ("Norrvik", "Norrvik", COMPANY, 0.78, "one word"),
    ("MV Silver Tern", "Silver Tern", SHIP, 0.95, ""),
]


@pytest.mark.parametrize(("listed", "text", "kind", "score", "why"), LIKE, ids=[f"{a} ~ {b}" for a, b, *_ in LIKE])
def test_names_that_are_like(listed: str, text: str, kind: EntityKind, score: float, why: str) -> None:
    found = best(Listed("x-1", listed, kind=kind), text, kind)
    assert found
    assert found[0] == score
    assert why in found[1][0]


UNLIKE = [
    ("Ali", "Ali", PERSON),
    ("Vladimir", "Vladimir", PERSON),
    ("Mohammad Hassan Rezai", "Mohammed Hassan Tarawneh", PERSON),
    ("Mohammed Ali", "Mohammed Ali Hosseini", PERSON),
    ("Gjermund Aasland", "Gjermund Berge", PERSON),
    ("Gjermund Aasland", "H. Aasland", PERSON),
    ("Bank of Norrvik", "Bank of Vestby", COMPANY),
    ("Northern Shipping", "Southern Shipping", COMPANY),
    ("Silver Tern", "Silver Tern Holm", SHIP),
]


@pytest.mark.parametrize(("listed", "text", "kind"), UNLIKE, ids=[f"{a} / {b}" for a, b, _ in UNLIKE])
def test_names_that_are_not(listed: str, text: str, kind: EntityKind) -> None:
    assert best(Listed("x-1", listed, kind=kind), text, kind) is None


def test_a_person_is_no_firm_of_that_name() -> None:
    assert best(Listed("x-1", "Rolf Vestby", kind=COMPANY), "Rolf Vestby", PERSON) is None
    assert best(Listed("x-1", "Rolf Vestby"), "Rolf Vestby", PERSON)


def test_countries_and_weak_names_bear_on_the_score() -> None:
    listed = Listed("x-1", "Rolf Vestby", weak=("Rolf Hammer",), kind=PERSON, countries=("NOR",))
    same, other, weak = (best(listed, n, PERSON, c) for n, c in (("Rolf Vestby", "NOR"), ("Rolf Vestby", "FIN"), ("Rolf Hammer", None)))
    assert same
    assert other
    assert weak
    assert same == (1.0, ("same name", "same country"))
    assert other[0] == 0.85
    assert "countries differ: FIN here, NOR on the list" in other[1]
    assert weak[0] == 0.82


def test_an_imo_number_is_enough() -> None:
    reading = told("Inspectors boarded the tanker Blue Gull (IMO 9187629) off Bergen.\nIMO: 1234567 stayed in port.")
    hits = list(Screen([Listed("v-1", "Sea Cat", kind=SHIP, imo=("9187629",))]).screen(reading))
    assert [(h.score, h.why, h.evidence.quote) for h in hits] == [(1.0, ("same IMO number",), "IMO 9187629")]
    assert hits[0].sentence.startswith("Inspectors boarded")


def test_a_surname_stands_for_the_person_it_is_linked_to() -> None:
    maker = Maker("Aasland spoke. Aasland left.", id="a-1")
    maker.lists["mentions"] = tuple(Mention((at, at + 7), "NOR", "Gjermund Aasland", ActorKind.PERSON, "person") for at in (0, 15))
    (hit,) = Screen([Listed("p-1", "Gjermund Aasland", kind=PERSON)]).screen(maker.done())
    assert hit.score == 0.97
    assert "the words stand for Gjermund Aasland" in hit.why
    assert hit.times == 2


def test_a_long_list_is_no_burden() -> None:
    listed = [Listed(f"p-{n}", f"Mohammed Ali Name{n} Of{n % 7}", kind=PERSON) for n in range(20_000)]
    reading = told("Mohammed Ali Name77 Of0 came.", ("Mohammed Ali Name77 Of0", PERSON, None))
    assert [h.listed.id for h in Screen(listed).screen(reading)] == ["p-77"]


CSV = "\ufeffFull Name;A.K.A.;Reference Number;Nationality;Type\nRolf Vestby;R. Hammer|Rolfo;REF-1;Norway;Individual\nBlue Gull;;;no;Vessel\n"
FTM = [
    {"id": "NK-1", "schema": "Person", "caption": "x", "properties": {"name": ["Rolf Vestby"], "alias": ["Rolf Hammer"], "nationality": ["no"]}},
    {"id": "NK-2", "schema": "Sanction", "properties": {"authority": ["Ministry"]}},
    {"id": "NK-3", "schema": "Vessel", "properties": {"name": ["Blue Gull"], "imoNumber": ["IMO9187629"], "flag": ["pa"]}},
]


def test_columns_are_known_by_many_names(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text(CSV, "utf-8")
    person, ship = read_list(tmp_path / "l.csv")
    assert person == Listed("REF-1", "Rolf Vestby", ("R. Hammer", "Rolfo"), kind=PERSON, countries=("NOR",))
    assert (ship.id, ship.kind, ship.countries) == ("line 3", SHIP, ("NOR",))


def test_follow_the_money(tmp_path: Path) -> None:
    (tmp_path / "l.json").write_text("\n".join(map(json.dumps, FTM)), "utf-8")
    person, ship = read_list(tmp_path / "l.json")
    assert person == Listed("NK-1", "Rolf Vestby", ("Rolf Hammer",), kind=PERSON, countries=("NOR",))
    assert ship == Listed("NK-3", "Blue Gull", kind=SHIP, countries=("PAN",), imo=("9187629",))


BAD = {
    "empty": b"",
    "blank": b"\n\n  \n",
    "no name": b"first,second\n1,2\n",
    "a row without a name": b"id,name\n1,Rolf\n2,\n",
    "json cut off": b'{"id": "a", "schema": "Person"',
    "json of another kind": b'{"name": "Rolf"}\n',
    "nested": b"[" * 100_000,
    "nameless": b'{"id": "a", "schema": "Person", "properties": {"name": [7, null]}}\n',
    "bytes": bytes(range(256)) * 40,
    "quote without end": b'name\n"' + b"x" * 200_000,
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_bad_list_is_one_line(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    with pytest.raises(InputError) as raised:
        read_list(path)
    assert str(raised.value).startswith(str(path))
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 300


def test_a_missing_list_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read_list(tmp_path / "none.csv")


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., str]:
    """run("--json") screens a small case against CSV."""
    (tmp_path / "l.csv").write_text(CSV + "=cmd|x [red];;;;\n", "utf-8")
    with Case.open(tmp_path / "n.case", create=True) as case:
        case.add(
            told(
                "Rolf Vestby sailed on the Blue Gull.\nR. Vestby slept.",
                ("Rolf Vestby", PERSON, None),
                ("Blue Gull", SHIP, None),
                ("R. Vestby", PERSON, None),
            )
        )

    def run(*given: str) -> str:
        asked = ["screen", "--list", str(tmp_path / "l.csv"), "--case", str(tmp_path / "n.case"), *given]
        result = CliRunner().invoke(app, asked, env={"COLUMNS": "100"})
        assert result.exit_code == 0, result.output
        return result.stdout

    return run


def test_the_command(run: Callable[..., str]) -> None:
    hits = json.loads(run("--json"))
    assert [(h["score"], h["words"], h["id"], h["publisher"]) for h in hits] == [
        (1.0, "Rolf Vestby", "REF-1", "Fjord Post"),
        (1.0, "Blue Gull", "line 3", "Fjord Post"),
        (0.65, "R. Vestby", "REF-1", "Fjord Post"),
    ]
    assert all(h["words"] in h["sentence"] for h in hits)
    assert len(json.loads(run("--json", "--min-score", "0.7"))) == 2
    assert run("--csv").splitlines()[0].startswith("score,why,id,listed")
    table = " ".join(run().split())
    assert "same name" in table
    assert "Rolf Vestby sailed on the Blue Gull." in table

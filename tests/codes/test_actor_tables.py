"""Every row of the tables of actors is well formed: codes, dates, no name told twice."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from legation.codes.fold import fold
from legation.codes.gazetteer import names, occurrences, split
from legation.codes.nouns import actor_nouns, definite_nouns, relations, traits
from legation.codes.people import full_names, holds, plausible, spellings, surnames_of
from legation.codes.tables import table
from legation.link.names import ANYBODY
from legation.words.entity import EntityKind

STATES = {row["code"] for row in table("states")}
BODIES = {row["id"] for row in table("bodies")} | {row["id"] for row in table("wholes")}
GROUPS = {row["id"] for row in table("groups")}
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def test_states_have_three_letters_and_stand_once() -> None:
    assert all(re.fullmatch("[A-Z]{3}", code) for code in STATES)
    assert len(STATES) == len(table("states"))
    assert {"XKX", "TWN", "PSE", "ESH", "SUN", "YUG", "DDR", "CSK", "SCG"} <= STATES
    assert len(STATES) >= 249 + 6


def test_former_states_say_from_when_to_when() -> None:
    for row in table("states"):
        assert not row["last"] or row["first"] < row["last"], row["code"]
    assert {r["code"] for r in table("states") if r["last"]} == {"SUN", "YUG", "DDR", "CSK", "SCG", "YMD"}


def test_no_name_of_a_state_is_given_twice() -> None:
    told = Counter(
        surface
        for r in table("states")
        for surface in {fold(n) for n in [r["name"], *split(r["names"]), *split(r["adjectives"]), *split(r["capitals"])]}
    )
    assert [n for n, k in told.items() if k > 1] == []


def test_members_of_bodies_are_states() -> None:
    for row in table("bodies"):
        assert row["members"] == "*" or set(split(row["members"])) <= STATES, row["id"]
    ids = [r["id"] for r in table("bodies")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["organs", "regions"])
def test_organs_and_regions_belong_to_states(name: str) -> None:
    assert {row.get("id") or row["code"] for row in table(name)} - {ANYBODY} <= STATES


def test_groups_have_lower_case_ids_and_states() -> None:
    for row in table("groups"):
        assert row["id"] == row["id"].lower(), row
        assert not row["country"] or row["country"] in STATES, row
        assert row["kind"] in ("group", "company"), row
    assert len(GROUPS) == len(table("groups"))


def test_sectors_are_roles_of_plover_and_cameo() -> None:
    roles = {"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "BUS", "MED", "REB", "CRM", "CVL"}
    assert {row["sector"] for name in ("organs", "groups") for row in table(name)} == roles
    told = {e.sector for surface in ("Mossad", "IDF", "Knesset", "Hamas", "Gazprom", "Xinhua") for e in names()[fold(surface)]}
    assert told == {"SPY", "MIL", "LEG", "REB", "BUS", "MED"}


def test_leaders_have_codes_and_dates_in_order() -> None:
    rows = table("leaders")
    for row in rows:
        assert row["code"] in STATES | BODIES | GROUPS, row
        assert DAY.fullmatch(row["first"]), row
        assert not row["until"] or (DAY.fullmatch(row["until"]) and row["first"] <= row["until"]), row
    keys = Counter((r["code"], r["office"], r["name"], r["first"]) for r in rows)
    assert [k for k, n in keys.items() if n > 1] == []
    assert len(rows) > 6000


def test_one_holder_of_an_office_at_a_time() -> None:
    terms: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in table("leaders"):
        if row["office"] != "official":
            terms.setdefault((row["code"], row["office"]), []).append((row["first"], row["until"] or "9999"))
    for office, spans in terms.items():
        spans.sort()
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), office


def test_every_state_has_somebody_at_its_head() -> None:
    heads: dict[str, list[tuple[str, str]]] = {}
    for row in table("leaders"):
        if row["office"] not in ("official", "ambassador") and "foreign" not in row["office"] and "defence" not in row["office"]:
            heads.setdefault(row["code"], []).append((row["first"], row["until"]))
    states = {r["code"] for r in table("states") if not r["last"]} & set(heads)
    assert len(states) > 195
    later = {"2005-06-30": {"SSD", "FRO"}, "2015-06-30": set(), "2025-06-30": set()}
    for day, not_yet in later.items():
        assert {s for s in states if not any(holds(first, until, day) for first, until in heads[s])} == not_yet, day


@pytest.mark.parametrize(
    ("code", "office", "day", "name"),
    [
        ("RUS", "president", "2017-03-07", "Vladimir Putin"),
        ("CHL", "president", "1973-09-10", "Salvador Allende"),
        ("CMR", "president", "1975-01-01", "Ahmadou Ahidjo"),
        ("NPL", "prime minister", "2009-06-01", "Madhav Kumar Nepal"),
        ("SUN", "foreign minister", "1962-10-18", "Andrei Gromyko"),
        ("IDN", "foreign minister", "1999-09-01", "Ali Alatas"),
        ("FJI", "prime minister", "2010-01-01", "Frank Bainimarama"),
        ("LBN", "prime minister", "1976-06-01", "Rashid Karami"),
        ("DEU", "defence minister", "2011-02-01", "Karl-Theodor zu Guttenberg"),
        ("USA", "ambassador", "1962-10-25", "Adlai Stevenson"),
    ],
)
def test_who_held_an_office_on_a_day(code: str, office: str, day: str, name: str) -> None:
    held = [r["name"] for r in table("leaders") if (r["code"], r["office"]) == (code, office) and holds(r["first"], r["until"], day)]
    assert held == [name]


def test_traits_and_relations_speak_of_known_actors() -> None:
    assert all(codes <= STATES | BODIES for codes in traits().values())
    assert {code for owner, _ in relations() for code in (owner,)} | set(relations().values()) <= STATES
    assert "country" in definite_nouns("country")
    assert actor_nouns()["ministry"].cls == "organ"


def test_things_are_of_known_kinds() -> None:
    kinds = {k.value for k in EntityKind}
    for row in table("things"):
        assert row["kind"] in kinds, row
        assert not row["country"] or row["country"] in STATES, row


def test_folding_keeps_every_offset() -> None:
    text = "Élysée – “Türkiye’s” Łódź\u00a0café ’’ İzmir 中国 é"
    assert len(fold(text)) == len(text)
    assert fold("São Tomé") == "Sao Tome"


def test_the_longest_name_between_word_limits_is_found() -> None:
    found = [(s, e, entries[0].id) for s, e, entries in occurrences("South Sudan left; Nigerian Sudanesque")]
    assert found == [(0, 11, "SSD"), (18, 26, "NGA")]
    assert not list(occurrences("Chadwick Perugia Omanyala"))


def test_a_romanised_name_has_many_spellings() -> None:
    assert {"Kim Jong-un", "Kim Jong-Un", "Kim Jong Un"} <= spellings("Kim Jong-un")
    assert "Bashar Al-Assad" in spellings("Bashar al-Assad")
    assert surnames_of("Kim Jong-un", "PRK") == ("Kim",)
    assert "von der Leyen" in surnames_of("Ursula von der Leyen", "EU")
    assert "Assad" in surnames_of("Bashar al-Assad", "SYR")


def test_offices_hold_on_their_days() -> None:
    putin = [t for t in full_names()["Vladimir Putin"] if t.office == "president"]
    assert any(holds(t.first, t.until, "2017-03-07") for t in putin)
    assert not any(holds(t.first, t.until, "2010-03-07") for t in putin)
    assert plausible("1969", "1974", "1980-01-01")
    assert not plausible("1969", "1974", "2020-01-01")


def test_names_load_fast() -> None:
    assert len(names()) > 10000

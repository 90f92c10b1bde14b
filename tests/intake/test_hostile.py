"""Hostile and broken input: one line for each thing refused, the rest is read, nothing raises."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_read import FEED, MORE, PAGE, PROSE, Read, one, only, pdf, tarred, warc, why, zipped

from legation.intake import Limits, Refused, read_paths
from legation.intake.decode import decode
from legation.words.article import Article

__all__ = ["one"]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\x00" * 100])
def test_empty(one: Read, data: bytes) -> None:
    assert why(one(data)).startswith("empty")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x7fELF\x02\x01\x01\x00\x00\x00" * 50, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"words and then \x00 a hole", "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "office"),
        (b"BZh91AY&SY", "bzip2"),
        (b"{\\rtf1 words}", "rich text"),
        (b"%PDF-1.4 broken", "cannot be read"),
        (b"PK\x03\x04 broken", "cannot be read"),
        (b"<html><body><script>x</script></body></html>", "no text"),
        (b'{"title": "no text"}', "no article"),
        (b'{"text": "   "}', "empty"),
        (b'{"text": 7}', "no article"),
        (b'{"a":' * 60_000, "not JSON"),
        (b'[{"text": ', "not JSON"),
        (b"<?xml version='1.0'?><sitemap><a/></sitemap>", "XML without the items"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "office"),
    ],
    ids=range(16),
)
def test_what_is_refused(one: Read, data: bytes, said: str) -> None:
    assert said in why(one(data))


def test_nothing_is_passed_over_in_silence(one: Read, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    assert [str(i) for i in read_paths([tmp_path / "bare"])] == [f"{tmp_path / 'bare'}: no files in it"]
    assert why(one(zipped({}))) == "nothing to read in it"
    assert why(one(b"WARC/1.0\r\n\r\n")) == "nothing to read in it"


def test_a_fifty_megabyte_article(one: Read) -> None:
    began = time.process_time()
    assert why(one(b"Ships left. " * 4_200_000)) == "more than the 20 MB that one article may have"
    assert "5,000,000" in why(one(b"Ships left. " * 500_000))
    line = b'{"text": "' + b"Ships left. " * 4_200_000 + b'"}\n{"text": "Ships came."}'
    first, second = one(line)
    assert isinstance(first, Refused)
    assert isinstance(second, Article)
    assert time.process_time() - began < 40


def test_a_line_of_a_million_characters(one: Read) -> None:
    began = time.process_time()
    assert len(only(one(b"Ships left. " * 84_000)).text) == 1_008_000
    assert time.process_time() - began < 40


def test_a_page_that_would_explode(one: Read) -> None:
    assert "tags" in why(one(b"<html><body>" + b"<div>" * 300_000))
    assert "web page" in why(one(b"<html><body>" + b"x" * 11_000_000))


@pytest.mark.parametrize("piece", ["<!--", "<a ", '<a b="', "<script>", "<![CDATA[", "</", "<p", "&amp"])
def test_open_markup_takes_no_time(one: Read, piece: str) -> None:
    began = time.process_time()
    assert len(one(b"<html><body>" + piece.encode() * 50_000)) == 1
    assert time.process_time() - began < 40


def test_a_deep_page(one: Read) -> None:
    began = time.process_time()
    assert len(one(b"<html><body>" + b"<div><b>" * 20_000 + PROSE.encode())) == 1
    assert time.process_time() - began < 60


@pytest.mark.parametrize(
    "html", [PAGE[:600], PAGE.replace("</", "<"), PAGE.replace(">", ">\x01"), f"<html><p>{PROSE}<p>{MORE}<td></html></html>"], ids=range(4)
)
def test_broken_pages_give_what_they_hold(one: Read, html: str) -> None:
    (item,) = one(html.encode())
    assert isinstance(item, Refused) or "Chile" in item.text or "Pact" in item.text


def test_entities_are_not_expanded(one: Read) -> None:
    bomb = (
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>"
    )
    outside = (
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&x;</title></item></channel></rss>"
    )
    for feed in (bomb, outside):
        assert why(one(feed.encode())) == "XML that declares entities of its own: they are not followed"


def test_a_zip_bomb(one: Read) -> None:
    assert "100 times" in why(one(zipped({"a.txt": b" words" * 5_000_000})))
    assert "100 times" in why(one(gzip.compress(b" words" * 5_000_000)))


def test_the_total_is_counted_over_all_archives(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.zip").write_bytes(zipped({"x.txt": os.urandom(30_000).hex().encode()}))
    items = list(read_paths([tmp_path], Limits(total=130_000)))
    assert [isinstance(i, Refused) for i in items] == [False, False, True]
    assert "unpack to more than 130 kB" in str(items[-1])


def test_too_many_members(one: Read) -> None:
    items = one(zipped({f"{n}.txt": PROSE.encode() for n in range(9)}), limits=Limits(count=5))
    assert [isinstance(i, Article) for i in items] == [True] * 5 + [False]


def test_archives_too_deep(one: Read) -> None:
    data = PROSE.encode()
    for _ in range(5):
        data = zipped({"in.zip": data})
    assert "deep" in why(one(data))


def test_no_member_leads_outside(one: Read) -> None:
    items = one(zipped({"../up.txt": b"x", "/abs.txt": b"x", "c:\\x.txt": b"x", "ok.txt": PROSE.encode()}))
    assert sum(isinstance(i, Article) for i in items) == 1
    assert all("outside" in i.why for i in items if isinstance(i, Refused))
    assert sum(isinstance(i, Refused) for i in items) == 3


def test_links_and_devices_in_archives(one: Read) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (("link", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("pipe", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert [i.why for i in one(out.getvalue()) if isinstance(i, Refused)] == ["a link", "a link", "not a file"]
    linked = io.BytesIO()
    with zipfile.ZipFile(linked, "w") as zipped_link:
        entry = zipfile.ZipInfo("link")
        entry.external_attr = 0o120777 << 16
        zipped_link.writestr(entry, "/etc/passwd")
    assert why(one(linked.getvalue())) == "a link"


def test_cut_files_give_what_they_can(one: Read) -> None:
    packed = gzip.compress(os.urandom(50_000).hex().encode())
    assert "cannot be read" in why(one(packed[: len(packed) // 2]))
    archive = tarred({"a.txt": PROSE.encode(), "b.txt": MORE.encode() * 50})
    items = one(archive[:2_000])
    assert isinstance(items[0], Article)
    assert all(isinstance(i, Refused) for i in items[1:])
    for data in (pdf(PROSE)[:300], warc(("https://example.org", PAGE, 200))[:400], FEED.encode()[:500], zipped({"a": b"b"})[:40]):
        assert all(isinstance(i, (Article, Refused)) for i in one(data))


def test_a_locked_folder_and_odd_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    items = list(read_paths([tmp_path, "bad\x00name"]))
    assert [i.why for i in items if isinstance(i, Refused)] == [
        "there is no such file or folder",
        "neither a file nor a folder",
        "no file can have a null character in its name",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    assert [str(i) for i in read_paths([tmp_path])] == [f"{tmp_path / 'shut'}: not allowed to read it"]


def test_lone_halves_of_characters(one: Read) -> None:
    article = only(one(b'{"text": "Norway \\ud83d and \\ud83c\\uddf3 Chile", "title": "\\udc00 a\\u0007b"}'))
    assert article.text == "Norway \ufffd and \U0001f1f3 Chile"
    assert article.title == "\ufffd a b"
    article.text.encode()


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        ("Málaga’s".encode("cp1252") + b" port, which is large and old", "Málaga’s port, which is large and old", "encoding guessed: cp1252"),
        ("Norway and Chile".encode("utf-16"), "Norway and Chile", "read as UTF-16-LE"),
        (
            "Осло и Москва подписали соглашение о рыбе. ".encode("cp1251") * 9,
            "Осло и Москва подписали соглашение о рыбе. " * 9,
            "encoding guessed: cp1251",
        ),
        ("Málaga, Łódź, Århus, Ñuñoa".encode() + b"\xff", "Málaga, Łódź, Århus, Ñuñoa\ufffd", "1 bad bytes of UTF-8 replaced"),
        (b"plain\r\nwords\r", "plain\r\nwords\r", None),
    ],
)
def test_encodings(data: bytes, text: str, note: str | None) -> None:
    assert decode(data) == (text, note)


@pytest.mark.parametrize("name", ["no-such-code", "base64", "idna", "", "punycode", "\x00", "undefined"])
def test_odd_declared_encodings(name: str) -> None:
    assert decode(b"caf\xe9 and more plain words", name)[0].startswith("caf")


HEADS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"WARC/1.0\r\n",
    b"<html><p>",
    b"<?xml version='1.0'?><rss>",
    b'{"text": "',
    b"From: a\nDate: b\nSubject: c\n\n",
    b"\xff\xfe",
    b"<feed>",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=st.sampled_from(HEADS), data=st.binary(max_size=400))
def test_no_bytes_raise(one: Read, head: bytes, data: bytes) -> None:
    for item in one(head + data):
        assert isinstance(item, Refused) or item.text.strip()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    whole=st.sampled_from(
        [
            pdf(PROSE),
            zipped({"a.txt": PROSE.encode()}),
            gzip.compress(PROSE.encode()),
            warc(("https://example.org", PAGE, 200)),
            tarred({"a": b"b"}),
            FEED.encode(),
        ]
    ),
    at=st.integers(0, 3_000),
    byte=st.integers(0, 255),
)
def test_no_flipped_byte_raises(one: Read, whole: bytes, at: int, byte: int) -> None:
    at %= len(whole)
    for item in one(whole[:at] + bytes([byte]) + whole[at + 1 :]):
        assert isinstance(item, (Article, Refused))

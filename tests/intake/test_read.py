"""Bytes of every format become articles; the bytes are made here."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from legation.intake import Limits, Refused, read_paths
from legation.intake.formats import sniff
from legation.words.article import Article

PROSE = "Chile will pay Norway a fee of $3 million a year, according to the text, which runs for ten years and can be renewed by both sides."
MORE = "The fee is twice what Chile paid before, and opposition senators said on Monday that they would ask the court to look at it."
PAGE = f"""<!DOCTYPE html><html><head><title>Pact signed</title><meta property="og:site_name" content="Example Times">
<meta property="og:title" content="Pact signed"><link rel="canonical" href="https://example.org/pact">
<meta property="article:published_time" content="2017-03-07T10:00:00+00:00"></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Pact signed</h1><p>{PROSE}</p><p>{MORE}</p><p>{PROSE} {MORE}</p></article><footer>© 2021 Example</footer></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example Wire</title>
<item><title>Pact &amp; fee</title><link>https://example.org/1</link>
<pubDate>Tue, 07 Mar 2017 10:00:00 +0100</pubDate><description>short</description>
<content:encoded><![CDATA[<p>{PROSE}</p><script>x()</script><p>{MORE}</p>]]></content:encoded></item>
<item><title></title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Atom</title><entry><title>Pact</title><link rel="self" href="https://example.org/x"/>
<link href="https://example.org/2"/><published>2017-03-07T10:00:00Z</published>
<summary type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</summary></entry></feed>"""


@pytest.fixture
def one(tmp_path: Path) -> Callable[..., list[Article | Refused]]:
    """one(bytes, name) -> what is read from a file of these bytes."""

    def read(data: bytes, name: str = "x", limits: Limits | None = None) -> list[Article | Refused]:
        path = tmp_path / name
        path.write_bytes(data)
        return list(read_paths([path], limits))

    return read


Read = Callable[..., list[Article | Refused]]


def only(items: list[Article | Refused]) -> Article:
    (item,) = items
    assert isinstance(item, Article), str(item)
    return item


def why(items: list[Article | Refused]) -> str:
    (item,) = items
    assert isinstance(item, Refused), item
    assert "\n" not in str(item)
    return item.why


def pdf(text: str) -> bytes:
    """A PDF of one page that shows one line."""
    stream = f"BT /F1 9 Tf 10 700 Td ({text}) Tj ET".encode("latin-1")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, 2)
    for number, part in enumerate(parts, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj %s endobj\n" % (number, part))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places))
    out.write(b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def warc(*pages: tuple[str, str, int]) -> bytes:
    """A web archive of pages given as (address, HTML, status)."""
    out = b""
    for url, html, status in pages:
        http = f"HTTP/1.1 {status} X\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(html.encode())}\r\n\r\n{html}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2017-03-07T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{len(out):032d}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out += head.encode() + http + b"\r\n\r\n"
    return out


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def test_text_is_kept_as_it_is(one: Read) -> None:
    article = only(one(f"\ufeffTitle\r\n\r\n{PROSE}\r\n".encode()))
    assert article.text == f"Title\r\n\r\n{PROSE}\r\n"
    assert (article.id, article.language, article.notes) == (article.digest, "en", ())


def test_the_stated_day_and_the_junk_are_there(one: Read) -> None:
    article = only(one(f"Pact signed\n\nMarch 7, 2017\n\n{PROSE}\n\nGetty Images".encode()))
    assert article.published
    assert str(article.published.when) == "2017-03-07"
    assert [article.text[j.span[0] : j.span[1]] for j in article.junk] == ["Getty Images"]


def test_a_text_may_tell_its_own_address_but_no_day_by_it(one: Read) -> None:
    article = only(one(f"{PROSE}\n\nOriginal url: <https://example.org/2017/03/07/pact>".encode()))
    assert (article.url, article.published) == ("https://example.org/2017/03/07/pact", None)
    assert only(one(f"{PROSE}\n\nSource: https://example.org/2017/03/07/pact".encode())).url is None


def test_json_lines(one: Read) -> None:
    lines = [
        json.dumps({"id": "a-1", "text": PROSE, "title": "Pact", "publisher": "Times", "published": "2017-03-07", "url": "https://example.org/p"}),
        "not json",
        json.dumps({"title": "no text"}),
        "",
        json.dumps({"id": 7, "text": f"March 20, 2017\n\n{PROSE}", "published": "2017-03-07T10:00:00Z"}),
        json.dumps({"text": PROSE, "url": "https://example.org/2016/05/04/pact", "published": "soon"}),
        json.dumps({"text": PROSE, "published": "2017-03"}),
    ]
    first, bad, missing, dated, late, month = one("\n".join(lines).encode(), "articles.jsonl")
    assert isinstance(first, Article)
    assert (first.id, first.title, first.publisher, first.url) == ("a-1", "Pact", "Times", "https://example.org/p")
    assert isinstance(bad, Refused)
    assert bad.path.endswith("articles.jsonl:2")
    assert bad.why.startswith("not JSON")
    assert isinstance(missing, Refused)
    assert missing.path.endswith(":3")
    assert isinstance(dated, Article)
    assert dated.id == "7"
    assert dated.notes == ("the text states 2017-03-20 as its day, its file 2017-03-07",)
    assert isinstance(late, Article)
    assert late.published
    assert str(late.published.when) == "2016-05-04"
    assert late.notes == ("published 'soon' is no date", "day of publication taken from the address")
    assert isinstance(month, Article)
    assert month.published
    assert str(month.published.when) == "2017-03-01 – 2017-03-31"


def test_a_json_list_and_a_spread_object(one: Read) -> None:
    assert [i.id for i in one(json.dumps([{"id": "a", "text": PROSE}, {"id": "b", "text": MORE}], indent=1).encode()) if isinstance(i, Article)] == [
        "a",
        "b",
    ]
    assert only(one(json.dumps({"id": "a", "text": PROSE}, indent=1).encode())).id == "a"


def test_a_page(one: Read) -> None:
    article = only(one(PAGE.encode(), "page.txt"))
    assert article.text.startswith(PROSE) or PROSE in article.text
    assert "Home" not in article.text
    assert (article.title, article.publisher, article.url) == ("Pact signed", "Example Times", "https://example.org/pact")
    assert article.published
    assert str(article.published.when) == "2017-03-07"


def test_a_page_in_its_own_encoding(one: Read) -> None:
    html = PAGE.replace("<head>", "<head><meta charset='iso-8859-1'>").replace("Norway", "Norvège")
    assert "Norvège" in only(one(html.encode("latin-1"))).text


def test_a_page_without_a_date_gets_none(one: Read) -> None:
    bare = "\n".join(line for line in PAGE.split("\n") if "published_time" not in line).replace("<body>", "</head><body>")
    assert only(one(bare.encode())).published is None


def test_a_mail(one: Read) -> None:
    mail = EmailMessage()
    mail["From"] = "Example Wire <wire@example.org>"
    mail["To"] = "desk@example.org"
    mail["Subject"] = "Pact signed – täglich"
    mail["Date"] = "Tue, 07 Mar 2017 23:30:00 -0500"
    mail.set_content(f"{PROSE}\n\n{MORE} Málaga.")
    mail.add_alternative(f"<p>{PROSE}</p>", subtype="html")
    mail.add_attachment(b"x", maintype="image", subtype="png")
    article = only(one(mail.as_bytes()))
    assert article.text.strip().endswith("Málaga.")
    assert (article.title, article.publisher) == ("Pact signed – täglich", "Example Wire")
    assert article.published
    assert str(article.published.when) == "2017-03-07"
    assert article.notes == ("attachments not read: 1",)


def test_a_box_of_mail(one: Read) -> None:
    """Messages are parted by their From lines; a line of prose that begins so, quoted or not, parts nothing."""
    box = b"".join(
        f"From wire@example.org Tue Mar  7 23:30:0{n} 2017\nFrom: Wire <wire@example.org>\nSubject: Pact {n}\n"
        f"Date: Tue, 0{n} Mar 2017 10:00:00 +0000\n\n{PROSE}\n\n>From Oslo it is far.\n\nFrom Lima, too.\n\n".encode()
        for n in (7, 8)
    )
    empty = b"From x Wed Mar  8 10:00:00 2017 +0100\nFrom: a@example.org\nContent-Type: image/png\nSubject: picture\n\n\n"
    first, second, refused = one(box + empty, "box")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert [(a.title, str(a.published and a.published.when)) for a in (first, second)] == [("Pact 7", "2017-03-07"), ("Pact 8", "2017-03-08")]
    assert first.path.endswith("box!1")
    assert first.text.rstrip().endswith("\n\nFrom Oslo it is far.\n\nFrom Lima, too.")
    assert isinstance(refused, Refused)
    assert refused.path.endswith("box!3")


def test_a_mail_too_big_in_its_box(one: Read) -> None:
    head = b"From x@example.org Tue Mar  7 23:30:00 2017\nFrom: x@example.org\nSubject: Pact\nDate: Tue, 07 Mar 2017 10:00:00 +0000\n\n"
    big, small = one(head + b"Ships left.\n" * 900_000 + b"\n" + head + PROSE.encode())
    assert isinstance(big, Refused)
    assert "10 MB that a mail may have" in big.why
    assert isinstance(small, Article)


def test_a_mail_of_html(one: Read) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "a@example.org", "Pact", "Tue, 07 Mar 2017 10:00:00 +0000"
    mail.set_content(f"<style>p {{}}</style><p>{PROSE}</p><p>{MORE}</p>", subtype="html")
    assert only(one(mail.as_bytes())).text == f"{PROSE}\n\n{MORE}"


def test_feeds(one: Read) -> None:
    article, empty = one(FEED.encode())
    assert isinstance(article, Article)
    assert article.text == f"Pact & fee\n\n{PROSE}\n\n{MORE}"
    assert (article.title, article.publisher, article.url) == ("Pact & fee", "Example Wire", "https://example.org/1")
    assert article.published
    assert str(article.published.when) == "2017-03-07"
    assert isinstance(empty, Refused)
    atom = only(one(ATOM.encode()))
    assert (atom.text, atom.url, atom.publisher) == (f"Pact\n\n{PROSE}", "https://example.org/2", "Example Atom")


def test_a_pdf(one: Read) -> None:
    assert only(one(pdf(PROSE))).text == PROSE


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_web_archive(one: Read, pack: Callable[[bytes], bytes]) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://example.org/pact">', "")
    article, others = one(pack(warc(("https://example.net/p", page, 200), ("https://example.net/q", "gone", 404))), "a.warc")
    assert isinstance(article, Article)
    assert article.url == "https://example.net/p"
    assert (article.path or "").endswith("a.warc!https://example.net/p")
    assert isinstance(others, Refused)
    assert others.why == "records that are no pages were passed over: 1"


def test_archives_in_archives(one: Read) -> None:
    inner = zipped({"b.txt": MORE.encode(), "a.html": PAGE.encode(), ".hidden": b"x", "__MACOSX/a": b"x"})
    items = one(gzip.compress(tarred({"day/in.zip": inner, "day/c.txt": PROSE.encode()})), "news.tar.gz")
    assert [Path(i.path or "").name for i in items] == ["in.zip!a.html", "in.zip!b.txt", "c.txt"]
    assert all(isinstance(i, Article) for i in items)


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "z.txt").write_text(PROSE)
    (tmp_path / "a.txt").write_text(MORE)
    (tmp_path / ".hidden").write_text(MORE)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [i.path for i in read_paths([tmp_path, tmp_path / "gone"])] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b" / "z.txt"),
        str(tmp_path / "gone"),
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        buffer = io.BufferedReader(io.BytesIO(json.dumps({"text": PROSE}).encode()))

    monkeypatch.setattr("sys.stdin", Standard)
    assert only(list(read_paths(["-"]))).path == "standard input:1"


def test_another_language_is_told(one: Read) -> None:
    french = "Le Chili paiera à la Norvège une redevance de trois millions par an, selon le texte de l'accord signé lundi par les deux gouvernements."
    assert only(one(french.encode())).language == "fr"
    assert only(one("中国外交部发言人星期一表示".encode())).language == "zh"
    for english in ("Hamas frees Keith Siegel.", "N.Korea fires missile", "- Norway: 300\n- Chile: 200", "2019 2020 4.5"):
        assert only(one(english.encode())).language == "en"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"Plain words", "text"),
        (b"# Heading\n\nWords", "text"),
        (b"Note: the talks\nwent on.", "text"),
        (b"Date: soon\nFrom: Oslo\nwords", "text"),
        (b"<p>words", "html"),
        (b"<b>5 < 6", "text"),
        (b"{curly words", "text"),
        (b"[1] a note", "text"),
        (b"\xff\xfea\x00b\x00", "text"),
        (b"<?xml version='1.0'?><html xmlns='x'><body>", "html"),
    ],
)
def test_what_bytes_are(head: bytes, kind: str) -> None:
    assert sniff(head)[0] == kind

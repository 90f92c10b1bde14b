from hypothesis import given
from hypothesis import strategies as st

from legation.brief.plain import one_line, plain


def test_escape_sequences_go() -> None:
    assert plain("a\x1b[31mred\x1b[0m b") == "ared b"
    assert plain("\x1b]8;;https://x.example\x07link\x1b]8;;\x07") == "link"
    assert plain("\x1b]0;title\x1b\\seen") == "seen"
    assert plain("a\x9b31mb") == "a31mb"


def test_unseen_characters_go() -> None:
    assert plain("pay\u202eexe.txt\u202c") == "payexe.txt"
    assert plain("zero\u200bwidth\ufeff\xad") == "zerowidth"
    assert plain("tag\U000e0041") == "tag"
    assert plain("a\x00b\x07c\x7f") == "abc"


def test_words_of_all_scripts_stay() -> None:
    for words in ("Kim Jong‑un", "Москва", "北京", "São Tomé", "naïve – “quoted”", "\t\n"):
        assert plain(words) == words


def test_one_line() -> None:
    assert one_line(" a\r\nb\u2028c\t d ") == "a b c d"


@given(st.text(st.characters()))
def test_nothing_steers(text: str) -> None:
    out = plain(text)
    assert not any((ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in out)
    assert plain(out) == out
    assert "\n" not in one_line(text)

"""Plain text: what is left of words from outside once nothing in them can steer a terminal, a page or a reader's eye."""

from __future__ import annotations

import re

_SEQUENCES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor moves
    r"|\x1b[\]PX^_][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)?"  # OSC, DCS and their like: titles, links, clipboard
    r"|\x1b[ -/]*[0-~]?"
)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab, newline and carriage return
    "\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"  # invisible or turning the direction
    "\ufffe\uffff"  # no characters at all: XML forbids them
    "\U000e0000-\U000e0fff]"
)
_BREAKS = re.compile("\r\n|[\r\u2028\u2029]")
_BROKEN = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """The text without escape sequences, control, invisible and direction characters; line breaks become `\\n`."""
    text = _UNSEEN.sub("", _SEQUENCES.sub("", text))
    return _BROKEN.sub("\ufffd", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """`plain` on a single line: every run of white space becomes one space."""
    return _SPACE.sub(" ", plain(text)).strip()

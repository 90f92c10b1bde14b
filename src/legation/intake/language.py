"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

ENGLISH = "en"
# Below this many letters a text is English unless the model is nearly certain: headlines are full of foreign names.
SHORT, SURE = 120, 0.85
SAMPLE = 4_000
WORD = re.compile(r"[^\W\d_]+")
# Words that no other language that uses Latin letters has together; one in eight of an English text is among them.
PLAIN = frozenset(re.findall(r"\w+", "the of and to in that for is on was with said by it as at from has have are were be not will its which who"))


def language_of(text: str) -> str:
    """ISO 639 code of the text's language; `en` for short texts unless another is plain (another script is)."""
    sample = text[:SAMPLE]
    words = WORD.findall(sample.lower())
    # The model takes half a second to load; English prose shows without it.
    if len(words) >= 20 and sum(w in PLAIN for w in words) * 8 >= len(words) and "the" in words:
        return ENGLISH
    letters = sum(map(len, words))
    if not letters:
        return ENGLISH
    code, chance = _model().classify(sample)
    latin = sum(len(w) for w in words if w.isascii())
    sure = 0.0 if latin * 2 < letters else SURE if letters < SHORT else 0.5
    return str(code) if chance >= sure else ENGLISH


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

"""What the analyst decided: each judgement that counts, with the words it was made on."""

from __future__ import annotations

import json
from collections.abc import Sequence

from legation.brief.dossier import Group, Line, Section
from legation.brief.excerpt import excerpt
from legation.brief.plain import one_line
from legation.brief.wording import counted
from legation.words.judgement import Decision
from legation.words.ruling import Ruled

TITLES = {
    Decision.REJECT: "Rejected",
    Decision.CORRECT: "Corrected",
    Decision.ACCEPT: "Accepted",
    Decision.MERGE: "Told to be of one quantity",
    Decision.SPLIT: "Told to be a quantity of its own",
    Decision.RATE: "Rated",
    Decision.ADD: "Added by hand",
}


def decided(ruled: Sequence[Ruled]) -> Section:
    """The chapter on judgements; rejected claims stand nowhere else in the dossier."""
    groups = [Group(title, lines) for kind, title in TITLES.items() if (lines := tuple(_line(r) for r in ruled if r.judgement.decision is kind))]
    return Section("decided", "What the analyst decided", f"{counted(len(ruled), 'judgement')}.", tuple(groups))


def _line(r: Ruled) -> Line:
    j = r.judgement
    content = json.loads(j.content)
    said = [f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in content.get("fields", {}).items()]
    said += [f"{k} {one_line(str(content[k]))}" for k in ("rating", "with") if k in content]
    text = ": ".join(p for p in ("" if r.words else one_line(j.subject), ", ".join(said)) if p)
    at = r.sentence.find(r.words)
    quote = excerpt(r.sentence, (at, at + len(r.words)), ((0, len(r.sentence)),)) if r.words and at >= 0 else None
    why = f" ({one_line(content['why'])})" if content.get("why") else ""
    flags = ("to review",) if r.review else ()
    return Line(text, f"{one_line(j.author)}, {j.made:%d %B %Y}{why}", "", quote, (), flags)

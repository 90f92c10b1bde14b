"""What actors are called: by the tables, for where no article at hand names them, and within a sentence."""

from __future__ import annotations

import re
from functools import cache

from legation.brief.plain import one_line
from legation.codes.tables import table

_THE = re.compile(
    r"^(?!the )(?=.*\b(?:Agency|Alliance|Assembly|Association|Bahamas|Bank|Coalition|Comoros|Commission|Commonwealth|Community|Congo"
    r"|Council|Court|Emirates|Federation|Fund|Gambia|Islands|Kingdom|League|Maldives|Marianas|Nations|Netherlands|Organi[sz]ation|Parliament|Philippines|Republic|Seychelles"
    r"|States|Treaty|Union|Vatican|coalition|community|forces|countries|powers|states|world)\b)",
)


@cache
def tabled() -> dict[str, str]:
    """The names of states, bodies and joint wholes by their ids."""
    named = {row["code"]: row["name"] for row in table("states")} | {row["id"]: row["name"] for row in table("bodies")}
    return named | {row["id"]: row["names"].split(";")[0] for row in table("wholes")}


def tabled_name(actor: str | None) -> str:
    """An actor's name by the tables; one they do not have keeps its id, a joint whole's in small letters."""
    if not actor:
        return ""
    return one_line(tabled().get(actor) or (actor.replace("-", " ").lower() if "-" in actor else actor))


def named(name: str) -> str:
    """A name as it stands within a sentence: `the United States`, `Norway`."""
    return _THE.sub("the ", name, count=1)

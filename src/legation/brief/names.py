"""What the tables call an actor, for where no article at hand names it."""

from __future__ import annotations

from functools import cache

from legation.brief.plain import one_line
from legation.codes.tables import table


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

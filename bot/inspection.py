"""What the rules say of each claim, as plain data for other programs."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import claims
from bot.facts import ClaimFacts, Condition


async def inspect(session: AsyncSession, *, guild_id: int, number: int | None = None) -> list[dict[str, Any]]:
    """One claim of a server, or all of them in the order of their numbers.

    Raises:
        ClaimUnknown: no claim of that number in this server.
    """
    wanted = await claims.numbers(session, guild_id=guild_id) if number is None else [number]
    return [told(await claims.get(session, one, guild_id=guild_id)) for one in wanted]


def told(claim: ClaimFacts) -> dict[str, Any]:
    """A claim's standing, its counts, and what each verdict still needs of the evidence."""
    provenance = claim.provenance
    return {
        "number": claim.number,
        "text": claim.text,
        "kind": claim.kind.value,
        "state": claim.state.value,
        "closed": claim.closed.value if claim.closed else None,
        "contested": claim.contested,
        "stale": claim.stale is not None,
        "in_review": claim.in_review,
        "outlets": provenance.outlets,
        "languages": list(provenance.languages),
        "origins": [provenance.origins.low, provenance.origins.high],
        "missing": {
            "corroborated": _conditions(claim.missing.corroborated),
            "denied": _conditions(claim.missing.denied),
        },
    }


def _conditions(conditions: Sequence[Condition]) -> list[dict[str, Any]]:
    return [{"code": one.code, "have": one.have, "need": one.need} for one in conditions]

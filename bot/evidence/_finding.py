"""Finding a piece of evidence by what one remembers of it."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, cast, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.folding import clean
from storage.claims import Claim
from storage.evidence import Evidence
from storage.sources import Source
from storage.vocabulary import Stance, Standing

_OF_CLAIM = re.compile(r"#(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    number: int
    claim: int
    source: str
    stance: Stance


async def suggest(session: AsyncSession, *, guild_id: int, typed: str, limit: int = 25) -> list[EvidenceLine]:
    """Active evidence by its number (``12``, ``E12``), its claim (``#3``), its source, or several."""
    statement: Any = (
        select(
            col(Evidence.number),
            col(Claim.number).label("claim"),
            col(Source.name).label("source"),
            col(Evidence.stance),
        )
        .join(Claim, col(Claim.id) == Evidence.claim_id)
        .join(Source, col(Source.id) == Evidence.source_id)
        .where(col(Evidence.guild_id) == guild_id, col(Evidence.status) == Standing.ACTIVE)
        .order_by(col(Evidence.number).desc())
        .limit(limit)
    )
    typed = clean(typed)
    claim = _OF_CLAIM.search(typed)
    if claim is not None:
        statement = statement.where(col(Claim.number) == int(claim.group(1)))
        typed = typed.replace(claim.group(), " ")
    words = " ".join(typed.replace("·", " ").split())
    if re.fullmatch(r"[eE]?\d+", words):
        digits = words.lstrip("eE")
        statement = statement.where(cast(Evidence.number, String).startswith(digits))
    elif words:
        statement = statement.where(col(Source.name).icontains(words, autoescape=True))
    return [EvidenceLine(**row._mapping) for row in await session.execute(statement)]

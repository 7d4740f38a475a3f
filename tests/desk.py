"""A fact-checking desk without Discord: the rules, one server, and its people, in short verbs."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot import articles, claims, evidence, reviews, sources
from bot.claims import Added, NewClaim
from bot.evidence import NewEvidence, Recorded
from bot.facts import ClaimFacts
from bot.people import Person
from bot.reviews import VoteCast
from storage.database import Database
from storage.vocabulary import Ballot, Kind, ReasonCode, Stance

GUILD = 1 << 60
ELSEWHERE = GUILD + 1
CHANNEL = 77
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

SUBMITTER = Person(id=1)
CHECKER = Person(id=2, manages_messages=True)
REVIEWERS = tuple(Person(id=10 + number, manages_messages=True) for number in range(4))
LEAD = Person(id=3, manages_server=True)
OUTSIDER = Person(id=4)


class Desk:
    """One server's desk. Every verb is one unit of work, as a command would make it."""

    def __init__(self, database: Database, guild_id: int = GUILD) -> None:
        self.database = database
        self.guild_id = guild_id
        self.now = NOON

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    async def do(self, rule: Any, *given: Any, by: Person = CHECKER, **named: Any) -> Any:
        """Run one rule in a unit of work of its own."""
        async with self.database.unit_of_work() as session:
            return await rule(session, *given, guild_id=self.guild_id, person=by, now=self.now, **named)

    async def file(self, text: str = "The bridge was closed.", by: Person = SUBMITTER, **given: Any) -> Added:
        added: Added = await self.do(claims.add, NewClaim(text=text, **given), by=by, channel_id=CHANNEL)
        return added

    async def claim(self, text: str = "The bridge was closed.", kind: Kind = Kind.EVENT, **given: Any) -> int:
        return (await self.file(text, kind=kind, **given)).claim.number

    async def add(
        self, number: int, source: str, according_to: str | None = None, by: Person = CHECKER, **given: Any
    ) -> Recorded:
        given.setdefault("stance", Stance.SUPPORTS)
        new = NewEvidence(source=source, according_to=according_to, **given)
        recorded: Recorded = await self.do(evidence.add, number, new, by=by)
        return recorded

    async def source(self, name: str, **given: Any) -> None:
        await self.do(sources.add, name=name, **given)

    async def article(self, title: str, **given: Any) -> Any:
        return await self.do(articles.add, title=title, **given)

    async def review(self, number: int, by: Person = CHECKER) -> ClaimFacts:
        claim: ClaimFacts = await self.do(reviews.open, number, by=by, channel_id=CHANNEL)
        return claim

    async def vote(
        self, claim: ClaimFacts, by: Person, ballot: Ballot = Ballot.CORROBORATED, version: int | None = None
    ) -> VoteCast:
        assert claim.review is not None
        cast: VoteCast = await self.do(
            reviews.vote,
            claim.review.id,
            by=by,
            ballot=ballot,
            version=claim.version if version is None else version,
            code=ReasonCode.INDEPENDENT,
            why="Both saw it.",
        )
        return cast

    async def look(self, number: int) -> ClaimFacts:
        async with self.database.reading() as session:
            return await claims.get(session, number, guild_id=self.guild_id)

    async def corroborated(self, text: str = "The bridge was closed.") -> ClaimFacts:
        """A claim that two independent outlets carry and two reviewers have agreed on."""
        number = await self.claim(text)
        await self.add(number, "De Standaard")
        await self.add(number, "NRC")
        opened = await self.review(number)
        await self.vote(opened, REVIEWERS[0])
        return (await self.vote(opened, REVIEWERS[1])).claim

"""A real article taken apart: every claim comes out as expected at all four moments, in both languages.

Everything is entered through commands, forms and buttons. The acceptance case lies beside the
checkout; our own version of it, in our own words, is the demonstration's.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot import claims, inspection, servers
from bot.facts import ClaimFacts
from bot.people import Person
from storage.vocabulary import Ballot
from tests.world import Server, World, text_of, vote_ids
from tests.world import world as running_world

ROOT = Path(__file__).parents[2]
CASES = {
    "acceptance": ROOT.parent / "shared" / "golden" / "case.json",
    "demonstration": ROOT / "bot" / "demo" / "case.json",
}
MOMENTS = ("T0", "T1", "T2", "T3")
LOCALES = {"en": "en-US", "nl": "nl"}
REASON = {Ballot.CORROBORATED: "independent", Ballot.DENIED: "refuted"}
BUTTON = {Ballot.CORROBORATED: "c", Ballot.DENIED: "d"}


@dataclass
class Newsroom:
    """The people of a server, working through one case in one language."""

    world: World
    case: Mapping[str, Any]
    language: str
    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def server(self) -> Server:
        return self.world.server

    def said(self, text: str | Mapping[str, str]) -> str:
        return text if isinstance(text, str) else text[self.language]

    def name(self, source_id: str) -> str:
        return next(self.said(it["name"]) for it in self.case["sources"] if it["id"] == source_id)

    def names(self, source_ids: list[str]) -> dict[str, str]:
        return {"according_to": ", ".join(map(self.name, source_ids))} if source_ids else {}

    async def claim(self, claim_id: str) -> ClaimFacts:
        async with self.world.bot.database.reading() as session:
            return await claims.get(session, self.numbers[claim_id], guild_id=self.server.id)

    async def set_language(self) -> None:
        bot = self.world.bot
        lead = Person(id=self.server.lead.id, manages_server=True)
        async with bot.database.unit_of_work() as session:
            await servers.change(
                session, guild_id=self.server.id, person=lead, now=bot.clock(), language=self.language
            )
        bot.forget_server(self.server.id)

    async def register_sources(self) -> None:
        for source in self.case["sources"]:
            options = {key: source[key] for key in ("kind", "naming", "party", "language") if key in source}
            for other in source.get("may_overlap", []):
                options["overlaps"] = self.name(other)
            await self.server.checker.slash("source add", name=self.said(source["name"]), **options)

    async def file_claims(self) -> None:
        article = self.case["article"]
        answer = await self.server.checker.slash(
            "article add",
            title=self.said(article["title"]),
            publisher=self.name(article["publisher"]),
            language=article["language"],
            published=article["published"],
        )
        assert "1" in answer.text
        for number, claim in enumerate(self.case["claims"], start=1):
            options = {"said_by": self.name(claim["speaker"])} if "speaker" in claim else {}
            answer = await self.server.submitter.slash(
                "claim add", text=self.said(claim["text"]), kind=claim["kind"], article="1", **options
            )
            assert f"#{number}" in answer.text
            self.numbers[claim["id"]] = number

    async def gather(self, moment: str) -> None:
        for piece in self.case["evidence"]:
            if piece["from"] == moment:
                await self._add(piece, moment)
        for piece in self.case["evidence"]:
            if piece["read_from"] == moment != piece["from"]:
                await self._read(piece)
        for change in self.case["changes"]:
            if change["from"] == moment:
                await self._read(self._piece(change["evidence"]), **self.names(change["according_to"]))

    async def judge(self) -> None:
        """Let three reviewers vote wherever the evidence allows a verdict."""
        for claim_id in self.numbers:
            facts = await self.claim(claim_id)
            ballot = _reachable(facts)
            if ballot is not None and facts.closed is None and not facts.sealed:
                await self._vote(facts, ballot)

    async def _add(self, piece: Mapping[str, Any], moment: str) -> None:
        flags = {name: True for name in ("first_hand", "on_record") if piece[name]}
        if piece["read_from"] != moment:
            flags["only_cited"] = True
        answer = await self.server.checker.slash(
            "evidence add",
            claim=f"#{self.numbers[piece['claim']]}",
            stance=piece["stance"],
            source=self.name(piece["source"]),
            **self.names(piece["according_to"]),
            **flags,
        )
        assert answer.acknowledged

    async def _read(self, piece: Mapping[str, Any], **according_to: str) -> None:
        facts = await self.claim(piece["claim"])
        name = self.name(piece["source"])
        [number] = [
            it.number
            for it in facts.evidence
            if it.active and it.source.name == name and it.stance == piece["stance"]
        ]
        await self.server.checker.slash("evidence read", evidence=str(number), **according_to)

    def _piece(self, evidence_id: str) -> Mapping[str, Any]:
        return next(it for it in self.case["evidence"] if it["id"] == evidence_id)

    async def _vote(self, facts: ClaimFacts, ballot: Ballot) -> None:
        await self.server.checker.slash("review open", claim=str(facts.number))
        card = self.server.review_card()
        assert f"#{facts.number}" in text_of(card)
        for reviewer in self.server.reviewers:
            answer = await reviewer.press(card, vote_ids(card)[BUTTON[ballot]])
            await reviewer.submit(
                answer, reason=REASON[ballot], why="Read and compared.", evidence="All of it."
            )
            if await self._decided(facts):
                # The buttons are gone; nobody can press them any more.
                return
        assert await self._decided(facts)

    async def _decided(self, facts: ClaimFacts) -> bool:
        async with self.world.bot.database.reading() as session:
            now = await claims.get(session, facts.number, guild_id=self.server.id)
        return now.sealed and not now.in_review


def _reachable(facts: ClaimFacts) -> Ballot | None:
    """The verdict that the evidence carries, if any."""
    for ballot in (Ballot.CORROBORATED, Ballot.DENIED):
        if not facts.missing.of(ballot):
            return ballot
    return None


def _differences(expected: Mapping[str, Any], told: Mapping[str, Any]) -> Iterator[str]:
    """What the inspection says otherwise than the case; a claim that is not checkable has no other state."""
    seen = {**told, "state": told["closed"] or told["state"]}
    for key, value in expected.items():
        if seen[key] != value:
            yield f"{key}: {seen[key]} instead of {value}"


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("case", CASES)
async def test_every_claim_comes_out_as_expected_at_every_moment(
    case: str, language: str, tmp_path: Path
) -> None:
    if not CASES[case].exists():
        pytest.skip("the acceptance case does not lie beside this checkout")
    content = json.loads(CASES[case].read_text(encoding="utf-8"))
    wrong: list[str] = []
    async with running_world(tmp_path, locale=LOCALES[language]) as world:
        newsroom = Newsroom(world, content, language)
        await newsroom.set_language()
        await newsroom.register_sources()
        await newsroom.file_claims()
        for moment in MOMENTS:
            await newsroom.gather(moment)
            await newsroom.judge()
            async with world.bot.database.reading() as session:
                told = await inspection.inspect(session, guild_id=world.server.id)
            for claim, facts in zip(content["claims"], told, strict=True):
                wrong += [
                    f"{claim['id']} at {moment}: {it}" for it in _differences(claim["expect"][moment], facts)
                ]
    assert wrong == []

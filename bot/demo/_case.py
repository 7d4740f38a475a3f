"""The case that the demonstration shows: one article taken apart, in our own words, in two languages."""

from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

from storage.vocabulary import Kind, Naming, SourceKind, Stance

Spoken = Mapping[str, str]


class Moment(StrEnum):
    """What is known by then: the article, the newspaper it rests on, its echoes, the transcript."""

    T0 = "T0"
    T1 = "T1"
    T2 = "T2"
    T3 = "T3"


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True)


class CaseArticle(Part):
    publisher: str
    language: str
    published: str
    title: Spoken


class CaseSource(Part):
    id: str
    name: Spoken
    kind: SourceKind
    naming: Naming
    party: bool
    language: str | None = None
    may_overlap: tuple[str, ...] = ()


class CaseClaim(Part):
    id: str
    kind: Kind
    text: Spoken
    speaker: str | None = None
    parent: str | None = None


class CaseEvidence(Part):
    id: str
    since: Moment = Field(alias="from")
    claim: str
    source: str
    stance: Stance
    according_to: tuple[str, ...]
    read_from: Moment | None
    first_hand: bool
    on_record: bool
    scope: Spoken | None = None


class CaseChange(Part):
    """A source turned out to rely on another one."""

    since: Moment = Field(alias="from")
    evidence: str
    according_to: tuple[str, ...]


class Case(Part):
    article: CaseArticle
    sources: tuple[CaseSource, ...]
    claims: tuple[CaseClaim, ...]
    evidence: tuple[CaseEvidence, ...]
    changes: tuple[CaseChange, ...]

    def number(self, claim_id: str) -> int:
        """The number that a claim of the case gets in an empty server."""
        return [claim.id for claim in self.claims].index(claim_id) + 1

    def name(self, source_id: str, language: str) -> str:
        [found] = [source for source in self.sources if source.id == source_id]
        return found.name[language]


def read() -> Case:
    """Read the case that comes with the package."""
    return Case.model_validate_json(files("bot.demo").joinpath("case.json").read_bytes())

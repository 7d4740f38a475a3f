"""The golden case, counted straight from its rows: no database, no Discord."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.facts import EvidenceFacts, Missing, Provenance, SourceFacts
from bot.provenance import trace
from bot.verdicts import contested, missing
from storage.vocabulary import Kind, Naming, SourceKind, Stance, State

GOLDEN = Path(__file__).parents[3] / "shared" / "golden" / "case.json"
STEPS = ("T0", "T1", "T2", "T3")

pytestmark = pytest.mark.skipif(not GOLDEN.exists(), reason=f"the golden case is not at {GOLDEN}")


class Case:
    """The rows of the case, as they stand at a step."""

    def __init__(self, rows: dict[str, Any], *, leaves_only_cited: bool) -> None:
        self.rows = rows
        self.leaves_only_cited = leaves_only_cited
        ids = {row["id"]: number for number, row in enumerate(rows["sources"], start=1)}
        self.sources = {
            row["id"]: SourceFacts(
                id=ids[row["id"]],
                name=row["name"],
                kind=SourceKind(row["kind"]),
                naming=Naming(row["naming"]),
                party=row["party"],
                language=row.get("language"),
            )
            for row in rows["sources"]
        }
        self.overlaps = {
            frozenset({ids[row["id"]], ids[other]})
            for row in rows["sources"]
            for other in row.get("may_overlap", ())
        }

    def evidence(self, claim: str, step: str) -> list[EvidenceFacts]:
        rows = [row for row in self.rows["evidence"] if row["claim"] == claim and row["from"] <= step]
        cited = {name for row in rows for name in self._upstream(row, step)}
        return [self._piece(number, row, step, cited) for number, row in enumerate(rows, start=1)]

    def _piece(self, number: int, row: dict[str, Any], step: str, cited: set[str]) -> EvidenceFacts:
        read = row["read_from"] is not None and row["read_from"] <= step
        source = self.sources[row["source"]]
        leaf = self.leaves_only_cited and row["source"] in cited and source.kind is not SourceKind.OUTLET
        return EvidenceFacts(
            id=number,
            number=number,
            source=source,
            stance=Stance(row["stance"]),
            according_to=tuple(self.sources[name] for name in self._upstream(row, step)),
            cited=leaf and not read,
            read=read,
            first_hand=row["first_hand"],
            on_record=row["on_record"],
        )

    def _upstream(self, row: dict[str, Any], step: str) -> list[str]:
        changed = [
            change["according_to"]
            for change in self.rows["changes"]
            if change["evidence"] == row["id"] and change["from"] <= step
        ]
        upstream: list[str] = changed[-1] if changed else row["according_to"]
        return upstream

    def weigh(self, row: dict[str, Any], step: str) -> tuple[Provenance, Missing]:
        evidence = self.evidence(row["id"], step)
        provenance = trace(evidence, self.overlaps)
        needs = missing(
            kind=Kind(row["kind"]),
            speaker=self.sources.get(row.get("speaker", "")),
            evidence=evidence,
            provenance=provenance,
            quorum=2,
            min_origins=2,
        )
        return provenance, needs


def _rows() -> dict[str, Any]:
    if not GOLDEN.exists():
        return {"sources": [], "claims": [], "evidence": [], "changes": []}
    rows: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return rows


def _moments() -> list[Any]:
    return [pytest.param(row, step, id=f"{row['id']}-{step}") for row in _rows()["claims"] for step in STEPS]


@pytest.fixture(params=[True, False], ids=["leaves only cited", "leaves entered"], scope="module")
def case(request: pytest.FixtureRequest) -> Case:
    return Case(_rows(), leaves_only_cited=request.param)


@pytest.mark.parametrize(("row", "step"), _moments())
def test_every_row_counts_as_the_case_says(case: Case, row: dict[str, Any], step: str) -> None:
    provenance, _ = case.weigh(row, step)

    expected = row["expect"][step]
    assert [provenance.origins.low, provenance.origins.high] == expected["origins"]
    assert provenance.outlets == expected["outlets"]


@pytest.mark.parametrize(("row", "step"), _moments())
def test_every_row_is_contested_as_the_case_says(case: Case, row: dict[str, Any], step: str) -> None:
    expected = row["expect"][step]
    state = State.UNVERIFIED if expected["state"] == "not_checkable" else State(expected["state"])

    assert contested(case.evidence(row["id"], step), state) is expected["contested"]


@pytest.mark.parametrize(("row", "step"), _moments())
def test_every_row_can_reach_the_state_of_the_case_and_no_other(
    case: Case, row: dict[str, Any], step: str
) -> None:
    _, needs = case.weigh(row, step)

    reachable = {
        name for name, unmet in (("corroborated", needs.corroborated), ("denied", needs.denied)) if not unmet
    }
    assert reachable == {row["expect"][step]["state"]} - {"unverified", "not_checkable"}


def test_nine_echoes_in_three_languages_hang_on_one_newspaper(case: Case) -> None:
    claim = next(row for row in case.rows["claims"] if row["id"] == "C2")

    provenance, _ = case.weigh(claim, "T2")

    assert provenance.languages == ("en", "nl", "ro")
    assert provenance.hinge == case.sources["S1"]

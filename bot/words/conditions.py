"""What a verdict still needs, one sentence a condition; the field has the condition's code."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.facts import Condition


@dataclass(frozen=True, kw_only=True)
class ConditionWords:
    evidence_needed: str
    origins_too_few: str
    first_hand_read_needed: str
    two_first_hand_needed: str
    record_needed: str
    refutation_needed: str
    not_reachable: str
    not_checkable: str


ENGLISH = ConditionWords(
    evidence_needed="evidence: there is none yet",
    origins_too_few="more independent origins: at least {need} that can be told apart, now {have}",
    first_hand_read_needed="{need} first-hand source that the team has read itself, now {have}",
    two_first_hand_needed="{need} first-hand publications that the team has read itself, now {have}",
    record_needed="a first-hand record of what the speaker did or said; other people's accounts are "
    "not enough",
    refutation_needed="evidence that refutes it, beyond a denial by somebody with a stake in it",
    not_reachable="nothing can: that something never happened cannot be corroborated",
    not_checkable="nothing can: forecasts and opinions are closed as not checkable",
)

DUTCH = ConditionWords(
    evidence_needed="bewijs: er is nog geen geldig bewijsstuk",
    origins_too_few="minstens {need} oorspronkelijke bronnen die zeker van elkaar verschillen, nu {have}",
    first_hand_read_needed="{need} bron uit de eerste hand die het team zelf gelezen heeft, nu {have}",
    two_first_hand_needed="{need} publicaties uit de eerste hand die het team zelf gelezen heeft, nu {have}",
    record_needed="een opname of document uit de eerste hand van wat de spreker deed of zei; navertellen "
    "volstaat niet",
    refutation_needed="bewijs dat de bewering weerlegt en meer is dan een ontkenning door een belanghebbende",
    not_reachable="dat kan niet: dat iets nooit gebeurd is, valt niet te bevestigen",
    not_checkable="dat kan niet: voorspellingen en meningen worden afgesloten als niet controleerbaar",
)


def in_words(conditions: Sequence[Condition], words: ConditionWords) -> tuple[str, ...]:
    """One sentence for each unmet condition."""
    return tuple(
        getattr(words, condition.code).format(have=condition.have, need=condition.need)
        for condition in conditions
    )

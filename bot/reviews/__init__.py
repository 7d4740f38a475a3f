"""Reviews: blind votes, who may be counted, and the decision they add up to."""

from bot.reviews._counting import Cast, count, decide, eligible
from bot.reviews._open import last, open, withdraw
from bot.reviews._voting import EVIDENCE_LIMIT, WHY_LIMIT, BallotPaper, VoteCast, before_vote, vote

__all__ = [
    "EVIDENCE_LIMIT",
    "WHY_LIMIT",
    "BallotPaper",
    "Cast",
    "VoteCast",
    "before_vote",
    "count",
    "decide",
    "eligible",
    "last",
    "open",
    "vote",
    "withdraw",
]

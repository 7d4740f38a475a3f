"""What sources assert about claims: adding, reading and retracting it."""

from bot.evidence._adding import QUOTE_LIMIT, NewEvidence, Recorded, add
from bot.evidence._changing import read, retract
from bot.evidence._finding import EvidenceLine, suggest

__all__ = ["QUOTE_LIMIT", "EvidenceLine", "NewEvidence", "Recorded", "add", "read", "retract", "suggest"]

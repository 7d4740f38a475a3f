"""What happened, one sentence an event; the field has the event's type, with ``_`` for its dot."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class HistoryWords:
    """Blanks are filled from the event's private part; an erased one leaves its line without detail."""

    claim_filed: str
    claim_edited: str
    claim_translated: str
    claim_tagged: str
    claim_linked: str
    claim_closed: str
    claim_reopened: str
    claim_overridden: str
    claim_taken: str
    claim_stale: str
    evidence_added: str
    evidence_retracted: str
    evidence_read: str
    review_opened: str
    review_withdrawn: str
    review_decided: str
    vote_cast: str
    something_else: str


ENGLISH = HistoryWords(
    claim_filed="Filed",
    claim_edited="Text changed",
    claim_translated="Translation added",
    claim_tagged="Tags changed",
    claim_linked="Linked to another claim",
    claim_closed="Closed",
    claim_reopened="Reopened",
    claim_overridden="State set by a lead",
    claim_taken="Taken",
    claim_stale="Due for another check",
    evidence_added="Evidence added",
    evidence_retracted="Evidence retracted",
    evidence_read="A cited source was read",
    review_opened="Review opened",
    review_withdrawn="Review withdrawn",
    review_decided="Review decided",
    vote_cast="Vote cast",
    something_else="Something changed",
)

DUTCH = HistoryWords(
    claim_filed="Ingediend",
    claim_edited="Tekst gewijzigd",
    claim_translated="Vertaling toegevoegd",
    claim_tagged="Labels gewijzigd",
    claim_linked="Gekoppeld aan een andere bewering",
    claim_closed="Afgesloten",
    claim_reopened="Heropend",
    claim_overridden="Status bij besluit gewijzigd",
    claim_taken="In behandeling genomen",
    claim_stale="Toe aan hercontrole",
    evidence_added="Bewijs toegevoegd",
    evidence_retracted="Bewijs ingetrokken",
    evidence_read="Een aangehaalde bron is gelezen",
    review_opened="Beoordeling geopend",
    review_withdrawn="Beoordeling ingetrokken",
    review_decided="Beoordeling afgelopen",
    vote_cast="Stem uitgebracht",
    something_else="Er is iets gewijzigd",
)

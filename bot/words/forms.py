"""Titles, labels and hints of the forms. Titles and labels have at most 45 characters, hints at most 100."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FormWords:
    claim_title: str
    claim_edit_title: str
    claim_text: str
    claim_text_hint: str
    claim_kind: str
    claim_kind_hint: str
    claim_said_by: str
    claim_said_by_hint: str
    claim_link: str
    claim_context: str
    claim_context_hint: str
    claim_language: str
    claim_language_hint: str

    evidence_title: str
    attach_title: str
    evidence_claim: str
    evidence_claim_hint: str
    evidence_stance: str
    evidence_source: str
    evidence_source_hint: str
    evidence_according_to: str
    evidence_according_to_hint: str
    evidence_link: str
    evidence_how: str
    evidence_first_hand: str
    evidence_on_record: str
    evidence_party: str
    evidence_only_cited: str

    vote_title: str
    vote_reason: str
    vote_why: str
    vote_why_hint: str
    vote_evidence: str
    vote_evidence_hint: str

    source_title: str
    source_kind: str
    source_naming: str
    source_overlaps: str
    source_overlaps_hint: str

    zone_title: str
    zone_name: str
    zone_hint: str


ENGLISH = FormWords(
    claim_title="File a claim",
    claim_edit_title="Edit claim #{number}",
    claim_text="What is claimed?",
    claim_text_hint="One checkable statement, in the language it was made in",
    claim_kind="What kind of claim is it?",
    claim_kind_hint="This decides what a verdict will need",
    claim_said_by="Who says so?",
    claim_said_by_hint="A name; end with ? for somebody unnamed, such as two former officials?",
    claim_link="Link",
    claim_context="Context",
    claim_context_hint="Where it was seen, and what was around it",
    claim_language="Language",
    claim_language_hint="A code such as nl or en; empty keeps what it is",
    evidence_title="Add evidence to claim #{number}",
    attach_title="Add this message as evidence",
    evidence_claim="Which claim?",
    evidence_claim_hint="Its number, such as #42",
    evidence_stance="What does the source say of the claim?",
    evidence_source="Source",
    evidence_source_hint="Who says this: an outlet, a person, a record",
    evidence_according_to="According to",
    evidence_according_to_hint="> for the next source up, a comma for one beside it, ? for unnamed",
    evidence_link="Link",
    evidence_how="What else is true of it?",
    evidence_first_hand="First hand: the source recorded it itself",
    evidence_on_record="On record, under a name",
    evidence_party="The source has a stake in it",
    evidence_only_cited="Only cited by others; we have not read it",
    vote_title="Vote on #{number}: {ballot}",
    vote_reason="What is your vote based on?",
    vote_why="Why, in a sentence?",
    vote_why_hint="Shown with your name, but only after the decision",
    vote_evidence="Evidence you rely on",
    vote_evidence_hint="Numbers such as E12, E15",
    source_title="Correct {name}",
    source_kind="What is it?",
    source_naming="Named or unnamed?",
    source_overlaps="May be the same people as",
    source_overlaps_hint="The name of another source, where both are unnamed",
    zone_title="Time zone",
    zone_name="Time zone",
    zone_hint="Continent and city, such as Europe/Brussels",
)

DUTCH = FormWords(
    claim_title="Bewering indienen",
    claim_edit_title="Bewering #{number} wijzigen",
    claim_text="Wat wordt er beweerd?",
    claim_text_hint="Eén controleerbare uitspraak, in de taal waarin die gedaan is",
    claim_kind="Wat voor bewering is het?",
    claim_kind_hint="Daarvan hangt af welk bewijs een oordeel vraagt",
    claim_said_by="Wie zegt het?",
    claim_said_by_hint="Een naam; met ? erachter als die onbekend is, zoals twee oud-functionarissen?",
    claim_link="Link",
    claim_context="Context",
    claim_context_hint="Waar je het zag, en wat eromheen stond",
    claim_language="Taal",
    claim_language_hint="Een code zoals nl of en; laat leeg om niets te wijzigen",
    evidence_title="Bewijs bij bewering #{number}",
    attach_title="Dit bericht als bewijs toevoegen",
    evidence_claim="Bij welke bewering?",
    evidence_claim_hint="Het nummer, zoals #42",
    evidence_stance="Wat zegt de bron over de bewering?",
    evidence_source="Bron",
    evidence_source_hint="Wie dit zegt: een medium, een persoon, een document",
    evidence_according_to="Volgens",
    evidence_according_to_hint="> voor de bron erboven, een komma voor een ernaast, ? voor een anonieme",
    evidence_link="Link",
    evidence_how="Wat is er nog over te zeggen?",
    evidence_first_hand="Uit de eerste hand: zelf vastgelegd",
    evidence_on_record="Met naam en toenaam gezegd",
    evidence_party="De bron heeft er belang bij",
    evidence_only_cited="Alleen aangehaald; niet zelf gelezen",
    vote_title="Stem over #{number}: {ballot}",
    vote_reason="Waarop steunt je stem?",
    vote_why="Waarom, in één zin?",
    vote_why_hint="Met je naam erbij, maar pas na de beslissing te lezen",
    vote_evidence="Bewijs waarop je steunt",
    vote_evidence_hint="Nummers zoals E12, E15",
    source_title="{name} verbeteren",
    source_kind="Wat is het?",
    source_naming="Met naam of anoniem?",
    source_overlaps="Misschien dezelfde mensen als",
    source_overlaps_hint="De naam van een andere bron, als ze allebei anoniem zijn",
    zone_title="Tijdzone",
    zone_name="Tijdzone",
    zone_hint="Werelddeel en stad, zoals Europe/Brussels",
)

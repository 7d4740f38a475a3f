"""The sentences that commands answer with."""

from dataclasses import dataclass

from bot.words._plural import Plural


@dataclass(frozen=True, kw_only=True)
class AnswerWords:
    claim_filed: str
    claim_filed_here: str
    claim_repeated: str
    claim_changed: str
    claim_translated: str
    claim_tagged: str
    claim_untagged: str
    claim_linked: str
    claim_closed: str
    claim_reopened: str
    claim_overridden: str
    claim_taken: str

    evidence_added: str
    evidence_chain: str
    evidence_retracted: str
    evidence_read: str

    source_created: str
    source_completed: str
    source_rated: str
    source_merged: str
    new_sources: Plural

    review_opened: str
    review_opened_here: str
    review_withdrawn: str
    vote_kept: str
    vote_counts: str
    vote_of_submitter: str
    vote_of_evidence_adder: str
    vote_of_older_version: str
    review_decided: str
    review_split: str
    review_undecided: str

    files_kept: Plural


ENGLISH = AnswerWords(
    claim_filed="Claim #{number} is filed: {card}",
    claim_filed_here="Claim #{number} is filed. Its card could not be posted yet; "
    "`/setup` says which permissions I lack.",
    claim_repeated="This was claimed before: it is claim #{number}, so nothing new was filed.",
    claim_changed="Claim #{number} is changed.",
    claim_translated="Claim #{number} now has a text in {language}; the original stays beside it.",
    claim_tagged="Claim #{number} is tagged: {tags}.",
    claim_untagged="Claim #{number} has no tags now.",
    claim_linked="Claim #{number} {relation} claim #{other}.",
    claim_closed="Claim #{number} is closed: {reason}.",
    claim_reopened="Claim #{number} is open again.",
    claim_overridden="Claim #{number} is now {state}, by override; the card says so for good.",
    claim_taken="Claim #{number} is yours.",
    evidence_added="E{evidence} is added to claim #{number}: {origins}.",
    evidence_chain="Understood as: {chain}",
    evidence_retracted="E{evidence} of claim #{number} is retracted.",
    evidence_read="{source} counts as read now, in E{evidence} of claim #{number}: {origins}.",
    source_created="The source {name} is added.",
    source_completed="The source {name} is completed.",
    source_rated="The source {name} is rated {reliability}.",
    source_merged="{name} is merged into {into}.",
    new_sources=Plural(one="New source: {names}.", other="{count} new sources: {names}."),
    review_opened="Claim #{number} is in review: {card}",
    review_opened_here="Claim #{number} is in review, but its card could not be posted; "
    "check where I may post with `/setup`.",
    review_withdrawn="The review of claim #{number} is withdrawn.",
    vote_kept="Your vote on claim #{number} is kept: *{ballot}*.",
    vote_counts="It counts, and you can change it until the decision.",
    vote_of_submitter="It will not count towards the verdict, because you submitted this claim.",
    vote_of_evidence_adder="It will not count towards the verdict, because you added evidence to this claim.",
    vote_of_older_version="The claim changed while you wrote, so your vote counts only once you confirm it "
    "on the newest card.",
    review_decided="With that, claim #{number} is {outcome}.",
    review_split="The reviewers disagree, so claim #{number} goes back to discussion.",
    review_undecided="The review of claim #{number} has ended without a verdict.",
    files_kept=Plural(one="{count} file is kept.", other="{count} files are kept."),
)

DUTCH = AnswerWords(
    claim_filed="Bewering #{number} is ingediend: {card}",
    claim_filed_here="Bewering #{number} is ingediend. De kaart kon nog niet geplaatst worden; "
    "met `/setup` zie je welke rechten ik mis.",
    claim_repeated="Dit is al eerder ingediend, als bewering #{number}; er is dus niets nieuws bij gekomen.",
    claim_changed="Bewering #{number} is gewijzigd.",
    claim_translated="Bewering #{number} heeft nu een tekst in het {language}; het origineel blijft "
    "ernaast staan.",
    claim_tagged="De labels van bewering #{number}: {tags}.",
    claim_untagged="Bewering #{number} heeft geen labels meer.",
    claim_linked="Bewering #{number} {relation} bewering #{other}.",
    claim_closed="Bewering #{number} is afgesloten: {reason}.",
    claim_reopened="Bewering #{number} staat weer open.",
    claim_overridden="Bewering #{number} staat nu bij besluit op {state}; dat blijft op de kaart te zien.",
    claim_taken="Je hebt bewering #{number} op je genomen.",
    evidence_added="E{evidence} is toegevoegd bij bewering #{number}: {origins}.",
    evidence_chain="Zo begrepen: {chain}",
    evidence_retracted="E{evidence} bij bewering #{number} is ingetrokken.",
    evidence_read="{source} geldt nu als gelezen, in E{evidence} bij bewering #{number}: {origins}.",
    source_created="De bron {name} is toegevoegd.",
    source_completed="De bron {name} is aangevuld.",
    source_rated="De bron {name} krijgt betrouwbaarheid {reliability}.",
    source_merged="{name} is samengevoegd met {into}.",
    new_sources=Plural(one="Nieuwe bron: {names}.", other="{count} nieuwe bronnen: {names}.", language="nl"),
    review_opened="Bewering #{number} wordt beoordeeld: {card}",
    review_opened_here="Bewering #{number} wordt beoordeeld, maar de kaart kon niet geplaatst worden; "
    "kijk met `/setup` na waar ik mag posten.",
    review_withdrawn="De beoordeling van bewering #{number} is ingetrokken.",
    vote_kept="Je stem over bewering #{number} is bewaard: *{ballot}*.",
    vote_counts="Die telt mee, en tot de beslissing kun je die nog wijzigen.",
    vote_of_submitter="Die telt niet mee voor het oordeel, want jij hebt deze bewering ingediend.",
    vote_of_evidence_adder="Die telt niet mee voor het oordeel, want jij hebt bewijs bij deze bewering "
    "toegevoegd.",
    vote_of_older_version="De bewering is gewijzigd terwijl je schreef; je stem telt pas als je die "
    "op de nieuwste kaart bevestigt.",
    review_decided="Daarmee is bewering #{number} {outcome}.",
    review_split="De beoordelaars zijn het oneens; bewering #{number} gaat terug naar de bespreking.",
    review_undecided="De beoordeling van bewering #{number} is zonder oordeel geëindigd.",
    files_kept=Plural(
        one="{count} bestand is bewaard.", other="{count} bestanden zijn bewaard.", language="nl"
    ),
)

"""Why the bot says no: one sentence that says what was wrong and what would be right."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts import Condition
from bot.quoting import code_block, quote
from bot.refusals import Refusal, RoleMissing, VerdictMissing
from bot.words import conditions

if TYPE_CHECKING:
    from bot.words import Words

BLANK_LENGTH = 100
TYPED_LENGTH = 1500


@dataclass(frozen=True, kw_only=True)
class RefusalWords:
    """A field for each refusal, named like it; then what those sentences are made of."""

    claim_unknown: str
    evidence_unknown: str
    source_unknown: str
    article_unknown: str
    review_unknown: str
    not_a_link: str
    text_empty: str
    text_too_long: str
    language_unknown: str
    role_missing: str
    only_own_or_lead: str
    only_opener_or_lead: str
    only_submitter_or_checker: str
    claim_sealed: str
    claim_closed: str
    claim_not_sealed: str
    already_closed: str
    already_taken: str
    too_many_tags: str
    not_checkable: str
    link_to_itself: str
    evidence_repeated: str
    evidence_not_active: str
    source_itself: str
    chain_unclear: str
    chain_too_long: str
    source_exists: str
    source_merged_into_itself: str
    review_open: str
    review_over: str
    not_in_review: str
    verdict_missing: str
    claim_moved: str
    no_evidence: str
    file_too_large: str
    file_missing: str
    value_out_of_range: str
    zone_unknown: str
    channel_unusable: str
    nothing_typed: str
    date_unclear: str

    something_broke: str
    only_in_servers: str
    you_typed: str
    right_check: str
    right_review: str
    right_lead: str
    right_set_up: str
    holds_role: str
    manages_messages: str
    manages_server: str
    verdict_corroborated: str
    verdict_denied: str


ENGLISH = RefusalWords(
    claim_unknown="There is no claim {given} in this server; `/claim list` shows the ones there are.",
    evidence_unknown="There is no piece of evidence {given} in this server; `/evidence list` shows a "
    "claim's pieces.",
    source_unknown="There is no source called {given} in this server; `/source list` shows the ones "
    "there are.",
    article_unknown="There is no article {given} in this server; file it first with `/article add`.",
    review_unknown="There is no such review in this server; `/claim show` tells whether a claim is in "
    "review.",
    not_a_link="{given} is not a web address; one starts with `https://` and carries no password.",
    text_empty="The text is empty; it needs at least one word.",
    text_too_long="The text has {length} characters; at most {limit} fit, so shorten it or split it up.",
    language_unknown="{given} is no language that I know; give a code such as `nl` or `en`, or its "
    "English name.",
    role_missing="Only {right} may do this; here that is {who}.",
    only_own_or_lead="Only whoever added it, or a lead, may do this; ask one of them.",
    only_opener_or_lead="Only whoever opened the review, or a lead, may do this; ask one of them.",
    only_submitter_or_checker="Only whoever submitted the claim, or a checker, may do this; ask one of them.",
    claim_sealed="Claim #{number} has a verdict and is sealed; reopen it first with `/claim reopen`.",
    claim_closed="Claim #{number} is closed; reopen it first with `/claim reopen`.",
    claim_not_sealed="Claim #{number} is open already; there is nothing to reopen.",
    already_closed="Claim #{number} is closed already; reopen it first if the reason should change.",
    already_taken="<@{member_id}> is working on claim #{number}; ask them, or a lead, to hand it over.",
    too_many_tags="A claim carries at most {limit} tags; remove one first, like `-tag`.",
    not_checkable="Claim #{number} is a forecast or an opinion, which gets no verdict; "
    "if it is neither, change its kind with `/claim edit`.",
    link_to_itself="A claim cannot be linked to itself; pick another claim.",
    evidence_repeated="Claim #{number} has this very piece already, as E{evidence}; add what is new in it.",
    evidence_not_active="E{evidence} was retracted or superseded already; only active evidence can be "
    "changed.",
    source_itself="{name} cannot rely on itself; name the source before it, or leave that out.",
    chain_too_long="A chain holds at most {hops} steps and {sources} sources; "
    "add the rest as evidence of its own.",
    chain_unclear="I cannot read {given} as a chain of sources; write for example "
    "`The New York Times > two former officials?, US officials?`.",
    source_exists="{name} is the name of another source already; choose another name, or merge the two.",
    source_merged_into_itself="{name} cannot be merged into itself; pick another source.",
    review_open="Claim #{number} is in review already; vote on its review card.",
    review_over="The review of claim #{number} has ended; open a new one with `/review open`.",
    not_in_review="Claim #{number} is not in review; open one with `/review open`.",
    verdict_missing="Claim #{number} cannot be {verdict} yet. Missing: {conditions}.",
    claim_moved="Claim #{number} changed since this card was drawn; read it again and vote on the newest "
    "card.",
    no_evidence="Claim #{number} has no active evidence to review; add some with `/evidence add`.",
    file_too_large="The file {name} is larger than {limit}; attach a smaller one, or give a link.",
    file_missing="The file {name} could not be fetched from Discord; attach it again.",
    value_out_of_range="{given} is out of range; choose a number from {low} to {high}.",
    zone_unknown="{given} is no time zone; give one such as `Europe/Brussels`.",
    channel_unusable="I cannot post in {channel}; let me see it and send messages there, or choose another.",
    nothing_typed="Nothing was left of what you gave; name at least one, with commas between several.",
    date_unclear="I cannot read {given} as a date; write it like `2026-03-01`.",
    something_broke="Something broke on my side, and it is in the log. If it stays, tell whoever runs me "
    "that reference `{reference}` failed.",
    only_in_servers="This works only in a server, because claims belong to one; try it there.",
    you_typed="You typed:",
    right_check="checkers",
    right_review="reviewers",
    right_lead="leads",
    right_set_up="people who manage the server",
    holds_role="whoever has the role {role}",
    manages_messages="whoever has the permission *Manage Messages*",
    manages_server="whoever has the permission *Manage Server*",
    verdict_corroborated="corroborated",
    verdict_denied="denied",
)

DUTCH = RefusalWords(
    claim_unknown="Op deze server bestaat geen bewering {given}; met `/claim list` zie je welke er wel zijn.",
    evidence_unknown="Op deze server bestaat geen bewijsstuk {given}; "
    "met `/evidence list` zie je wat er bij een bewering hoort.",
    source_unknown="Op deze server bestaat geen bron met de naam {given}; met `/source list` zie je "
    "welke er wel zijn.",
    article_unknown="Op deze server bestaat geen artikel {given}; voeg het eerst toe met `/article add`.",
    review_unknown="Op deze server bestaat die beoordeling niet; "
    "met `/claim show` zie je of een bewering beoordeeld wordt.",
    not_a_link="{given} is geen webadres; dat begint met `https://` en bevat geen wachtwoord.",
    text_empty="De tekst is leeg; vul minstens één woord in.",
    text_too_long="De tekst telt {length} tekens en er passen er hoogstens {limit}; kort die in of "
    "splits die op.",
    language_unknown="{given} ken ik niet als taal; geef een code zoals `nl` of `en`, of de naam van de "
    "taal.",
    role_missing="Dit mogen alleen {right}; hier is dat {who}.",
    only_own_or_lead="Dit mag alleen wie het heeft toegevoegd, of een eindredacteur; vraag het een van hen.",
    only_opener_or_lead="Dit mag alleen wie de beoordeling heeft geopend, of een eindredacteur; "
    "vraag het een van hen.",
    only_submitter_or_checker="Dit mag alleen wie de bewering heeft ingediend, of een factchecker; "
    "vraag het een van hen.",
    claim_sealed="Bewering #{number} heeft een oordeel en ligt vast; heropen die eerst met `/claim reopen`.",
    claim_closed="Bewering #{number} is afgesloten; heropen die eerst met `/claim reopen`.",
    claim_not_sealed="Bewering #{number} staat nog open; er valt niets te heropenen.",
    already_closed="Bewering #{number} is al afgesloten; heropen die eerst als de reden anders moet.",
    already_taken="<@{member_id}> werkt al aan bewering #{number}; vraag om die over te dragen, "
    "of vraag een eindredacteur.",
    too_many_tags="Een bewering draagt hoogstens {limit} labels; haal er eerst een weg, met `-label`.",
    not_checkable="Bewering #{number} is een voorspelling of een mening en krijgt dus geen oordeel; "
    "klopt dat niet, wijzig dan de soort met `/claim edit`.",
    link_to_itself="Een bewering kan niet naar zichzelf verwijzen; kies een andere.",
    evidence_repeated="Bewering #{number} heeft precies dit bewijsstuk al, als E{evidence}; voeg toe wat "
    "er nieuw aan is.",
    evidence_not_active="E{evidence} is al ingetrokken of vervangen; alleen geldig bewijs kun je nog "
    "wijzigen.",
    source_itself="{name} kan niet op zichzelf steunen; noem de bron ervoor of laat dat deel weg.",
    chain_too_long="Een reeks telt hoogstens {hops} stappen en {sources} bronnen; "
    "voeg de rest als eigen bewijs toe.",
    chain_unclear="In {given} herken ik geen reeks bronnen; schrijf bijvoorbeeld "
    "`The New York Times > twee oud-functionarissen?, functionarissen?`.",
    source_exists="{name} is al de naam van een andere bron; kies een andere naam of voeg de twee samen.",
    source_merged_into_itself="{name} kan niet met zichzelf worden samengevoegd; kies een andere bron.",
    review_open="Bewering #{number} wordt al beoordeeld; stem op de beoordelingskaart.",
    review_over="De beoordeling van bewering #{number} is afgelopen; open een nieuwe met `/review open`.",
    not_in_review="Bewering #{number} wordt nu niet beoordeeld; open een beoordeling met `/review open`.",
    verdict_missing="Bewering #{number} kan nog niet {verdict} worden. Wat ontbreekt: {conditions}.",
    claim_moved="Bewering #{number} is gewijzigd sinds deze kaart werd getekend; "
    "lees die opnieuw en stem op de nieuwste kaart.",
    no_evidence="Bewering #{number} heeft geen geldig bewijs om te beoordelen; voeg het toe met "
    "`/evidence add`.",
    file_too_large="Het bestand {name} is groter dan {limit}; voeg een kleiner bestand toe of geef een link.",
    file_missing="Het bestand {name} kon niet bij Discord worden opgehaald; voeg het opnieuw toe.",
    value_out_of_range="{given} valt buiten het bereik; kies een getal van {low} tot en met {high}.",
    zone_unknown="{given} is geen tijdzone; geef er een zoals `Europe/Brussels`.",
    channel_unusable="In {channel} kan ik niets plaatsen; laat me het kanaal zien en er berichten sturen, "
    "of kies een ander.",
    nothing_typed="Van wat je opgaf bleef niets over; noem er minstens één, met komma’s tussen meerdere.",
    date_unclear="{given} herken ik niet als datum; schrijf die als `2026-03-01`.",
    something_broke="Er ging bij mij iets stuk; het staat in het logboek. Blijft het misgaan, meld dan "
    "aan wie mij beheert dat verwijzing `{reference}` mislukte.",
    only_in_servers="Dit werkt alleen op een server, want daar horen beweringen bij; probeer het daar.",
    you_typed="Dit typte je:",
    right_check="factcheckers",
    right_review="beoordelaars",
    right_lead="eindredacteurs",
    right_set_up="beheerders van de server",
    holds_role="wie de rol {role} heeft",
    manages_messages="wie het recht *Berichten beheren* heeft",
    manages_server="wie het recht *Server beheren* heeft",
    verdict_corroborated="bevestigd",
    verdict_denied="weerlegd",
)


def in_words(refusal: Refusal, words: "Words") -> str:
    """The sentence for a refusal, and after it what the person had typed, so that nothing is lost."""
    own = words.refusals
    sentence = str(getattr(own, refusal.key)).format(**_blanks(refusal, words))
    if not refusal.typed:
        return sentence
    return f"{sentence}\n{own.you_typed}\n{code_block(refusal.typed, TYPED_LENGTH)}"


def _blanks(refusal: Refusal, words: "Words") -> dict[str, object]:
    blanks = {name: _shown(value) for name, value in refusal.blanks.items()}
    match refusal:
        case RoleMissing():
            blanks.update(_whoever(refusal, words.refusals))
        case VerdictMissing():
            blanks.update(_verdict(refusal, words))
        case _:
            blanks["channel"] = f"<#{blanks.pop('channel_id', 0)}>"
    return blanks


def _shown(value: object) -> object:
    return quote(value, BLANK_LENGTH) if isinstance(value, str) else value


def _whoever(refusal: Refusal, own: RefusalWords) -> dict[str, object]:
    """Which people may, and how one recognises them here."""
    right, role = str(refusal.blanks["right"]), refusal.blanks.get("role_id")
    if role is not None:
        who = own.holds_role.format(role=f"<@&{role}>")
    else:
        who = own.manages_messages if right in ("check", "review") else own.manages_server
    return {"right": getattr(own, f"right_{right}"), "who": who}


def _verdict(refusal: Refusal, words: "Words") -> dict[str, object]:
    given = refusal.blanks["conditions"]
    unmet = [it for it in given if isinstance(it, Condition)] if isinstance(given, (tuple, list)) else []
    return {
        "verdict": getattr(words.refusals, f"verdict_{refusal.blanks['verdict']}"),
        "conditions": "; ".join(conditions.in_words(unmet, words.conditions)),
    }

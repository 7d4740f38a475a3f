"""What stands on cards, lists and pages, and the names of everything in the vocabulary."""

from dataclasses import dataclass

from bot.words._plural import Plural


@dataclass(frozen=True, kw_only=True)
class CardWords:
    """Names first (``kind_event`` and its like follow the vocabulary), then headings, lines and buttons."""

    state_unverified: str
    state_corroborated: str
    state_denied: str
    closed_withdrawn: str
    closed_duplicate: str
    closed_not_checkable: str
    kind_event: str
    kind_statement: str
    kind_intent: str
    kind_absence: str
    kind_forecast: str
    kind_opinion: str
    stance_supports: str
    stance_denies: str
    stance_queries: str
    stance_context: str
    priority_low: str
    priority_normal: str
    priority_high: str
    priority_urgent: str
    relation_part_of: str
    relation_contradicts: str
    relation_repeats: str
    relation_supersedes: str
    relation_back_part_of: str
    relation_back_contradicts: str
    relation_back_repeats: str
    relation_back_supersedes: str
    sourcekind_person: str
    sourcekind_group: str
    sourcekind_outlet: str
    sourcekind_organisation: str
    sourcekind_record: str
    naming_named: str
    naming_unnamed: str
    standing_active: str
    standing_retracted: str
    standing_superseded: str
    reliability_a: str
    reliability_b: str
    reliability_c: str
    reliability_d: str
    reliability_e: str
    reliability_f: str
    ballot_corroborated: str
    ballot_denied: str
    ballot_cannot_tell: str
    reasoncode_independent: str
    reasoncode_record: str
    reasoncode_refuted: str
    reasoncode_insufficient: str
    reasoncode_other: str
    outcome_corroborated: str
    outcome_denied: str
    outcome_split: str
    outcome_undecided: str
    outcome_withdrawn: str
    stalereason_new_evidence: str
    stalereason_retraction: str
    stalereason_newly_read: str
    stalereason_source_changed: str
    stalereason_contradiction: str
    stalereason_recheck_due: str

    heading: str
    said_by: str
    unnamed: str
    in_language: str
    translation: str
    in_review: str
    contested: str
    stale: str
    split: str
    overridden: str
    hidden_characters: str
    duplicate_of: str
    urgent_line: str
    mark_in_review: str
    mark_contested: str
    mark_stale: str
    evidence: str
    no_evidence: str
    according_to: str
    cited: str
    first_hand: str
    on_record: str
    party: str
    scope: str
    retracted_because: str
    and_more: Plural
    open_link: str
    needs_corroborated: str
    needs_denied: str
    reviewers_needed: Plural
    sealed: str
    article: str
    tags: str
    related: str
    seen_at: str
    context: str
    files: Plural
    submitted_by: str
    assigned_to: str

    add_evidence: str
    open_review: str
    take: str
    history: str
    previous: str
    next: str
    add_claim: str

    review_heading: str
    blind: str
    review_ended: str
    review_moved_on: str
    vote_line: str
    vote_not_counted: str
    a_reviewer: str
    vote_evidence: str

    list_heading: str
    list_empty: str
    page: str
    evidence_heading: str
    history_heading: str
    history_empty: str
    erased: str

    status_heading: str
    status_total: Plural
    status_flags: str
    status_oldest: str
    status_week: str
    status_empty: str

    source_heading: str
    source_reliability: str
    source_notes: str
    source_aliases: str
    source_overlaps: str
    source_party: str
    sources_heading: str
    sources_empty: str

    article_heading: str
    article_published: str
    article_claims: Plural
    article_no_claims: str

    provenance_heading: str

    help_heading: str
    help_anyone: str
    help_check: str
    help_review: str
    help_lead: str
    help_set_up: str
    help_you: str
    help_only_anyone: str
    right_check: str
    right_review: str
    right_lead: str
    right_set_up: str

    setup_heading: str
    setup_about: str
    setup_claims_channel: str
    setup_review_channel: str
    setup_digest_channel: str
    setup_log_channel: str
    setup_checker_role: str
    setup_reviewer_role: str
    setup_lead_role: str
    setup_language: str
    setup_quorum: str
    setup_origins: str
    setup_zone: str
    setup_zone_button: str
    setup_not_chosen: str
    setup_fine: str
    setup_missing: str
    permission_view_channel: str
    permission_send_messages: str
    language_en: str
    language_nl: str


ENGLISH = CardWords(
    state_unverified="Unverified",
    state_corroborated="Corroborated",
    state_denied="Denied",
    closed_withdrawn="Withdrawn",
    closed_duplicate="Duplicate",
    closed_not_checkable="Not checkable",
    kind_event="Event",
    kind_statement="Statement",
    kind_intent="Intent",
    kind_absence="Absence",
    kind_forecast="Forecast",
    kind_opinion="Opinion",
    stance_supports="Supports",
    stance_denies="Denies",
    stance_queries="Doubts",
    stance_context="Context",
    priority_low="Low",
    priority_normal="Normal",
    priority_high="High",
    priority_urgent="Urgent",
    relation_part_of="is part of",
    relation_contradicts="contradicts",
    relation_repeats="repeats",
    relation_supersedes="supersedes",
    relation_back_part_of="contains",
    relation_back_contradicts="is contradicted by",
    relation_back_repeats="is repeated by",
    relation_back_supersedes="is superseded by",
    sourcekind_person="Person",
    sourcekind_group="Group",
    sourcekind_outlet="Outlet",
    sourcekind_organisation="Organisation",
    sourcekind_record="Record",
    naming_named="Named",
    naming_unnamed="Unnamed",
    standing_active="Active",
    standing_retracted="Retracted",
    standing_superseded="Superseded",
    reliability_a="A · completely reliable",
    reliability_b="B · usually reliable",
    reliability_c="C · fairly reliable",
    reliability_d="D · not usually reliable",
    reliability_e="E · unreliable",
    reliability_f="F · cannot be judged",
    ballot_corroborated="Corroborated",
    ballot_denied="Denied",
    ballot_cannot_tell="Cannot tell",
    reasoncode_independent="Independent sources agree",
    reasoncode_record="Primary record",
    reasoncode_refuted="Refuted",
    reasoncode_insufficient="Insufficient evidence",
    reasoncode_other="Other",
    outcome_corroborated="corroborated",
    outcome_denied="denied",
    outcome_split="split: the reviewers disagreed",
    outcome_undecided="undecided",
    outcome_withdrawn="withdrawn",
    stalereason_new_evidence="new evidence came in after the verdict",
    stalereason_retraction="evidence was retracted after the verdict",
    stalereason_newly_read="a cited source was read after the verdict",
    stalereason_source_changed="one of its sources changed after the verdict",
    stalereason_contradiction="a claim that contradicts it was linked after the verdict",
    stalereason_recheck_due="its re-check is due",
    heading="#{number} · {state}",
    said_by="Said by {name}",
    unnamed="{name} (unnamed)",
    in_language="in {language}",
    translation="In {language}: {text}",
    in_review="In review",
    contested="Contested: an active denial stands",
    stale="Stale: {reason}",
    split="Split: the reviewers disagreed, so it is back in discussion",
    overridden="Overridden by a lead: {reason}",
    hidden_characters="The original text contains hidden characters",
    duplicate_of="Repeats #{number}",
    urgent_line="Priority: {priority}",
    mark_in_review="in review",
    mark_contested="contested",
    mark_stale="stale",
    evidence="Evidence",
    no_evidence="No evidence yet",
    according_to="according to {names}",
    cited="cited, not read",
    first_hand="first hand",
    on_record="on record",
    party="has a stake",
    scope="covers: {scope}",
    retracted_because="{standing}: {reason}",
    and_more=Plural(one="… and {count} more", other="… and {count} more"),
    open_link="open",
    needs_corroborated="To be corroborated it needs",
    needs_denied="To be denied it needs",
    reviewers_needed=Plural(one="{count} reviewer who agrees", other="{count} reviewers who agree"),
    sealed="Sealed; reopen it to change anything",
    article="From the article “{title}”",
    tags="Tags: {tags}",
    related="This claim {relation} #{number}: {text}",
    seen_at="Seen at {link}",
    context="Context: {text}",
    files=Plural(one="{count} file kept", other="{count} files kept"),
    submitted_by="Submitted by {person} {when}",
    assigned_to="Taken by {person}",
    add_evidence="Add evidence",
    open_review="Open review",
    take="Take",
    history="History",
    previous="Previous",
    next="Next",
    add_claim="Add claim from this article",
    review_heading="Review of #{number}",
    blind="Votes are blind: nobody sees any vote before the decision.",
    review_ended="The review has ended: {outcome}",
    review_moved_on="This review has ended. The claim is with a later review now.",
    vote_line="{person}: **{ballot}** · {reason}",
    vote_not_counted="did not count",
    a_reviewer="A reviewer",
    vote_evidence="relies on {evidence}",
    list_heading="Claims",
    list_empty="No claims match.",
    page="Page {page} of {pages}",
    evidence_heading="Evidence of #{number}",
    history_heading="History of #{number}",
    history_empty="Nothing has happened yet.",
    erased="(erased)",
    status_heading="Where things stand",
    status_total=Plural(one="{count} claim", other="{count} claims"),
    status_flags="🗳️ In review: **{in_review}**\n⚠️ Contested: **{contested}**\n🕰️ Stale: **{stale}**",
    status_oldest="Open longest: #{number} {text} · {when}",
    status_week="This week: {filed} filed, {decided} decided\n"
    "Last week: {filed_before} filed, {decided_before} decided",
    status_empty="No claims yet. `/claim add` files the first one.",
    source_heading="Source: {name}",
    source_reliability="Reliability: {reliability}",
    source_notes="Notes: {notes}",
    source_aliases="Also known as: {names}",
    source_overlaps="May be the same people as: {names}",
    source_party="Has a stake",
    sources_heading="Sources",
    sources_empty="No sources yet.",
    article_heading="Article {number}: {title}",
    article_published="Published {when}",
    article_claims=Plural(one="{count} claim taken from it", other="{count} claims taken from it"),
    article_no_claims="No claims taken from it yet",
    provenance_heading="Where #{number} comes from",
    help_heading="What you can do here",
    help_anyone="**Everyone**\n"
    "- `/claim add`, or *Track as claim* on a message: file a claim\n"
    "- `/claim show`, `list`, `history`, `provenance`: look at claims\n"
    "- `/evidence list`, `/source list`, `/article show`: look at what is behind them\n"
    "- `/status`: where things stand",
    help_check="**Checkers**\n"
    "- `/evidence add`, or *Add as evidence* on a message: add evidence\n"
    "- `/claim edit`, `tag`, `translate`, `link`: keep claims in order\n"
    "- `/review open`: ask the reviewers for a verdict\n"
    "- `/claim close`, `reopen`: close a claim, or take it up again",
    help_review="**Reviewers**\n"
    "- Vote with the buttons on a review card. Nobody sees a vote before the decision.\n"
    "- Your vote does not count on a claim that you submitted or added evidence to.",
    help_lead="**Leads**\n"
    "- `/claim override`: set a state, with a reason that stays on the card\n"
    "- `/source merge`: make two sources one\n"
    "- `/evidence retract`: take back anybody's evidence",
    help_set_up="**Whoever manages the server**\n- `/setup`: channels, roles, language, number of reviewers",
    help_you="Your roles here: {rights}.",
    help_only_anyone="You may file claims and look at everything.",
    right_check="checker",
    right_review="reviewer",
    right_lead="lead",
    right_set_up="server manager",
    setup_heading="Setting up",
    setup_about="Everything works without this. Choose where cards go and who may do what.",
    setup_claims_channel="Channel for claim cards",
    setup_review_channel="Channel for review cards",
    setup_digest_channel="Channel for the digest",
    setup_log_channel="Channel for the log",
    setup_checker_role="Role of the checkers",
    setup_reviewer_role="Role of the reviewers",
    setup_lead_role="Role of the leads",
    setup_language="Language of the cards",
    setup_quorum="Reviewers who must agree: {quorum}",
    setup_origins="Origins an event needs: {origins}",
    setup_zone="Time zone: {zone}",
    setup_zone_button="Change the time zone",
    setup_not_chosen="not chosen",
    setup_fine="I have every permission that I need.",
    setup_missing="In {channel} I still need: {permissions}",
    permission_view_channel="View Channel",
    permission_send_messages="Send Messages",
    language_en="English",
    language_nl="Dutch",
)

DUTCH = CardWords(
    state_unverified="Niet geverifieerd",
    state_corroborated="Bevestigd",
    state_denied="Weerlegd",
    closed_withdrawn="Ingetrokken",
    closed_duplicate="Dubbel",
    closed_not_checkable="Niet controleerbaar",
    kind_event="Gebeurtenis",
    kind_statement="Uitspraak",
    kind_intent="Bedoeling",
    kind_absence="Niet gebeurd",
    kind_forecast="Voorspelling",
    kind_opinion="Mening",
    stance_supports="Ondersteunt",
    stance_denies="Ontkent",
    stance_queries="Betwijfelt",
    stance_context="Context",
    priority_low="Laag",
    priority_normal="Normaal",
    priority_high="Hoog",
    priority_urgent="Dringend",
    relation_part_of="is een deel van",
    relation_contradicts="is in tegenspraak met",
    relation_repeats="herhaalt",
    relation_supersedes="vervangt",
    relation_back_part_of="omvat",
    relation_back_contradicts="wordt tegengesproken door",
    relation_back_repeats="wordt herhaald door",
    relation_back_supersedes="is vervangen door",
    sourcekind_person="Persoon",
    sourcekind_group="Groep",
    sourcekind_outlet="Medium",
    sourcekind_organisation="Organisatie",
    sourcekind_record="Document of opname",
    naming_named="Met naam",
    naming_unnamed="Anoniem",
    standing_active="Geldig",
    standing_retracted="Ingetrokken",
    standing_superseded="Vervangen",
    reliability_a="A · volkomen betrouwbaar",
    reliability_b="B · doorgaans betrouwbaar",
    reliability_c="C · tamelijk betrouwbaar",
    reliability_d="D · meestal niet betrouwbaar",
    reliability_e="E · onbetrouwbaar",
    reliability_f="F · niet te beoordelen",
    ballot_corroborated="Bevestigd",
    ballot_denied="Weerlegd",
    ballot_cannot_tell="Niet te zeggen",
    reasoncode_independent="Onafhankelijke bronnen stemmen overeen",
    reasoncode_record="Primaire bron",
    reasoncode_refuted="Weerlegd",
    reasoncode_insufficient="Onvoldoende bewijs",
    reasoncode_other="Iets anders",
    outcome_corroborated="bevestigd",
    outcome_denied="weerlegd",
    outcome_split="verdeeld: de beoordelaars waren het oneens",
    outcome_undecided="onbeslist",
    outcome_withdrawn="ingetrokken",
    stalereason_new_evidence="er kwam nieuw bewijs na het oordeel",
    stalereason_retraction="na het oordeel is bewijs ingetrokken",
    stalereason_newly_read="een aangehaalde bron is pas na het oordeel gelezen",
    stalereason_source_changed="een van de bronnen is na het oordeel gewijzigd",
    stalereason_contradiction="na het oordeel is een bewering gekoppeld die dit tegenspreekt",
    stalereason_recheck_due="het is tijd voor een nieuwe controle",
    heading="#{number} · {state}",
    said_by="Gezegd door {name}",
    unnamed="{name} (anoniem)",
    in_language="in het {language}",
    translation="In het {language}: {text}",
    in_review="Wordt beoordeeld",
    contested="Betwist: er staat een ontkenning tegenover",
    stale="Toe aan hercontrole: {reason}",
    split="Verdeeld: de beoordelaars waren het oneens, dus terug naar de bespreking",
    overridden="Bij besluit van een eindredacteur: {reason}",
    hidden_characters="De oorspronkelijke tekst bevat verborgen tekens",
    duplicate_of="Herhaalt #{number}",
    urgent_line="Prioriteit: {priority}",
    mark_in_review="wordt beoordeeld",
    mark_contested="betwist",
    mark_stale="toe aan hercontrole",
    evidence="Bewijs",
    no_evidence="Nog geen bewijs",
    according_to="volgens {names}",
    cited="aangehaald, niet gelezen",
    first_hand="uit de eerste hand",
    on_record="met naam en toenaam",
    party="belanghebbende",
    scope="betreft: {scope}",
    retracted_because="{standing}: {reason}",
    and_more=Plural(one="… en nog {count}", other="… en nog {count}", language="nl"),
    open_link="openen",
    needs_corroborated="Nog nodig om te bevestigen",
    needs_denied="Nog nodig om te weerleggen",
    reviewers_needed=Plural(
        one="{count} beoordelaar die het ermee eens is",
        other="{count} beoordelaars die het ermee eens zijn",
        language="nl",
    ),
    sealed="Ligt vast; heropen de bewering om iets te wijzigen",
    article="Uit het artikel ‘{title}’",
    tags="Labels: {tags}",
    related="Deze bewering {relation} #{number}: {text}",
    seen_at="Gezien op {link}",
    context="Context: {text}",
    files=Plural(one="{count} bestand bewaard", other="{count} bestanden bewaard", language="nl"),
    submitted_by="Ingediend door {person} {when}",
    assigned_to="In behandeling bij {person}",
    add_evidence="Bewijs toevoegen",
    open_review="Laten beoordelen",
    take="Op me nemen",
    history="Geschiedenis",
    previous="Vorige",
    next="Volgende",
    add_claim="Bewering uit dit artikel indienen",
    review_heading="Beoordeling van #{number}",
    blind="De stemming is blind: tot de beslissing ziet niemand een stem.",
    review_ended="De beoordeling is afgelopen: {outcome}",
    review_moved_on="Deze beoordeling is afgelopen. Intussen is er een nieuwe.",
    vote_line="{person}: **{ballot}** · {reason}",
    vote_not_counted="telde niet mee",
    a_reviewer="Een beoordelaar",
    vote_evidence="steunt op {evidence}",
    list_heading="Beweringen",
    list_empty="Geen bewering voldoet hieraan.",
    page="Pagina {page} van {pages}",
    evidence_heading="Bewijs bij #{number}",
    history_heading="Geschiedenis van #{number}",
    history_empty="Er is nog niets gebeurd.",
    erased="(gewist)",
    status_heading="De stand van zaken",
    status_total=Plural(one="{count} bewering", other="{count} beweringen", language="nl"),
    status_flags="🗳️ Wordt beoordeeld: **{in_review}**\n⚠️ Betwist: **{contested}**\n"
    "🕰️ Toe aan hercontrole: **{stale}**",
    status_oldest="Langst open: #{number} {text} · {when}",
    status_week="Deze week: {filed} ingediend, {decided} beslist\n"
    "Vorige week: {filed_before} ingediend, {decided_before} beslist",
    status_empty="Nog geen beweringen. Met `/claim add` dien je de eerste in.",
    source_heading="Bron: {name}",
    source_reliability="Betrouwbaarheid: {reliability}",
    source_notes="Notities: {notes}",
    source_aliases="Ook bekend als: {names}",
    source_overlaps="Misschien dezelfde mensen als: {names}",
    source_party="Belanghebbende",
    sources_heading="Bronnen",
    sources_empty="Nog geen bronnen.",
    article_heading="Artikel {number}: {title}",
    article_published="verschenen {when}",
    article_claims=Plural(
        one="{count} bewering uit dit artikel", other="{count} beweringen uit dit artikel", language="nl"
    ),
    article_no_claims="Nog geen beweringen uit dit artikel",
    provenance_heading="Waar #{number} vandaan komt",
    help_heading="Wat je hier kunt doen",
    help_anyone="**Iedereen**\n"
    "- `/claim add`, of *Track as claim* bij een bericht: een bewering indienen\n"
    "- `/claim show`, `list`, `history`, `provenance`: beweringen bekijken\n"
    "- `/evidence list`, `/source list`, `/article show`: bekijken wat erachter zit\n"
    "- `/status`: de stand van zaken\n"
    "- Staat je Discord in het Nederlands? Dan heten ze `/bewering`, `/bewijs`, `/bron`, `/artikel` en "
    "`/stand`.",
    help_check="**Factcheckers**\n"
    "- `/evidence add`, of *Add as evidence* bij een bericht: bewijs toevoegen\n"
    "- `/claim edit`, `tag`, `translate`, `link`: beweringen op orde houden\n"
    "- `/review open`: de beoordelaars om een oordeel vragen\n"
    "- `/claim close`, `reopen`: een bewering afsluiten of heropenen",
    help_review="**Beoordelaars**\n"
    "- Stem met de knoppen op een beoordelingskaart. Tot de beslissing ziet niemand een stem.\n"
    "- Je stem telt niet mee bij een bewering die je zelf indiende of waar je bewijs bij toevoegde.",
    help_lead="**Eindredacteurs**\n"
    "- `/claim override`: zelf de status bepalen, met een reden die op de kaart blijft\n"
    "- `/source merge`: van twee bronnen één maken\n"
    "- `/evidence retract`: ook bewijs van een ander intrekken",
    help_set_up="**Wie de server beheert**\n- `/setup`: kanalen, rollen, taal, aantal beoordelaars",
    help_you="Je bent hier {rights}.",
    help_only_anyone="Je mag beweringen indienen en alles bekijken.",
    right_check="factchecker",
    right_review="beoordelaar",
    right_lead="eindredacteur",
    right_set_up="serverbeheerder",
    setup_heading="Instellen",
    setup_about="Alles werkt ook zonder. Kies hier waar kaarten komen en wie wat mag.",
    setup_claims_channel="Kanaal voor beweringen",
    setup_review_channel="Kanaal voor beoordelingen",
    setup_digest_channel="Kanaal voor het overzicht",
    setup_log_channel="Kanaal voor het logboek",
    setup_checker_role="Rol van de factcheckers",
    setup_reviewer_role="Rol van de beoordelaars",
    setup_lead_role="Rol van de eindredacteurs",
    setup_language="Taal van de kaarten",
    setup_quorum="Beoordelaars die het eens moeten zijn: {quorum}",
    setup_origins="Oorspronkelijke bronnen voor een gebeurtenis: {origins}",
    setup_zone="Tijdzone: {zone}",
    setup_zone_button="Tijdzone wijzigen",
    setup_not_chosen="niet gekozen",
    setup_fine="Ik heb alle rechten die ik nodig heb.",
    setup_missing="In {channel} mis ik nog: {permissions}",
    permission_view_channel="Kanaal bekijken",
    permission_send_messages="Berichten versturen",
    language_en="Engels",
    language_nl="Nederlands",
)


def named(words: CardWords, member: object) -> str:
    """The name of a vocabulary's member: *Unverified* for ``State.UNVERIFIED``."""
    return str(getattr(words, f"{type(member).__name__.lower()}_{str(member).lower()}"))

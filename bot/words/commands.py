"""Names and descriptions of commands, options and choices, by key.

``claim add`` is a command's name and ``claim add.about`` its description; ``option.kind`` and
``option.kind.about`` an option's; ``claim translate.text`` describes an option of one command alone;
``choice.kind.event`` is a choice's name. Discord wants names in lower case with at most 32 characters,
and descriptions and choices with at most 100.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Spoken(NamedTuple):
    english: str
    dutch: str


SPOKEN: Mapping[str, Spoken] = {
    # Commands
    "ping": Spoken("ping", "ping"),
    "ping.about": Spoken("Whether I am here", "Of ik er ben"),
    "claim": Spoken("claim", "bewering"),
    "claim.about": Spoken("Checkable statements", "Controleerbare uitspraken"),
    "claim add": Spoken("add", "indienen"),
    "claim add.about": Spoken(
        "File a claim; without a text it opens a form",
        "Dien een bewering in; zonder tekst opent een formulier",
    ),
    "claim show": Spoken("show", "tonen"),
    "claim show.about": Spoken(
        "Show a claim's card to you alone", "Toon de kaart van een bewering, alleen aan jou"
    ),
    "claim list": Spoken("list", "lijst"),
    "claim list.about": Spoken("Claims, ten a page", "Beweringen, tien per pagina"),
    "claim edit": Spoken("edit", "wijzigen"),
    "claim edit.about": Spoken(
        "Change a claim's text in a form", "Wijzig de tekst van een bewering in een formulier"
    ),
    "claim translate": Spoken("translate", "vertalen"),
    "claim translate.about": Spoken(
        "Put a translation beside the original", "Zet een vertaling naast het origineel"
    ),
    "claim translate.text": Spoken("The whole claim in that language", "De hele bewering in die taal"),
    "claim tag": Spoken("tag", "labelen"),
    "claim tag.about": Spoken("Add tags, or remove them with -tag", "Geef labels, of haal ze weg met -label"),
    "claim assign": Spoken("assign", "toewijzen"),
    "claim assign.about": Spoken(
        "Give a claim to somebody, or take it", "Wijs een bewering toe, of neem die zelf op je"
    ),
    "claim link": Spoken("link", "koppelen"),
    "claim link.about": Spoken(
        "Say how one claim relates to another", "Zeg hoe een bewering met een andere samenhangt"
    ),
    "claim close": Spoken("close", "afsluiten"),
    "claim close.about": Spoken("Close a claim without a verdict", "Sluit een bewering af zonder oordeel"),
    "claim reopen": Spoken("reopen", "heropenen"),
    "claim reopen.about": Spoken(
        "Unseal a claim, with a reason", "Maak een bewering weer open, met een reden"
    ),
    "claim override": Spoken("override", "besluiten"),
    "claim override.about": Spoken(
        "Set a claim's state yourself; the card says so for good",
        "Bepaal zelf de status; dat blijft op de kaart te zien",
    ),
    "claim history": Spoken("history", "geschiedenis"),
    "claim history.about": Spoken("All that happened to a claim", "Alles wat er met een bewering gebeurde"),
    "claim provenance": Spoken("provenance", "herkomst"),
    "claim provenance.about": Spoken("A picture of who relies on whom", "Een tekening van wie op wie steunt"),
    "track": Spoken("Track as claim", "Als bewering indienen"),
    "evidence": Spoken("evidence", "bewijs"),
    "evidence.about": Spoken("What sources say about claims", "Wat bronnen over beweringen zeggen"),
    "evidence add": Spoken("add", "toevoegen"),
    "evidence add.about": Spoken(
        "Add what a source says about a claim", "Voeg toe wat een bron over een bewering zegt"
    ),
    "evidence list": Spoken("list", "lijst"),
    "evidence list.about": Spoken(
        "A claim's evidence, by stance", "Het bewijs bij een bewering, per standpunt"
    ),
    "evidence retract": Spoken("retract", "intrekken"),
    "evidence retract.about": Spoken(
        "Take evidence back, with a reason", "Trek een bewijsstuk in, met een reden"
    ),
    "evidence read": Spoken("read", "gelezen"),
    "evidence read.about": Spoken(
        "A source that was only cited has now been read", "Een bron die alleen was aangehaald is nu gelezen"
    ),
    "attach": Spoken("Add as evidence", "Als bewijs toevoegen"),
    "source": Spoken("source", "bron"),
    "source.about": Spoken("Who asserts things", "Wie dingen beweert"),
    "source add": Spoken("add", "toevoegen"),
    "source add.about": Spoken("Add a source, or complete one", "Voeg een bron toe, of vul er een aan"),
    "source show": Spoken("show", "tonen"),
    "source show.about": Spoken("What is known of a source", "Wat er over een bron bekend is"),
    "source list": Spoken("list", "lijst"),
    "source list.about": Spoken("The register of sources", "Het register van bronnen"),
    "source rate": Spoken("rate", "beoordelen"),
    "source rate.about": Spoken("Say how reliable a source is", "Zeg hoe betrouwbaar een bron is"),
    "source merge": Spoken("merge", "samenvoegen"),
    "source merge.about": Spoken("Make two sources one", "Maak van twee bronnen één"),
    "article": Spoken("article", "artikel"),
    "article.about": Spoken("Documents that claims are taken from", "Stukken waar beweringen uit komen"),
    "article add": Spoken("add", "toevoegen"),
    "article add.about": Spoken(
        "File an article to take claims from", "Voeg een artikel toe om beweringen uit te halen"
    ),
    "article show": Spoken("show", "tonen"),
    "article show.about": Spoken("An article and its claims", "Een artikel en de beweringen eruit"),
    "review": Spoken("review", "beoordeling"),
    "review.about": Spoken("Blind votes on a claim", "Blind stemmen over een bewering"),
    "review open": Spoken("open", "openen"),
    "review open.about": Spoken("Ask the reviewers for a verdict", "Vraag de beoordelaars om een oordeel"),
    "review queue": Spoken("queue", "wachtrij"),
    "review queue.about": Spoken("What waits for a verdict", "Wat op een oordeel wacht"),
    "review withdraw": Spoken("withdraw", "intrekken"),
    "review withdraw.about": Spoken(
        "End a review without a verdict", "Beëindig een beoordeling zonder oordeel"
    ),
    "status": Spoken("status", "stand"),
    "status.about": Spoken("Where things stand, in figures", "De stand van zaken in cijfers"),
    "setup": Spoken("setup", "instellen"),
    "setup.about": Spoken("Channels, roles and language", "Kanalen, rollen en taal"),
    "help": Spoken("help", "hulp"),
    "help.about": Spoken("What you can do here", "Wat je hier kunt doen"),
    # Options
    "option.claim": Spoken("claim", "bewering"),
    "option.claim.about": Spoken("Its number, such as 42", "Het nummer, zoals 42"),
    "option.text": Spoken("text", "tekst"),
    "option.text.about": Spoken(
        "What is claimed, as it was said", "Wat er beweerd wordt, zoals het gezegd is"
    ),
    "option.kind": Spoken("kind", "soort"),
    "option.kind.about": Spoken("What sort it is", "Wat voor soort het is"),
    "option.said_by": Spoken("said_by", "gezegd_door"),
    "option.said_by.about": Spoken(
        "Who says so; end with ? if unnamed", "Wie het zegt; met ? erachter als die anoniem is"
    ),
    "option.link": Spoken("link", "link"),
    "option.link.about": Spoken("A web address, with https://", "Een webadres, met https://"),
    "option.language": Spoken("language", "taal"),
    "option.language.about": Spoken("A code such as nl or en", "Een code zoals nl of en"),
    "option.priority": Spoken("priority", "prioriteit"),
    "option.priority.about": Spoken("How soon it is needed", "Hoe snel het nodig is"),
    "option.article": Spoken("article", "artikel"),
    "option.article.about": Spoken("The article it is taken from", "Het artikel waar het uit komt"),
    "option.file": Spoken("file", "bestand"),
    "option.file.about": Spoken("A file to keep a copy of", "Een bestand om een kopie van te bewaren"),
    "option.context": Spoken("context", "context"),
    "option.context.about": Spoken(
        "Where it was seen, and what was around it", "Waar het stond, en wat eromheen stond"
    ),
    "option.state": Spoken("state", "status"),
    "option.state.about": Spoken("Where the claim stands", "Hoe het met de bewering staat"),
    "option.tag": Spoken("tag", "label"),
    "option.tag.about": Spoken("Only with this tag", "Alleen met dit label"),
    "option.tags": Spoken("tags", "labels"),
    "option.tags.about": Spoken(
        "With commas between; -tag removes one", "Met komma’s ertussen; -label haalt er een weg"
    ),
    "option.mine": Spoken("mine", "van_mij"),
    "option.mine.about": Spoken("Only what you submitted or took", "Alleen wat je indiende of op je nam"),
    "option.contested": Spoken("contested", "betwist"),
    "option.contested.about": Spoken("Only what is contested", "Alleen wat betwist is"),
    "option.stale": Spoken("stale", "hercontrole"),
    "option.stale.about": Spoken("Only what needs another check", "Alleen wat toe is aan hercontrole"),
    "option.member": Spoken("member", "lid"),
    "option.member.about": Spoken("Who; left out, it is you", "Wie; leeg gelaten ben je het zelf"),
    "option.relation": Spoken("relation", "verband"),
    "option.relation.about": Spoken(
        "How the first relates to the second", "Hoe de eerste met de tweede samenhangt"
    ),
    "option.other": Spoken("other", "andere"),
    "option.other.about": Spoken("The other claim's number", "Het nummer van de andere bewering"),
    "option.reason": Spoken("reason", "reden"),
    "option.reason.about": Spoken("Why; it is kept in the history", "Waarom; dat blijft in de geschiedenis"),
    "option.note": Spoken("note", "toelichting"),
    "option.note.about": Spoken("More about it, for the history", "Meer erover, voor de geschiedenis"),
    "option.page": Spoken("page", "pagina"),
    "option.page.about": Spoken("Which page", "Welke pagina"),
    "option.stance": Spoken("stance", "standpunt"),
    "option.stance.about": Spoken("What the source does with the claim", "Wat de bron met de bewering doet"),
    "option.source": Spoken("source", "bron"),
    "option.source.about": Spoken(
        "Who says it; a new name is added", "Wie het zegt; een nieuwe naam komt erbij"
    ),
    "option.according_to": Spoken("according_to", "volgens"),
    "option.according_to.about": Spoken(
        "On whom it relies: > next one up, a comma beside it, ? unnamed",
        "Op wie die steunt: > voor de volgende erboven, komma voor ernaast, ? voor anoniem",
    ),
    "option.quote": Spoken("quote", "citaat"),
    "option.quote.about": Spoken("What it says, word for word", "Wat er staat, woord voor woord"),
    "option.first_hand": Spoken("first_hand", "eerste_hand"),
    "option.first_hand.about": Spoken("The source recorded it itself", "De bron legde het zelf vast"),
    "option.on_record": Spoken("on_record", "met_naam"),
    "option.on_record.about": Spoken("Said under a name", "Met naam en toenaam gezegd"),
    "option.party": Spoken("party", "belang"),
    "option.party.about": Spoken("The source has a stake in it", "De bron heeft er belang bij"),
    "option.only_cited": Spoken("only_cited", "alleen_aangehaald"),
    "option.only_cited.about": Spoken("We know it only through others", "We kennen het alleen via anderen"),
    "option.scope": Spoken("scope", "reikwijdte"),
    "option.scope.about": Spoken("What a denial covers", "Wat een ontkenning precies ontkent"),
    "option.evidence": Spoken("evidence", "bewijsstuk"),
    "option.evidence.about": Spoken("Its number, such as E12", "Het nummer, zoals E12"),
    "option.name": Spoken("name", "naam"),
    "option.name.about": Spoken(
        "The source's name, or another it goes by", "De naam van de bron, of een andere naam ervoor"
    ),
    "option.naming": Spoken("naming", "naamgeving"),
    "option.naming.about": Spoken("Whether it is known by name", "Of de bron met naam bekend is"),
    "option.reliability": Spoken("reliability", "betrouwbaarheid"),
    "option.reliability.about": Spoken(
        "From A to E; F cannot be judged", "Van A tot E; F is niet te beoordelen"
    ),
    "option.notes": Spoken("notes", "notities"),
    "option.notes.about": Spoken("What colleagues should know", "Wat collega’s moeten weten"),
    "option.alias": Spoken("alias", "alias"),
    "option.alias.about": Spoken("Another name it goes by", "Een andere naam ervoor"),
    "option.overlaps": Spoken("overlaps", "overlapt"),
    "option.overlaps.about": Spoken(
        "An unnamed source that may be the same people",
        "Een anonieme bron die uit dezelfde mensen kan bestaan",
    ),
    "option.into": Spoken("into", "in"),
    "option.into.about": Spoken("The one that stays", "De bron die blijft"),
    "option.title": Spoken("title", "titel"),
    "option.title.about": Spoken("What the article is called", "Hoe het artikel heet"),
    "option.publisher": Spoken("publisher", "uitgever"),
    "option.publisher.about": Spoken("The outlet that published it", "Het medium dat het publiceerde"),
    "option.published": Spoken("published", "verschenen"),
    "option.published.about": Spoken("When, such as 2026-03-01", "Wanneer, zoals 2026-03-01"),
    # Choices
    "choice.kind.event": Spoken("event: it happened, it is so", "gebeurtenis: het is gebeurd, het is zo"),
    "choice.kind.statement": Spoken("statement: somebody said it", "uitspraak: iemand heeft het gezegd"),
    "choice.kind.intent": Spoken("intent: what somebody truly wants", "bedoeling: wat iemand werkelijk wil"),
    "choice.kind.absence": Spoken("absence: it never happened", "niet gebeurd: het is nooit voorgevallen"),
    "choice.kind.forecast": Spoken("forecast: it will happen", "voorspelling: het gaat gebeuren"),
    "choice.kind.opinion": Spoken("opinion: a judgement", "mening: een oordeel"),
    "choice.state.unverified": Spoken("unverified", "niet geverifieerd"),
    "choice.state.corroborated": Spoken("corroborated", "bevestigd"),
    "choice.state.denied": Spoken("denied", "weerlegd"),
    "choice.closed.withdrawn": Spoken("withdrawn", "ingetrokken"),
    "choice.closed.duplicate": Spoken("duplicate", "dubbel"),
    "choice.closed.not_checkable": Spoken("not checkable", "niet controleerbaar"),
    "choice.priority.low": Spoken("low", "laag"),
    "choice.priority.normal": Spoken("normal", "normaal"),
    "choice.priority.high": Spoken("high", "hoog"),
    "choice.priority.urgent": Spoken("urgent", "dringend"),
    "choice.relation.part_of": Spoken("is part of", "is een deel van"),
    "choice.relation.contradicts": Spoken("contradicts", "is in tegenspraak met"),
    "choice.relation.repeats": Spoken("repeats", "herhaalt"),
    "choice.relation.supersedes": Spoken("supersedes", "vervangt"),
    "choice.stance.supports": Spoken("supports it", "ondersteunt de bewering"),
    "choice.stance.denies": Spoken("denies it", "ontkent de bewering"),
    "choice.stance.queries": Spoken("doubts it", "betwijfelt de bewering"),
    "choice.stance.context": Spoken("gives context", "geeft context"),
    "choice.sourcekind.person": Spoken("person", "persoon"),
    "choice.sourcekind.group": Spoken("group", "groep"),
    "choice.sourcekind.outlet": Spoken("outlet", "medium"),
    "choice.sourcekind.organisation": Spoken("organisation", "organisatie"),
    "choice.sourcekind.record": Spoken("record", "document of opname"),
    "choice.naming.named": Spoken("named", "met naam"),
    "choice.naming.unnamed": Spoken("unnamed", "anoniem"),
    "choice.reliability.A": Spoken("A · completely reliable", "A · volkomen betrouwbaar"),
    "choice.reliability.B": Spoken("B · usually reliable", "B · doorgaans betrouwbaar"),
    "choice.reliability.C": Spoken("C · fairly reliable", "C · tamelijk betrouwbaar"),
    "choice.reliability.D": Spoken("D · not usually reliable", "D · meestal niet betrouwbaar"),
    "choice.reliability.E": Spoken("E · unreliable", "E · onbetrouwbaar"),
    "choice.reliability.F": Spoken("F · cannot be judged", "F · niet te beoordelen"),
}

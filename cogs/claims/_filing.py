"""Filing a claim: by command, by form, or from somebody's message."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.claims import NewClaim
from cogs._asking import ArticleNumber, SourceName, choices_of, described, said, words_of
from cogs._outbound import show_form
from cogs.claims._forms import ClaimForm, draft_of, file_claim
from storage.vocabulary import Kind, Priority


class Filing(commands.Cog):
    @app_commands.command(name=said("claim add"), description=said("claim add.about"))
    @described("text", "kind", "said_by", "link", "language", "priority", "article", "file")
    @app_commands.choices(kind=choices_of(Kind), priority=choices_of(Priority))
    async def add(
        self,
        interaction: discord.Interaction,
        text: str = "",
        kind: Kind | None = None,
        said_by: app_commands.Transform[str, SourceName] | None = None,
        link: str | None = None,
        language: str | None = None,
        priority: Priority = Priority.NORMAL,
        article: app_commands.Transform[int, ArticleNumber] | None = None,
        file: discord.Attachment | None = None,
    ) -> None:
        draft = NewClaim(
            text=text,
            kind=kind,
            said_by=said_by,
            link=link,
            language=language,
            priority=priority,
            article=article,
        )
        attachments = () if file is None else (file,)
        if not draft.text:
            await show_form(interaction, ClaimForm(words_of(interaction), draft, attachments))
            return
        await interaction.response.defer(ephemeral=True)
        await file_claim(interaction, draft, attachments)

    async def track(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """The message menu's entry: the form, filled from the message."""
        form = ClaimForm(words_of(interaction), draft_of(message), message.attachments)
        await show_form(interaction, form)

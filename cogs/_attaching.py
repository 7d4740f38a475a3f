"""Copies of attached files, made at intake, because Discord's links to them expire."""

from collections.abc import Sequence

import discord

from bot import files
from bot.client import Corrobot
from bot.files import SIZE_LIMIT, StoredFile, shown_name
from bot.refusals import FileMissing, FileTooLarge


async def copied(bot: Corrobot, attachments: Sequence[discord.Attachment]) -> tuple[StoredFile, ...]:
    """Fetch each file and put it on disk, durably, before anybody is told that it is kept.

    Raises:
        FileTooLarge: it is over the limit; it is not fetched.
        FileMissing: Discord no longer has it, or does not answer.
    """
    return tuple([await _copy(bot, attachment) for attachment in attachments])


async def _copy(bot: Corrobot, attachment: discord.Attachment) -> StoredFile:
    name = attachment.filename
    if attachment.size > SIZE_LIMIT:
        raise FileTooLarge(name=shown_name(name), limit=f"{SIZE_LIMIT // 1024**2} MiB")
    try:
        content = await attachment.read()
    except discord.HTTPException:
        raise FileMissing(name=shown_name(name)) from None
    return await files.keep(bot.data_dir, name, content, attachment.content_type)

"""Checkable statements: filing, finding, changing and closing them."""

from bot.claims._acts import close, edit, link, override, reopen, tag, take, translate
from bot.claims._due import recheck_due
from bot.claims._facts import get, load, pieces
from bot.claims._filing import CONTEXT_LIMIT, TEXT_LIMIT, Added, NewClaim, add
from bot.claims._finding import HistoryPage, Page, history, numbers, page, suggest

__all__ = [
    "CONTEXT_LIMIT",
    "TEXT_LIMIT",
    "Added",
    "HistoryPage",
    "NewClaim",
    "Page",
    "add",
    "close",
    "edit",
    "get",
    "history",
    "link",
    "load",
    "numbers",
    "override",
    "page",
    "pieces",
    "recheck_due",
    "reopen",
    "suggest",
    "tag",
    "take",
    "translate",
]

"""Drawings: pure functions from facts and words to a fresh view.

The same facts draw the same card after a restart. Buttons here are plain: their custom ids say which,
and the durable classes in the cogs do the rest.
"""

from cogs._drawing._articles import article_card
from cogs._drawing._claims import claim_card
from cogs._drawing._evidence import evidence_list
from cogs._drawing._guides import help_page
from cogs._drawing._pages import claim_list, history_page
from cogs._drawing._provenance import provenance_picture
from cogs._drawing._reviews import review_card
from cogs._drawing._setup import setup_page
from cogs._drawing._sheet import claim_label, language_name, source_name
from cogs._drawing._sources import source_card, source_list, told
from cogs._drawing._status import status_summary

__all__ = [
    "article_card",
    "claim_card",
    "claim_label",
    "claim_list",
    "evidence_list",
    "help_page",
    "history_page",
    "language_name",
    "provenance_picture",
    "review_card",
    "setup_page",
    "source_card",
    "source_list",
    "source_name",
    "status_summary",
    "told",
]

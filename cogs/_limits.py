"""Discord's limits, each written down once; discord.py checks few of them itself."""

CONTENT = 2000
"""Characters in the plain text of a message."""

CARD_TEXT = 4000
"""Characters in all the text of one Components V2 message together."""

CARD_PARTS = 40
"""Components in one Components V2 message, nested ones included."""

CUSTOM_ID = 100
BUTTON_LABEL = 80
ROW_BUTTONS = 5
CHOICES = 25
CHOICE_NAME = 100
SELECT_OPTIONS = 25
SELECT_LABEL = 100
MODAL_TITLE = 45
LABEL_TEXT = 45
LABEL_DESCRIPTION = 100
INPUT_TEXT = 4000
FILES = 10
ALT_TEXT = 1024

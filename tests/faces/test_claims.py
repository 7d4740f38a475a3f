"""What people see of claims: filing, looking, changing, closing."""

import hashlib

import discord

from bot import files
from tests.world import Answer, Human, World, buttons_of, text_of, texts

TEXT = "The bridge was closed on Monday."
SHOWN = "The bridge was closed on Monday."


async def filed(by: Human, text: str = TEXT, **options: object) -> Answer:
    return await by.slash("claim add", text=text, **options)


async def test_a_claim_is_filed_and_everybody_gets_its_card(world: World) -> None:
    answer = await filed(world.server.submitter, kind="event")
    card = world.server.card(1)
    assert answer.ephemeral
    assert f"https://discord.com/channels/{world.server.id}/{card.channel.id}/{card.id}" in answer.text
    assert SHOWN in text_of(card)
    assert "claim:1:take" in buttons_of(card)


async def test_the_answer_says_which_source_is_new(world: World) -> None:
    first = await filed(world.server.submitter, said_by="The mayor")
    second = await filed(world.server.submitter, "It will stay closed.", said_by="the MAYOR")
    assert "The mayor" in first.text
    assert "mayor" not in second.text.lower()


async def test_an_exact_repeat_is_told_and_linked_instead_of_filed(world: World) -> None:
    await filed(world.server.submitter)
    answer = await filed(world.server.checker, "  the bridge WAS closed\non Monday. ")
    assert "#1" in answer.text
    assert f"/{world.server.card(1).id}" in answer.text
    assert len(world.server.cards()) == 1


async def test_without_a_text_a_form_opens_with_what_was_given(world: World) -> None:
    sara = world.server.submitter
    opened = await sara.slash("claim add", kind="statement", said_by="The mayor")
    assert set(opened.fields) == {"text", "kind", "said_by", "link", "context"}
    assert opened.fields["said_by"]["value"] == "The mayor"
    answer = await sara.submit(
        opened,
        text=TEXT,
        kind="statement",
        said_by="The mayor",
        link="https://a.example/1",
        context="On air.",
    )
    assert "#1" in answer.text
    card = text_of(world.server.card(1))
    assert SHOWN in card
    assert "The mayor" in card
    assert "On air" in card


async def test_two_people_fill_the_form_at_once_and_both_claims_are_filed(world: World) -> None:
    sara, karim = world.server.submitter, world.server.checker
    hers, his = await sara.slash("claim add"), await karim.slash("claim add")
    await karim.submit(his, text="His.", kind="event")
    await sara.submit(hers, text="Hers.", kind="event")
    assert "His" in text_of(world.server.card(1))
    assert "Hers" in text_of(world.server.card(2))


async def test_a_form_that_is_refused_gives_back_what_was_typed(world: World) -> None:
    sara = world.server.submitter
    opened = await sara.slash("claim add")
    answer = await sara.submit(opened, text=TEXT, link="no link at all", kind="event", context="Heard it.")
    assert "no link at all" in answer.text
    assert TEXT in answer.text
    assert "Heard it." in answer.text
    assert len(answer.messages) == 1
    assert world.server.cards() == []


async def test_a_command_that_is_refused_gives_back_what_was_typed(world: World) -> None:
    answer = await filed(world.server.submitter, link="no link at all", said_by="The mayor")
    assert "no link at all" in answer.text
    assert f"{TEXT}\nThe mayor\nno link at all" in answer.text
    assert len(answer.messages) == 1
    by_article = await filed(world.server.submitter, article="zz")
    assert TEXT in by_article.text


async def test_what_the_sentence_shows_already_is_not_given_back_again(world: World) -> None:
    answer = await world.server.checker.slash("source show", name="Nobody's Paper")
    assert answer.text.count("Nobody's Paper") == 1
    assert "You typed" not in answer.text


async def test_a_text_that_is_too_long_is_refused_with_the_limit(world: World) -> None:
    answer = await filed(world.server.submitter, "long " * 250)
    assert "1000" in answer.text
    assert world.server.cards() == []


async def test_a_form_fills_itself_from_a_message_and_keeps_its_file(world: World) -> None:
    message = await world.server.outsider.says(TEXT, files=[("photo.png", b"bytes of a photo")])
    opened = await world.server.submitter.menu("Track as claim", message)
    assert opened.fields["text"]["value"] == TEXT
    assert opened.fields["link"]["value"] == message.jump_url
    answer = await world.server.submitter.submit(opened, text=TEXT, kind="event", link=message.jump_url)
    assert "1 file" in answer.text
    kept = files.path_of(world.settings.data_dir, hashlib.sha256(b"bytes of a photo").hexdigest())
    assert kept.read_bytes() == b"bytes of a photo"
    assert "1 file" in text_of(world.server.card(1))


async def test_a_file_is_kept_from_the_command_too(world: World) -> None:
    answer = await filed(world.server.submitter, file=("notes.txt", b"what the mayor said"))
    assert "1 file" in answer.text
    kept = files.path_of(world.settings.data_dir, hashlib.sha256(b"what the mayor said").hexdigest())
    assert kept.read_bytes() == b"what the mayor said"


async def test_a_file_over_the_limit_is_refused_and_the_text_given_back(world: World) -> None:
    message = await world.server.outsider.says(TEXT, files=[("film.mp4", bytes(files.SIZE_LIMIT + 1))])
    opened = await world.server.submitter.menu("Track as claim", message)
    answer = await world.server.submitter.submit(opened, text=TEXT, kind="event")
    assert "film" in answer.text
    assert "10" in answer.text
    assert TEXT in answer.text
    assert world.server.cards() == [message]


async def test_a_claim_whose_card_cannot_be_posted_is_filed_all_the_same(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    answer = await filed(world.server.submitter)
    assert "/setup" in answer.text
    shown = await world.server.submitter.slash("claim show", claim="1")
    assert SHOWN in shown.text


async def test_a_message_too_long_for_a_claim_goes_whole_into_the_context(world: World) -> None:
    message = await world.server.outsider.says("word " * 250)
    opened = await world.server.submitter.menu("Track as claim", message)
    assert len(opened.fields["text"]["value"]) <= 1000
    assert len(opened.fields["context"]["value"]) > 1000


async def test_a_claim_is_shown_to_whoever_asks_and_to_nobody_else(world: World) -> None:
    await filed(world.server.submitter)
    for typed in ("1", "#1", "#1 The bridge"):
        answer = await world.server.outsider.slash("claim show", claim=typed)
        assert answer.ephemeral
        assert SHOWN in answer.text


async def test_another_servers_claim_answers_as_an_unknown_one(world: World) -> None:
    elsewhere = world.another_server()
    await filed(world.server.submitter)
    theirs = await elsewhere.lead.slash("claim show", claim="1")
    unknown = await world.server.lead.slash("claim show", claim="99")
    nonsense = await world.server.lead.slash("claim show", claim="the bridge")
    assert theirs.text == unknown.text.replace("99", "1")
    assert "the bridge" in nonsense.text
    assert await elsewhere.lead.typing("claim show", "claim", "bridge") == []


async def test_claims_are_suggested_by_number_and_by_words(world: World) -> None:
    sara = world.server.submitter
    await filed(sara)
    await filed(sara, "Something else entirely, " + "and at length " * 20)
    assert await sara.typing("claim show", "claim", "bridge") == [f"#1 {TEXT}"]
    [long] = await sara.typing("claim show", "claim", "#2")
    assert len(long) <= 100
    assert await sara.typing("claim link", "other", "bridge", claim="2", relation="repeats") == [f"#1 {TEXT}"]


async def test_a_list_is_filtered_and_its_pages_turn_also_after_a_restart(world: World) -> None:
    sara, karim = world.server.submitter, world.server.checker
    for number in range(1, 13):
        await filed(sara, f"Claim that is number {number}.", kind="event")
    await filed(karim, "A claim by Karim.", kind="absence")
    page = await sara.slash("claim list", kind="event", mine=True)
    assert "by Karim" not in page.text
    assert "#12" in page.text
    assert "#2**" not in page.text
    await world.restart()
    turned = await sara.press(page.message, "claims:2::event:m:")
    assert turned.acknowledged
    shown = "\n".join(texts(page.message))
    assert "#2**" in shown
    assert "#12" not in shown


async def test_a_list_with_nothing_in_it_says_so(world: World) -> None:
    answer = await world.server.outsider.slash("claim list", tag="war", state="denied", stale=True)
    assert "No claims" in answer.text


async def test_an_edit_opens_filled_and_changes_the_card(world: World) -> None:
    await filed(world.server.submitter, said_by="The mayor")
    opened = await world.server.submitter.slash("claim edit", claim="1")
    assert opened.fields["text"]["value"] == TEXT
    assert opened.fields["said_by"]["value"] == "The mayor"
    answer = await world.server.submitter.submit(opened, text="It was open.", kind="event", said_by="")
    assert "#1" in answer.text
    card = text_of(world.server.card(1))
    assert "It was open" in card
    assert "mayor" not in card


async def test_a_language_that_was_detected_wrongly_is_corrected(world: World) -> None:
    sara = world.server.submitter
    await filed(sara, "De brug is dicht.", language="de")
    opened = await sara.slash("claim edit", claim="1")
    assert opened.fields["language"]["value"] == "de"
    refused = await sara.submit(opened, text="De brug is dicht.", kind="event", language="Klingonese")
    assert "Klingonese" in refused.text
    again = await sara.slash("claim edit", claim="1")
    await sara.submit(again, text="De brug is dicht.", kind="event", language="nl")
    assert "in Dutch" in text_of(world.server.card(1))
    kept = await sara.slash("claim edit", claim="1")
    await sara.submit(kept, text="De brug is dicht.", kind="event", language="")
    assert "in Dutch" in text_of(world.server.card(1))


async def test_somebody_elses_claim_cannot_be_edited_and_nothing_typed_is_lost(world: World) -> None:
    await filed(world.server.submitter)
    opened = await world.server.outsider.slash("claim edit", claim="1")
    answer = await world.server.outsider.submit(opened, text="Mine now.", kind="event")
    assert "Mine now." in answer.text
    assert SHOWN in text_of(world.server.card(1))


async def test_a_checker_translates_tags_and_links(world: World) -> None:
    karim = world.server.checker
    await filed(karim)
    await filed(karim, "It was closed for repairs.")
    translated = await karim.slash("claim translate", claim="1", language="nl", text="De brug was dicht.")
    tagged = await karim.slash("claim tag", claim="1", tags="bridges, *traffic*")
    untagged = await karim.slash("claim tag", claim="1", tags="-bridges, -*traffic*")
    linked = await karim.slash("claim link", claim="2", relation="part_of", other="1")
    assert "Dutch" in translated.text
    assert "bridges" in tagged.text
    assert r"\*traffic\*" in tagged.text
    assert "no tags" in untagged.text
    assert "#2 is part of claim #1" in linked.text
    assert "It was closed for repairs" in text_of(world.server.card(1))


async def test_who_is_no_checker_is_told_who_may(world: World) -> None:
    await filed(world.server.submitter)
    answer = await world.server.outsider.slash("claim translate", claim="1", language="nl", text="De brug.")
    assert "checkers" in answer.text
    assert "De brug." in answer.text
    assert len(answer.messages) == 1


async def test_a_claim_is_closed_and_opened_again(world: World) -> None:
    sara, karim = world.server.submitter, world.server.checker
    await filed(sara)
    closed = await sara.slash("claim close", claim="1", reason="withdrawn", note="Misheard.")
    assert "Withdrawn" in closed.text
    assert "claim:1:take" not in buttons_of(world.server.card(1))
    opened = await karim.slash("claim reopen", claim="1", reason="It matters.")
    assert "open again" in opened.text
    assert "claim:1:take" in buttons_of(world.server.card(1))


async def test_a_leads_word_stays_on_the_card(world: World) -> None:
    await filed(world.server.submitter)
    refused = await world.server.checker.slash("claim override", claim="1", state="denied", reason="I know.")
    assert "leads" in refused.text
    answer = await world.server.lead.slash("claim override", claim="1", state="denied", reason="I was there.")
    assert "Denied" in answer.text
    assert "I was there" in text_of(world.server.card(1))


async def test_the_cards_buttons_take_and_tell_the_past_also_after_a_restart(world: World) -> None:
    karim = world.server.checker
    await filed(world.server.submitter)
    await world.restart()
    taken = await karim.press(world.server.card(1), "claim:1:take")
    assert taken.told.ephemeral
    assert "#1" in taken.told.content
    assert f"<@{karim.id}>" in text_of(world.server.card(1))
    past = await world.server.outsider.press(world.server.card(1), "claim:1:history")
    assert past.ephemeral
    assert f"<@{karim.id}>" in past.text
    assert len(world.server.cards()) == 1


async def test_a_press_by_somebody_who_may_not_leaves_the_card_alone(world: World) -> None:
    await filed(world.server.submitter)
    before = text_of(world.server.card(1))
    answer = await world.server.outsider.press(world.server.card(1), "claim:1:take")
    assert answer.told.ephemeral
    assert "checkers" in answer.told.content
    assert text_of(world.server.card(1)) == before


async def test_a_long_past_has_pages(world: World) -> None:
    karim = world.server.checker
    await filed(karim)
    for number in range(11):
        await karim.slash("claim tag", claim="1", tags=f"tag{number}")
    page = await karim.slash("claim history", claim="#1")
    assert "tag10" in page.text
    assert "tag0\n" not in page.text
    await karim.press(page.message, "claim:1:history:2")
    assert "tag0" in "\n".join(texts(page.message))


async def test_provenance_comes_as_a_picture_with_words_for_who_cannot_see_it(world: World) -> None:
    await filed(world.server.submitter)
    await world.server.checker.slash("evidence add", claim="1", stance="supports", source="The Gazette")
    answer = await world.server.outsider.slash("claim provenance", claim="1")
    assert answer.ephemeral
    assert "The Gazette" in str(answer.message.components)
    assert "origin" in answer.text


async def test_who_speaks_dutch_is_answered_in_it_while_the_card_stays_english(world: World) -> None:
    answer = await filed(world.server.submitter.speaks("nl"))
    assert "Bewering #1 is ingediend" in answer.text
    assert "Unverified" in text_of(world.server.card(1))


async def test_nobodys_words_ping_or_mark_up(world: World) -> None:
    await filed(world.server.submitter, "# @everyone **loud** <@&1> [x](https://evil.example)")
    assert r"\@everyone \*\*loud\*\*" in text_of(world.server.card(1))
    [posted] = [it.json for it in world.sent() if it.method == "POST" and it.path.endswith("/messages")]
    assert posted is not None
    assert posted["allowed_mentions"] == {"parse": []}


async def test_cogs_that_are_loaded_again_leave_nothing_behind(world: World) -> None:
    await filed(world.server.submitter)
    # The one place that looks at a private: discord.py tells nobody which durable classes it knows.
    durable = world.bot._connection._view_store._dynamic_items
    before = (len(durable), len(world.bot.tree.get_commands()), _menus(world))
    for name in list(world.bot.extensions):
        await world.bot.reload_extension(name)
    assert (len(durable), len(world.bot.tree.get_commands()), _menus(world)) == before
    taken = await world.server.checker.press(world.server.card(1), "claim:1:take")
    assert "#1" in taken.told.content


def _menus(world: World) -> list[str]:
    return sorted(menu.name for menu in world.bot.tree.get_commands(type=discord.AppCommandType.message))

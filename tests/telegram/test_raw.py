"""What is kept of an update, and whose order it keeps."""

import pytest

from bot.telegram.raw import kept_of, lane_of

SARI = {"id": 7, "is_bot": False, "first_name": "Sari"}
NOBODY = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
GROUP = {"id": -100, "type": "supergroup", "title": "Dinas"}
CARD = {"message_id": 5, "date": 1, "chat": GROUP, "text": "Laporan", "reply_markup": {"a": 1}}


@pytest.mark.parametrize(
    ("event", "lane"),
    [
        ({"message": {"from": SARI, "chat": GROUP}}, "p7"),
        ({"message": {"from": NOBODY, "chat": GROUP}}, "c-100"),
        ({"edited_message": {"from": SARI, "chat": GROUP}}, "p7"),
        ({"callback_query": {"from": SARI, "message": CARD}}, "p7"),
        ({"callback_query": {"message": CARD}}, "c-100"),
        ({"my_chat_member": {"from": SARI, "chat": GROUP}}, "p7"),
        ({"channel_post": {"chat": GROUP}}, "c-100"),
        ({"message": {"from": {"id": "7"}, "chat": {"id": None}}}, "u3"),
        ({"message": "odd"}, "u3"),
        ({}, "u3"),
    ],
)
def test_an_update_keeps_the_order_of_its_person_or_chat(
    event: dict[str, object], lane: str
) -> None:
    assert lane_of({"update_id": 3, **event}) == lane


def test_a_pressed_card_is_kept_by_its_number_alone() -> None:
    pressed = {"id": "1", "from": SARI, "data": "x", "message": CARD}

    kept = kept_of({"update_id": 3, "callback_query": pressed})

    assert kept["callback_query"]["message"] == {"message_id": 5, "date": 1, "chat": GROUP}
    assert kept["callback_query"]["data"] == "x"


def test_a_reply_is_kept_with_the_number_of_what_it_answers() -> None:
    reply = {"message_id": 6, "text": "Sudah", "reply_to_message": CARD}

    kept = kept_of({"update_id": 3, "message": reply})

    assert kept["message"]["text"] == "Sudah"
    assert kept["message"]["reply_to_message"] == {"message_id": 5, "date": 1, "chat": GROUP}


def test_where_words_come_from_is_not_kept() -> None:
    forwarded = {"message_id": 6, "text": "Kabar", "forward_origin": {"sender_user": SARI}}

    kept = kept_of({"update_id": 3, "message": forwarded})

    assert kept == {"update_id": 3, "message": {"message_id": 6, "text": "Kabar"}}

"""The parameters that the Bot API knows, and those among them that the sandbox was not taught.

A parameter outside the table is refused: Telegram would ignore it in silence, and a misspelt one
would never be noticed.
"""

from collections.abc import Mapping
from typing import Final

UNTAUGHT: Final = frozenset(
    {
        "allow_paid_broadcast",
        "business_connection_id",
        "certificate",
        "direct_messages_topic_id",
        "ephemeral_message_parameters",
        "inline_message_id",
        "receiver_user_id",
        "rich_message",
        "suggested_post_parameters",
    }
)

_ROUTE: Final = frozenset(
    {
        "allow_paid_broadcast",
        "allow_sending_without_reply",
        "chat_id",
        "direct_messages_topic_id",
        "disable_notification",
        "message_effect_id",
        "message_thread_id",
        "protect_content",
        "reply_parameters",
        "reply_to_message_id",
    }
)
_SEND: Final = _ROUTE | {
    "business_connection_id",
    "callback_query_id",
    "ephemeral_message_parameters",
    "receiver_user_id",
    "reply_markup",
    "suggested_post_parameters",
}
_CAPTION: Final = frozenset({"caption", "caption_entities", "parse_mode"})
_ABOVE: Final = frozenset({"show_caption_above_media"})
_EDIT: Final = frozenset(
    {"business_connection_id", "chat_id", "inline_message_id", "message_id", "reply_markup"}
)
_PREVIEW: Final = frozenset({"disable_web_page_preview", "link_preview_options"})
_NONE: Final[frozenset[str]] = frozenset()
_TOPIC: Final = frozenset({"chat_id", "message_thread_id"})

PARAMETERS: Final[Mapping[str, frozenset[str]]] = {
    "getMe": _NONE,
    "getUpdates": frozenset({"allowed_updates", "limit", "offset", "timeout"}),
    "setWebhook": frozenset(
        {
            "allowed_updates",
            "certificate",
            "drop_pending_updates",
            "ip_address",
            "max_connections",
            "secret_token",
            "url",
        }
    ),
    "deleteWebhook": frozenset({"drop_pending_updates"}),
    "getWebhookInfo": _NONE,
    "sendMessage": _SEND | _PREVIEW | {"entities", "parse_mode", "text"},
    "editMessageText": _EDIT | _PREVIEW | {"entities", "parse_mode", "rich_message", "text"},
    "editMessageCaption": _EDIT | _CAPTION | _ABOVE,
    "editMessageReplyMarkup": _EDIT,
    "editMessageMedia": _EDIT | {"media"},
    "editMessageLiveLocation": _EDIT
    | {
        "heading",
        "horizontal_accuracy",
        "latitude",
        "live_period",
        "longitude",
        "proximity_alert_radius",
    },
    "answerCallbackQuery": frozenset(
        {"cache_time", "callback_query_id", "show_alert", "text", "url"}
    ),
    "sendPhoto": _SEND | _CAPTION | _ABOVE | {"has_spoiler", "photo"},
    "sendDocument": _SEND | _CAPTION | {"disable_content_type_detection", "document", "thumbnail"},
    "sendVideo": _SEND
    | _CAPTION
    | _ABOVE
    | {
        "cover",
        "duration",
        "has_spoiler",
        "height",
        "start_timestamp",
        "supports_streaming",
        "thumbnail",
        "video",
        "width",
    },
    "sendVoice": _SEND | _CAPTION | {"duration", "voice"},
    "sendLocation": _SEND
    | {
        "heading",
        "horizontal_accuracy",
        "latitude",
        "live_period",
        "longitude",
        "proximity_alert_radius",
    },
    "sendMediaGroup": _ROUTE | {"business_connection_id", "media"},
    "copyMessage": _ROUTE
    | _CAPTION
    | _ABOVE
    | {
        "from_chat_id",
        "message_id",
        "reply_markup",
        "suggested_post_parameters",
        "video_start_timestamp",
    },
    "getFile": frozenset({"file_id"}),
    "deleteMessage": frozenset({"chat_id", "message_id"}),
    "deleteMessages": frozenset({"chat_id", "message_ids"}),
    "pinChatMessage": frozenset(
        {"business_connection_id", "chat_id", "disable_notification", "message_id"}
    ),
    "unpinChatMessage": frozenset({"business_connection_id", "chat_id", "message_id"}),
    "unpinAllChatMessages": frozenset({"chat_id"}),
    "setMyCommands": frozenset({"commands", "language_code", "scope"}),
    "getMyCommands": frozenset({"language_code", "scope"}),
    "deleteMyCommands": frozenset({"language_code", "scope"}),
    "setMyDescription": frozenset({"description", "language_code"}),
    "setMyShortDescription": frozenset({"language_code", "short_description"}),
    "setChatMenuButton": frozenset({"chat_id", "menu_button"}),
    "getChatMenuButton": frozenset({"chat_id"}),
    "sendChatAction": frozenset(
        {"action", "business_connection_id", "chat_id", "message_thread_id"}
    ),
    "getChat": frozenset({"chat_id"}),
    "getChatMember": frozenset({"chat_id", "user_id"}),
    "getChatMemberCount": frozenset({"chat_id"}),
    "getChatAdministrators": frozenset({"chat_id", "return_bots"}),
    "leaveChat": frozenset({"chat_id"}),
    "createForumTopic": frozenset({"chat_id", "icon_color", "icon_custom_emoji_id", "name"}),
    "editForumTopic": _TOPIC | {"icon_custom_emoji_id", "name"},
    "closeForumTopic": _TOPIC,
    "reopenForumTopic": _TOPIC,
}

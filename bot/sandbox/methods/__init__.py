"""The Bot API methods that the sandbox was taught."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.sandbox.api.call import Call
from bot.sandbox.api.desk import Desk
from bot.sandbox.methods import chats, getting, media, presses, profile, texts

Method = Callable[[Desk, Call], Awaitable[object]]

METHODS: Final[Mapping[str, Method]] = {
    "getMe": getting.get_me,
    "getUpdates": getting.get_updates,
    "setWebhook": getting.set_webhook,
    "deleteWebhook": getting.delete_webhook,
    "getWebhookInfo": getting.get_webhook_info,
    "getFile": getting.get_file,
    "sendMessage": texts.send_message,
    "editMessageText": texts.edit_message_text,
    "editMessageCaption": texts.edit_message_caption,
    "editMessageReplyMarkup": texts.edit_message_reply_markup,
    "deleteMessage": texts.delete_message,
    "deleteMessages": texts.delete_messages,
    "answerCallbackQuery": presses.answer_callback_query,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendVideo": media.send_video,
    "sendVoice": media.send_voice,
    "sendLocation": media.send_location,
    "sendMediaGroup": media.send_media_group,
    "editMessageMedia": media.edit_message_media,
    "editMessageLiveLocation": media.edit_message_live_location,
    "copyMessage": media.copy_message,
    "sendChatAction": chats.send_chat_action,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatMemberCount": chats.get_chat_member_count,
    "getChatAdministrators": chats.get_chat_administrators,
    "leaveChat": chats.leave_chat,
    "pinChatMessage": chats.pin_chat_message,
    "unpinChatMessage": chats.unpin_chat_message,
    "unpinAllChatMessages": chats.unpin_all_chat_messages,
    "createForumTopic": chats.create_forum_topic,
    "editForumTopic": chats.edit_forum_topic,
    "closeForumTopic": chats.close_forum_topic,
    "reopenForumTopic": chats.reopen_forum_topic,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}

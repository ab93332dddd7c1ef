// What the menus of a chat and of a message offer.

import { askMember, askName } from "./dialogs.js";
import { openMenu } from "./menu.js";
import { t } from "./words.js";

export function messageMenu(column, anchor, message) {
  const mine = message.sender.id === column.speaker && !message.sender.title;
  openMenu(anchor, t("messageMenu"), [
    { label: t("reply"), icon: "reply", run: () => column.composer.answer(message) },
    message.text && { label: t("copyText"), icon: "copy", run: () => column.copy(message.text) },
    mine && message.text && { label: t("edit"), icon: "edit", run: () => column.composer.change(message) },
  ]);
}

export function chatMenu(column, anchor) {
  const { chat } = column;
  const item = (key, sign, name, danger = false) => ({ label: t(key), icon: sign, run: () => column.act(name, {}), danger });
  if (chat.private) {
    openMenu(anchor, t("menu"), [chat.blocked ? item("unblock", "check", "unblock") : item("block", "block", "block", true)]);
    return;
  }
  openMenu(anchor, t("menu"), [
    { label: t("addMember"), icon: "add", run: () => addMember(column) },
    chat.forum && { label: t("newTopic"), icon: "topic", run: () => newTopic(column) },
    !chat.forum && item("useTopics", "topic", "use-topics"),
    !chat.hasBot && item("addBot", "bot", "add-bot"),
    chat.hasBot && (chat.botLeads ? item("demoteBot", "crown", "demote-bot") : item("promoteBot", "crown", "promote-bot")),
    chat.hasBot && item("removeBot", "block", "remove-bot", true),
  ]);
}

function addMember(column) {
  const inside = new Set(column.chat.members.map((one) => one.id));
  const others = column.store.people.filter((one) => !inside.has(one.id));
  askMember(others, async (fields) => (await column.act("add-member", fields)) !== null);
}

function newTopic(column) {
  askName(t("newTopic"), t("topicName"), t("add"), async (name) => {
    const made = await column.act("new-topic", { name });
    if (made) column.look(made.topic);
    return made !== null;
  });
}

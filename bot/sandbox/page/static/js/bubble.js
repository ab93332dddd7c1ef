// One message, or one album, as a row of the chat.

import { avatar, button, colour, h } from "./dom.js";
import { icon } from "./icons.js";
import { mapCard } from "./mapcard.js";
import { album, mediaOf } from "./media.js";
import { write } from "./rich.js";
import { hour } from "./times.js";
import { has, t } from "./words.js";

const KINDS = {
  photo: "photo",
  video: "video",
  voice: "voice",
  document: "file",
  place: "place",
  video_note: "videoNote",
  sticker: "sticker",
};

/** The words that stand for a message in a quotation, a pin or an announcement. */
export function inShort(quoted) {
  if (quoted.text) return quoted.text.replace(/^(\/start(?:@\w+)?) [\w-]{1,64}$/, "$1");
  return t(KINDS[quoted.kind] ?? "message");
}

export function inShortMessage(message) {
  const kind = message.media?.kind ?? (message.place ? "place" : "text");
  return inShort({ text: message.text, kind });
}

function quote(reply, ways) {
  return button(
    { class: "quote", onclick: () => ways.goTo(reply.id) },
    h("span", { class: "name" }, reply.name),
    h("span", { class: "words" }, inShort(reply)),
  );
}

function extra(message) {
  const { contact, poll } = message.extra ?? {};
  if (contact) {
    return h(
      "div",
      { class: "file" },
      h("span", { class: "badge" }, icon("contact")),
      h(
        "span",
        { class: "facts" },
        h("span", { class: "name" }, contact.first_name),
        h("span", { class: "size" }, contact.phone_number),
      ),
    );
  }
  return poll ? h("p", { class: "text" }, t("poll", { question: poll.question })) : null;
}

function meta(message, zone) {
  const at = new Date(message.date * 1000).toISOString();
  return h(
    "span",
    { class: "meta" },
    message.edited ? `${t("edited")} ` : null,
    h("time", { datetime: at }, hour(message.date, zone)),
  );
}

function inlineButton(message, one, ways) {
  const outside = one.kind === "url" && !ways.leadsToBot(one.value);
  return button(
    {
      class: "key",
      dataset: { data: one.value, look: one.style ?? "" },
      "aria-busy": ways.isBusy(message.id, one.value) ? "true" : null,
      title: outside ? t("outsideLink") : null,
      onclick: () => ways.press(message, one),
    },
    h("span", { class: "label" }, one.text),
    outside ? icon("external") : null,
    h("span", { class: "spin", "aria-hidden": "true" }),
  );
}

function keys(message, ways) {
  if (!message.keyboard) return null;
  return h(
    "div",
    { class: "keys" },
    message.keyboard.map((row) => h("div", { class: "keyrow" }, row.map((one) => inlineButton(message, one, ways)))),
  );
}

/** As in Telegram, what a link gave to /start is sent but not shown. */
function shownText({ text, sender }) {
  return sender.bot ? text : text.replace(/^(\/start(?:@\w+)?) [\w-]{1,64}$/, "$1");
}

function words(message, zone, ways) {
  const text = h("div", { class: "text" });
  write(text, shownText(message), message.entities, ways);
  text.append(meta(message, zone));
  return text;
}

/** `item` holds the messages and how they stand among their neighbours. */
export function bubbleRow(item, ways) {
  const { messages, mine, first, last, named, topic } = item;
  const message = messages.find((one) => one.text) ?? messages[0];
  const lastMessage = messages.at(-1);
  const name = message.sender.title ?? message.sender.name;
  const bare = messages.some(({ media }) => ["photo", "video"].includes(media?.kind)) || message.place;
  const bubble = h(
    "div",
    { class: `bubble${bare ? " bare" : ""}` },
    named && first ? h("div", { class: "who", dataset: { colour: colour(name, message.sender.id) } }, name) : null,
    topic ? h("div", { class: "topicof" }, icon("topic"), topic) : null,
    message.origin ? h("div", { class: "forward" }, t("forwarded", { name: message.origin })) : null,
    message.reply ? quote(message.reply, ways) : null,
    messages.length > 1 ? album(messages, ways) : message.media ? mediaOf(message, ways) : null,
    message.place ? mapCard(message.place) : null,
    extra(message),
    message.text ? words(message, ways.zone, ways) : h("div", { class: "bottom" }, meta(lastMessage, ways.zone)),
    button(
      {
        class: "more",
        "aria-label": t("messageMenu"),
        "aria-haspopup": "menu",
        onclick: (event) => ways.menu(event.currentTarget, message),
      },
      icon("more"),
    ),
  );
  return h(
    "li",
    {
      class: `row ${mine ? "mine" : "theirs"}${first ? " first" : ""}${last ? " last" : ""}${named ? " named" : ""}`,
      tabindex: "-1",
      dataset: { id: message.id },
      ondblclick: (event) => {
        if (event.target.closest("button, a, audio, video, .spoiler")) return;
        getSelection().removeAllRanges();
        ways.reply(message);
      },
      oncontextmenu: (event) => {
        if (event.target.closest("a, img, video, audio") || String(getSelection())) return;
        event.preventDefault();
        ways.menu(event.currentTarget.querySelector(".more"), message);
      },
    },
    h("span", { class: "unseen" }, `${mine ? t("you") : name}: `),
    named && !mine ? (last ? avatar(name, message.sender.id) : h("span", { class: "noavatar" })) : null,
    h("div", { class: "stack" }, bubble, keys(lastMessage, ways) ?? keys(message, ways)),
  );
}

const NOTES = {
  left_chat_member: "left",
  pinned_message: "pinned",
  migrate_to_chat_id: "migrated",
  migrate_from_chat_id: "migrated",
  forum_topic_created: "topicCreated",
  forum_topic_edited: "topicEdited",
  forum_topic_closed: "topicClosed",
  forum_topic_reopened: "topicReopened",
};

export function noteRow(message) {
  const { kind, who, names } = message.service;
  const joined = names.join(", ");
  let key = NOTES[kind];
  if (kind === "new_chat_members") key = joined === who ? "joined" : "added";
  const told = key && has(key) ? t(key, { who, names: joined }) : kind.replaceAll("_", " ");
  return h("li", { class: "note" }, h("span", {}, told));
}

// One chat as its person sees it: who it is, what was said, where to write.

import { inShort, inShortMessage } from "./bubble.js";
import { chatMenu, messageMenu } from "./choices.js";
import { Composer } from "./composer.js";
import { alertBox, askLink, lightbox } from "./dialogs.js";
import { avatar, button, h } from "./dom.js";
import { icon } from "./icons.js";
import { Log } from "./log.js";
import { intoBot } from "./rich.js";
import { Refused, act } from "./store.js";
import { has, own, t } from "./words.js";

const TOAST_MS = 4200;
const PATIENCE_MS = 20000;

export class Column {
  topic = null;
  #busy = new Set();
  #pin = 0;
  #toastTimer = 0;

  constructor(board, id) {
    this.board = board;
    this.store = board.store;
    this.id = id;
    this.ways = this.#ways();
    this.log = new Log(this);
    this.composer = new Composer(this);
    this.head = h("header", { class: "head" });
    this.pins = h("div", { class: "pins", hidden: true });
    this.topics = h("div", { class: "topics", role: "group", hidden: true });
    this.empty = h("div", { class: "empty", hidden: true });
    this.toast = h("div", { class: "toast", role: "status", hidden: true });
    this.log.el.append(this.empty, this.toast);
    this.el = h(
      "section",
      { class: "column", role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}` },
      this.head,
      this.pins,
      this.topics,
      this.log.el,
      this.composer.el,
    );
    this.#dropping();
  }

  get chat() {
    return this.store.chats.get(this.id);
  }

  get people() {
    return this.chat.members.filter((one) => !one.bot);
  }

  /** Whose hands these are: the chat's own person, or the member chosen to speak. */
  get speaker() {
    if (this.chat.private) return this.id;
    const chosen = this.board.speakers[this.id];
    return this.people.some((one) => one.id === chosen) ? chosen : this.people[0]?.id;
  }

  get speakerName() {
    return this.chat.private ? this.chat.name : (this.people.find((one) => one.id === this.speaker)?.name ?? "");
  }

  render(fresh) {
    this.#renderHead();
    this.#renderPins();
    this.#renderTopics();
    this.composer.render();
    this.renderLog(fresh);
  }

  renderLog(fresh) {
    const kept = [...(this.store.messages.get(this.id)?.values() ?? [])];
    const { topic } = this;
    const shown = topic === null ? kept : kept.filter((one) => (topic === 0 ? one.thread === null : one.thread === topic || one.id === topic));
    this.log.render(shown, fresh);
    this.log.typing(this.chat.typing ? this.#typingWords() : null);
    this.#renderEmpty(kept.length === 0);
  }

  speakAs(id) {
    this.board.speakers[this.id] = id;
    this.board.remember();
    this.composer.render();
    this.renderLog();
  }

  /** Does something here, as whoever speaks; tells in a toast where it is refused. */
  async act(name, fields, files) {
    const thread = this.topic || null;
    try {
      return await act(name, { chat: this.id, as: this.speaker, thread, ...fields }, files);
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      const key = `refused_${refused.reason}`;
      this.tell(t(has(key) ? key : "refused", { name: this.speakerName }));
      return null;
    }
  }

  answered(event) {
    this.#free(event.id, event.data);
    if (event.user !== this.speaker) return;
    if (event.url) this.#open(event.url);
    if (!event.text) return;
    if (event.alert) alertBox(this.store.bot.name, event.text);
    else this.tell(event.text);
  }

  tell(words) {
    clearTimeout(this.#toastTimer);
    this.toast.textContent = words;
    this.toast.hidden = false;
    this.#toastTimer = setTimeout(() => (this.toast.hidden = true), TOAST_MS);
  }

  focusLog(newest = false) {
    if (!this.log.focus(newest)) this.composer.input.focus();
  }

  reply(id) {
    const message = this.store.messages.get(this.id)?.get(id);
    if (message) this.composer.answer(message);
  }

  neighbour(step) {
    this.board.neighbour(this, step);
  }

  drop() {
    this.log.forget();
    this.topic = null;
  }

  #ways() {
    const column = this;
    return {
      get bot() {
        return column.store.bot;
      },
      get zone() {
        return column.store.zone;
      },
      get copyLabel() {
        return t("copyText");
      },
      isBusy: (id, data) => this.#busy.has(`${id} ${data}`),
      leadsToBot: (address) => intoBot(address, this.store.bot) !== null,
      follow: (deep) => this.#ask(deep),
      say: (text) => this.act("say", { text }),
      copy: (text) => this.copy(text),
      goTo: (id) => this.log.goTo(id),
      enlarge: lightbox,
      press: (message, one) => this.#press(message, one),
      reply: (message) => this.composer.answer(message),
      menu: (anchor, message) => messageMenu(this, anchor, message),
    };
  }

  async #press(message, one) {
    if (one.kind === "copy_text") return this.copy(one.value);
    if (one.kind !== "callback_data") return this.#open(one.value);
    const key = `${message.id} ${one.value}`;
    this.#busy.add(key);
    this.log.busy(message.id, one.value, true);
    setTimeout(() => this.#free(message.id, one.value), PATIENCE_MS);
    if (!(await this.act("press", { message: message.id, data: one.value }))) this.#free(message.id, one.value);
  }

  #free(id, data) {
    this.#busy.delete(`${id} ${data}`);
    this.log.busy(id, data, false);
  }

  /** A button's link: into the bot as this person, to elsewhere in a new tab. */
  #open(address) {
    const deep = intoBot(address, this.store.bot);
    if (!deep) window.open(address, "_blank", "noopener,noreferrer");
    else if (deep.group) this.#ask(deep);
    else this.#follow(deep.link, this.speaker, null);
  }

  #ask(deep) {
    const groups = [...this.store.chats.values()].filter(
      (chat) => !chat.private && chat.members.some((one) => one.id === this.speaker),
    );
    if (deep.group && !groups.length) return this.tell(t("noGroup", { name: this.speakerName }));
    askLink({
      link: deep.link,
      people: this.store.people,
      chosen: this.speaker,
      groups: deep.group ? groups : null,
      copy: (text) => this.copy(text),
      send: (who, where) => this.#follow(deep.link, who, where),
    });
  }

  async #follow(link, who, where) {
    const fields = where === null ? { link, as: who } : { link, as: who, chat: where };
    const led = await this.act("follow", fields);
    if (led) this.board.show(led.chat);
    return led !== null;
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.tell(t("copied"));
    } catch {
      this.tell(text);
    }
  }

  look(topic) {
    this.topic = topic;
    this.#renderTopics();
    this.composer.render();
    this.renderLog();
    this.log.toEnd();
  }

  #typingWords() {
    const key = `typing_${this.chat.typing}`;
    return t(has(key) ? key : "typing", { name: this.store.bot.name });
  }

  #renderHead() {
    const { chat } = this;
    const label = own(chat.label);
    const kind = chat.private ? t("with", { name: this.store.bot.name }) : t("members", { n: chat.members.length });
    const line = chat.typing ? this.#typingWords() : [label, kind].filter(Boolean).join(" · ");
    const held = this.head.contains(document.activeElement);
    this.head.replaceChildren(
      avatar(chat.name, chat.id),
      h("div", { class: "facts" }, h("h2", {}, chat.name), h("p", {}, line)),
      button(
        { class: "round", "aria-label": `${t("menu")}: ${chat.name}`, "aria-haspopup": "menu", onclick: (event) => chatMenu(this, event.currentTarget) },
        icon("menu"),
      ),
    );
    if (held) this.head.lastChild.focus();
  }

  #renderPins() {
    const { pinned } = this.chat;
    this.pins.hidden = pinned.length === 0;
    if (!pinned.length) return;
    const shown = pinned[(((pinned.length - 1 - this.#pin) % pinned.length) + pinned.length) % pinned.length];
    this.pins.replaceChildren(
      button(
        {
          class: "pinbar",
          onclick: () => {
            this.log.goTo(shown.id);
            this.#pin += 1;
            this.#renderPins();
          },
        },
        icon("pinned"),
        h("span", { class: "facts" }, h("b", {}, t("pinnedMessage")), h("span", {}, inShort(shown))),
      ),
    );
  }

  #renderTopics() {
    const { chat } = this;
    this.topics.hidden = !chat.forum;
    if (!chat.forum) return;
    this.topics.setAttribute("aria-label", t("topics"));
    const chip = (topic, name, closed = false) =>
      button(
        { class: "chip", "aria-pressed": String(this.topic === topic), title: closed ? t("closedTopic") : null, onclick: () => this.look(topic) },
        closed ? icon("lock") : null,
        name,
      );
    const held = [...this.topics.children].indexOf(document.activeElement);
    this.topics.replaceChildren(
      chip(null, t("everyTopic")),
      chip(0, t("general")),
      ...chat.topics.map((one) => chip(one.id, one.name, one.closed)),
    );
    this.topics.children[held]?.focus();
  }

  #renderEmpty(empty) {
    this.empty.hidden = !empty;
    if (!empty) return this.empty.replaceChildren();
    const { chat } = this;
    const { description, name } = this.store.bot;
    const about = own(description) || description[""] || "";
    this.empty.replaceChildren(
      h("span", { class: "mark" }, icon(chat.private ? "bot" : "group")),
      h("h3", {}, chat.private ? name : chat.name),
      h("p", {}, about && chat.private ? about : t(chat.private ? "emptyPrivate" : "emptyGroup")),
      chat.private && !chat.blocked ? button({ class: "primary", onclick: () => this.act("say", { text: "/start" }) }, t("start")) : "",
    );
  }

  #dropping() {
    const over = (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      this.el.classList.add("dropping");
    };
    this.el.addEventListener("dragover", over);
    this.el.addEventListener("dragleave", (event) => {
      if (!this.el.contains(event.relatedTarget)) this.el.classList.remove("dropping");
    });
    this.el.addEventListener("drop", (event) => {
      this.el.classList.remove("dropping");
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      this.composer.take([...event.dataTransfer.files]);
    });
  }
}

/** What is read aloud of a message that came or changed. */
export function aloud(chat, message) {
  const who = message.sender.title ?? message.sender.name;
  const what = message.edited ? ` (${t("edited")})` : "";
  return `${chat.name}: ${who}${what}: ${inShortMessage(message)}`;
}

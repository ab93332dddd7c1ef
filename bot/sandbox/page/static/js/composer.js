// Where a person writes, attaches and presses the bot's reply keyboard.

import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { askPhotos, askPlace } from "./dialogs.js";
import { openMenu } from "./menu.js";
import { inShortMessage } from "./bubble.js";
import { t } from "./words.js";

const TALLEST = 160;

export class Composer {
  #column;
  #answered = null;
  #edited = null;
  #hidden = null;
  #suggested = [];
  #picked = 0;

  constructor(column) {
    this.#column = column;
    const id = `list-${column.id}`;
    this.input = h("textarea", {
      rows: "1",
      maxlength: "20000",
      enterkeyhint: "send",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": id,
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
      onpaste: (event) => this.#pasted(event),
    });
    this.send = h("button", { type: "submit", class: "round send" }, icon("send"));
    this.attach = button({ class: "round", "aria-haspopup": "menu", onclick: () => this.#attach() }, icon("attach"));
    this.slash = button({ class: "round slash", onclick: () => this.#commands() }, icon("slash"));
    this.keysButton = button({ class: "round", onclick: () => this.#toggleKeys() }, icon("keyboard"));
    this.speaker = h("select", { onchange: () => column.speakAs(Number(this.speaker.value)) });
    this.speakerLine = h("label", { class: "speaker" }, h("span", {}), this.speaker);
    this.context = h("div", { class: "context" });
    this.list = h("ul", { class: "suggest", id, role: "listbox" });
    this.line = h("div", { class: "line" }, this.attach, this.slash, this.input, this.keysButton, this.send);
    this.notice = h("div", { class: "notice" });
    this.keys = h("div", { class: "keys reply" });
    this.el = h(
      "form",
      { class: "composer", onsubmit: (event) => (event.preventDefault(), this.#submit()) },
      this.list,
      this.context,
      this.speakerLine,
      this.notice,
      this.line,
      this.keys,
    );
    this.files = h("input", { type: "file", multiple: true, hidden: true, onchange: () => this.#files() });
    this.el.append(this.files);
  }

  render() {
    const { chat } = this.#column;
    this.input.setAttribute("aria-label", t("message"));
    this.input.placeholder = this.#answered?.asks || chat.keyboard?.placeholder || t("message");
    for (const [node, key] of [[this.send, "send"], [this.attach, "attach"], [this.slash, "commands"], [this.keysButton, "keyboard"]]) {
      node.setAttribute("aria-label", t(key));
      node.title = t(key);
    }
    this.list.setAttribute("aria-label", t("commands"));
    this.#renderSpeaker(chat);
    this.#renderNotice(chat);
    this.#renderKeys(chat);
    this.#renderContext();
  }

  answer(message) {
    this.#answered = message;
    this.#edited = null;
    this.#renderContext();
    this.input.focus();
  }

  /** The bot asks for a reply: it is begun, unless something is being written. */
  asked(message) {
    if (this.input.value || this.#edited) return;
    this.#answered = message;
    this.render();
  }

  change(message) {
    this.#edited = message;
    this.#answered = null;
    this.input.value = message.text;
    this.#grow();
    this.#renderContext();
    this.input.focus();
  }

  /** Opens what was dropped on the column. */
  take(files) {
    if (!files.length) return;
    const seen = files.filter((file) => /^(image|video)\//.test(file.type));
    if (seen.length === files.length) this.photos(seen);
    else this.#column.act("documents", { album: this.#album() }, files);
  }

  photos(first = []) {
    askPhotos(first, (files, caption) => this.#column.act("pictures", { ...this.#reply(), text: caption, album: this.#album() }, files));
  }

  place() {
    askPlace((latitude, longitude) => this.#column.act("pin", { ...this.#reply(), latitude, longitude }));
  }

  #album() {
    return String(Math.floor(Math.random() * 1e9));
  }

  #reply() {
    const reply = this.#answered?.id ?? null;
    this.#answered = null;
    this.#renderContext();
    return { reply };
  }

  async #submit() {
    const text = this.input.value.trim();
    if (!text) return;
    const edited = this.#edited;
    const act = edited ? ["edit", { message: edited.id, text }] : ["say", { ...this.#reply(), text }];
    this.#edited = null;
    this.input.value = "";
    this.#grow();
    this.#suggest([]);
    this.#renderContext();
    if (!(await this.#column.act(...act)) && !this.input.value) {
      this.input.value = text;
      this.#grow();
    }
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.#suggested.length && this.#suggestKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && (this.#answered || this.#edited)) {
      this.#dropContext();
    } else if (event.key === "ArrowUp" && !this.input.value) {
      event.preventDefault();
      this.#column.focusLog(true);
    }
  }

  #suggestKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#picked = (this.#picked + step + this.#suggested.length) % this.#suggested.length;
      this.#suggest(this.#suggested, this.#picked);
    } else if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey)) {
      this.#choose(this.#suggested[this.#picked]);
    } else if (event.key === "Escape") {
      this.#suggest([]);
    } else return false;
    event.preventDefault();
    return true;
  }

  #pasted(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.take(files);
  }

  #grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, TALLEST)}px`;
    this.el.classList.toggle("full", this.input.value.trim() !== "");
  }

  async #typed() {
    this.#grow();
    const typed = /^\/(\w*)$/.exec(this.input.value);
    if (!typed) return this.#suggest([]);
    const found = await this.#menu();
    // Sent, or typed on, while the list was on its way: it would offer what nobody wants any more.
    if (this.input.value !== typed[0]) return;
    this.#suggest(found.filter((one) => one.name.startsWith(typed[1].toLowerCase())));
  }

  async #menu() {
    const result = await this.#column.act("commands", {});
    return result ? result.commands : [];
  }

  async #commands() {
    if (this.#suggested.length) return this.#suggest([]);
    this.input.focus();
    this.#suggest(await this.#menu());
  }

  #suggest(found, picked = 0) {
    this.#suggested = found;
    this.#picked = picked;
    this.list.replaceChildren(
      ...found.map((one, index) =>
        h(
          "li",
          {
            role: "option",
            id: `${this.list.id}-${index}`,
            "aria-selected": String(index === picked),
            onmousedown: (event) => event.preventDefault(),
            onclick: () => this.#choose(one),
          },
          h("b", {}, `/${one.name}`),
          h("span", {}, one.description),
        ),
      ),
    );
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    if (found.length) this.input.setAttribute("aria-activedescendant", `${this.list.id}-${picked}`);
    else this.input.removeAttribute("aria-activedescendant");
    this.list.children[picked]?.scrollIntoView({ block: "nearest" });
  }

  #choose(one) {
    this.#suggest([]);
    this.input.value = "";
    this.#grow();
    this.#column.act("say", { text: `/${one.name}` });
    this.input.focus();
  }

  #attach() {
    const { chat } = this.#column;
    openMenu(this.attach, t("attach"), [
      { label: t("photo"), icon: "photo", run: () => this.photos() },
      { label: t("file"), icon: "file", run: () => this.files.click() },
      { label: t("location"), icon: "pin", run: () => this.place() },
      { label: t("voice"), icon: "voice", run: () => this.#column.act("voice", {}) },
      chat.private && { label: t("contact"), icon: "contact", run: () => this.#column.act("contact", {}) },
    ]);
  }

  #files() {
    const files = [...this.files.files];
    this.files.value = "";
    if (files.length) this.#column.act("documents", { ...this.#reply(), album: this.#album() }, files);
  }

  #renderSpeaker(chat) {
    this.speakerLine.hidden = chat.private;
    if (chat.private) return;
    this.speakerLine.firstChild.textContent = t("speakAs");
    const members = chat.members.filter((one) => !one.bot);
    this.speaker.replaceChildren(
      ...members.map((one) => h("option", { value: one.id, selected: one.id === this.#column.speaker }, one.name)),
    );
    this.speaker.value = String(this.#column.speaker);
  }

  #renderNotice(chat) {
    const column = this.#column;
    const closed = chat.topics.find((one) => one.id === column.topic)?.closed;
    const [words, verb, run] = chat.blocked
      ? [t("blocked"), t("unblock"), () => column.act("unblock", {})]
      : closed
        ? [t("closedTopic")]
        : !chat.hasBot && !chat.members.some((one) => one.bot)
          ? [t("botAbsent"), t("addBot"), () => column.act("add-bot", {})]
          : [];
    this.notice.hidden = !words;
    this.line.hidden = Boolean(chat.blocked || closed);
    if (words) this.notice.replaceChildren(h("span", {}, words), verb ? button({ class: "quiet", onclick: run }, verb) : "");
  }

  #renderKeys(chat) {
    const keyboard = chat.blocked ? null : chat.keyboard;
    const shown = keyboard !== null && this.#hidden !== keyboard.message;
    this.keysButton.hidden = keyboard === null;
    this.keysButton.setAttribute("aria-expanded", String(shown));
    this.keys.hidden = !shown;
    if (!shown) return this.keys.replaceChildren();
    this.keys.replaceChildren(
      ...keyboard.rows.map((row) =>
        h("div", { class: "keyrow" }, row.map((one) => button({ class: "key", dataset: { look: one.style ?? "" }, onclick: () => this.#pressed(one) }, h("span", { class: "label" }, one.text)))),
      ),
    );
  }

  #toggleKeys() {
    const { keyboard } = this.#column.chat;
    this.#hidden = this.#hidden === keyboard.message ? null : keyboard.message;
    this.#renderKeys(this.#column.chat);
  }

  #pressed(one) {
    if (one.kind === "request_location") return this.place();
    if (one.kind === "request_contact") return this.#column.act("contact", {});
    return this.#column.act("say", { text: one.text, button: 1 });
  }

  #dropContext() {
    if (this.#edited) this.input.value = "";
    this.#answered = this.#edited = null;
    this.#grow();
    this.#renderContext();
  }

  #renderContext() {
    if (!this.#answered) this.input.placeholder = this.#column.chat.keyboard?.placeholder || t("message");
    const message = this.#edited ?? this.#answered;
    this.context.hidden = message === null;
    if (!message) return;
    const title = this.#edited ? t("editing") : t("replyTo", { name: message.sender.title ?? message.sender.name });
    this.context.replaceChildren(
      icon(this.#edited ? "edit" : "reply"),
      h("span", { class: "facts" }, h("b", {}, title), h("span", {}, inShortMessage(message))),
      button({ class: "round", "aria-label": t("cancel"), onclick: () => this.#dropContext() }, icon("close")),
    );
  }
}

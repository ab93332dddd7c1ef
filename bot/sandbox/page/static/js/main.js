// The page: a bar, a strip of chats, and as many of them side by side as fit.

import { Column, aloud } from "./column.js";
import { askGroup, askPerson } from "./dialogs.js";
import { avatar, button, h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { firstLanguage, keep, nextTheme, recall, theme } from "./prefs.js";
import { Refused, Store, act } from "./store.js";
import { moment } from "./times.js";
import { LANGUAGES, own, speak, spoken, t } from "./words.js";

const NARROWEST = 320;
const GAP = 12;
const LOST_AFTER_MS = 700;
const CLOCK_MS = 20000;

class Board {
  store = new Store();
  speakers = recall("speakers", {});
  #columns = new Map();
  #recent = recall("recent", []);
  #unread = new Map();
  #fresh = new Map();
  #due = new Set();
  #frame = 0;
  #lost = 0;

  constructor(root) {
    this.heard = document.querySelector("#heard");
    this.bar = h("header", { class: "bar" });
    this.tabs = h("div", { class: "tabs", role: "tablist", "aria-multiselectable": "true", onkeydown: (event) => this.#tabKey(event) });
    this.add = button({ class: "quiet addbutton", "aria-haspopup": "menu", onclick: () => this.#addMenu() });
    this.strip = h("nav", { class: "strip" }, this.tabs);
    this.line = h("div", { class: "lost", role: "status", hidden: true });
    this.el = h("main", { class: "board" });
    root.replaceChildren(this.bar, this.strip, this.line, this.el);
    new ResizeObserver(() => this.#arrange()).observe(this.el);
    document.addEventListener("keydown", (event) => this.#pageKey(event));
    setInterval(() => this.store.turns && !document.querySelector(".menu") && this.#renderBar(), CLOCK_MS);
    this.#follow();
  }

  remember() {
    keep("speakers", this.speakers);
    keep("recent", this.#recent);
  }

  /** Brings a chat before the eye, in place of the one looked at longest ago. */
  show(id, focus = false) {
    this.#recent = [id, ...this.#recent.filter((one) => one !== id)];
    this.remember();
    if (!this.store.chats.has(id)) return;
    this.#arrange();
    if (focus) this.#columns.get(id)?.composer.input.focus();
  }

  neighbour(column, step) {
    const shown = this.#shown();
    const next = shown[(shown.indexOf(column.id) + step + shown.length) % shown.length];
    this.#columns.get(next)?.focusLog();
  }

  #follow() {
    const { store } = this;
    store.addEventListener("state", ({ detail }) => this.#begin(detail));
    store.addEventListener("bot", () => this.#begin({ again: true }));
    store.addEventListener("chat", ({ detail }) => this.#render(detail.id));
    store.addEventListener("sent", ({ detail }) => this.#came(detail, "new"));
    store.addEventListener("edited", ({ detail }) => this.#came(detail, "changed"));
    store.addEventListener("answered", ({ detail }) => this.#columns.get(detail.chat)?.answered(detail));
    store.addEventListener("line", ({ detail }) => this.#connection(detail.up));
    store.listen();
  }

  #begin({ restarted }) {
    document.title = this.store.title;
    for (const [id, column] of this.#columns) {
      if (restarted) column.drop();
      if (this.store.chats.has(id)) continue;
      column.el.remove();
      this.#columns.delete(id);
    }
    if (restarted) this.#unread.clear();
    this.#renderBar();
    this.#arrange();
    for (const id of this.#shown()) this.#render(id);
  }

  #came({ id, message }, how) {
    const fresh = this.#fresh.get(id) ?? new Map();
    this.#fresh.set(id, fresh.set(message.id, how));
    const shown = this.#shown().includes(id);
    const theirs = message.sender.id !== (this.#columns.get(id)?.speaker ?? id);
    if (!shown && theirs && how === "new") {
      this.#unread.set(id, (this.#unread.get(id) ?? 0) + 1);
      this.#renderTabs();
    }
    if (shown && theirs) {
      this.heard.textContent = aloud(this.store.chats.get(id), message);
      if (how === "new") this.#columns.get(id).log.arrived();
    }
    if (shown && !theirs && how === "new") this.#columns.get(id).log.toEnd();
    if (theirs && how === "new" && message.asks !== undefined) this.#columns.get(id)?.composer.asked(message);
    this.#render(id);
  }

  /** Draws a chat before the next frame, however many changes come until then. */
  #render(id) {
    this.#due.add(id);
    if (this.#frame) return;
    this.#frame = setTimeout(() => {
      this.#frame = 0;
      const due = [...this.#due];
      this.#due.clear();
      for (const one of due) {
        if (!this.#columns.has(one) || !this.store.chats.has(one)) continue;
        this.#columns.get(one).render(this.#fresh.get(one));
        this.#fresh.delete(one);
      }
    }, 0);
  }

  #fits() {
    const width = this.el.clientWidth || innerWidth;
    return Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
  }

  #shown() {
    const all = [...this.store.chats.keys()];
    const known = new Set(all);
    const wanted = [...new Set([...this.#recent.filter((id) => known.has(id)), ...all])].slice(0, this.#fits());
    return all.filter((id) => wanted.includes(id));
  }

  #arrange() {
    if (!this.store.bot) return;
    const shown = this.#shown();
    for (const [id, column] of this.#columns) if (!shown.includes(id)) column.el.remove();
    shown.forEach((id, index) => {
      const known = this.#columns.get(id);
      const column = known ?? new Column(this, id);
      this.#columns.set(id, column);
      this.#unread.delete(id);
      if (this.el.children[index] !== column.el) {
        this.el.insertBefore(column.el, this.el.children[index] ?? null);
        column.render();
        column.log.toEnd();
      }
    });
    this.el.dataset.single = String(this.#fits() === 1);
    this.#renderTabs();
  }

  #renderTabs() {
    const shown = this.#shown();
    const held = document.activeElement?.closest(".tab")?.id;
    this.strip.setAttribute("aria-label", t("chats"));
    this.tabs.setAttribute("aria-label", t("chats"));
    const stop = shown.includes(this.#recent[0]) ? this.#recent[0] : shown[0];
    this.tabs.replaceChildren(
      ...[...this.store.chats.values()].map((chat) => {
        const n = this.#unread.get(chat.id) ?? 0;
        return button(
          {
            class: "tab",
            id: `tab-${chat.id}`,
            role: "tab",
            "aria-selected": String(shown.includes(chat.id)),
            "aria-controls": shown.includes(chat.id) ? `panel-${chat.id}` : null,
            "aria-label": n ? `${chat.name}, ${t("unread", { n })}` : chat.name,
            tabindex: chat.id === stop ? "0" : "-1",
            onclick: () => this.show(chat.id, true),
          },
          avatar(chat.name, chat.id),
          h("span", { class: "name" }, chat.name),
          n ? h("span", { class: "count", "aria-hidden": "true" }, String(n)) : null,
        );
      }),
    );
    this.strip.hidden = shown.length > 1 && shown.length === this.store.chats.size;
    if (held) document.getElementById(held)?.focus();
    const first = this.tabs.querySelector(`[id="tab-${stop}"]`);
    if (this.#fits() === 1 && first) this.tabs.scrollLeft = first.offsetLeft - 48;
  }

  #tabKey(event) {
    const tabs = [...this.tabs.children];
    const at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const id = Number(tabs.at(to % tabs.length).id.slice(4));
    this.show(id);
    document.getElementById(`tab-${id}`)?.focus();
  }

  #pageKey(event) {
    if (event.key !== "F6") return;
    event.preventDefault();
    const shown = this.#shown();
    const at = shown.findIndex((id) => this.#columns.get(id).el.contains(document.activeElement));
    const next = shown.at((at + (event.shiftKey ? -1 : 1) + shown.length) % shown.length);
    this.#columns.get(next).composer.input.focus();
  }

  #renderBar() {
    const { store } = this;
    const look = theme();
    const sign = { auto: "auto", light: "light", dark: "dark" }[look];
    const label = t({ auto: "themeAuto", light: "themeLight", dark: "themeDark" }[look]);
    const other = LANGUAGES[(LANGUAGES.indexOf(spoken()) + 1) % LANGUAGES.length];
    const held = [...this.bar.querySelectorAll("button")].indexOf(document.activeElement);
    this.add.replaceChildren(icon("add"), h("span", {}, t("addOf")));
    this.add.setAttribute("aria-label", t("addOf"));
    this.bar.replaceChildren(
      h("h1", {}, store.title),
      h("p", { class: "note" }, own(store.note)),
      h("span", { class: "space" }),
      this.add,
      store.turns ? this.#clockButton() : "",
      button({ class: "quiet language", "aria-label": t("language"), title: t("language"), onclick: () => this.#speak(other) }, icon("language"), h("span", {}, spoken().toUpperCase())),
      button({ class: "round", "aria-label": label, title: label, onclick: () => (nextTheme(), this.#renderBar()) }, icon(sign)),
    );
    this.bar.querySelectorAll("button")[held]?.focus();
  }

  #clockButton() {
    const { store } = this;
    const now = store.clock.now + (performance.now() - store.clock.at) / 1000;
    const forward = (key, seconds) => ({ label: t(key), icon: "clock", run: () => this.#turn(seconds) });
    return button(
      {
        class: "quiet clock",
        "aria-haspopup": "menu",
        "aria-label": `${t("clock")}: ${moment(now, store.zone)}`,
        title: t("clock"),
        onclick: (event) =>
          openMenu(event.currentTarget, t("clock"), [forward("hour1", 3600), forward("day1", 86400), forward("days7", 604800)]),
      },
      icon("clock"),
      h("span", {}, moment(now, store.zone)),
    );
  }

  async #turn(seconds) {
    try {
      const { now } = await act("turn", { seconds });
      this.store.clock = { now, at: performance.now() };
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
    }
    this.#renderBar();
  }

  #speak(code) {
    speak(code);
    keep("language", code);
    this.#renderBar();
    this.#renderTabs();
    for (const column of this.#columns.values()) column.render();
  }

  #addMenu() {
    const made = async (name, fields) => {
      try {
        this.show((await act(name, fields)).chat);
      } catch (refused) {
        if (!(refused instanceof Refused)) throw refused;
        return false;
      }
      return true;
    };
    const people = this.store.people;
    openMenu(this.add, t("add"), [
      { label: t("addPerson"), icon: "contact", run: () => askPerson((name, language) => made("new-person", { name, language })) },
      { label: t("addGroup"), icon: "group", run: () => askGroup(people, people[0]?.id, (name, owner) => made("new-group", { name, as: owner })) },
    ]);
  }

  #connection(up) {
    clearTimeout(this.#lost);
    if (up) this.line.hidden = true;
    else {
      this.#lost = setTimeout(() => {
        this.line.textContent = t("lost");
        this.line.hidden = false;
      }, LOST_AFTER_MS);
    }
  }
}

speak(firstLanguage());
new Board(document.querySelector("#page"));

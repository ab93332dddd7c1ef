// The messages of one chat: kept in step with the world by changing only what changed.

import { bubbleRow, noteRow } from "./bubble.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { day } from "./times.js";
import { spoken, t } from "./words.js";

const NEAR_END = 72;
const TOGETHER_SECONDS = 600;
const STILL_MS = 900;
const TABBABLE = "button, a[href], audio, video, [role=button]";

export class Log {
  #rows = new Map();
  #atEnd = true;
  #unseen = 0;
  #top = 0;
  #still = 0;
  #current = null;

  constructor(column) {
    this.column = column;
    this.list = h("ol", { class: "messages" });
    this.scroller = h(
      "div",
      { class: "log", role: "log", "aria-live": "off", onscroll: () => this.#scrolled(), onkeydown: (event) => this.#key(event) },
      this.list,
    );
    this.jump = button({ class: "jump round", hidden: true, onclick: () => this.toEnd(true) }, icon("down"), h("span", { class: "count" }));
    this.el = h("div", { class: "logframe" }, this.scroller, this.jump);
    this.list.addEventListener("focusin", (event) => this.#makeCurrent(event.target.closest(".row")));
    const settle = new ResizeObserver(() => this.#atEnd && this.toEnd());
    settle.observe(this.list);
    settle.observe(this.scroller);
  }

  /** `messages` in order; `fresh` are the ids that came or changed just now. */
  render(messages, fresh = new Map()) {
    const wanted = this.#items(messages);
    const held = this.#held();
    const keys = new Set(wanted.map((item) => item.key));
    for (const [key, row] of this.#rows) {
      if (keys.has(key)) continue;
      this.#rows.delete(key);
      this.#leave(row.node);
    }
    let next = this.list.firstElementChild;
    for (const item of wanted) {
      while (next?.classList.contains("leaving")) next = next.nextElementSibling;
      const node = this.#row(item, fresh);
      if (node === next) next = next.nextElementSibling;
      else {
        if (node.replaced && node.replaced === next) next = next.nextElementSibling;
        node.replaced?.remove();
        this.list.insertBefore(node, next);
      }
      node.replaced = null;
    }
    this.#restore(held);
    this.#tabStops();
    if (this.#atEnd) this.toEnd();
  }

  typing(words) {
    this.list.querySelector(".typing")?.remove();
    if (!words) return;
    this.list.append(h("li", { class: "typing", "aria-label": words }, h("span", { class: "dots" }, h("i", {}), h("i", {}), h("i", {}))));
    if (this.#atEnd) this.toEnd();
  }

  forget() {
    this.#rows.clear();
    this.list.replaceChildren();
  }

  toEnd(seen = false) {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.#atEnd = true;
    this.#count(0);
    if (seen) this.focus(true);
  }

  arrived() {
    if (!this.#atEnd) this.#count(this.#unseen + 1);
  }

  goTo(id) {
    const row = [...this.#rows.values()].find(({ ids }) => ids.includes(id))?.node;
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.remove("flash");
    void row.offsetWidth;
    row.classList.add("flash");
    row.focus({ preventScroll: true });
  }

  /** Puts the focus on the newest message, or on the one that was last in hand. */
  focus(newest = false) {
    const row = !newest && this.#current?.isConnected ? this.#current : [...this.list.querySelectorAll(".row")].at(-1);
    row?.focus();
    return Boolean(row);
  }

  /** Marks a button as waiting, or no longer. */
  busy(id, data, waits) {
    const row = [...this.#rows.values()].find(({ ids }) => ids.includes(id))?.node;
    for (const key of row?.querySelectorAll(".key") ?? []) {
      if (key.dataset.data !== data) continue;
      if (waits) key.setAttribute("aria-busy", "true");
      else key.removeAttribute("aria-busy");
    }
  }

  #items(messages) {
    const { zone } = this.column.store;
    const items = [];
    let today = null;
    for (const message of messages) {
      const date = day(message.date, zone);
      if (date !== today) items.push({ key: `day ${date}`, kind: "day", date });
      today = date;
      const before = items.at(-1);
      if (message.service) items.push({ key: `note ${message.id}`, kind: "note", messages: [message] });
      else if (message.album && before.album === message.album) before.messages.push(message);
      else items.push(this.#message(message, before));
    }
    items.forEach((item, index) => {
      item.last = item.kind === "message" && !items[index + 1]?.joins;
    });
    return items;
  }

  #message(message, before) {
    const { chat, speaker, topic } = this.column;
    const sender = message.sender.title ?? message.sender.id;
    const joins =
      before.kind === "message" && before.sender === sender && before.thread === message.thread && message.date - before.date < TOGETHER_SECONDS;
    const name = chat.topics.find((one) => one.id === message.thread)?.name ?? null;
    return {
      key: `message ${message.id}`,
      kind: "message",
      messages: [message],
      album: message.album,
      sender,
      thread: message.thread,
      date: message.date,
      joins,
      first: !joins,
      mine: !message.sender.title && message.sender.id === speaker,
      named: !chat.private,
      topic: !joins && topic === null ? name : null,
    };
  }

  #row(item, fresh) {
    const kept = this.#rows.get(item.key);
    const look = [item.first, item.last, item.mine, item.named, item.topic, spoken()];
    const sign = JSON.stringify([item.messages?.map(({ id, stamp, reply }) => [id, stamp, reply?.text]), look]);
    if (kept?.sign === sign) return kept.node;
    const node = this.#make(item);
    node.replaced = kept?.node ?? null;
    const ids = item.messages?.map(({ id }) => id) ?? [];
    for (const id of ids) if (fresh.has(id)) node.classList.add(fresh.get(id));
    if (kept && this.#current === kept.node) this.#current = node;
    this.#rows.set(item.key, { sign, node, ids });
    return node;
  }

  #make(item) {
    if (item.kind === "day") return h("li", { class: "day" }, h("span", {}, item.date));
    if (item.kind === "note") return noteRow(item.messages[0]);
    return bubbleRow(item, this.column.ways);
  }

  #leave(node) {
    node.classList.add("leaving");
    const gone = node.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 180 });
    gone.onfinish = gone.oncancel = () => node.remove();
  }

  /** What has the focus in here, so that an edit does not take it away. */
  #held() {
    const at = document.activeElement;
    const row = this.list.contains(at) ? at.closest(".row") : null;
    if (!row) return null;
    const stops = [...row.querySelectorAll(TABBABLE)];
    return { id: Number(row.dataset.id), label: at === row ? null : at.textContent, index: stops.indexOf(at) };
  }

  #restore(held) {
    if (!held || this.list.contains(document.activeElement)) return;
    const row = [...this.#rows.values()].find(({ ids }) => ids.includes(held.id))?.node;
    if (!row) return this.column.composer.input.focus({ preventScroll: true });
    const keys = [...row.querySelectorAll(".key")];
    const same = held.label === null ? row : (keys.find((key) => key.textContent === held.label) ?? keys[0] ?? row);
    same.focus({ preventScroll: true });
  }

  #makeCurrent(row) {
    if (!row || row === this.#current) return;
    this.#current = row;
    this.#tabStops();
  }

  /** One row of the chat is a stop for Tab, with its buttons; so are the newest buttons. */
  #tabStops() {
    const rows = [...this.list.querySelectorAll(".row:not(.leaving)")];
    if (!this.#current?.isConnected) this.#current = null;
    const current = this.#current ?? rows.at(-1);
    const newest = rows.findLast((row) => row.querySelector(".key"));
    for (const row of rows) {
      row.tabIndex = row === current ? 0 : -1;
      const stop = row === current || row === newest ? 0 : -1;
      for (const node of row.querySelectorAll(TABBABLE)) node.tabIndex = stop;
    }
  }

  #key(event) {
    const row = event.target.closest?.(".row");
    if (!row || event.target !== row) return;
    const rows = [...this.list.querySelectorAll(".row:not(.leaving)")];
    const at = rows.indexOf(row);
    const next = { ArrowUp: rows[at - 1], ArrowDown: rows[at + 1], Home: rows[0], End: rows.at(-1) }[event.key];
    if (next) next.focus();
    else if (event.key === "ArrowDown") this.column.composer.input.focus();
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") this.column.neighbour(event.key === "ArrowLeft" ? -1 : 1);
    else if (event.key === "r") this.column.reply(Number(row.dataset.id));
    else if (event.key === "Enter") row.querySelector(".more").click();
    else return;
    event.preventDefault();
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    // What grows below (a picture that loads) moves nobody; only scrolling up leaves the end.
    const up = scrollTop < this.#top - 4;
    this.#top = scrollTop;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END) this.#atEnd = true;
    else if (up) this.#atEnd = false;
    this.jump.hidden = this.#atEnd;
    if (up) this.scroller.classList.add("scrolling");
    clearTimeout(this.#still);
    this.#still = setTimeout(() => this.scroller.classList.remove("scrolling"), STILL_MS);
    if (this.#atEnd) this.#count(0);
  }

  #count(unseen) {
    this.#unseen = unseen;
    this.jump.lastChild.textContent = unseen || "";
    this.jump.setAttribute("aria-label", unseen ? t("newMessages", { n: unseen }) : t("toEnd"));
  }
}

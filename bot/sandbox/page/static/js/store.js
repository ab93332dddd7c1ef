// The world as far as this page knows it, and the stream that keeps it true.

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;
const TYPING_MS = 5500;

export class Store extends EventTarget {
  chats = new Map();
  messages = new Map();
  people = [];
  bot = null;
  build = null;
  run = null;
  zone = "Asia/Jakarta";
  #wait = FIRST_WAIT_MS;
  #typing = new Map();

  listen() {
    const source = new EventSource("/events");
    source.onmessage = (told) => {
      this.#wait = FIRST_WAIT_MS;
      for (const event of JSON.parse(told.data)) this.#apply(event);
    };
    source.onopen = () => this.#tell("line", { up: true });
    source.onerror = () => {
      this.#tell("line", { up: false });
      source.close();
      setTimeout(() => this.listen(), this.#wait);
      this.#wait = Math.min(2 * this.#wait, LONGEST_WAIT_MS);
    };
  }

  latest(chatId) {
    return [...(this.messages.get(chatId)?.values() ?? [])].at(-1);
  }

  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #apply(event) {
    switch (event.event) {
      case "state":
        return this.#begin(event);
      case "bot":
        this.bot = event.bot;
        return this.#tell("bot");
      case "chat":
        this.people = event.people;
        this.chats.set(event.chat, event.view);
        return this.#tell("chat", { id: event.chat });
      case "sent":
      case "edited":
        return this.#put(event);
      case "deleted":
        this.chats.set(event.chat, event.view);
        this.messages.get(event.chat)?.delete(event.id);
        return this.#tell("chat", { id: event.chat });
      case "typing":
        return this.#type(event);
      case "answered":
        return this.#tell("answered", event);
    }
  }

  #begin(state) {
    if (this.build !== null && this.build !== state.build) return location.reload();
    const again = this.run !== null;
    const restarted = again && this.run !== state.run;
    Object.assign(this, {
      build: state.build,
      run: state.run,
      zone: state.zone,
      title: state.title,
      note: state.note,
      turns: state.turns,
      bot: state.bot,
      people: state.people,
      clock: { now: state.now, at: performance.now() },
    });
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.messages = new Map(
      state.chats.map((chat) => [
        chat.id,
        new Map(state.messages[chat.id].map((message) => [message.id, message])),
      ]),
    );
    for (const chat of this.chats.values()) chat.typing = null;
    this.#tell("state", { again, restarted });
  }

  #put({ event, chat, view, message }) {
    view.typing = event === "sent" && message.sender.bot ? null : (this.chats.get(chat)?.typing ?? null);
    this.chats.set(chat, view);
    const kept = this.messages.get(chat) ?? new Map();
    this.messages.set(chat, kept);
    const known = kept.has(message.id);
    kept.set(message.id, message);
    this.#tell(known ? "edited" : "sent", { id: chat, message });
  }

  #type({ chat, action }) {
    const view = this.chats.get(chat);
    if (!view) return;
    view.typing = action;
    clearTimeout(this.#typing.get(chat));
    this.#typing.set(
      chat,
      setTimeout(() => {
        const now = this.chats.get(chat);
        if (now) now.typing = null;
        this.#tell("chat", { id: chat });
      }, TYPING_MS),
    );
    this.#tell("chat", { id: chat });
  }
}

export class Refused extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** Does something in the world; the stream brings what comes of it. */
export async function act(name, fields = {}, files = []) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) form.append(key, value);
  }
  for (const file of files) form.append("file", file, file.name ?? "photo.jpg");
  let answer;
  try {
    answer = await fetch(`/do/${name}`, { method: "POST", body: form });
  } catch {
    throw new Refused("offline");
  }
  const result = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(result.refused ?? "impossible");
  return result;
}

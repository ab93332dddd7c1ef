// Text with entities as elements. Offsets are UTF-16 units, as JavaScript's strings count.

import { h } from "./dom.js";

const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);
const PLAIN = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};
const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]);

function safeAddress(address) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
    return SAFE.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** What a link into the bot asks for, or null for any other link. */
export function intoBot(address, bot) {
  const url = safeAddress(address);
  if (!url || !["t.me", "telegram.me"].includes(url.hostname)) return null;
  if (url.pathname.replaceAll("/", "").toLowerCase() !== (bot.username ?? "").toLowerCase()) return null;
  return { link: `https://t.me/${bot.username}${url.search}`, group: url.searchParams.has("startgroup") };
}

function link(address, ways) {
  const url = safeAddress(address);
  if (!url) return h("span", {});
  const deep = intoBot(address, ways.bot);
  if (!deep) return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" });
  return h("a", {
    href: url.href,
    onclick: (event) => {
      event.preventDefault();
      ways.follow(deep);
    },
  });
}

function element(entity, inner, ways) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url ?? "", ways);
    case "url":
      return link(inner, ways);
    case "email":
      return h("a", { href: `mailto:${inner}` });
    case "bot_command":
      return h("button", { type: "button", class: "command", onclick: () => ways.say(inner) });
    case "spoiler":
      return spoiler();
    case "expandable_blockquote":
      return h("blockquote", { class: "long" });
    case "code":
      return h("code", { onclick: () => ways.copy(inner), title: ways.copyLabel });
    case "mention":
    case "hashtag":
    case "text_mention":
      return h("span", { class: "tag" });
    default:
      return h(PLAIN[entity.type] ?? "span", {});
  }
}

function spoiler() {
  const show = (event) => {
    const node = event.currentTarget;
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    if (node.classList.contains("shown")) return;
    event.preventDefault();
    node.classList.add("shown");
  };
  return h("span", { class: "spoiler", role: "button", tabindex: "0", onclick: show, onkeydown: show });
}

/** Fills `into` with the text; `ways` are what links, commands and code do. */
export function write(into, text, entities, ways) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const open = [{ node: into, end: text.length }];
  let at = 0;
  const advance = (to) => {
    if (to > at) open.at(-1).node.append(text.slice(at, to));
    at = Math.max(at, to);
  };
  const closeUntil = (position) => {
    while (open.length > 1 && open.at(-1).end <= position) {
      advance(open.at(-1).end);
      open.pop();
    }
  };
  for (const entity of sorted) {
    closeUntil(entity.offset);
    advance(entity.offset);
    const end = Math.min(entity.offset + entity.length, open.at(-1).end);
    if (end <= at) continue;
    const node = element(entity, text.slice(entity.offset, end), ways);
    open.at(-1).node.append(node);
    open.push({ node, end });
  }
  closeUntil(text.length);
  advance(text.length);
  tidyBlocks(into);
}

/** A block breaks the line by itself: the line break that stood beside it goes. */
function tidyBlocks(into) {
  for (const node of into.childNodes) {
    if (!BLOCKS.has(node.nodeName)) continue;
    const { previousSibling: before, nextSibling: after } = node;
    if (before?.nodeType === Node.TEXT_NODE) before.data = before.data.replace(/\n$/, "");
    if (after?.nodeType === Node.TEXT_NODE) after.data = after.data.replace(/^\n/, "");
  }
}

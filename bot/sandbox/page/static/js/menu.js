// A small menu beside the button that opened it: arrows move, Escape closes.

import { button, h } from "./dom.js";
import { icon } from "./icons.js";

const EDGE = 8;

function place(menu, anchor) {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.min(Math.max(EDGE, box.right - width), innerWidth - width - EDGE);
  const below = box.bottom + 4;
  const top = below + height + EDGE > innerHeight ? Math.max(EDGE, box.top - height - 4) : below;
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}

function walk(menu, event) {
  const items = [...menu.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) {
    if (event.key === "Tab") menu.hidePopover();
    return;
  }
  event.preventDefault();
  items.at(next % items.length).focus();
}

/** `items` are {label, icon, hint, danger, run}; empty ones are left out. */
export function openMenu(anchor, label, items) {
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", "aria-label": label });
  const choose = (item) => () => {
    menu.hidePopover();
    anchor.focus();
    item.run();
  };
  for (const item of items.filter(Boolean)) {
    menu.append(
      button(
        { role: "menuitem", class: item.danger ? "danger" : null, tabindex: "-1", onclick: choose(item) },
        icon(item.icon),
        h("span", { class: "label" }, item.label, item.hint ? h("small", {}, item.hint) : null),
      ),
    );
  }
  menu.addEventListener("keydown", (event) => walk(menu, event));
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "open") return;
    anchor.setAttribute("aria-expanded", "false");
    const held = menu.contains(document.activeElement);
    menu.remove();
    if (held) anchor.focus();
  });
  document.body.append(menu);
  menu.showPopover();
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  menu.querySelector("[role=menuitem]")?.focus();
}

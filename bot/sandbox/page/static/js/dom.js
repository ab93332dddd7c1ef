// Elements made by hand: text is always a text node, markup is never read from a string.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "dataset") Object.assign(node.dataset, value);
    else if (name === "class") node.setAttribute("class", value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

export function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/** A real button; it never submits a form by accident. */
export function button(props, ...children) {
  return h("button", { type: "button", ...props }, ...children);
}

const COLOURS = 8;

/** One of the colours for a person or a group, always the same one. */
export function colour(name, id) {
  let sum = Math.abs(Number(id)) % 9973;
  for (const sign of name) sum = (sum * 31 + sign.codePointAt(0)) % 9973;
  return sum % COLOURS;
}

export function avatar(name, id) {
  const letters = name
    .split(/\s+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => [...part].find((sign) => /[\p{L}\p{N}]/u.test(sign)))
    .slice(0, 2)
    .join("")
    .toUpperCase();
  return h(
    "span",
    { class: "avatar", "aria-hidden": "true", dataset: { colour: colour(name, id) } },
    letters || "?",
  );
}

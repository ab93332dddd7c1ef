// Questions that stand before the page until they are answered.

import { avatar, button, h } from "./dom.js";
import { icon } from "./icons.js";
import { mapCard } from "./mapcard.js";
import { SAMPLES, sample } from "./samples.js";
import { LANGUAGES, t } from "./words.js";

/** Opens a dialog; `send` may refuse to close by returning false. */
function ask({ title, body, verb, send, wide, ready }) {
  const done = verb ? h("button", { type: "submit", class: "primary" }, verb) : null;
  const form = h(
    "form",
    { method: "dialog" },
    h("header", {}, h("h2", {}, title), button({ class: "round", "aria-label": t("close"), onclick: () => dialog.close() }, icon("close"))),
    h("div", { class: "body" }, body),
    done ? h("footer", {}, button({ class: "quiet", onclick: () => dialog.close() }, t("cancel")), done) : null,
  );
  const dialog = h("dialog", { class: wide ? "wide" : null, "aria-label": title }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    done.disabled = true;
    const stay = (await send()) === false;
    done.disabled = false;
    if (!stay) dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  ready?.(dialog, done);
  return dialog;
}

function field(label, input) {
  return h("label", { class: "field" }, h("span", {}, label), input);
}

function choice(options, chosen) {
  return h(
    "select",
    {},
    options.map(([value, label]) => h("option", { value, selected: String(value) === String(chosen) }, label)),
  );
}

export function alertBox(title, text) {
  const dialog = ask({ title, body: h("p", { class: "told" }, text), verb: t("ok"), send: () => true });
  dialog.querySelector(".quiet").remove();
  dialog.querySelector(".primary").focus();
}

export function askName(title, label, verb, send) {
  const input = h("input", { type: "text", maxlength: "64", required: true, autocomplete: "off" });
  ask({ title, body: field(label, input), verb, send: () => send(input.value.trim()), ready: () => input.focus() });
}

export function askPerson(send) {
  const name = h("input", { type: "text", maxlength: "64", required: true, autocomplete: "off" });
  const names = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });
  const language = choice([...LANGUAGES, "jv"].map((code) => [code, names.of(code)]), "id");
  ask({
    title: t("addPerson"),
    body: [field(t("name"), name), field(t("language"), language)],
    verb: t("add"),
    send: () => send(name.value.trim(), language.value),
    ready: () => name.focus(),
  });
}

export function askGroup(people, owner, send) {
  const name = h("input", { type: "text", maxlength: "128", required: true, autocomplete: "off" });
  const who = choice(people.map((one) => [one.id, one.name]), owner);
  ask({
    title: t("addGroup"),
    body: [field(t("groupName"), name), field(t("groupOwner"), who)],
    verb: t("add"),
    send: () => send(name.value.trim(), Number(who.value)),
    ready: () => name.focus(),
  });
}

export function askMember(people, send) {
  const row = (one) =>
    button(
      {
        class: "personrow",
        onclick: async () => {
          if ((await send({ person: one.id })) !== false) dialog.close();
        },
      },
      avatar(one.name, one.id),
      h("span", {}, one.name),
    );
  const name = h("input", { type: "text", maxlength: "64", autocomplete: "off" });
  const dialog = ask({
    title: t("addMember"),
    body: [h("div", { class: "list" }, people.map(row)), field(t("addPerson"), name)],
    verb: t("add"),
    send: () => (name.value.trim() ? send({ name: name.value.trim() }) : false),
  });
}

/** Whom a link into the bot is opened as, or which group it adds the bot to. */
export function askLink({ link, people, chosen, groups, copy, send }) {
  const who = choice(people.map((one) => [one.id, one.name]), chosen);
  const where = groups ? choice(groups.map((one) => [one.id, one.name]), groups[0]?.id) : null;
  ask({
    title: groups ? t("linkGroup") : t("linkTitle"),
    body: [
      h("p", { class: "address" }, h("span", {}, link), button({ class: "round", "aria-label": t("copyText"), onclick: () => copy(link) }, icon("copy"))),
      groups ? field(t("group"), where) : field(t("linkAs"), who),
    ],
    verb: t("linkOpen"),
    send: () => send(groups ? chosen : Number(who.value), where ? Number(where.value) : null),
    ready: (_, done) => done.focus(),
  });
}

const PLACES = [
  ["SDN 3 Cibinong, Kab. Bogor", -6.4816, 106.856],
  ["Monas, Jakarta Pusat", -6.1754, 106.8272],
  ["Alun-alun Bandung", -6.9218, 107.607],
  ["Simpang Lima, Semarang", -6.9903, 110.4229],
  ["Tugu Yogyakarta", -7.7829, 110.3671],
  ["Tunjungan, Surabaya", -7.2625, 112.7394],
  ["Lapangan Merdeka, Medan", 3.5912, 98.6775],
  ["Pantai Losari, Makassar", -5.144, 119.4077],
  ["Puputan, Denpasar", -8.6573, 115.217],
  ["Taman Imbi, Jayapura", -2.5337, 140.7181],
];

export function askPlace(send) {
  const number = (value, limit) => h("input", { type: "number", step: "any", min: -limit, max: limit, value, required: true, inputmode: "decimal" });
  const latitude = number(PLACES[0][1], 90);
  const longitude = number(PLACES[0][2], 180);
  const shown = h("div", { class: "preview" });
  const show = () => shown.replaceChildren(mapCard({ latitude: Number(latitude.value), longitude: Number(longitude.value) }));
  const radios = PLACES.map(([name, lat, lon], index) => {
    const radio = h("input", { type: "radio", name: "place", checked: index === 0 });
    radio.addEventListener("change", () => {
      latitude.value = lat;
      longitude.value = lon;
      show();
    });
    return h("label", { class: "placerow" }, radio, h("span", {}, name));
  });
  const typed = () => {
    for (const radio of shown.closest("form").querySelectorAll("[type=radio]")) radio.checked = false;
    show();
  };
  latitude.addEventListener("input", typed);
  longitude.addEventListener("input", typed);
  show();
  ask({
    title: t("pickPlace"),
    body: [shown, h("div", { class: "places" }, radios), h("div", { class: "two" }, field(t("latitude"), latitude), field(t("longitude"), longitude))],
    verb: t("send"),
    send: () => send(Number(latitude.value), Number(longitude.value)),
    ready: (dialog) => dialog.querySelector("[type=radio]").focus(),
  });
}

/** Photos to send: drawn samples and files from this device; each can be taken out again. */
export function askPhotos(first, send) {
  const chosen = new Set();
  const caption = h("input", { type: "text", maxlength: "1024", autocomplete: "off" });
  const input = h("input", { type: "file", accept: "image/*,video/*", multiple: true, hidden: true });
  const grid = h("div", { class: "photos" });
  let verb;
  const count = () => {
    verb.disabled = chosen.size === 0;
    verb.textContent = chosen.size > 1 ? t("sendCount", { n: chosen.size }) : t("send");
  };
  const tile = (file, label, on) => {
    const address = URL.createObjectURL(file);
    const look = file.type.startsWith("video/") ? h("video", { src: address, muted: true }) : h("img", { src: address, alt: "" });
    const node = button(
      {
        class: "tile",
        "aria-pressed": String(on),
        "aria-label": label,
        onclick: () => {
          const picked = chosen.delete(file) ? false : Boolean(chosen.add(file));
          node.setAttribute("aria-pressed", String(picked));
          count();
        },
      },
      look,
      h("span", { class: "tick" }, icon("check")),
    );
    if (on) chosen.add(file);
    return node;
  };
  input.addEventListener("change", () => {
    for (const file of input.files) grid.append(tile(file, file.name, true));
    count();
  });
  ask({
    title: t("photosTitle"),
    wide: true,
    body: [grid, input, button({ class: "quiet", onclick: () => input.click() }, icon("photo"), t("choosePhotos")), field(t("caption"), caption)],
    verb: t("send"),
    send: () => send([...chosen], caption.value.trim()),
    ready: async (dialog, done) => {
      verb = done;
      for (const file of first) grid.append(tile(file, file.name, true));
      count();
      for (const [index, { key }] of SAMPLES.entries()) grid.append(tile(await sample(index), t(key), false));
      (first.length ? caption : grid.querySelector(".tile")).focus();
    },
  });
}

export function lightbox(address, words) {
  const dialog = h(
    "dialog",
    { class: "light", "aria-label": words, onclick: () => dialog.close(), onclose: () => dialog.remove() },
    h("img", { src: address, alt: words }),
    button({ class: "round", "aria-label": t("close") }, icon("close")),
  );
  document.body.append(dialog);
  dialog.showModal();
}

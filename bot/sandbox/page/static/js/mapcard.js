// A pin on a drawn map: streets made up from the coordinates, the same ones every time.

import { h, svg } from "./dom.js";
import { spoken, t } from "./words.js";

const WIDTH = 320;
const HEIGHT = 150;

function dice(seed) {
  let state = Math.floor(seed) >>> 0 || 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

function degrees(value, positive, negative) {
  const locale = spoken() === "en" ? "en-GB" : "id-ID";
  const digits = { minimumFractionDigits: 4, maximumFractionDigits: 4 };
  return `${Math.abs(value).toLocaleString(locale, digits)}° ${value < 0 ? negative : positive}`;
}

function coordinates({ latitude, longitude }) {
  const [north, south, east, west] = spoken() === "en" ? ["N", "S", "E", "W"] : ["LU", "LS", "BT", "BB"];
  return `${degrees(latitude, north, south)}, ${degrees(longitude, east, west)}`;
}

function streets(roll) {
  const lines = [];
  const slope = (roll() - 0.5) * 60;
  for (let index = -1; index < 6; index += 1) {
    const x = index * 64 + roll() * 34;
    lines.push(`M${x} -10L${x + slope} ${HEIGHT + 10}`);
  }
  for (let index = 0; index < 4; index += 1) {
    const y = index * 44 + roll() * 24;
    lines.push(`M-10 ${y}L${WIDTH + 10} ${y - slope / 2}`);
  }
  return lines.join("");
}

function drawing(place) {
  const roll = dice(Math.abs(place.latitude * 91331 + place.longitude * 74093) * 10);
  const river = 20 + roll() * 100;
  const park = { x: 20 + roll() * 190, y: 8 + roll() * 70, width: 50 + roll() * 46, height: 34 + roll() * 30 };
  const main = HEIGHT * (0.3 + roll() * 0.4);
  return svg(
    "svg",
    { class: "map", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
    svg("rect", { class: "land", width: WIDTH, height: HEIGHT }),
    svg("rect", { class: "park", ...park, rx: 7 }),
    svg("path", {
      class: "river",
      d: `M-10 ${river}C${80 + roll() * 40} ${river - 60} ${190 + roll() * 30} ${river + 70} ${WIDTH + 10} ${river - 20 + roll() * 40}`,
    }),
    svg("path", { class: "street", d: streets(roll) }),
    svg("path", { class: "road", d: `M-10 ${main}L${WIDTH + 10} ${HEIGHT - main}` }),
    svg("path", { class: "road", d: `M${WIDTH * 0.5} -10L${WIDTH * (0.4 + roll() * 0.2)} ${HEIGHT + 10}` }),
    svg("ellipse", { class: "shade", cx: WIDTH / 2, cy: HEIGHT / 2 + 1, rx: 9, ry: 3.5 }),
    svg("path", {
      class: "pin",
      d: "M0 0S15-14.5 15-25.5A15 15 0 0 0-15-25.5C-15-14.5 0 0 0 0Z",
      transform: `translate(${WIDTH / 2} ${HEIGHT / 2})`,
    }),
    svg("circle", { class: "eye", cx: WIDTH / 2, cy: HEIGHT / 2 - 25, r: 5.5 }),
  );
}

export function mapCard(place) {
  const where = coordinates(place);
  return h(
    "figure",
    { class: "place", "aria-label": `${t("place")}: ${where}` },
    drawing(place),
    h("figcaption", {}, place.live ? `${where} · ${t("live")}` : where),
  );
}

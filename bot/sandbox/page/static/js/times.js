// Days and hours in the zone that the app names.

import { spoken } from "./words.js";

const made = new Map();

function format(name, zone, options) {
  const key = `${name} ${zone} ${spoken()}`;
  if (!made.has(key)) {
    const locale = spoken() === "en" ? "en-GB" : "id-ID";
    made.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  }
  return made.get(key);
}

export function day(seconds, zone) {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return format("day", zone, options).format(seconds * 1000);
}

export function hour(seconds, zone) {
  return format("hour", zone, { hour: "2-digit", minute: "2-digit" }).format(seconds * 1000);
}

export function moment(seconds, zone) {
  const options = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  return format("moment", zone, options).format(seconds * 1000);
}

export function size(bytes) {
  const units = ["B", "KB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  const locale = spoken() === "en" ? "en-GB" : "id-ID";
  return `${value.toLocaleString(locale, { maximumFractionDigits: digits })} ${units[unit]}`;
}

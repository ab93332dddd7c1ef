// What one browser remembers: never needed, so a browser without storage works as well.

export function recall(name, otherwise) {
  try {
    const kept = localStorage.getItem(name);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch {
    return otherwise;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Storage is off or full: the choice holds until the page closes.
  }
}

const THEMES = ["auto", "light", "dark"];

export function theme() {
  return document.documentElement.dataset.theme ?? "auto";
}

export function nextTheme() {
  const next = THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length];
  if (next === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // As above.
  }
  return next;
}

export function firstLanguage() {
  const kept = recall("language", null);
  if (kept) return kept;
  return (navigator.languages?.[0] ?? "id").toLowerCase().startsWith("en") ? "en" : "id";
}

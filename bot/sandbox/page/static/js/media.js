// Pictures, films, sound and files in a bubble.

import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { size } from "./times.js";
import { t } from "./words.js";

function picture(message, ways) {
  const image = h("img", {
    src: message.media.url,
    alt: message.text || t("photoOf", { name: message.sender.name }),
    decoding: "async",
    draggable: "false",
  });
  image.addEventListener("error", () => image.replaceWith(h("span", { class: "broken" }, icon("photo"))));
  return button(
    { class: "picture", "aria-label": image.alt, onclick: () => ways.enlarge(message.media.url, image.alt) },
    image,
  );
}

function film(message) {
  return h("video", { class: "film", src: message.media.url, controls: true, preload: "metadata", playsinline: true });
}

function file(media) {
  const name = media.name ?? t("file");
  return h(
    "a",
    { class: "file", href: media.url, download: name },
    h("span", { class: "badge" }, icon("file")),
    h("span", { class: "facts" }, h("span", { class: "name" }, name), h("span", { class: "size" }, size(media.size))),
  );
}

function sound(media) {
  const label = `${t("voice")}, ${media.seconds} s`;
  return h(
    "div",
    { class: "sound" },
    h("audio", { src: media.url, controls: true, preload: "metadata", "aria-label": label }),
    h("span", { class: "size" }, label),
  );
}

/** The part of a bubble that is not words. */
export function mediaOf(message, ways) {
  const { media } = message;
  switch (media.kind) {
    case "photo":
      return picture(message, ways);
    case "video":
    case "video_note":
      return film(message);
    case "voice":
      return sound(media);
    case "sticker":
      return h("span", { class: "sticker" }, media.emoji ?? t("sticker"));
    default:
      return file(media);
  }
}

/** Several messages of one album as one grid. */
export function album(messages, ways) {
  const seen = messages.filter(({ media }) => ["photo", "video"].includes(media.kind));
  if (seen.length < messages.length) return messages.map((message) => mediaOf(message, ways));
  return h("div", { class: "album", dataset: { count: Math.min(messages.length, 4) } }, messages.map((message) => mediaOf(message, ways)));
}

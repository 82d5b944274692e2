// The list of conversations.

import { word } from "./words.js";

export function drawPlaces(list, places, current, onOpen) {
  const focused = document.activeElement?.id;
  const news = new Set([...list.querySelectorAll(".new")].map((button) => button.id));
  list.replaceChildren(
    ...places.map((place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.id = `place-${place.id}`;
      button.textContent = titleOf(place);
      if (place.id === current.id) button.setAttribute("aria-current", "page");
      else if (news.has(button.id)) button.classList.add("new");
      button.onclick = () => onOpen(place);
      const row = document.createElement("li");
      row.append(button);
      return row;
    }),
  );
  if (focused?.startsWith("place-")) document.getElementById(focused)?.focus();
}

export function titleOf({ kind, title }) {
  if (kind === "personal") return word("personal");
  return `${title} (${word(kind === "channel" ? "channel" : "group").toLowerCase()})`;
}

/** Shows that something new is in a conversation that isn't open. */
export function markNew(conversation) {
  document.getElementById(`place-${conversation}`)?.classList.add("new");
}

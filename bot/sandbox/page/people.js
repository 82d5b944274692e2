// The person picker, pictures of people without pictures, and the theme.

import { word } from "./words.js";

const TONES = 6;

export function drawPeople(list, people) {
  list.replaceChildren(
    ...people.map((person) => {
      const link = document.createElement("a");
      link.href = `#${person.id}`;
      link.append(avatar(person.name), line("strong", person.name), badges(person));
      if (person.title) link.append(line("span", person.title, "title"));
      link.append(line("span", person.note, "note"));
      const row = document.createElement("li");
      row.append(link);
      return row;
    }),
  );
}

/** A circle with initials; the bot's has its mark. */
export function avatar(name) {
  const made = line("span", name ? initials(name) : "", name ? `avatar tone-${tone(name)}` : "avatar bot-mark");
  made.ariaHidden = "true";
  return made;
}

function initials(name) {
  const words = name.split(/\s+/).filter((each) => /^\p{L}/u.test(each));
  return [words[0], words.at(-1)].map((each) => each?.[0] ?? "").join("").toUpperCase();
}

const tone = (name) => [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % TONES;

function badges(person) {
  const made = line("span", "", "badges");
  if (person.guest) made.append(line("span", word("guest"), "badge"));
  if (person.locale.startsWith("da")) made.append(line("span", word("danish"), "badge"));
  return made;
}

function line(tag, text, kind = "") {
  const made = document.createElement(tag);
  made.className = kind;
  made.textContent = text;
  return made;
}

/** The theme: what the person chose here before, or else what the machine prefers. */
export function themeSwitch(button, onChange) {
  const machine = window.matchMedia("(prefers-color-scheme: dark)");
  const current = () => localStorage.getItem("theme") ?? (machine.matches ? "dark" : "light");
  const apply = () => {
    document.documentElement.dataset.theme = current();
    button.setAttribute("aria-pressed", String(current() === "dark"));
    onChange();
  };
  button.onclick = () => {
    localStorage.setItem("theme", current() === "dark" ? "light" : "dark");
    apply();
  };
  machine.onchange = apply;
  apply();
  return current;
}

// The person picker, and the bar's switches: theme, language, clock.

import { post } from "./api.js";
import { dayAndTime, word } from "./words.js";

export function drawPeople(list, people) {
  list.replaceChildren(
    ...people.map((person) => {
      const link = document.createElement("a");
      link.href = `#${person.id}`;
      const name = document.createElement("strong");
      name.textContent = person.title ? `${person.name}, ${person.title}` : person.name;
      const note = document.createElement("span");
      note.textContent = person.note;
      link.append(name, note);
      const row = document.createElement("li");
      row.append(link);
      return row;
    }),
  );
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

/** The company's clock: shown, ticking, and moved forward by buttons with `data-minutes`. */
export function clock(element, buttons) {
  let ahead = 0;
  const draw = () => {
    element.textContent = dayAndTime(new Date(Date.now() + ahead));
    element.title = word("clock");
  };
  const set = (now) => {
    ahead = new Date(now) - Date.now();
    draw();
  };
  for (const button of buttons) {
    button.onclick = async () => set((await post("/sandbox/clock", { minutes: Number(button.dataset.minutes) })).now);
  }
  setInterval(draw, 10_000);
  return set;
}

// The company's clock: shown, ticking, and moved forward by buttons with `data-minutes`.

import { post } from "./api.js";
import { dayAndTime, word } from "./words.js";

/** `moved` is where a move is announced; `set(now)` puts the clock right, `draw()` says the time in today's language. */
export function companyClock(element, moved, buttons, onFault) {
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const draw = () => {
    element.textContent = dayAndTime(now());
    element.dateTime = now().toISOString();
    element.title = word("clock");
  };
  const set = (time) => {
    ahead = new Date(time) - Date.now();
    draw();
  };
  for (const button of buttons) {
    button.onclick = async () => {
      try {
        set((await post("/sandbox/clock", { minutes: Number(button.dataset.minutes) })).now);
        moved.textContent = `${word("clock")}: ${element.textContent}`;
      } catch {
        onFault();
      }
    };
  }
  setInterval(draw, 5_000);
  return { set, draw };
}

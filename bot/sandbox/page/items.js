// Draws one message.

import { drawCard, drawText } from "./cards.js";
import { avatar } from "./people.js";
import { time, word } from "./words.js";

const drawnCards = new WeakMap();

/** `does` holds what the person may do: press(item, action, inputs), signIn(item), say(text).
 *
 * `before` is the message as it is on the page now: a card that hasn't changed stays, with what is typed into it. */
export function drawItem(item, theme, does, before) {
  const article = document.createElement("article");
  article.id = `item-${item.id}`;
  article.className = `item ${item.role}`;
  article.tabIndex = -1;
  if (item.role !== "me") article.append(avatar(item.role === "bot" ? null : item.author));
  article.append(heading(item));
  const body = document.createElement("div");
  body.className = item.card ? "body card" : "body";
  if (item.text) body.append(drawText(item.text, item.role === "bot"));
  if (item.card) body.append(cardOf(item, theme, does, article, before));
  if (item.signIn) body.append(button(item.signIn.title, "primary", () => does.signIn(item)));
  if (body.childElementCount) article.append(body);
  if (item.notice) article.append(notice(item.notice));
  if (item.suggestions.length) article.append(offers(item.suggestions, does.say));
  return article;
}

function cardOf(item, theme, does, article, before) {
  const looks = JSON.stringify([item.card, theme]);
  const kept = before && drawnCards.get(before);
  const element = kept?.looks === looks ? kept.element : drawCard(item.card, theme, (action, inputs) => does.press(item, action, inputs));
  drawnCards.set(article, { looks, element });
  return element;
}

/** A row of things to say at a tap. */
export function offers(texts, say) {
  const row = document.createElement("div");
  row.className = "offers";
  for (const text of texts) row.append(button(text, "offer", () => say(text)));
  return row;
}

function heading(item) {
  const line = document.createElement("h2");
  line.className = "by";
  const author = document.createElement("span");
  author.className = "author";
  author.textContent = item.role === "me" ? word("you") : item.author;
  const when = document.createElement("time");
  when.dateTime = item.time;
  when.textContent = time(item.time);
  line.append(author, " ", when);
  for (const mark of ["targeted", "edited"]) {
    if (!item[mark]) continue;
    const note = document.createElement("span");
    note.className = mark;
    note.textContent = word(mark);
    line.append(" ", note);
  }
  return line;
}

function notice({ text, error }) {
  const line = document.createElement("p");
  line.className = error ? "notice error" : "notice";
  line.textContent = error ? `${word("error")}: ${text}` : text;
  return line;
}

function button(title, kind, onPress) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = kind;
  made.textContent = title;
  made.onclick = onPress;
  return made;
}

// A card without Microsoft's renderer: its texts, its fields, and its buttons with numbers.

import { leave } from "./leave.js";
import { word } from "./words.js";

const INSIDE = ["body", "items", "columns", "rows", "cells", "inlines", "choices"];

/** Everything is shown, folded or not; `onAction(action, inputs, button)` as with the renderer. */
export function drawPlain(card, onAction) {
  const element = document.createElement("div");
  element.className = "plain";
  const inputs = () => Object.fromEntries([...element.querySelectorAll("[data-input]")].map((field) => [field.dataset.input, valueOf(field)]));
  const { lines, actions } = read(card);
  const titles = new Set(actions.map((action) => action.title));
  element.append(...lines.filter((line) => !titles.has(line.textContent)), ...actions.map((action, at) => button(action, at + 1, inputs, onAction)));
  return element;
}

/** The lines and the actions of a card, in reading order. */
function read(value) {
  const found = { lines: [], actions: [] };
  const walk = (part) => {
    if (Array.isArray(part)) return part.forEach(walk);
    if (part === null || typeof part !== "object") return;
    const line = lineOf(part);
    if (line) found.lines.push(line);
    for (const name of INSIDE) if (!String(part.type).startsWith("Input.")) walk(part[name]);
    for (const action of [...(part.actions ?? []), part.selectAction]) {
      if (action?.card) walk(action.card);
      else if (action && action.type !== "Action.ToggleVisibility") found.actions.push(action);
    }
  };
  walk(value);
  return found;
}

function lineOf(part) {
  if (String(part.type).startsWith("Input.")) return field(part);
  if (part.title !== undefined && part.value !== undefined) return paragraph(`${part.title}: ${part.value}`);
  return part.text ? paragraph(part.text, part.weight === "bolder") : null;
}

function paragraph(text, strong = false) {
  const line = document.createElement("p");
  line.className = strong ? "strong" : "";
  line.textContent = text;
  return line;
}

function field(part) {
  const label = document.createElement("label");
  label.textContent = part.label ?? part.title ?? part.placeholder ?? part.id;
  const made = document.createElement(part.type === "Input.ChoiceSet" ? "select" : part.isMultiline ? "textarea" : "input");
  for (const choice of part.choices ?? []) made.append(new Option(choice.title, choice.value));
  if (part.type === "Input.Toggle") made.type = "checkbox";
  made.dataset.input = part.id;
  if (part.value) made.value = part.value;
  label.append(made);
  return label;
}

const valueOf = (field) => (field.type === "checkbox" ? String(field.checked) : field.value);

function button(action, number, inputs, onAction) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = `${number}. ${action.title ?? word("open")}`;
  made.onclick = () => (action.type === "Action.OpenUrl" ? leave(action.url) : onAction(action, inputs(), made));
  return made;
}

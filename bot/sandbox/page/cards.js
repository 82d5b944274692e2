// Draws Adaptive Cards with Microsoft's renderer, or as plain text where it isn't installed.

import { leave } from "./leave.js";
import { drawPlain } from "./plain_card.js";
import { word } from "./words.js";

const hostConfigs = {};
let cardsDrawn = 0;

const rendererThere = () => Boolean(window.AdaptiveCards && window.markdownit && hostConfigs.dark);

/** Loads the renderer and its two styles; whoever has not run `npm ci` never asks for it. */
export async function loadRenderer() {
  await Promise.all(["adaptivecards.js", "markdown-it.js"].map(script));
  for (const theme of ["light", "dark"]) {
    hostConfigs[theme] = await (await fetch(`/sandbox/page/hostconfig-${theme}.json`)).json();
  }
}

function script(name) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = `/sandbox/renderer/${name}`;
    element.onload = resolve;
    element.onerror = () => reject(new Error(name));
    document.head.append(element);
  });
}

/** A card as an element; `onAction(action, inputs)` gets the action as it stands in the card, and is awaited. */
export function drawCard(card, theme, onAction) {
  const holder = document.createElement("div");
  const once = whileNotBusy(holder, onAction);
  holder.append((rendererThere() && render(card, theme, once)) || drawPlain(card, once));
  if (card.lang) holder.lang = card.lang;
  return holder;
}

/** A second press while the first is under way does nothing; focus stays where it is. */
function whileNotBusy(holder, onAction) {
  return async (action, inputs, button) => {
    if (holder.ariaBusy === "true") return;
    holder.ariaBusy = "true";
    button?.classList.add("pressed");
    try {
      await onAction(action, inputs);
    } finally {
      holder.ariaBusy = null;
      button?.classList.remove("pressed");
    }
  };
}

/** Text of a message, with the Markdown that Teams knows. */
export function drawText(text, isMarkdown) {
  const element = document.createElement("div");
  element.className = "text";
  if (isMarkdown && rendererThere()) element.innerHTML = markdown(text);
  else element.textContent = text;
  return element;
}

function markdown(text) {
  // Raw HTML in a text stays text.
  return window.markdownit({ html: false, linkify: false, breaks: true }).render(text);
}

function render(card, theme, onAction) {
  const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text);
    result.didProcess = true;
  };
  const prefix = `card-${++cardsDrawn}-`;
  const { marked, originals } = markIds(card, prefix);
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(hostConfigs[theme]);
  drawn.onExecuteAction = (action) => {
    const original = originals.get(action.id);
    if (original.type === "Action.OpenUrl") return leave(original.url);
    if (original.type === "Action.ToggleVisibility") return; // folding is the renderer's own affair: nobody is asked
    const inputs = drawn.getAllInputs().map((input) => [input.id.slice(prefix.length), String(input.value ?? "")]);
    return onAction(original, Object.fromEntries(inputs), action.renderedElement);
  };
  drawn.parse(marked);
  const element = drawn.render();
  if (element) {
    showFolds(element);
    element.querySelectorAll(".ac-richTextBlock").forEach(offerCopy);
  }
  return element;
}

/** A copy of the card whose ids are the page's alone, and the way back from an action's id to the action. */
function markIds(card, prefix) {
  const originals = new Map();
  const copy = (value, key) => {
    if (Array.isArray(value)) return value.map((inner) => copy(inner, key));
    if (key === "targetElements" && typeof value === "string") return prefix + value;
    if (value === null || typeof value !== "object" || ["data", "refresh"].includes(key)) return value;
    const made = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner, name)]));
    if (made.id) made.id = prefix + made.id;
    if (made.elementId) made.elementId = prefix + made.elementId;
    if (String(value.type).startsWith("Action.")) {
      made.id = `${prefix}action-${originals.size}`;
      originals.set(made.id, value);
      delete made.fallback;
    }
    return made;
  };
  return { marked: copy(card), originals };
}

/** Says of every button that folds something out whether it has; it may fold something else in its place. */
function showFolds(element) {
  const folds = element.querySelectorAll("[aria-controls]");
  const update = () => {
    for (const button of folds) {
      const targets = button.getAttribute("aria-controls").split(" ").map((id) => element.querySelector(`#${CSS.escape(id)}`));
      const was = button.ariaExpanded;
      button.ariaExpanded = String(Boolean(targets[0]) && targets[0].style.display !== "none");
      if (was === "false" && button.ariaExpanded === "true") reveal(targets[0], button);
      for (const target of targets) target?.removeAttribute("aria-expanded"); // the renderer says it of what is folded, where it isn't allowed
    }
  };
  const folding = new MutationObserver(update);
  for (const target of element.querySelectorAll("[id]")) folding.observe(target, { attributeFilter: ["style"] });
  update();
}

/** Scrolls to what was folded out; when it is longer than the window, to its beginning with the button above it. */
function reveal(target, button) {
  const room = target.closest(".log")?.clientHeight ?? innerHeight;
  const fits = target.getBoundingClientRect().bottom - button.getBoundingClientRect().top < room;
  if (fits) target.scrollIntoView({ block: "nearest" });
  else button.scrollIntoView({ block: "start" });
}

/** A button beside a command, that is text in a typewriter's letters. */
function offerCopy(block) {
  const runs = [...block.querySelectorAll("span")];
  if (!runs.length || !runs.every((run) => run.style.fontFamily.includes("monospace"))) return;
  const command = block.textContent;
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "copy";
  const label = (text) => {
    copy.textContent = text;
    copy.ariaLabel = `${text}: ${command}`;
  };
  label(word("copy"));
  copy.onclick = () => navigator.clipboard.writeText(command).then(() => label(word("copied")));
  block.classList.add("command");
  block.append(copy);
}

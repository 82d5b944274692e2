// Draws Adaptive Cards with Microsoft's renderer, or as text where it isn't installed.

const hostConfigs = {};

export const rendererThere = () => Boolean(window.AdaptiveCards && window.markdownit);

export async function loadHostConfigs() {
  for (const theme of ["light", "dark"]) {
    hostConfigs[theme] = await (await fetch(`/sandbox/page/hostconfig-${theme}.json`)).json();
  }
}

/** A card as an element; `onAction(action, inputs)` gets the action as it stands in the card. */
export function drawCard(card, theme, onAction) {
  return rendererThere() ? render(card, theme, onAction) : asText(card, onAction);
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
  const { AdaptiveCard, HostConfig, Action } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text);
    result.didProcess = true;
  };
  const { marked, originals } = markActions(card);
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(hostConfigs[theme]);
  drawn.onExecuteAction = (action) => {
    const original = originals.get(action.id);
    if (original.type === "Action.OpenUrl") window.open(original.url, "_blank", "noopener");
    else onAction(original, Object.fromEntries(drawn.getAllInputs().map((input) => [input.id, String(input.value ?? "")])));
  };
  drawn.parse(marked);
  const element = drawn.render() ?? asText(card, onAction);
  if (card.lang) element.lang = card.lang;
  return element;
}

/** A copy of the card whose every action has an id of its own, and the way back from id to action. */
function markActions(card) {
  const originals = new Map();
  const copy = (value, key) => {
    if (Array.isArray(value)) return value.map((inner) => copy(inner));
    if (value === null || typeof value !== "object") return value;
    if (["data", "refresh", "fallback"].includes(key)) return value;
    const made = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner, name)]));
    if (String(value.type).startsWith("Action.")) {
      made.id = `action-${originals.size}`;
      originals.set(made.id, value);
    }
    return made;
  };
  return { marked: copy(card), originals };
}

function asText(card, onAction) {
  const element = document.createElement("div");
  element.className = "card-as-text";
  for (const line of texts(card)) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    element.append(paragraph);
  }
  for (const action of card.actions ?? []) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.title;
    button.onclick = () => (action.type === "Action.OpenUrl" ? window.open(action.url, "_blank", "noopener") : onAction(action, {}));
    element.append(button);
  }
  return element;
}

function texts(value) {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (value === null || typeof value !== "object") return [];
  const own = value.type === "TextBlock" || value.type === "TextRun" ? [value.text] : [];
  const fact = value.title && value.value && !value.type ? [`${value.title}: ${value.value}`] : [];
  const inside = ["body", "items", "columns", "rows", "cells", "inlines", "facts"].flatMap((name) => texts(value[name]));
  return [...own, ...fact, ...inside];
}

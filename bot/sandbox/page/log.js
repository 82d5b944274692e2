// The messages of the conversation that is open, and where in them the person is.

import { drawItem, offers } from "./items.js";
import { word } from "./words.js";

const NEAR = 80;
/** Pixels from the end within which somebody is following the conversation. */

/** `log` is the element that scrolls, `newest` the button that leads to its end; `does` as for `drawItem`, and `reply(thread)`. */
export function messageLog(log, newest, does) {
  const $ = (id) => document.getElementById(id);
  let place = null;
  let following = true;
  let arrived = null;
  let height = log.clientHeight;

  // What appears beside the log takes its room from the log: what was at its end stays there.
  new ResizeObserver(() => {
    const lost = height - log.clientHeight;
    height = log.clientHeight;
    if (following && arrived?.isConnected) toEnd(arrived);
    else if (lost > 0) log.scrollBy({ top: lost, behavior: "instant" });
  }).observe(log);

  const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  log.onscroll = () => {
    following = atEnd();
    if (following) newest.hidden = true;
  };
  newest.onclick = () => {
    log.lastElementChild?.scrollIntoView({ block: "end" });
    newest.hidden = true;
  };

  /** Shows a conversation from its end; a personal one without messages greets and suggests. */
  function open(where, items, suggestions, theme) {
    place = where;
    arrived = null;
    newest.hidden = true;
    log.replaceChildren();
    for (const item of items) add(item, theme);
    if (!items.length) log.append(greeting(where, suggestions, does.say));
    log.scrollTo({ top: items.length && log.scrollHeight, behavior: "instant" });
    following = true;
  }

  /** Adds a message, or redraws it where it stands. */
  function put(item, theme) {
    $("greeting")?.remove();
    const before = $(`item-${item.id}`);
    if (before) replace(before, item, theme);
    else arrive(add(item, theme), item);
  }

  function replace(before, item, theme) {
    const focused = before.contains(document.activeElement) ? document.activeElement : null;
    const made = drawItem(item, theme, does, before);
    before.replaceWith(made);
    if (arrived === before) arrived = made;
    if (!focused) return following && toEnd(made);
    // What had the focus may have been kept; otherwise the message has it, and is read from its beginning.
    if (made.contains(focused)) return focused.focus({ preventScroll: true });
    made.focus({ preventScroll: true });
    made.scrollIntoView({ block: "nearest" });
  }

  function arrive(made, item) {
    if (item.role === "me") following = true;
    if (!following) return (newest.hidden = false);
    newest.hidden = true;
    arrived = made;
    toEnd(made);
    // A picture has no height before it is there, and takes the end of its message out of view when it comes.
    for (const picture of made.querySelectorAll("img")) {
      picture.addEventListener("load", () => arrived === made && following && toEnd(made));
    }
  }

  /** A long answer is read from its beginning. */
  function toEnd(made) {
    // At once: while a slow scroll is on its way the next message would find nobody following.
    made.scrollIntoView({ block: made.offsetHeight > log.clientHeight ? "start" : "nearest", behavior: "instant" });
  }

  function add(item, theme) {
    const made = drawItem(item, theme, does);
    home(item).append(made, ...replyButton(item));
    return made;
  }

  /** A thread's one Reply button, moved below its newest message. */
  function replyButton(item) {
    if (place.kind !== "channel") return [];
    const button = home(item).querySelector(".reply") ?? document.createElement("button");
    button.type = "button";
    button.className = "reply";
    button.textContent = word("reply");
    button.onclick = () => does.reply(item.thread);
    return [button];
  }

  /** Where a message belongs: a channel keeps each thread together. */
  function home(item) {
    if (place.kind !== "channel") return log;
    const id = `thread-${item.thread}`;
    if (!$(id)) {
      const thread = document.createElement("section");
      thread.id = id;
      thread.className = "thread";
      log.append(thread);
    }
    return $(id);
  }

  return { open, put, remove: (id) => $(`item-${id}`)?.remove() };
}

function greeting(place, suggestions, say) {
  const personal = place.kind === "personal";
  const made = document.createElement("section");
  made.id = "greeting";
  made.className = "greeting";
  const title = document.createElement("h2");
  title.textContent = word(personal ? "greeting" : "greetingOutside");
  const hint = document.createElement("p");
  hint.textContent = word(personal ? "greetingHint" : "greetingOutsideHint");
  made.append(title, hint, offers(suggestions, say));
  return made;
}

// The page: who is signed in, which conversation is open, what is in it.

import { get, listen, post } from "./api.js";
import { loadHostConfigs } from "./cards.js";
import { drawItem, offers } from "./items.js";
import { clock, drawPeople, themeSwitch } from "./people.js";
import { drawPlaces, markNew, titleOf } from "./places.js";
import { speak, word } from "./words.js";

const $ = (id) => document.getElementById(id);
const state = { company: null, me: null, place: null, thread: null, items: new Map(), events: null, windows: new Map() };
let theme = () => "light";
let typingTimer;

// --- what the person does

const does = {
  press: (item, action, inputs) => send("actions", { activity: item.id, action, inputs }),
  say: (text) => say(text),
  signIn(item) {
    const opened = window.open(item.signIn.url, `sign-in-${item.id}`, "popup,width=520,height=680");
    if (opened) state.windows.set(opened, item.id);
    else warn(word("blocked"));
  },
};

function reply(thread) {
  state.thread = thread;
  drawCompose();
  $("text").focus();
}

async function send(what, body) {
  try {
    return await post(`/sandbox/people/${state.me.id}/${what}`, body);
  } catch (fault) {
    warn(word("offline"));
    throw fault;
  }
}

function say(text) {
  const outside = state.place.kind !== "personal";
  const body = { text, conversation: state.place.id, mention: outside && $("mention").checked, thread: state.thread };
  state.thread = null;
  drawCompose();
  return send("messages", body);
}

// The sign-in page hands its proof to the window that opened it, as it would to Teams.
window.addEventListener("message", ({ source, data }) => {
  const activity = state.windows.get(source);
  if (!activity || data?.type !== "syncdoctor-auth" || typeof data.state !== "string") return;
  state.windows.delete(source);
  send("verify", { activity, state: data.state });
});

// --- what happens

function onChange(change) {
  if (change.kind === "typing") return showTyping(change.conversation);
  if (change.kind === "gone") state.items.delete(change.id);
  else state.items.set(change.item.id, change.item);
  if (change.item?.role === "bot") hideTyping();
  if (change.conversation !== state.place.id) return markNew(change.conversation);
  if (change.kind === "gone") $(`item-${change.id}`)?.remove();
  else put(change.item);
}

function showTyping(conversation) {
  if (conversation !== state.place.id) return;
  $("typing").textContent = word("typing");
  clearTimeout(typingTimer);
  typingTimer = setTimeout(hideTyping, 10_000);
}

function hideTyping() {
  $("typing").textContent = "";
}

// --- what is seen

function put(item) {
  const made = drawItem(item, theme(), does);
  const before = $(`item-${item.id}`);
  if (before) {
    const hadFocus = before.contains(document.activeElement);
    before.replaceWith(made);
    if (hadFocus) made.focus({ preventScroll: true });
  } else {
    home(item).append(made, ...replyButton(item));
  }
  // A long answer is read from its beginning.
  made.scrollIntoView({ block: made.offsetHeight > $("log").clientHeight ? "start" : "nearest" });
}

/** A thread's one Reply button, moved below its newest message. */
function replyButton(item) {
  if (state.place.kind !== "channel") return [];
  const button = home(item).querySelector(".reply") ?? document.createElement("button");
  button.type = "button";
  button.className = "reply";
  button.textContent = word("reply");
  button.onclick = () => reply(item.thread);
  return [button];
}

/** Where a message belongs: a channel keeps each thread together. */
function home(item) {
  if (state.place.kind !== "channel") return $("log");
  const id = `thread-${item.thread}`;
  if (!$(id)) {
    const thread = document.createElement("section");
    thread.id = id;
    thread.className = "thread";
    $("log").append(thread);
  }
  return $(id);
}

function drawLog() {
  if (!state.place) return;
  $("log").replaceChildren();
  for (const item of state.items.values()) if (item.conversation === state.place.id) put(item);
}

function drawCompose() {
  $("replying").hidden = state.thread === null;
  $("replying").querySelector("span").textContent = word("replying");
  $("mention").parentElement.hidden = state.place.kind === "personal";
  $("text").placeholder = word("placeholder");
}

function open(place) {
  state.place = place;
  state.thread = null;
  hideTyping();
  $("title").textContent = titleOf(place);
  drawPlaces($("places"), state.me.places, place, open);
  drawLog();
  drawCompose();
}

function drawBar() {
  const danish = state.me?.locale.startsWith("da");
  $("locale").textContent = danish ? "Dansk" : "English";
  $("locale").setAttribute("aria-label", word("language"));
  $("locale").hidden = !state.me;
  $("switch-person").hidden = !state.me;
  $("switch-person").textContent = state.me?.name ?? "";
  $("switch-person").title = word("switchPerson");
  $("company").textContent = state.company.name;
}

function drawSuggestions(texts) {
  $("suggestions").replaceChildren(offers(texts, say));
}

function warn(text) {
  $("warning").textContent = text;
  $("warning").hidden = !text;
}

// --- coming and going

async function signIn(user) {
  state.events?.close();
  const me = await get(`/sandbox/people/${user}`);
  state.me = me;
  state.items = new Map(me.items.map((item) => [item.id, item]));
  setClock(me.now);
  speak(me.locale);
  $("picker").hidden = true;
  $("chat").hidden = false;
  drawSuggestions(me.suggestions);
  drawBar();
  open(me.places[0]);
  state.events = listen(user, onChange, (answers) => {
    $("offline").hidden = answers;
    $("offline").textContent = answers ? "" : word("offline");
  });
  $("text").focus();
}

function pickPerson() {
  state.events?.close();
  state.me = state.place = null;
  speak(navigator.language);
  drawBar();
  drawPeople($("people"), state.company.people);
  $("chat").hidden = true;
  $("picker").hidden = false;
}

const route = () => (location.hash.length > 1 ? signIn(location.hash.slice(1)).catch(pickPerson) : pickPerson());

$("compose").onsubmit = (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  $("text").value = "";
  if (text) say(text);
};
$("text").onkeydown = (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  $("compose").requestSubmit();
};
$("replying").querySelector("button").onclick = () => {
  state.thread = null;
  drawCompose();
};
$("switch-person").onclick = () => (location.hash = "");
$("locale").onclick = async () => {
  state.me.locale = state.me.locale.startsWith("da") ? "en-US" : "da-DK";
  const answer = await send("locale", { locale: state.me.locale });
  speak(state.me.locale);
  drawBar();
  drawSuggestions(answer.suggestions);
  open(state.place);
};

const setClock = clock($("clock"), [$("later"), $("tomorrow")]);
theme = themeSwitch($("theme"), drawLog);
state.company = await get("/sandbox/company");
setClock(state.company.now);
if (state.company.renderer) await loadHostConfigs();
window.onhashchange = route;
await route();
if (!state.company.renderer) warn(word("noRenderer"));

// The page: who is signed in, which conversation is open, and what the server says has happened.

import { get, listen, post } from "./api.js";
import { loadRenderer } from "./cards.js";
import { companyClock } from "./clock.js";
import { offers } from "./items.js";
import { messageLog } from "./log.js";
import { nextQuestions } from "./next_questions.js";
import { avatar, drawPeople, themeSwitch } from "./people.js";
import { drawPlaces, markNew, titleOf } from "./places.js";
import { speak, word } from "./words.js";

const $ = (id) => document.getElementById(id);
const state = { company: null, me: null, place: null, thread: null, items: new Map(), events: null, windows: new Map() };
const log = messageLog($("log"), $("newest"), {
  press: (item, action, inputs) => send("actions", { activity: item.id, action, inputs }),
  say,
  reply,
  signIn,
});
const clock = companyClock($("clock"), $("clock-moved"), [$("later"), $("tomorrow")], () => warn(word("offline")));
let theme = () => "light";
let typingTimer;

// --- what the person does

/** Whether the server took it; if not, the page says so. */
async function send(what, body) {
  try {
    await post(`/sandbox/people/${state.me.id}/${what}`, body);
    warn("");
    return true;
  } catch (fault) {
    warn(word(fault.status === 409 ? "changed" : "offline"));
    return false;
  }
}

async function say(text) {
  const outside = state.place.kind !== "personal";
  const body = { text, conversation: state.place.id, mention: outside && $("mention").checked, thread: state.thread };
  state.thread = null;
  drawCompose();
  if (!(await send("messages", body)) && !$("text").value) $("text").value = text;
}

function reply(thread) {
  state.thread = thread;
  drawCompose();
  $("text").focus();
}

function signIn(item) {
  const opened = window.open(item.signIn.url, `sign-in-${item.id}`, "popup,width=520,height=680");
  if (opened) state.windows.set(opened, item.id);
  else warn(word("blocked"));
}

// The sign-in page hands its proof to the window that opened it, and is closed, as Teams would.
window.addEventListener("message", ({ source, data }) => {
  const activity = state.windows.get(source);
  if (!activity || data?.type !== "syncdoctor-auth" || typeof data.state !== "string") return;
  state.windows.delete(source);
  source.close();
  send("verify", { activity, state: data.state });
});

// --- what happens

function onChange(change) {
  if (change.kind === "typing") return showTyping(change.conversation);
  if (change.kind === "gone") state.items.delete(change.id);
  else state.items.set(change.item.id, change.item);
  if (change.conversation !== state.place.id) return markNew(change.conversation);
  if (change.item?.role === "bot") hideTyping();
  if (change.kind === "gone") log.remove(change.id);
  else log.put(change.item, theme());
  drawSuggestions();
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

const here = () => [...state.items.values()].filter((item) => item.conversation === state.place.id);
const suggested = () => (state.place.kind === "personal" ? nextQuestions(state.me.suggestions, saidHere()) : [word("aboutThis")]);
const saidHere = () => here().filter((item) => item.role === "me").map((item) => item.text);

function open(place) {
  state.place = place;
  state.thread = null;
  hideTyping();
  $("title").textContent = titleOf(place);
  document.title = `${state.me.name} – ${titleOf(place)}`;
  drawPlaces($("places"), state.me.places, place, open);
  drawLog();
  drawCompose();
}

function drawLog() {
  if (!state.place) return;
  log.open(state.place, here(), suggested(), theme());
  drawSuggestions();
}

/** An empty conversation has its suggestions in the middle, any other has them above the field. */
function drawSuggestions() {
  $("suggestions").hidden = !here().length;
  $("suggestions").replaceChildren(offers(suggested(), say));
}

function drawCompose() {
  $("replying").hidden = state.thread === null;
  $("replying").querySelector("span").textContent = word("replying");
  $("mention").parentElement.hidden = state.place.kind === "personal";
  $("text").placeholder = word("placeholder");
}

function drawBar() {
  const danish = state.me?.locale.startsWith("da");
  $("locale").textContent = danish ? "Dansk" : "English";
  $("locale").setAttribute("aria-label", word("language"));
  $("locale").hidden = $("switch-person").hidden = !state.me;
  if (state.me) $("switch-person").replaceChildren(avatar(state.me.name), state.me.name);
  $("switch-person").title = word("switchPerson");
  $("company").textContent = state.company.name;
  $("plain").textContent = word("noRenderer");
  clock.draw();
}

function warn(text) {
  $("warning").textContent = text;
  $("warning").hidden = !text;
}

// --- coming and going

async function become(user) {
  state.events?.close();
  const me = await get(`/sandbox/people/${user}`);
  state.me = me;
  state.items = new Map(me.items.map((item) => [item.id, item]));
  clock.set(me.now);
  speak(me.locale);
  $("picker").hidden = true;
  $("chat").hidden = false;
  drawBar();
  open(me.places[0]);
  state.events = listen(user, onChange, (answers) => {
    $("offline").hidden = answers;
    $("offline").textContent = answers ? "" : word("offline");
  });
  // On a telephone the keyboard would cover the suggestions.
  if (!matchMedia("(pointer: coarse)").matches) $("text").focus();
}

function pickPerson() {
  state.events?.close();
  state.me = state.place = null;
  document.title = "Sync Doctor";
  speak(navigator.language);
  drawBar();
  drawPeople($("people"), state.company.people);
  $("chat").hidden = true;
  $("picker").hidden = false;
  $("picker").querySelector("h1").focus();
}

const route = () => (location.hash.length > 1 ? become(location.hash.slice(1)).catch(pickPerson) : pickPerson());

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
$("replying").querySelector("button").onclick = () => reply(null);
$("switch-person").onclick = () => (location.hash = "");
$("locale").onclick = async () => {
  state.me.locale = state.me.locale.startsWith("da") ? "en-US" : "da-DK";
  const answer = await post(`/sandbox/people/${state.me.id}/locale`, { locale: state.me.locale }).catch(() => null);
  if (!answer) return warn(word("offline"));
  state.me.suggestions = answer.suggestions;
  speak(state.me.locale);
  drawBar();
  open(state.place);
};

theme = themeSwitch($("theme"), drawLog);
state.company = await get("/sandbox/company");
clock.set(state.company.now);
// A renderer that is there but doesn't load is one that isn't there.
$("plain").hidden = state.company.renderer && (await loadRenderer().then(() => true, () => false));
window.onhashchange = route;
await route();

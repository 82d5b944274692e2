// The page's own few words, in the client's language.

const WORDS = {
  en: {
    who: "Who are you today?",
    chats: "Chats",
    personal: "Sync Doctor",
    day: "+1 day",
    dark: "Dark",
    clock: "The company's time",
    message: "Message",
    placeholder: "Type a message",
    send: "Send",
    cancel: "Cancel",
    reply: "Reply",
    replying: "Replying in a thread",
    suggestions: "Suggested questions",
    typing: "Sync Doctor is typing…",
    targeted: "Only you can see this message",
    edited: "Edited",
    error: "Error",
    you: "You",
    channel: "Channel",
    group: "Group chat",
    language: "Language: English. Switch to Danish",
    switchPerson: "Switch person",
    offline: "The sandbox doesn't answer. Is it still running?",
    blocked: "The browser blocked the sign-in window. Allow windows from this page and try again.",
    noRenderer: "Cards are shown as text: Microsoft's card renderer isn't installed. Run “npm ci” in the project's folder and reload.",
  },
  da: {
    who: "Hvem er du i dag?",
    chats: "Chats",
    personal: "Sync Doctor",
    day: "+1 dag",
    dark: "Mørk",
    clock: "Klokken i virksomheden",
    message: "Besked",
    placeholder: "Skriv en besked",
    send: "Send",
    cancel: "Annuller",
    reply: "Svar",
    replying: "Svarer i en tråd",
    suggestions: "Forslag til spørgsmål",
    typing: "Sync Doctor skriver…",
    targeted: "Kun du kan se denne besked",
    edited: "Redigeret",
    error: "Fejl",
    you: "Dig",
    channel: "Kanal",
    group: "Gruppechat",
    language: "Sprog: dansk. Skift til engelsk",
    switchPerson: "Skift person",
    offline: "Sandkassen svarer ikke. Kører den stadig?",
    blocked: "Browseren blokerede loginvinduet. Tillad vinduer fra denne side, og prøv igen.",
    noRenderer: "Kort vises som tekst: Microsofts kortviser er ikke installeret. Kør “npm ci” i projektets mappe, og genindlæs.",
  },
};

let language = "en";

export function speak(locale) {
  language = locale.startsWith("da") ? "da" : "en";
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
}

export function word(key) {
  return WORDS[language][key];
}

export function time(iso) {
  return new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", { timeStyle: "short", timeZone: "Europe/Copenhagen" }).format(new Date(iso));
}

export function dayAndTime(date) {
  const form = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Copenhagen" };
  return new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", form).format(date);
}

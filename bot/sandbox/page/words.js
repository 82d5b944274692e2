// The page's own few words, in the client's language.

const WORDS = {
  en: {
    simulated: "simulated company",
    who: "Who are you today?",
    whoHint: "Each of them sees and may do something else, and the bot answers each with their own rights. Open a second window to be two people at once.",
    guest: "Guest",
    danish: "Danish",
    chats: "Chats",
    personal: "Sync Doctor",
    halfHour: "+30 min",
    day: "+1 day",
    dark: "Dark",
    clock: "The company's clock",
    message: "Message",
    placeholder: "Type a message",
    send: "Send",
    cancel: "Cancel",
    reply: "Reply",
    replying: "Replying in a thread",
    suggestions: "Suggested questions",
    greeting: "Why can't I …?",
    greetingHint: "Tell me what you can't do, and to which group. I look at it with your own rights, say why, and put the cure on a button.",
    greetingOutside: "Nothing here yet",
    greetingOutsideHint: "Mention @Sync Doctor and ask. Everybody sees the question; what you may see is shown to you alone.",
    aboutThis: "Why can't I add members to this group?",
    newest: "New messages ↓",
    typing: "Sync Doctor is typing",
    targeted: "Only you can see this message",
    edited: "Edited",
    error: "Error",
    you: "You",
    channel: "Channel",
    group: "Group chat",
    open: "Open",
    copy: "Copy",
    copied: "Copied",
    language: "Language: English. Switch to Danish",
    switchPerson: "Switch person",
    offline: "The sandbox doesn't answer. Is it still running?",
    changed: "The card has changed meanwhile. Try the button that is on it now.",
    blocked: "The browser blocked the sign-in window. Allow windows from this page and try again.",
    noRenderer: "Cards are shown as plain text, because Microsoft's card renderer isn't installed. Install Node.js 18 or newer, run “npm ci” in the project's folder, and reload.",
  },
  da: {
    simulated: "simuleret virksomhed",
    who: "Hvem er du i dag?",
    whoHint: "De ser og må hver sit, og botten svarer hver af dem med deres egne rettigheder. Åbn et vindue mere for at være to på én gang.",
    guest: "Gæst",
    danish: "Dansk",
    chats: "Chats",
    personal: "Sync Doctor",
    halfHour: "+30 min.",
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
    greeting: "Hvorfor kan jeg ikke …?",
    greetingHint: "Skriv, hvad du ikke kan, og ved hvilken gruppe. Jeg ser på den med dine egne rettigheder, siger hvorfor, og lægger løsningen på en knap.",
    greetingOutside: "Her er ikke noget endnu",
    greetingOutsideHint: "Nævn @Sync Doctor, og spørg. Alle ser spørgsmålet; det, du må se, vises kun til dig.",
    aboutThis: "Hvorfor kan jeg ikke tilføje medlemmer til denne gruppe?",
    newest: "Nye beskeder ↓",
    typing: "Sync Doctor skriver",
    targeted: "Kun du kan se denne besked",
    edited: "Redigeret",
    error: "Fejl",
    you: "Dig",
    channel: "Kanal",
    group: "Gruppechat",
    open: "Åbn",
    copy: "Kopiér",
    copied: "Kopieret",
    language: "Sprog: dansk. Skift til engelsk",
    switchPerson: "Skift person",
    offline: "Sandkassen svarer ikke. Kører den stadig?",
    changed: "Kortet er ændret i mellemtiden. Prøv den knap, der står på det nu.",
    blocked: "Browseren blokerede loginvinduet. Tillad vinduer fra denne side, og prøv igen.",
    noRenderer: "Kort vises som ren tekst, fordi Microsofts kortviser ikke er installeret. Installér Node.js 18 eller nyere, kør “npm ci” i projektets mappe, og genindlæs.",
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
  return new Intl.DateTimeFormat(region(), { timeStyle: "short", timeZone: "Europe/Copenhagen" }).format(new Date(iso));
}

export function dayAndTime(date) {
  const form = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Copenhagen" };
  return new Intl.DateTimeFormat(region(), form).format(date);
}

const region = () => (language === "da" ? "da-DK" : "en-GB");

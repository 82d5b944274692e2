// Follows a card's links out of Teams.

/** Hosts of Microsoft's that the sandbox plays; each is a folder of its own. */
const PLAYED = ["login.microsoftonline.com"];

export function leave(address) {
  const url = new URL(address);
  const here = PLAYED.includes(url.hostname) ? `/${url.hostname}${url.pathname}${url.search}` : address;
  window.open(here, "_blank", "noopener");
}

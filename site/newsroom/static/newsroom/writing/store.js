// Words that a browser keeps for somebody until the newsroom has them: on this device alone, one entry for a user and a
// page, locked with a key that the newsroom gives to that user only. Where a browser cannot lock, it keeps them for the
// window alone.
const SPACE = "newsroom-kept";
const OLDEST = 14 * 24 * 60 * 60 * 1000;
const canLock = Boolean(globalThis.crypto?.subtle);
const drawer = canLock ? localStorage : sessionStorage;

const toText = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
const toBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export const placeOf = (user, path) => `${SPACE}:${user}:${path}`;

function lockOf(key) {
  return crypto.subtle.importKey("raw", toBytes(key), "AES-GCM", false, ["encrypt", "decrypt"]);
}

// Keep words; tell whether the browser could.
export async function keep(place, key, words, facts) {
  try {
    const entry = { ...facts, at: Date.now() };
    if (canLock) {
      const start = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(words);
      entry.start = toText(start);
      entry.words = toText(await crypto.subtle.encrypt({ name: "AES-GCM", iv: start }, await lockOf(key), plain));
    } else {
      entry.words = words;
    }
    drawer.setItem(place, JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

// What is kept at a place: its facts and words; null where there is nothing or it is not for this key.
export async function kept(place, key) {
  try {
    const entry = JSON.parse(drawer.getItem(place));
    if (!entry || !canLock) return entry;
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: toBytes(entry.start) }, await lockOf(key), toBytes(entry.words));
    return { ...entry, words: new TextDecoder().decode(opened) };
  } catch {
    return null;
  }
}

export const forget = (place) => drawer.removeItem(place);

export function entries() {
  const places = Array.from({ length: drawer.length }, (_, number) => drawer.key(number));
  return places.filter((place) => place?.startsWith(`${SPACE}:`)).map((place) => {
    let facts = {};
    try {
      facts = JSON.parse(drawer.getItem(place)) ?? {};
    } catch { /* of no use to anybody */ }
    return { place, stamp: facts.stamp, at: facts.at ?? 0 };
  });
}

export function forgetArrived(stamps) {
  for (const { place, stamp } of entries()) if (stamps.includes(stamp)) forget(place);
}

export function forgetOld() {
  for (const { place, at } of entries()) if (Date.now() - at > OLDEST) forget(place);
}

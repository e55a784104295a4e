// Who is at the newsroom's end of the line, as far as this browser can tell.
const PATIENCE = 1500;
const AT_FIRST = 10000;

// Ask; "off" where no answer comes, "out" where nobody is logged in, else who is.
export async function ask(address, patience = PATIENCE) {
  if (!navigator.onLine) return { state: "off" };
  try {
    const answer = await fetch(address, {
      headers: { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" },
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    if (answer.ok) return { state: "in", ...(await answer.json()) };
    return { state: answer.status === 403 || answer.type === "opaqueredirect" ? "out" : "off" };
  } catch {
    return { state: "off" };
  }
}

// Ask until somebody is there, as when a page has just come.
export async function askUntilKnown(address) {
  for (;;) {
    const answer = await ask(address, AT_FIRST);
    if (answer.state === "in") return answer;
    await new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  }
}

// Give every form and script of this page the token of the session that now is.
export function renewToken(token) {
  for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) input.value = token;
  if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = token;
}

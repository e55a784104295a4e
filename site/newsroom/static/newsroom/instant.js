// Below the inputs of an instant: the same in UTC and on the officer's own clock, while it is typed. The server writes it
// too and has the last word; what cannot be read, is skipped by the clocks or comes twice shows nothing.
const part = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" };

function onClocksOf(zone, instant) {
  const format = new Intl.DateTimeFormat("en-CA", { ...part, timeZone: zone, hourCycle: "h23" });
  const of = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${of.year}-${of.month}-${of.day} ${of.hour}:${of.minute}:${of.second}`;
}

function instantOf(day, time, zone) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}(:\d{2})?$/.test(time)) return null;
  const local = `${day} ${time.length === 5 ? `${time}:00` : time}`;
  const asUtc = Date.parse(`${local.replace(" ", "T")}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsets = [-24, 24].map((hours) => {
    const near = asUtc + hours * 3600000;
    return Date.parse(`${onClocksOf(zone, near).replace(" ", "T")}Z`) - near;
  });
  const found = new Set(offsets.map((offset) => asUtc - offset).filter((each) => onClocksOf(zone, each) === local));
  return found.size === 1 ? [...found][0] : null;
}

// A clock's figures keep their order within words that are written from right to left.
function leftToRight(text) {
  return document.dir === "rtl" ? `\u2066${text}\u2069` : text;
}

document.addEventListener("input", (event) => {
  const group = event.target.closest?.("[data-instant]");
  if (!group) return;
  const [day, time, zone] = [...group.querySelectorAll("input, select")].map((each) => each.value.trim());
  const instant = instantOf(day, time, zone);
  const output = group.querySelector("output");
  if (instant === null) {
    output.textContent = "";
    return;
  }
  const own = group.dataset.ownZone;
  const utc = onClocksOf("UTC", instant);
  const here = onClocksOf(own, instant);
  output.textContent = here === utc ? leftToRight(`${utc} UTC`) : group.dataset.here
    .replace("%(utc)s", leftToRight(`${utc} UTC`)).replace("%(here)s", leftToRight(here)).replace("%(zone)s", own);
});

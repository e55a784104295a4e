// Beside the hours of a contact, which stand in the contact's zone and in UTC: the same instant on the reader's clock.
// Parts marked data-your-time hold an empty <time> and stay hidden for whoever lives by the clock that stands there.
const language = document.documentElement.lang || undefined;

function day(instant, zone) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(instant);
}

for (const part of document.querySelectorAll("[data-your-time]")) {
  const time = part.querySelector("time");
  const written = time.getAttribute("datetime");
  const instant = new Date(written);
  const [, sign, hours, minutes] = written.match(/([+-])(\d\d):(\d\d)$/) ?? [null, "+", 0, 0];
  const there = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (Number.isNaN(instant.getTime()) || -instant.getTimezoneOffset() === there) continue;
  const form = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  if (day(instant) !== day(new Date())) form.weekday = "long";
  time.textContent = new Intl.DateTimeFormat(language, form).format(instant);
  part.hidden = false;
}

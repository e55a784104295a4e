// Beside the hours of a contact, which stand in the contact's zone and in UTC: the same instant on the reader's clock.
// Parts marked data-your-time hold an empty <time> and stay hidden for whoever lives by the clock that stands there.
// Where data-day names the day of the text around it, the weekday stands there only if it is another one with the reader.
// In a table it is a column, which appears with its heading.
// How the language writes a time stands in their attributes, in the signs that the server uses for its own times.
const language = document.documentElement.lang || undefined;

function day(instant, zone) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(instant);
}

function written(instant, form) {
  const two = (number) => String(number).padStart(2, "0");
  const [hour, minute] = [instant.getHours(), instant.getMinutes()];
  const signs = { G: String(hour), H: two(hour), i: two(minute) };
  return form.replace(/\\(.)|[GHi]/g, (sign, letter) => letter ?? signs[sign]);
}

for (const part of document.querySelectorAll("[data-your-time]")) {
  const time = part.querySelector("time");
  const stated = time.getAttribute("datetime");
  const instant = new Date(stated);
  const [, sign, hours, minutes] = stated.match(/([+-])(\d\d):(\d\d)$/) ?? [null, "+", 0, 0];
  const there = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (Number.isNaN(instant.getTime()) || -instant.getTimezoneOffset() === there) continue;
  const { time: form, wholeHour, withWeekday } = part.dataset;
  const words = written(instant, instant.getMinutes() || !wholeHour ? form : wholeHour);
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long" }).format(instant);
  const isKnown = day(instant) === (part.dataset.day ?? day(new Date()));
  time.textContent = isKnown ? words : withWeekday.replace("%(weekday)s", weekday).replace("%(time)s", words);
  part.hidden = false;
  for (const cell of part.closest("table")?.querySelectorAll("[data-your-column]") ?? []) cell.hidden = false;
}

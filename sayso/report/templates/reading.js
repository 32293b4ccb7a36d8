"use strict";
const light = (ids, on) => {
  for (const id of ids) document.getElementById(id)?.classList.toggle("lit", on);
  for (const span of document.querySelectorAll("[data-records]"))
    if (span.dataset.records.split(" ").some((id) => ids.includes(id))) span.classList.toggle("lit", on);
};
for (const span of document.querySelectorAll("[data-records]")) {
  const ids = span.dataset.records.trim().split(" ");
  span.addEventListener("mouseenter", () => light(ids, true));
  span.addEventListener("mouseleave", () => light(ids, false));
  span.addEventListener("click", () => document.getElementById(ids[ids.length - 1])?.scrollIntoView({ block: "nearest" }));
}
for (const record of document.querySelectorAll(".record[id]"))
  for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]])
    record.addEventListener(event, () => light([record.id], on));

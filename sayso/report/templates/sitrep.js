"use strict";
const show = () => {
  for (const old of document.querySelectorAll(".lit")) old.classList.remove("lit");
  const id = decodeURIComponent(location.hash.slice(1));
  const parts = id ? [...document.querySelectorAll("[data-records]")].filter((e) => e.dataset.records.split(" ").includes(id)) : [];
  for (const part of parts) part.classList.add("lit");
  parts[0]?.scrollIntoView({ block: "center" });
};
addEventListener("hashchange", show);
show();

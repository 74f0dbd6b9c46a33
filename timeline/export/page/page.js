"use strict";
(() => {
  const form = document.getElementById(":filters");
  const events = [...document.querySelectorAll(".year > ol > li")];
  const index = JSON.parse(document.getElementById(":index").textContent);
  const shown = document.getElementById(":shown");
  const force = document.getElementById(":force");
  const marks = new Map([...document.querySelectorAll(".chart a")].map((mark) => [mark.getAttribute("href"), mark]));

  // As timeline.lookup.fold: case, accents, and whatever is neither letter nor digit are set aside.
  const fold = (text) => text.normalize("NFKD").toUpperCase().toLowerCase().replace(/ς/g, "σ")
    .replace(/\p{Mn}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const texts = (event, which) => [...event.querySelectorAll(which)].map((one) => one.textContent);

  // What is known of each event. Of the dates of which one holds, the years of the four bounds; an open one is null.
  const known = events.map((event, place) => {
    const [people, voices, places, theme, years, words] = index.events[place];
    return {
      event, people, theme,
      dates: years.map((bounds) => (Array.isArray(bounds) ? bounds : Array(4).fill(bounds))),
      sources: texts(event, "h4 ~ p a").map((text) => Number(text.slice(1, -1))),
      conflicts: new Set([...event.querySelectorAll("details > ul > li")].map((one) => one.className)),
      words: fold([...texts(event, "h4, .note, h5 + p, blockquote"), words,
        ...[...people, ...voices].map((one) => index.people[one]), ...places.map((one) => index.places[one])].join(" | ")),
    };
  });

  // The number by which events name what is chosen: its place among the choices, where none is given.
  const number = (name) => {
    const chosen = form.elements[name].selectedOptions[0];
    if (!chosen?.value) return null;
    return Number(name === "year" ? chosen.value : chosen.dataset.n ?? chosen.index - 1);
  };
  // As `overlaps` and `certainly_shares_a_day` of timeline.dates.span.
  const mayShare = ([begins, , , ends], year) => (begins === null || begins <= year) && (ends === null || ends >= year);
  const surelyShares = ([, begun, over], year) => begun !== null && begun <= year && over !== null && over >= year;

  const conflict = { open: "open", beside: "tension", settled: "settled" };

  const named = { conflict: "accounts", words: "with the words" };

  function apply() {
    const [person, theme, year, source] = ["person", "theme", "year", "source"].map(number);
    const state = form.elements.conflict.value, words = fold(form.elements.words.value);
    let count = 0;
    for (const one of known) {
      const matches = (person === null || one.people.includes(person)) && (theme === null || one.theme === theme)
        && (source === null || one.sources.includes(source)) && (!state || one.conflicts.has(conflict[state]))
        && (year === null || one.dates.some((date) => mayShare(date, year)))
        && one.words.includes(words);
      const certain = year === null || one.dates.every((date) => surelyShares(date, year));
      one.event.hidden = !matches;
      marks.get(`#${one.event.id}`)?.classList.toggle("out", !matches);
      mark(one.event, matches && !certain);
      count += matches;
    }
    for (const section of document.querySelectorAll(".year")) {
      section.hidden = !section.querySelector(":scope > ol > li:not([hidden])");
    }
    const out = known.length - count;
    document.body.classList.toggle("filtered", out > 0);
    shown.textContent = `${count} of ${known.length} events shown${out ? `, ${out} left out` : ""}.`;
    const asked = inForce().map(([name, value, text]) => `${named[name] ?? name} ${text}`);
    force.hidden = !asked.length;
    force.textContent = asked.length ? `Only, on this page: ${asked.join("; ")} (${out} left out).` : "";
  }

  for (const { event } of known) {
    const drawn = marks.get(`#${event.id}`);
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = `${event.firstElementChild.textContent.trim()}: ${event.querySelector("h4").textContent}`;
    drawn?.prepend(title);
  }

  function mark(event, isPossible) {
    const there = event.querySelector(":scope .maybe");
    if (isPossible && !there) {
      const said = document.createElement("p");
      said.className = "maybe possible";
      said.textContent = "? may lie outside the year";
      event.querySelector("h4").after(said);
    } else if (!isPossible && there) there.remove();
  }

  // The filters in force, as [name, value, text].
  function inForce() {
    return [...form.elements].filter((field) => field.name && field.value.trim()).map((field) => [
      field.name, field.value.trim(), field.selectedOptions ? field.selectedOptions[0].text : `“${field.value.trim()}”`]);
  }
  const link = () => new URLSearchParams(inForce().map(([name, value]) => [name, value])).toString();

  // A fragment with `=` in it is a filter, one without is an event's or a section's anchor.
  function restore() {
    const fragment = location.hash.slice(1);
    if (fragment && !fragment.includes("=")) return open(fragment);
    fill(new URLSearchParams(fragment));
  }

  function fill(asked) {
    for (const field of form.elements) {
      if (field.name) field.value = asked.get(field.name) ?? "";
      if (field.name && field.selectedIndex === -1) field.value = "";
    }
    apply();
  }

  function open(anchor) {
    const event = document.getElementById(anchor);
    if (!event) return;
    if (event.hidden) fill(new URLSearchParams());
    const details = event.querySelector(":scope > div > details");
    if (details) { details.open = true; event.scrollIntoView(); }
  }

  function remember(replace) {
    const url = `#${link()}`;
    if ((location.hash || "#") !== url) history[replace ? "replaceState" : "pushState"](null, "", url);
  }

  form.addEventListener("change", () => { apply(); remember(false); });
  form.elements.words.addEventListener("input", () => { apply(); remember(true); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    fill(new URLSearchParams());
    remember(false);
  });
  addEventListener("popstate", restore);
  addEventListener("hashchange", restore);

  document.getElementById(":copy").addEventListener("click", async () => {
    const url = location.href;
    try { await navigator.clipboard.writeText(url); shown.textContent = "Link copied."; }
    catch { shown.textContent = `Copy this link: ${url}`; }
  });
  const unfold = document.getElementById(":unfold");
  unfold.addEventListener("click", () => {
    const all = unfold.getAttribute("aria-pressed") !== "true";
    unfold.setAttribute("aria-pressed", String(all));
    for (const details of document.querySelectorAll(".year details")) details.open = all;
  });

  // Paper cannot be unfolded: what is folded is opened for it, and closed again after.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; });

  form.hidden = false;
  apply();
  if (location.hash) restore();
})();

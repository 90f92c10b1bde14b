/* What the page does beyond links and forms: theme, slider, keys, and the record of a mark under the pointer. Everything works without it, more slowly. */
"use strict";
(() => {
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const one = (what, where = document) => where.querySelector(what);

  // light or dark: the reader's own setting until the button is pressed
  const theme = one(".theme");
  function toggle() {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    document.cookie = `legation-theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
  }
  if (theme) {
    theme.hidden = false;
    theme.addEventListener("click", toggle);
  }

  // the slider of days
  const slide = one(".asof .slide");
  if (slide) {
    const date = one("#asof");
    const day = 86400000;
    const first = Date.parse(slide.dataset.first);
    const last = Date.parse(slide.dataset.last);
    slide.max = String(Math.round((last - first) / day));
    slide.min = "0";
    const place = () => { slide.value = date.value ? String(Math.round((Date.parse(date.value) - first) / day)) : slide.max; };
    place();
    slide.hidden = false;
    const told = () => { slide.setAttribute("aria-valuetext", date.value || "today"); };
    told();
    slide.addEventListener("input", () => { date.value = new Date(first + Number(slide.value) * day).toISOString().slice(0, 10); told(); });
    slide.addEventListener("change", () => date.form.requestSubmit());
    date.addEventListener("input", place);
  }

  // what if: a slider beside each field
  all(".knob").forEach((knob) => {
    const field = knob.form.elements[knob.dataset.for];
    const number = () => Number(field.value.replaceAll(",", ""));
    const set = () => { knob.value = field.value ? String(number()) : knob.dataset.rest; };
    set();
    knob.hidden = false;
    field.addEventListener("input", set);
    knob.addEventListener("input", () => { field.value = String(Number(Number(knob.value).toPrecision(3))); });
    knob.addEventListener("change", () => knob.form.requestSubmit());
  });

  // marks in an article: their record beside the text
  const now = one(".card-now");
  function light(ids) {
    all(".lit").forEach((e) => e.classList.remove("lit"));
    ids.forEach((id) => {
      one(`#n-${CSS.escape(id)}`)?.classList.add("lit");
      all(`.m[data-claims~="${CSS.escape(id)}"]`).forEach((e) => e.classList.add("lit"));
    });
  }
  function show(mark) {
    const ids = mark.dataset.claims.split(" ");
    const entries = ids.map((id) => one(`#n-${CSS.escape(id)}`)).filter(Boolean).map((note) => {
      const entry = document.createElement("div");
      entry.className = `entry ${note.className.replace("lit", "")}`;
      entry.append(...[...note.cloneNode(true).childNodes]);
      return entry;
    });
    now.replaceChildren(...entries);
    now.hidden = !entries.length;
    light(ids);
  }
  if (now) {
    const text = one(".reader > .text");
    const over = (event) => { const mark = event.target.closest(".m"); if (mark) show(mark); };
    text.addEventListener("pointerover", over);
    text.addEventListener("focusin", over);
    all(".note").forEach((note) => note.addEventListener("pointerover", () => light([note.dataset.claim])));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") { now.hidden = true; light([]); } });
  }

  // words selected in an article: a claim by hand
  const source = one(".reader > .text[data-add]");
  if (source) {
    const offer = document.createElement("a");
    offer.className = "by-hand";
    offer.textContent = "Add a claim on these words";
    offer.hidden = true;
    document.body.append(offer);
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      const words = chosen.toString().trim();
      offer.hidden = words.length < 2 || words.length > 2000 || !source.contains(chosen.anchorNode) || !source.contains(chosen.focusNode);
      if (offer.hidden) return;
      const range = chosen.getRangeAt(0);
      const place = range.getBoundingClientRect();
      const home = range.startContainer.parentElement?.closest("[data-at]");
      const at = Number(home?.dataset.at ?? 0) + range.startOffset;
      const to = new URL(source.dataset.add, location.href);
      to.searchParams.set("words", words);
      to.searchParams.set("at", String(at));
      offer.href = to.href;
      offer.style.left = `${Math.max(8, Math.min(place.left, innerWidth - 240)) + scrollX}px`;
      offer.style.top = `${place.bottom + scrollY + 6}px`;
    });
  }

  // keys
  const claims = () => all("[data-claim]").filter((e) => e.offsetParent !== null && !e.closest(".card-now"));
  const current = () => document.activeElement?.closest("[data-claim]") ?? null;
  function step(by) {
    const list = claims();
    const at = list.indexOf(current());
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
    if (next.classList.contains("note")) light([next.dataset.claim]);
  }
  const press = (what) => { const button = current() && one(`:scope > .judge ${what}`, current()); if (button) button.click(); };
  const keys = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    a: () => press(".accept"), r: () => press(".reject"),
    u: () => { const button = (current() && one(":scope > .judge .undo", current())) || one(".done .undo"); if (button) button.click(); },
    o: () => { const link = current() && one(".quote a, .id", current()); if (link) link.click(); },
    t: toggle, "/": () => one("#q")?.focus(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // after a judgement: on to the next claim
  const done = one(".done");
  if (done && location.hash.startsWith("#c-")) {
    const id = location.hash.slice(3);
    const list = claims();
    const at = list.findIndex((e) => e.dataset.claim === id);
    const next = list[at + 1] ?? list[at];
    // later than the browser's own focus on the place that the address names
    if (next) addEventListener("load", () => setTimeout(() => next.focus({ preventScroll: true }), 0));
  }
})();

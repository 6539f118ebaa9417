(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 62rem)");
  const gap = 10;
  const notes = all(".note");
  const byId = new Map(notes.map((note) => [note.id, note]));
  const toggles = all(".toggle");
  const rule = document.getElementById("rule");
  const position = document.getElementById("position");
  const levels = ["error", "warning", "suggestion"];
  let lit = null;

  const idsOf = (element) => element.dataset.notes.trim().split(" ");
  const refOf = (note) => document.getElementById(note.id + "-ref");
  const visible = () => notes.filter((note) => !note.hidden);

  // Beside the draft each note stands level with its match, or as near to that as those above leave room for;
  // the one that is looked at stands level in any case, if there is room above.
  function arrange(sheet) {
    const placed = all(".note", sheet).filter((note) => !note.hidden);
    const file = sheet.closest(".file");
    file.style.minHeight = "";
    if (!wide.matches || !placed.length) return;
    const origin = sheet.getBoundingClientRect().top;
    const wanted = placed.map((note) => anchorOf(note).getBoundingClientRect().top - origin - 6);
    const order = placed.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b] || a - b);
    const heights = placed.map((note) => note.offsetHeight);
    const tops = [];
    const down = (from, start) => order.slice(from).reduce((edge, index) => {
      tops[index] = Math.max(tops[index] ?? wanted[index], edge);
      return tops[index] + heights[index] + gap;
    }, start);
    let end = down(0, 0);
    const at = order.indexOf(placed.indexOf(lit));
    if (at >= 0) {
      tops[order[at]] = wanted[order[at]];
      for (let k = at - 1; k >= 0; k -= 1) {
        tops[order[k]] = Math.min(tops[order[k]], tops[order[k + 1]] - heights[order[k]] - gap);
      }
      for (let k = at + 1; k < order.length; k += 1) tops[order[k]] = wanted[order[k]];
      end = down(0, 0);
    }
    placed.forEach((note, index) => { note.style.top = tops[index] + "px"; });
    file.style.minHeight = `${origin - file.getBoundingClientRect().top + end}px`;
  }

  function anchorOf(note) {
    return document.querySelector(`mark[data-notes~="${note.id}"]`) ?? refOf(note);
  }

  function arrangeAll() {
    all(".sheet").forEach(arrange);
  }

  function light(note, move) {
    lit = note;
    notes.forEach((one) => one.classList.toggle("lit", one === note));
    all("mark").forEach((mark) => mark.classList.toggle("lit", note !== null && idsOf(mark).includes(note.id)));
    count();
    if (move) arrangeAll();
  }

  function count() {
    const shown = visible();
    const index = shown.indexOf(lit);
    const some = shown.length === notes.length ? "" : ` of ${notes.length}`;
    if (position) position.textContent = index < 0 ? `${shown.length}${some} shown` : `${index + 1} / ${shown.length}`;
  }

  function filter() {
    const on = new Set(toggles.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.dataset.severity));
    notes.forEach((note) => {
      note.hidden = !on.has(note.dataset.severity) || (rule.value !== "" && rule.value !== note.dataset.rule);
    });
    all("[data-notes]").forEach((element) => {
      const left = idsOf(element).map((id) => byId.get(id)).filter((note) => !note.hidden);
      if (element.matches(".ref")) {
        element.hidden = !left.length;
        return;
      }
      const worst = levels.find((level) => left.some((note) => note.dataset.severity === level));
      levels.forEach((level) => element.classList.toggle(level, level === worst));
      element.classList.toggle("several", left.length > 1);
      element.classList.toggle("off", !left.length);
    });
    all(".missing").forEach((section) => { section.hidden = !all(".note", section).some((note) => !note.hidden); });
    light(lit && !lit.hidden ? lit : null, true);
  }

  function step(by) {
    const shown = visible();
    if (!shown.length) return;
    const from = shown.indexOf(lit);
    const note = shown[from < 0 && by < 0 ? shown.length - 1 : (from + by + shown.length) % shown.length];
    light(note, true);
    (wide.matches && refOf(note) ? anchorOf(note) : note).scrollIntoView({ block: "center" });
  }

  document.documentElement.classList.add("js");
  if (!notes.length) return;
  toggles.forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    filter();
  }));
  rule.addEventListener("change", filter);
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  all("[data-notes]").forEach((element) => {
    const first = () => idsOf(element).map((id) => byId.get(id)).find((note) => !note.hidden);
    element.addEventListener("mouseenter", () => first() && light(first(), false));
    element.addEventListener("focus", () => first() && light(first(), true));
    element.addEventListener("click", (event) => {
      const note = first();
      if (!note) return;
      event.preventDefault();
      light(note, true);
      note.focus({ preventScroll: wide.matches });
      if (!wide.matches) note.scrollIntoView({ block: "center" });
    });
  });
  notes.forEach((note) => {
    note.addEventListener("mouseenter", () => light(note, false));
    note.addEventListener("focusin", () => light(note, true));
    note.addEventListener("toggle", arrangeAll, true);
    note.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && refOf(note)) refOf(note).focus();
    });
  });
  addEventListener("resize", arrangeAll);
  all("details.clean").forEach((details) => details.addEventListener("toggle", arrangeAll));
  filter();
  requestAnimationFrame(() => all(".sheet").forEach((sheet) => sheet.classList.add("settled")));
  if (document.fonts) document.fonts.ready.then(arrangeAll);
})();

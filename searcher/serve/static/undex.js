// Makes the pages quicker to use; every page works without it.
"use strict";
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLElement &&
    (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.getElementById("q");
  if (box) { event.preventDefault(); box.focus(); }
});

// Who applies filters finds the focus where it was, if the browser keeps anything for the page: in a frame of another
// site it may not.
function storage() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
const kept = storage();
const applied = "undex-applied";
const filters = document.querySelector(".filters");
const key = (one) => one.id || one.name + "=" + one.value;
if (filters && kept) {
  filters.addEventListener("submit", () => kept.setItem(applied, key(document.activeElement)));
  const last = kept.getItem(applied);
  kept.removeItem(applied);
  const again = last && [...filters.elements].find((one) => key(one) === last);
  again?.closest("details")?.setAttribute("open", "");
  again?.focus();
}

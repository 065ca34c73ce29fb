// The list and the map of places: a site picked in the list or on the flat map is told to the page, which rings
// it on the map; a site picked on the map is brought into sight in the list. Without WebGL the flat map is shown.

function drawsWebGL() {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return Boolean(context);
}

let shown;

function showPicked(country) {
  const list = document.querySelector(".st-key-places_list");
  if (list && shown !== country) list.scrollTop = 0;
  shown = country;
  const site = list?.querySelector(".ox-site[aria-current]");
  if (!site) return;
  const head = site.previousElementSibling?.tagName === "H2" ? site.previousElementSibling : site;
  const box = list.getBoundingClientRect(), own = site.getBoundingClientRect();
  if (own.top < box.top || own.bottom > box.bottom) list.scrollTop += head.getBoundingClientRect().top - box.top;
}

export default function ({ data, setTriggerValue }) {
  const root = document.documentElement;
  if (!root.dataset.oxWebgl) root.dataset.oxWebgl = drawsWebGL() ? "yes" : "no";
  root.classList.toggle("ox-flat-only", root.dataset.oxWebgl === "no");
  const picked = (event) => {
    const link = event.target.closest?.("a[data-site]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setTriggerValue("pick", link.dataset.site);
  };
  document.addEventListener("click", picked);
  const drawn = requestAnimationFrame(() => requestAnimationFrame(() => showPicked(data.country)));
  return () => {
    document.removeEventListener("click", picked);
    cancelAnimationFrame(drawn);
  };
}

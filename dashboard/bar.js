// What the bar needs of the browser. Without it every link and the search box still work: they load the page anew.
(() => {
  const main = () => document.querySelector('[data-testid="stMain"]');
  const box = () => document.querySelector(".ox-search [type=search]");

  // An address of ours opens in the session that runs. Streamlit reads it as it does after Back and Forward.
  const go = (address) => {
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
    main()?.scrollTo(0, 0);
  };
  const asked_language = () => new URLSearchParams(location.search).get("lang");
  const in_language = (address, language) => {
    const url = new URL(address, document.baseURI);
    if (language && language !== "en") url.searchParams.set("lang", language); else url.searchParams.delete("lang");
    return url;
  };
  // What is read aloud, and how words are parted, follows the language of the page.
  const name_language = () => { document.documentElement.lang = asked_language() ?? "en"; };
  const wanted = () => new URLSearchParams(location.search).get("q") ?? "";
  const fill = () => { if (box() && document.activeElement !== box()) box().value = wanted(); };
  const copy = async (button) => {
    const said = button.parentElement.querySelector(".ox-copied");
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = button.dataset.copied;
      setTimeout(() => { said.textContent = ""; }, 2000);
    } catch {
      window.prompt(button.dataset.shown, location.href);
    }
  };
  // Sites of the map have a script of their own.
  const clicked = (event) => {
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    const link = event.target.closest('.stHtml a[href]:not([target="_blank"], [data-site])');
    if (event.target.closest(".ox-copy")) copy(event.target.closest(".ox-copy"));
    const tongue = event.target.closest(".ox-tongue");
    if (tongue) go(in_language(location.href, tongue.lang));
    if (!plain || !link || link.origin !== location.origin || link.hash) return;
    event.preventDefault();
    go(link.href);
  };
  // Streamlit's own links to the pages know nothing of a language: they are opened as ours are.
  const paged = (event) => {
    const link = asked_language() && event.target.closest('[data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"]');
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    go(in_language(link.href, asked_language()));
  };
  const asked = (event) => {
    if (!event.target.matches(".ox-search")) return;
    event.preventDefault();
    const words = box().value.trim();
    const address = words ? `search?${new URLSearchParams({ q: words })}` : "search";
    go(in_language(address, asked_language()));
  };
  const pressed = (event) => {
    if (event.target.closest("input, textarea") || event.metaKey || event.ctrlKey || event.altKey) return;
    const step = { ArrowLeft: "before", ArrowRight: "next" }[event.key];
    const link = step && document.querySelector(`a.ox-step-${step}`);
    if (link) { event.preventDefault(); link.click(); }
    if (event.key === "/" && box()) { event.preventDefault(); box().focus(); }
  };
  if (!window.oxusBar) {
    window.oxusBar = true;
    document.addEventListener("click", paged, { capture: true });
    document.addEventListener("click", clicked);
    document.addEventListener("submit", asked);
    document.addEventListener("keydown", pressed);
    addEventListener("popstate", fill);
    addEventListener("popstate", name_language);
  }
  fill();
  name_language();
})();

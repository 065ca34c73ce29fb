// What the bar needs of the browser. Without it every link and the search box still work: they load the page anew.
(() => {
  const main = () => document.querySelector('[data-testid="stMain"]');
  const box = () => document.querySelector(".ox-search input");

  // An address of ours opens in the session that runs. Streamlit reads it as it does after Back and Forward.
  const go = (address) => {
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
    main()?.scrollTo(0, 0);
  };
  const wanted = () => new URLSearchParams(location.search).get("q") ?? "";
  const fill = () => { if (box() && document.activeElement !== box()) box().value = wanted(); };
  const copy = async (button) => {
    const said = button.parentElement.querySelector(".ox-copied");
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = "Copied";
      setTimeout(() => { said.textContent = ""; }, 2000);
    } catch {
      window.prompt("The address of this view", location.href);
    }
  };
  // Sites of the map have a script of their own.
  const clicked = (event) => {
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    const link = event.target.closest('.stHtml a[href]:not([target="_blank"], [data-site])');
    if (event.target.closest(".ox-copy")) copy(event.target.closest(".ox-copy"));
    if (!plain || !link || link.origin !== location.origin || link.hash) return;
    event.preventDefault();
    go(link.href);
  };
  const asked = (event) => {
    if (!event.target.matches(".ox-search")) return;
    event.preventDefault();
    const words = box().value.trim();
    go(new URL(words ? `search?${new URLSearchParams({ q: words })}` : "search", document.baseURI));
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
    document.addEventListener("click", clicked);
    document.addEventListener("submit", asked);
    document.addEventListener("keydown", pressed);
    addEventListener("popstate", fill);
  }
  fill();
})();

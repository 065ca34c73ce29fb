// The address of a view is the browser's own: copied there, and shown where copying is not allowed.
document.querySelectorAll(".ox-copy").forEach((button) => {
  const said = button.parentElement.querySelector(".ox-copied");
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = "Copied";
    } catch {
      window.prompt("The address of this view", location.href);
    }
    setTimeout(() => { said.textContent = ""; }, 2000);
  };
});

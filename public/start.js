// Why: DECISIONS.md
{
  const root = document.documentElement;
  root.dataset.script = '';
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Blocked storage
  }
  const base = new URL('.', document.currentScript.src).href;
  window.trustedTypes?.createPolicy('default', {
    createScriptURL(address) {
      const { href } = new URL(address, location);
      if (
        href.startsWith(base) &&
        /^(offline-worker|pagefind\/[\w.-]+)\.js$/.test(href.slice(base.length))
      )
        return href;
      throw TypeError(href);
    },
  });
}

// Why: DECISIONS.md
{
  const root = document.documentElement;
  const base = new URL('.', document.currentScript.src).href;
  root.dataset.script = '';
  try {
    if (sessionStorage['command-names'] || location.search) root.dataset.pending = '';
    if (!sessionStorage.opened && location.href === base && localStorage.language === 'zh-cn')
      location.replace('zh-cn/');
    sessionStorage.opened = 1;
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Blocked storage
  }
  window.trustedTypes?.createPolicy('default', {
    createScriptURL(address) {
      const { href } = new URL(address, location);
      if (href.startsWith(base) && /^offline-worker\.js$/.test(href.slice(base.length)))
        return href;
      throw TypeError(href);
    },
  });
}

const SHOWN_FOR = 2000;

function selectText(node: Node): void {
  const selection = getSelection();
  selection?.removeAllRanges();
  const range = document.createRange();
  range.selectNodeContents(node);
  selection?.addRange(range);
}

/**
 * Puts a copy button beside each command of the page. A command that changes something is copied at
 * the second press: the first one says the risk. The live region `#copy-status` says what happened;
 * its data attributes hold the words.
 */
export function startCopyButtons(): void {
  const status = document.getElementById('copy-status');
  if (!status) return;
  for (const code of document.querySelectorAll<HTMLElement>('.command > pre > code'))
    addCopyButton(code, status);
}

function addCopyButton(code: HTMLElement, status: HTMLElement): void {
  const { copy: name = '', done = '', failed = '', confirm = '', open = '' } = status.dataset;
  const command = code.closest('.command');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy no-print';
  button.textContent = name;
  /** Runs while the button says what was done. It stays enabled, or the keyboard would lose its place. */
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function copy(): Promise<void> {
    const left = new Set(code.textContent.match(/<[a-z]+>/gu));
    let said = done;
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // No clipboard without https or permission: the next key press can still copy.
      selectText(code);
      said = failed;
    }
    button.textContent = said;
    status.textContent = left.size === 0 ? said : `${said}${open} ${[...left].join(' ')}`;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      button.textContent = name;
      status.textContent = '';
    }, SHOWN_FOR);
  }

  const disarm = () => {
    command?.classList.remove('armed');
    if (timer === undefined) button.textContent = name;
  };
  button.addEventListener('blur', disarm);
  button.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') disarm();
  });
  button.addEventListener('click', () => {
    if (command?.matches('.changes:not(.armed)')) {
      clearTimeout(timer);
      timer = undefined;
      command.classList.add('armed');
      button.textContent = confirm;
      status.textContent = [...command.querySelectorAll('.risk')]
        .map(({ textContent }) => textContent)
        .join(': ');
      return;
    }
    command?.classList.remove('armed');
    void copy();
  });
  code.after(button);
}

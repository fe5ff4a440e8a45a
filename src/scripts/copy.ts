const SHOWN_FOR = 2000;

function selectText(node: Node): void {
  const selection = getSelection();
  selection?.removeAllRanges();
  const range = document.createRange();
  range.selectNodeContents(node);
  selection?.addRange(range);
}

/**
 * Makes the copy buttons of commands work.
 *
 * @param status The live region that says what happened; its data attributes hold the words. A
 * command that changes something is copied at the second press: the first one says the risk.
 */
export function startCopyButtons(status: HTMLElement): void {
  const { done = '', failed = '', confirm = '', open = '' } = status.dataset;

  async function copy(button: HTMLButtonElement, name: string): Promise<void> {
    const code = button.parentElement?.querySelector('code');
    if (!code) return;
    const left = new Set(code.textContent.match(/<[a-z]+>/gu));
    let said = done;
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // No clipboard without https or permission: the next key press can still copy.
      selectText(code);
      said = failed;
    }
    button.disabled = true;
    button.textContent = said;
    status.textContent = left.size === 0 ? said : `${said}${open} ${[...left].join(' ')}`;
    setTimeout(() => {
      button.disabled = false;
      button.textContent = name;
      status.textContent = '';
    }, SHOWN_FOR);
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
    const name = button.textContent;
    const command = button.closest('.command');
    const disarm = () => {
      command?.classList.remove('armed');
      if (!button.disabled) button.textContent = name;
    };
    button.hidden = false;
    button.addEventListener('blur', disarm);
    button.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') disarm();
    });
    button.addEventListener('click', () => {
      const asks = command?.matches('.changes:not(.armed)') ?? false;
      if (asks) {
        command?.classList.add('armed');
        button.textContent = confirm;
        status.textContent = command?.querySelector('.risk')?.textContent ?? '';
        return;
      }
      command?.classList.remove('armed');
      void copy(button, name);
    });
  }
}

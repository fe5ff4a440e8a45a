const STEP = 1.25;
const SMALLEST = 0.3;
const LARGEST = 2.5;
/** Below it letters are too small to read: the drawing rather scrolls. */
const READABLE = 0.6;

/** Makes the buttons work that zoom the drawing of a tree. It pans by scrolling: with a finger, a wheel or the arrow keys. */
export function startTreeZoom(id: string): void {
  const figure = document.getElementById(id);
  const frame = figure?.querySelector<HTMLElement>('.scroll');
  const svg = figure?.querySelector('svg');
  if (!figure || !frame || !svg) return;
  const { width, height } = svg.viewBox.baseVal;
  let scale = 1;
  const show = (wanted: number) => {
    const next = Math.min(LARGEST, Math.max(SMALLEST, wanted));
    // What is in the middle stays there.
    const x = (frame.scrollLeft + frame.clientWidth / 2) / scale;
    const y = (frame.scrollTop + frame.clientHeight / 2) / scale;
    scale = next;
    svg.setAttribute('width', String(Math.round(width * scale)));
    svg.setAttribute('height', String(Math.round(height * scale)));
    frame.scrollTo(x * scale - frame.clientWidth / 2, y * scale - frame.clientHeight / 2);
  };
  const steps: Readonly<Record<string, () => void>> = {
    in: () => {
      show(scale * STEP);
    },
    out: () => {
      show(scale / STEP);
    },
    reset: () => {
      show(1);
    },
  };
  for (const button of figure.querySelectorAll<HTMLButtonElement>('button[data-zoom]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      steps[button.dataset['zoom'] ?? '']?.();
    });
  }
  // Chromium leaves a box that has the focus where it is when an edge of it can be seen.
  svg.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  show(Math.min(1, Math.max(READABLE, frame.clientWidth / width)));
}

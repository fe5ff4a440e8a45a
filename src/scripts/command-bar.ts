import {
  isValidName,
  loadNames,
  NAMES,
  NAMES_EVENT,
  saveNames,
  toNames,
  type Names,
} from './names.ts';
import { fillPlaceholders, wrapPlaceholders } from './placeholders.ts';

/** Makes the bar work that fills pod, namespace, container and node into the commands of the page. */
export function startCommandBar(): void {
  const bar = document.querySelector<HTMLDetailsElement>('details.names');
  if (!bar) return;
  const now = bar.querySelector('.now');
  const empty = now?.textContent ?? '';
  const inputs = NAMES.flatMap(
    (name) => bar.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? [],
  );
  const placeholders = wrapPlaceholders(document);

  /** Shows what the inputs hold. A name that is not valid is refused in words and fills nothing. */
  function update(): Names {
    for (const input of inputs) {
      const value = input.value.trim();
      const refused = NAMES.some(
        (name) => name === input.name && value !== '' && !isValidName(name, value),
      );
      input.setAttribute('aria-invalid', String(refused));
      const problem = document.getElementById(input.getAttribute('aria-describedby') ?? '');
      if (problem) problem.hidden = !refused;
    }
    const names = toNames(
      Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()])),
    );
    fillPlaceholders(placeholders, names);
    if (now) now.textContent = Object.values(names).join(' · ') || empty;
    return names;
  }

  function show(): void {
    const names = loadNames();
    for (const input of inputs) input.value = new Map(Object.entries(names)).get(input.name) ?? '';
    update();
  }

  for (const input of inputs)
    input.addEventListener('input', () => {
      saveNames(update());
    });
  bar.querySelector('button')?.addEventListener('click', () => {
    saveNames({});
    show();
    inputs[0]?.focus();
  });
  // Back and forward show the page as it was left: names may have changed since.
  addEventListener('pageshow', show);
  addEventListener(NAMES_EVENT, show);
  show();
}

import { NAMES, type Name, type Names } from './names.ts';

const PLACEHOLDER = new RegExp(`<(${NAMES.join('|')})>`, 'u');

/**
 * Puts an element around each placeholder of the commands below `root`, so that it can be filled in.
 *
 * Done here and not at build: without script the text stays as it is, and the pages stay small.
 */
export function wrapPlaceholders(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll('.command > pre > code, .command dd')].flatMap((element) =>
    findTexts(element).flatMap(wrapInText),
  );
}

function findTexts(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode);
  return found;
}

function wrapInText(text: Text): HTMLElement[] {
  const wrapped: HTMLElement[] = [];
  let rest = text;
  for (let at = PLACEHOLDER.exec(rest.data); at; at = PLACEHOLDER.exec(rest.data)) {
    const found = rest.splitText(at.index);
    rest = found.splitText(at[0].length);
    const element = document.createElement('span');
    element.className = 'name';
    element.dataset['name'] = at[1] ?? '';
    found.replaceWith(element);
    element.append(found);
    wrapped.push(element);
  }
  return wrapped;
}

/** Writes the names into the placeholders; a name that is not given leaves `<pod>` as it was. */
export function fillPlaceholders(elements: readonly HTMLElement[], names: Names): void {
  for (const element of elements) {
    const name = element.dataset['name'] ?? '';
    const value = names[name as Name];
    element.textContent = value ?? `<${name}>`;
    element.classList.toggle('filled', value !== undefined);
  }
}

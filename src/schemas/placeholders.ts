import { PLACEHOLDERS } from '../core/index.ts';

const PLACEHOLDER = /<([a-z][\w-]*)>/giu;
const KNOWN = new Set<string>(PLACEHOLDERS);

/** Names in angle brackets that are not placeholders of ours, as they stand in the command. */
export function findUnknownPlaceholders(command: string): string[] {
  return [...command.matchAll(PLACEHOLDER)]
    .filter(([, name = '']) => !KNOWN.has(name))
    .map(([whole]) => whole);
}

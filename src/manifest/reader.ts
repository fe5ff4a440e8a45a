import type { TakeParts } from '../core/index.ts';
import { cutManifests, takeParts, type ParsedPart } from '../core/manifest/index.ts';
import { lengthOf, MAX_PART, parseManifest } from './parse-yaml.ts';

/**
 * Reads the YAML and JSON parts of a paste, for the option `take` of `diagnose`. Never throws.
 *
 * Pauses between the parts, that is, between the items of a list.
 */
export const takeManifests: TakeParts = function* (lines) {
  const parts: ParsedPart[] = [];
  for (const part of yield* cutManifests(lines)) {
    const { lines: own, ...place } = part;
    const characters = lengthOf(own);
    const isLong = characters > MAX_PART;
    parts.push({
      ...place,
      nodes: parseManifest(part),
      ...(isLong ? { tooLong: { characters, limit: MAX_PART } } : {}),
    });
    yield;
  }
  return yield* takeParts(lines, parts);
};

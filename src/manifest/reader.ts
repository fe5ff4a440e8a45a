import type { TakeParts } from '../core/index.ts';
import { cutManifests, takeParts, type ParsedPart } from '../core/manifest/index.ts';
import { parseManifest } from './parse-yaml.ts';

/**
 * Reads the YAML and JSON parts of a paste, for the option `take` of `diagnose`. Never throws.
 *
 * Pauses between the parts, that is, between the items of a list.
 */
export const takeManifests: TakeParts = function* (lines) {
  const parts: ParsedPart[] = [];
  for (const part of yield* cutManifests(lines)) {
    parts.push({ from: part.from, to: part.to, nodes: parseManifest(part) });
    yield;
  }
  return yield* takeParts(lines, parts);
};

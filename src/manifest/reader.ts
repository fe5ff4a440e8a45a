import type { TakeParts } from '../core/index.ts';
import { takeManifests } from '../core/manifest/index.ts';
import { parseManifests } from './parse-yaml.ts';

/** Reads the YAML and JSON parts of a paste for `diagnose`. Never throws. */
export function readManifestParts(text: string): TakeParts {
  const nodes = parseManifests(text);
  return (lines) => takeManifests(lines, nodes);
}

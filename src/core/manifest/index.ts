// The second door of the core: what reads YAML and JSON, apart, so that browsers load it only when it is needed.
export { cutManifests, type ManifestPart } from './cut.ts';
export type { ManifestLine } from './mend.ts';
export type {
  LocatedEntry,
  LocatedList,
  LocatedMap,
  LocatedNode,
  LocatedScalar,
  LocatedUnread,
} from './node.ts';
export { takeParts, type ParsedPart } from './take.ts';

// What both sides of a round trip are reduced to.
import type { ApiVolume } from './pod-case.ts';

/** No line numbers, and no white space that a column of kubectl decides. */
export type PodFacts = Readonly<Record<string, unknown>>;

export const squeeze = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
export const squeezeLines = (text: string): string =>
  text
    .split('\n')
    .map(squeeze)
    .filter((line) => line !== '')
    .join('\n');
export const orNone = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : squeezeLines(text);
export const byText = (a: string, b: string): number => (a < b ? -1 : 1);
/** Events are printed by their times, which may be equal. */
export const inAnyOrder = <T>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => byText(JSON.stringify(a), JSON.stringify(b)));

/** The volumes that are made, with the one field that tells which thing they are. */
export const VOLUME_TYPES: readonly (readonly [
  type: string,
  field: string,
  read: (volume: ApiVolume) => string | undefined,
])[] = [
  ['ConfigMap', 'Name', ({ configMap }) => configMap?.name],
  ['Secret', 'SecretName', ({ secret }) => secret?.secretName],
  ['PersistentVolumeClaim', 'ClaimName', ({ persistentVolumeClaim: claim }) => claim?.claimName],
  ['HostPath', 'Path', ({ hostPath }) => hostPath?.path],
  ['CSI', 'Driver', ({ csi }) => csi?.driver],
  ['EmptyDir', '', ({ emptyDir }) => emptyDir && ''],
  ['Projected', '', ({ projected }) => projected && ''],
  ['DownwardAPI', '', ({ downwardAPI }) => downwardAPI && ''],
];

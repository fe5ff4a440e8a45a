import { indentOf } from '../lines.ts';
import type { NamedValue, SourceLine, VolumeReport } from '../types.ts';
import { readField } from './field.ts';

type Draft = Omit<VolumeReport, 'type' | 'fields'> & {
  type: string;
  readonly fields: NamedValue[];
};

/**
 * Reads the body of `Volumes:`: a name per volume, then its fields, `Type` first.
 *
 * Source: describeVolumes in kubectl/pkg/describe/describe.go.
 */
export function parseVolumes(lines: readonly SourceLine[]): VolumeReport[] {
  const volumes: Draft[] = [];
  const headings = new Set(lines.filter((line, index) => isHeading(line, lines[index + 1])));
  for (const line of lines) {
    const field = readField(line);
    if (headings.has(line))
      volumes.push({
        name: line.text.trim().slice(0, -1),
        type: '',
        fields: [],
        line: line.number,
      });
    else if (field) {
      const volume = volumes.at(-1);
      if (!volume) continue;
      if (field.key === 'Type' && volume.type === '')
        volume.type = /^\S+/u.exec(field.value)?.[0] ?? '';
      volume.fields.push({ name: field.key, value: field.value, line: line.number });
    }
  }
  return volumes.map(({ type, ...rest }) => ({ ...rest, type }));
}

function isHeading(line: SourceLine, next: SourceLine | undefined): boolean {
  if (!/^\s*[\w.-]+:\s*$/u.test(line.text) || !next) return false;
  // Of a kind that kubectl does not know it prints nothing else.
  return (
    /^\s*(?:Type:\s|<unknown>\s*$)/u.test(next.text) && indentOf(next.text) >= indentOf(line.text)
  );
}

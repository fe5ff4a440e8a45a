// Reads YAML and JSON as the command line does, for tests.
import { parse } from '../../../src/core/index.ts';
import type { ContainerReport, ObjectReport, Report } from '../../../src/core/types.ts';
import { takeManifests } from '../../../src/manifest/reader.ts';

export const readText = (text: string): Report => parse(text, takeManifests);

/** The only object of a paste. */
export function onlyObject(text: string): ObjectReport {
  const [object, ...others] = readText(text).objects;
  if (!object || others.length > 0) throw new Error(`not one object:\n${text}`);
  return object;
}

/** The only container of the only object. */
export function onlyContainer(text: string): ContainerReport {
  const [container, ...others] = onlyObject(text).containers;
  if (!container || others.length > 0) throw new Error(`not one container:\n${text}`);
  return container;
}

const indent = (text: string, by: string) => text.replaceAll(/^(?=.)/gmu, by);

/** A pod as `kubectl get -o yaml` prints it, around the given parts. */
export function podYaml({
  metadata = 'name: web-0\nnamespace: shop',
  spec = 'containers:\n- image: registry.example/web:1\n  name: web\nnodeName: node-3',
  status = 'phase: Running',
}: {
  readonly metadata?: string;
  readonly spec?: string;
  readonly status?: string;
}): string {
  return `apiVersion: v1
kind: Pod
metadata:
${indent(metadata, '  ')}
spec:
${indent(spec, '  ')}
status:
${indent(status, '  ')}
`;
}

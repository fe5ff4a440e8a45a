import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
const VIRTUAL = join(ROOT, 'tests/manifest-samples.virtual.ts');

/** A Kubernetes object as it stands in a text. */
export interface ManifestSample {
  readonly where: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly value: object;
}

/** The object in a parsed YAML document, or undefined when it is only a part of one. */
export function toManifestSample(where: string, value: unknown): ManifestSample | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('apiVersion' in value) || !('kind' in value)) return undefined;
  const { apiVersion, kind } = value;
  return typeof apiVersion === 'string' && typeof kind === 'string'
    ? { where, apiVersion, kind, value }
    : undefined;
}

/**
 * Finds fields that a kind does not have, or has with another type, by the types of
 * kubernetes-models: Kubernetes' own schemas let unknown fields pass, the compiler does not.
 *
 * @returns One text for each, with where the sample stands; empty is good. A kind that no version
 * of the package knows is one, too.
 */
export function manifestProblems(samples: readonly ManifestSample[]): string[] {
  const lines = samples.map(
    ({ apiVersion, kind, value }, index) =>
      `export const sample${String(index)}: import(${JSON.stringify(`kubernetes-models/${apiVersion}`)}).I${kind} = ${JSON.stringify(value)};`,
  );
  const source = lines.join('\n');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const plain = ts.createCompilerHost(options);
  host.fileExists = (file) => file === VIRTUAL || plain.fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === VIRTUAL
      ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2023)
      : plain.getSourceFile(file, ...rest);
  const program = ts.createProgram([VIRTUAL], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(VIRTUAL))
    .map(({ start = 0, messageText }) => {
      const at = samples[source.slice(0, start).split('\n').length - 1];
      return `${at?.where ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}

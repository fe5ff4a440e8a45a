// Makes a new cause from the template, with a test case that fails until its text is pasted.
// Usage: npm run new:cause <id>
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TEMPLATE = 'content/causes/_template';
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

/** The two folders of a new cause, below the root of the project. */
export interface NewCause {
  readonly folder: string;
  readonly fixture: string;
}

/**
 * Writes the folder of a cause and that of its first test case. Throws with one sentence, and writes nothing, when the
 * id is no id or is taken.
 */
export function makeCause(id: string, root: string): NewCause {
  if (!ID.test(id))
    throw new Error('An id is in lower-case words with hyphens: npm run new:cause disk-too-slow');
  const folder = `content/causes/${id}`;
  const fixture = `tests/fixtures/describe/${id}`;
  for (const existing of [folder, fixture])
    if (existsSync(join(root, existing))) throw new Error(`${existing} exists already.`);

  const write = (path: string, text: string) => {
    writeFileSync(join(root, path), text);
  };
  mkdirSync(join(root, folder));
  for (const name of readdirSync(join(root, TEMPLATE))) {
    const text = readFileSync(join(root, TEMPLATE, name), 'utf8');
    // Commands are placed by the id of their cause.
    write(`${folder}/${name}`, text.replaceAll('_template/', `${id}/`));
  }
  mkdirSync(join(root, fixture), { recursive: true });
  write(`${fixture}/input.txt`, '');
  write(
    `${fixture}/expected.yaml`,
    `# What printed input.txt: kubectl and its version, or "by hand".
made: kubectl 1.33
verdict: causes
causes: [${id}]
confidence: certain
# Lines of input.txt that speak for it.
evidence: [1]
# Causes that look the same and must not be claimed.
mustNot: []
`,
  );
  return { folder, fixture };
}

function run(id: string): void {
  const { folder, fixture } = makeCause(id, join(import.meta.dirname, '../..'));
  console.log(`Made, to be filled in:
  ${folder}/   cause.yaml, en.mdx, zh-cn.mdx
  ${fixture}/   the pasted output in input.txt, what is right in expected.yaml

Then:
  make it an outcome of a tree in content/trees/, or list it in content/trees/_left-out.yaml
  npm run build     names everything that does not fit
  npm run confirm -- causes/${id}     once both languages say the same
  npm run check`);
}

if (import.meta.main)
  try {
    run(process.argv[2] ?? '');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }

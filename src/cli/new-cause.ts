// Makes a new cause from the template, with a test case that fails until its text is pasted.
// Usage: npm run new:cause <id>
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const [id = ''] = process.argv.slice(2);
const folder = join(ROOT, 'content/causes', id);
const fixture = join(ROOT, 'tests/fixtures/describe', id);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id))
  fail('An id is in lower-case words with hyphens: npm run new:cause node-out-of-memory');
for (const existing of [folder, fixture])
  if (existsSync(existing)) fail(`${existing} exists already.`);

cpSync(join(ROOT, 'content/causes/_template'), folder, { recursive: true });
mkdirSync(fixture, { recursive: true });
writeFileSync(join(fixture, 'input.txt'), '');
writeFileSync(
  join(fixture, 'expected.yaml'),
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
console.log(`content/causes/${id}/            fill in cause.yaml, en.mdx and zh-cn.mdx
tests/fixtures/describe/${id}/   paste the output into input.txt, say in expected.yaml what is right
Then: npm run check`);

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LOCALES } from '../core/index.ts';
import { decodeText } from '../report/decode-text.ts';

const STDIN = '-';

const USAGE = `npm run --silent triage -- [--json | --facts] [--lang en|zh-cn] [FILE…]

Says what is most likely wrong with the pod whose output it reads, from files or from standard input:
  kubectl describe pod web-0 | npm run --silent triage

  --json         one line of JSON per input: the verdict and the causes with their evidence
  --facts        one line of JSON per input: what was read, before any judgement
  --lang zh-cn   Chinese instead of English
  --help         this text

Ends with 0 when the input was read, whatever was found, and with 2 when it could not be.
`;

/** What the user did wrong, in one sentence. */
class UsageError extends Error {}

function readInput(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === STDIN ? 0 : file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`${file}: there is no such file.`);
    if (code === 'EISDIR') throw new UsageError(`${file}: this is a folder, not a file.`);
    throw new UsageError(`${file}: cannot be read (${code ?? String(error)}).`);
  }
  const text = decodeText(bytes);
  if (text === undefined) throw new UsageError(`${file}: this is a binary file, not text.`);
  return text;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        facts: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'en' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const locale = LOCALES.find((one) => one === values.lang);
    if (!locale)
      throw new UsageError(`--lang ${values.lang}: choose one of ${LOCALES.join(', ')}.`);
    return { ...values, locale, files: positionals.length > 0 ? positionals : [STDIN] };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The texts to print, one after the other; what reads and judges is loaded when it is needed. */
async function* answer(): AsyncGenerator<string> {
  const { json, facts, help, locale, files } = readArguments();
  if (help) {
    yield USAGE;
    return;
  }
  const inputs = files.map((file) => ({ file, text: readInput(file) }));
  if (facts) {
    const { toFactsLine } = await import('./triage-facts.ts');
    for (const { file, text } of inputs) yield toFactsLine(file, text);
    return;
  }
  const { createDiagnoser } = await import('./triage-answer.ts');
  const { toJsonLine, toPlain } = createDiagnoser(locale);
  for (const [index, { file, text }] of inputs.entries()) {
    if (!json && files.length > 1) yield `${index === 0 ? '' : '\n'}== ${file}\n`;
    yield json ? toJsonLine(file, text) : toPlain(text);
  }
}

/**
 * Answers the arguments of the process on standard output.
 *
 * What the user did wrong is one sentence on standard error, and the process ends with 2.
 */
export async function runTriage(): Promise<void> {
  // `| head` closes the pipe before everything is written; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    for await (const text of answer()) process.stdout.write(text);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

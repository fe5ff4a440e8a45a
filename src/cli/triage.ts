// Runs triage on files or standard input: npm run --silent triage -- --help
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  diagnose,
  LOCALES,
  parse,
  type Diagnosis,
  type Locale,
  type ObjectReport,
  type Report,
} from '../core/index.ts';
import { findInLooseLines } from '../core/search/index.ts';
import { uiText } from '../i18n/index.ts';
import { takeManifests } from '../manifest/reader.ts';
import { toPlainText } from '../report/plain.ts';
import { toCatalogueView } from '../report/view.ts';
import { readCatalogue } from './catalogue.ts';

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

// `| head` closes the pipe before everything is written; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

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
  if (bytes.includes(0)) throw new UsageError(`${file}: this is a binary file, not text.`);
  return bytes.toString('utf8');
}

/** The `--json` form of a diagnosis. */
function toJson(input: string, { verdict, findings, report }: Diagnosis) {
  const refOf = (index: number) => {
    const object = report.objects[index];
    return {
      kind: object?.kind ?? '',
      namespace: object?.namespace?.value ?? null,
      name: object?.name?.value ?? null,
    };
  };
  return {
    input,
    verdict,
    causes: findings.map(
      ({ cause, confidence, past, object, container, alsoContainers, evidence, rivals }) => ({
        id: cause,
        confidence,
        past,
        object: refOf(object),
        container: container ?? null,
        alsoContainers,
        evidence,
        rivals,
      }),
    ),
  };
}

function toFacts(object: ObjectReport) {
  return {
    kind: object.kind,
    namespace: object.namespace?.value ?? null,
    name: object.name?.value ?? null,
    node: object.node?.value ?? null,
    status: object.status?.value ?? null,
    reason: object.reason?.value ?? null,
    containers: object.containers.map(
      ({ name, type, image, state, lastState, ready, restartCount }) => ({
        name,
        type,
        image: image?.value ?? null,
        state: state?.kind ?? null,
        stateReason: state?.reason?.value ?? null,
        exitCode: state?.exitCode?.value ?? null,
        lastState: lastState?.kind ?? null,
        lastStateReason: lastState?.reason?.value ?? null,
        lastExitCode: lastState?.exitCode?.value ?? null,
        ready: ready?.value ?? null,
        restartCount: restartCount?.value ?? null,
      }),
    ),
    conditions: object.conditions.map(({ type, status }) => ({ type, status })),
    events: object.events.map(({ type, reason, age, count, from, message }) => ({
      type,
      reason,
      age,
      count,
      from,
      message,
    })),
  };
}

/** The `--facts` form: what was read, without any conclusion. */
function toFactsReport(input: string, { objects, skipped }: Report) {
  return {
    input,
    objects: objects.filter(({ layout }) => layout !== 'text').map(toFacts),
    skipped: skipped.map(({ number, text }) => ({ line: number, text })),
  };
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

function run(): void {
  const { json, facts, help, locale, files } = readArguments();
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
  const inputs = files.map((file) => ({ file, text: readInput(file) }));
  if (facts) {
    for (const { file, text } of inputs)
      console.log(JSON.stringify(toFactsReport(file, parse(text, takeManifests))));
    return;
  }
  const views = toCatalogueView(
    readCatalogue(),
    locale satisfies Locale,
    (runbook, cause) => `/runbooks/${runbook}/#${cause}`,
  );
  inputs.forEach(({ file, text }, index) => {
    const diagnosis = diagnose(text, views, {
      take: takeManifests,
      findLoose: findInLooseLines,
    });
    if (json) console.log(JSON.stringify(toJson(file, diagnosis)));
    else {
      if (files.length > 1) console.log(`${index === 0 ? '' : '\n'}== ${file}`);
      process.stdout.write(toPlainText(uiText[locale], views, diagnosis));
    }
  });
}

try {
  run();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

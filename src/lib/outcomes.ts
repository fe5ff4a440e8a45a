import { diagnose, type Cause, type Rules } from '../core/index.ts';
import { takeManifests } from '../manifest/reader.ts';
import type { Fixture, Outcome } from './accuracy.ts';

/** What triage needs to know of the catalogue. */
export function toRules(causes: Readonly<Record<string, Cause>>): Rules {
  return Object.fromEntries(
    Object.entries(causes).map(([id, { rule, rivals }]) => [
      id,
      { rule, rivals: rivals.map((rival) => rival.id) },
    ]),
  );
}

/** Runs triage over one text whose right answer is known. */
export function toOutcome({ id, expected }: Fixture, text: string, rules: Rules): Outcome {
  const { verdict, objects } = diagnose(text, rules, { take: takeManifests });
  return { id, expected, verdict, answers: objects.flatMap(({ findings }) => findings) };
}

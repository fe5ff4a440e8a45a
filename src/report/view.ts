import { LOCALES, type Cause, type CommandStep, type Locale, type Rule } from '../core/index.ts';

/** A command of a cause in one language, with placeholders. */
export interface CommandView {
  readonly step: CommandStep;
  readonly run: string;
  readonly purpose: string;
  /** Given when it changes something. */
  readonly risk?: string | undefined;
  readonly undo?: string | undefined;
}

/** What a report shows of a cause, in one language. */
export interface CauseView {
  readonly title: string;
  readonly decides: string;
  /** Address of its section in the runbook. */
  readonly href: string;
  readonly rule: Rule;
  readonly rivals: readonly string[];
  /** Words people use for it, in every language: Chinese engineers write English terms, too. */
  readonly phrases: readonly string[];
  readonly commands: readonly CommandView[];
}

/** The catalogue by cause id. */
export type CatalogueView = Readonly<Record<string, CauseView>>;

/** Of each step a report shows the first command, for the page has a budget; the runbook has them all. */
const STEPS_SHOWN = ['confirm', 'fix'] as const satisfies readonly CommandStep[];

function toCommandViews({ commands }: Cause, locale: Locale): CommandView[] {
  return STEPS_SHOWN.flatMap((step) =>
    commands
      .filter((command) => command.step === step)
      .slice(0, 1)
      .map(({ run, purpose, risk, undo }) => ({
        step,
        run,
        purpose: purpose[locale],
        risk: risk?.[locale],
        undo: undo?.[locale],
      })),
  );
}

function toPhrases(id: string, { title, aliases, codes }: Cause): string[] {
  return [
    id.replaceAll('-', ' '),
    ...codes,
    ...LOCALES.flatMap((locale) => [title[locale], ...aliases[locale]]),
  ];
}

/**
 * Reduces the catalogue to what a report needs, in one language.
 *
 * @param href Gives the address of a cause's section.
 */
export function toCatalogueView(
  causes: Readonly<Record<string, Cause>>,
  locale: Locale,
  href: (runbook: string, cause: string) => string,
): CatalogueView {
  return Object.fromEntries(
    Object.entries(causes).map(([id, cause]) => [
      id,
      {
        title: cause.title[locale],
        decides: cause.decides[locale],
        href: href(cause.runbook, id),
        rule: cause.rule,
        rivals: cause.rivals.map((rival) => rival.id).filter((rival) => rival in causes),
        phrases: toPhrases(id, cause),
        commands: toCommandViews(cause, locale),
      },
    ]),
  );
}

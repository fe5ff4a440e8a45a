import {
  COMMAND_STEPS,
  LOCALES,
  type Cause,
  type CommandStep,
  type Locale,
  type Rule,
} from '../core/index.ts';

/** A command of a cause in one language, with placeholders. */
export interface CommandView {
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
  /** Address of its section in the runbook; undefined where there are no runbooks to go to. */
  readonly href: string | undefined;
  readonly rule: Rule;
  readonly rivals: readonly string[];
  /** Words people use for it, in every language: Chinese engineers write English terms, too. */
  readonly phrases: readonly string[];
  readonly commands: readonly CommandView[];
}

/** The catalogue by cause id. */
export type CatalogueView = Readonly<Record<string, CauseView>>;

/** Of each step a report shows the first command, for the page has a budget; the runbook has them all. */
const SHOWN_PER_STEP: Readonly<Partial<Record<CommandStep, number>>> = { confirm: 1, fix: 1 };

function toCommandViews(
  { commands }: Cause,
  locale: Locale,
  perStep: Readonly<Partial<Record<CommandStep, number>>>,
): CommandView[] {
  return COMMAND_STEPS.flatMap((step) =>
    commands
      .filter((command) => command.step === step)
      .slice(0, perStep[step] ?? 0)
      .map(({ run, purpose, risk, undo }) => ({
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
 * @param href Gives the address of a cause's section, if there is one to go to.
 * @param perStep How many commands of each step are shown.
 */
export function toCatalogueView(
  causes: Readonly<Record<string, Cause>>,
  locale: Locale,
  href: (runbook: string, cause: string) => string | undefined,
  perStep: Readonly<Partial<Record<CommandStep, number>>> = SHOWN_PER_STEP,
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
        commands: toCommandViews(cause, locale, perStep),
      },
    ]),
  );
}

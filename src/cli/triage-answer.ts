import { diagnose, type Diagnosis, type Locale } from '../core/index.ts';
import { addLooseCauses } from '../core/search/index.ts';
import { uiText } from '../i18n/index.ts';
import { takeManifests } from '../manifest/reader.ts';
import { toPlainText } from '../report/plain.ts';
import { toCatalogueView } from '../report/view.ts';
import { readCatalogue } from './catalogue.ts';

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

/** Reads the catalogue and gives what answers a pasted text with it, in one of the forms of the command line. */
export function createDiagnoser(locale: Locale) {
  const views = toCatalogueView(
    readCatalogue(),
    locale,
    (runbook, cause) => `/runbooks/${runbook}/#${cause}`,
  );
  const judge = (text: string) =>
    diagnose(text, views, { take: takeManifests, addLoose: addLooseCauses });
  return {
    toJsonLine: (input: string, text: string) => `${JSON.stringify(toJson(input, judge(text)))}\n`,
    toPlain: (text: string) => toPlainText(uiText[locale], views, judge(text)),
  };
}

import { readCatalogue } from '../../src/cli/catalogue.ts';
import { toCatalogueView } from '../../src/report/view.ts';

/** `content/causes`, read once: that takes half a second, and the unit tests share what they load. */
export const CATALOGUE = readCatalogue();

/** The catalogue as triage gets it, in English; a link is only the name of the section. */
export const RULES = toCatalogueView(CATALOGUE, 'en', (runbook, cause) => `${runbook}#${cause}`);

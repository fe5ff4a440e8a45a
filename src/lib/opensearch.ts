/** What a browser needs to know to offer the site's search in its address bar. */
export interface OpenSearch {
  readonly name: string;
  readonly description: string;
  /** As in `<html lang>`. */
  readonly language: string;
  /** Absolute address of the search page. */
  readonly search: string;
  /** Absolute address of the icon. */
  readonly icon: string;
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Writes an OpenSearch 1.1 description. Source: https://github.com/dewitt/opensearch */
export function toOpenSearch({ name, description, language, search, icon }: OpenSearch): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(name)}</ShortName>
  <Description>${escapeXml(description)}</Description>
  <Language>${escapeXml(language)}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">${escapeXml(icon)}</Image>
  <Url type="text/html" template="${escapeXml(search)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}

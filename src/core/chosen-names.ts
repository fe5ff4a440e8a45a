/** Names that belong to Kubernetes and tell something by themselves. */
const OWN = /\b(?:pause|sandbox|infra)\b/u;
const RESTARTING = /\brestarting failed container\b[^]*$/u;
const IMAGE = /\b(?:image|reference) "([^"\n]{3,})"/gu;
const ADDRESS = /\/v2\/[^\s"]+/gu;

/** The path at which a registry is asked for an image, without the names in it. */
function hideInAddress(path: string): string {
  const part = ['manifests', 'blobs'].find((one) => path.includes(`/${one}/`));
  return part === undefined ? path : `/v2/name/${part}/reference`;
}

/**
 * Takes the names that people chose out of a message, so that a container `oom` or an image `timeout:x509` is no sign
 * of anything. The host of an image stays, because it is where the image is asked for.
 */
export function hideChosenNames(message: string): string {
  const text = message.replace(RESTARTING, 'restarting failed container');
  if (!/\b(?:image|reference) "/u.test(text) || OWN.test(text)) return text;
  const refs = new Set([...text.matchAll(IMAGE)].map(([, ref = '']) => ref));
  let hidden = text.replace(ADDRESS, hideInAddress);
  for (const ref of refs) {
    const slash = ref.indexOf('/');
    const host = /[.:]/u.test(ref.slice(0, slash)) ? ref.slice(0, slash + 1) : '';
    hidden = hidden.replaceAll(ref, `${host}name:reference`);
  }
  return hidden;
}

const QUANTITY = /^([+-]?\d+(?:\.\d+)?)(?:([eE][+-]?\d+)|([numkKMGTPE]i?))?$/u;

const FACTOR: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * Reads a Kubernetes quantity, such as `128Mi`, `500m` or `1e3`, as a number of base units (bytes, cores).
 *
 * Returns undefined for anything that is no quantity, `Kibi` or a lone `K` among them.
 * Source: k8s.io/apimachinery/pkg/api/resource/quantity.go.
 */
export function parseQuantity(text: string): number | undefined {
  const [, digits, exponent, suffix] = QUANTITY.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  if (exponent !== undefined) return Number(digits + exponent);
  if (suffix === undefined) return Number(digits);
  const factor = FACTOR[suffix];
  return factor === undefined ? undefined : Number(digits) * factor;
}

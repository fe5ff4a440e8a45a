const QUANTITY = /^([+-]?\d+(?:\.\d+)?)(?:([eE][+-]?\d+)|([numkMGTPE])|([KMGTPE])i)?$/u;
const DECIMAL = 'num kMGTPE';
const BINARY = ' KMGTPE';

/**
 * Reads a Kubernetes quantity, such as `128Mi`, `500m` or `1e3`, as a number of base units (bytes, cores).
 *
 * Returns undefined for anything that is no quantity, `Kibi` or a lone `K` among them.
 * Source: k8s.io/apimachinery/pkg/api/resource/quantity.go.
 */
export function parseQuantity(text: string): number | undefined {
  const [, digits, exponent = '', decimal = ' ', binary = ' '] = QUANTITY.exec(text.trim()) ?? [];
  return digits === undefined
    ? undefined
    : Number(digits + exponent) *
        1000 ** (DECIMAL.indexOf(decimal) - DECIMAL.indexOf(' ')) *
        1024 ** BINARY.indexOf(binary);
}

/** How the kubelet names a pod: `pod="shop/web-0"` in its log, `pod web-0_shop(uid)` or `pod=…` in its messages. */
const POD = /\bpod(?:="([a-z\d.-]+)\/([a-z\d.-]+)"|[ =]([a-z\d.-]+)_([a-z\d-]+)\()/u;

/** The pod that a line of the kubelet is about; undefined when it names none. */
export function podIn(text: string): { name: string; namespace: string } | undefined {
  const [, first, second, name = second, namespace = first] = POD.exec(text) ?? [];
  return name === undefined || namespace === undefined ? undefined : { name, namespace };
}

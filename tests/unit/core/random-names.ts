// A describe output in which all names and secrets are known, so that none may be left.
import fc, { type Arbitrary } from 'fast-check';

export interface NamedPaste {
  readonly text: string;
  /** Names of things; they must go everywhere. */
  readonly names: readonly string[];
  /** Values that must not be seen in their own lines. */
  readonly values: readonly string[];
}

const letters = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789')),
  minLength: 5,
  maxLength: 12,
});
/** `q` and `z` so that no word of kubectl or of the text around is hit. */
const dnsName = fc
  .array(letters, { minLength: 1, maxLength: 3 })
  .map((parts) => `qz${parts.join('-')}`);
const secret = fc.oneof(
  letters.map((text) => `zq${text}`),
  fc.tuple(letters, letters).map(([a, b]) => `zq${a}: ${b}`),
  fc.tuple(letters, letters).map(([a, b]) => `zq${a}=${b}`),
);
/** Where a name may stand in a message. */
const around = fc.constantFrom(
  (name: string) => name,
  (name: string) => `"${name}"`,
  (name: string) => `(${name})`,
  (name: string) => `pod/${name}`,
  (name: string) => `${name}_log`,
  (name: string) => `${name}: no such file`,
  (name: string) => `in ${name}.`,
  (name: string) => `a,${name},b`,
  (name: string) => `<${name}>`,
  (name: string) => `x-${name}-0`,
  (name: string) => `line one\\n${name}\\nline two`,
  (name: string) => `%2F${name}%2F`,
  (name: string) => `\u001b[31m${name}\u001b[0m`,
  (name: string) => `${name.slice(0, 3)}\u200b${name.slice(3)}`,
  (name: string) => `${name.replaceAll('-', '_').toUpperCase()}_PORT`,
);

export const namedPaste: Arbitrary<NamedPaste> = fc
  .record({
    all: fc.uniqueArray(dnsName, { minLength: 8, maxLength: 8 }),
    values: fc.uniqueArray(secret, { minLength: 5, maxLength: 5 }),
    ip: fc.ipV4(),
    forms: fc.array(around, { minLength: 8, maxLength: 8 }),
  })
  .map(({ all, values, ip, forms }) => {
    const [pod, namespace, node, owner, container, image, claim, secretName] = all;
    const [label, annotation, first, second, third] = values;
    // Of an image the whole name is known, not its parts.
    const names = all.filter((name) => name !== image);
    const spoken = names.map((name, i) => forms[i]?.(name) ?? name).join(' ');
    const text = `Name:             ${pod}
Namespace:        ${namespace}
Node:             ${node}/${ip}
Labels:           app=${label}
Annotations:      example.com/note: ${annotation}
Status:           Running
IP:               ${ip}
Controlled By:    StatefulSet/${owner}
Containers:
  ${container}:
    Image:          registry.example/${image}:1
    State:          Terminated
      Reason:       Error
      Message:      about ${spoken}
      Exit Code:    1
    Environment:
      FIRST:    ${first}
      SECOND:   ${second}
                ${third}
    Mounts:     <none>
Volumes:
  data:
    Type:        PersistentVolumeClaim
    ClaimName:   ${claim}
  keys:
    Type:        Secret
    SecretName:  ${secretName}
Events:
  Type     Reason  Age  From     Message
  ----     ------  ---  ----     -------
  Warning  Failed  3m   kubelet  ${spoken}`;
    return { text, names: [...names, ip], values };
  });

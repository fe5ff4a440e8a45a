import { describe, expect, test } from 'vitest';
import { createRedactor, diagnose, LOCALES, type Locale } from '../../../src/core/index.ts';
import { uiText } from '../../../src/i18n/index.ts';
import { toMarkdown } from '../../../src/report/markdown.ts';
import { podText, RUNNING } from '../core/paste.ts';
import { VIEWS } from './cause-views.ts';

const POD = `Name:         cart-0
Namespace:    acme-shop
Node:         worker-17/10.20.30.40
Labels:       team=payments
Annotations:  example.com/owner: ada-lovelace
Status:       Running
IP:           10.1.2.3
Controlled By:  StatefulSet/cart
Containers:
  checkout:
    Image:          registry.acme.example/pay/checkout:1.2
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       Error
      Exit Code:    3
    Ready:          False
    Restart Count:  5
    Environment:
      DB_URL:    jdbc:acme:thin
Volumes:
  data:
    Type:       PersistentVolumeClaim (a reference)
    ClaimName:  ledger-cart-0
Events:
  Type     Reason   Age  From     Message
  ----     ------   ---  ----     -------
  Warning  BackOff  1m   kubelet  Back-off restarting failed container checkout in pod cart-0_acme-shop(1b4e28ba-2fa1-11d2-883f-0016d3cca427)
  Warning  Failed   1m   kubelet  Failed to pull image "registry.acme.example/pay/checkout:1.2": Get "https://10.1.2.3/v2/?token=abcdef123": jdbc:acme:thin not found for ledger-cart-0`;

function markdownOf(text: string, locale: Locale = 'en'): string {
  const diagnosis = diagnose(text, VIEWS);
  return toMarkdown(uiText[locale], VIEWS, diagnosis, createRedactor(text, diagnosis.report));
}

describe('nothing of the paste can be told from the copy', () => {
  const SECRETS = [
    'cart',
    'acme',
    'worker-17',
    'payments',
    'ada-lovelace',
    'checkout',
    '10.1.2.3',
    '10.20.30.40',
    'jdbc',
    'ledger',
    '1b4e28ba',
    'abcdef123',
  ];

  test.each(LOCALES.flatMap((locale) => SECRETS.map((secret) => [locale, secret] as const)))(
    '%s: %s',
    (locale, secret) => {
      expect(POD).toContain(secret);
      expect(markdownOf(POD, locale)).not.toContain(secret);
    },
  );
});

describe('what the copy says', () => {
  test('the whole of it', () => {
    expect(markdownOf(POD))
      .toBe(`## Pod \\<namespace-1>/\\<name-1> on node \\<node-1>, container \\<container-1>: The program ends with an error. Restarted 5 times. Seen 1m ago.

### Certain: The program ends with an error

container \\<container-1>

\`\`\`text
13: Reason:       CrashLoopBackOff
28: Warning  BackOff  1m   kubelet  Back-off restarting failed container <container-1> in pod <name-1>_<namespace-1>(<name-4>)
\`\`\`

What decides: the reason of the last state

\`\`\`sh
kubectl logs <name-1> -n <namespace-1> -c <container-1> --previous
\`\`\`

### Likely: The image does not exist

container \\<container-1>

\`\`\`text
29: Warning  Failed   1m   kubelet  Failed to pull image "<image-1>": Get "https://<ip-2>/v2/?token=<secret-1>": <environment-1> not found for <name-3>
\`\`\`

What decides: the reason of the last state

\`\`\`sh
crane manifest <image-1>
\`\`\`
`);
  });

  test.each([
    {
      name: 'no commands that change something',
      text: POD,
      has: 'kubectl logs',
      hasNot: 'rollout undo',
    },
    {
      name: 'gaps with their commands, not filled in',
      text: podText({ fields: 'Node: <none>\nStatus: Pending', containers: {}, events: [] }),
      has: 'describe does not print scheduling gates and the reason of PodScheduled; the YAML does. `kubectl get pod <pod> -n <namespace> -o yaml`',
      hasNot: 'web-0',
    },
    {
      name: 'the first object, and others only when something is wrong with them',
      text: `${POD}\n\n\n${podText({ fields: 'Status: Running', containers: { app: RUNNING } })}`,
      has: '## Pod \\<namespace-1>/\\<name-1>',
      hasNot: 'Nothing wrong',
    },
    {
      name: 'a healthy object, when it is the only one',
      text: podText({ fields: 'Status: Running' }),
      has: '## Pod \\<namespace-1>/\\<name-1>: Nothing wrong is visible in this text.',
      hasNot: '###',
    },
  ])('$name', ({ text, has, hasNot }) => {
    expect(markdownOf(text)).toContain(has);
    expect(markdownOf(text)).not.toContain(hasNot);
  });

  test('of many objects the groups, and one of each', () => {
    const crashing = Array.from({ length: 8 }, (_, i) =>
      POD.replace(/cart-0/u, `cart-${String(i)}`),
    );
    const healthy = podText({ fields: 'Status: Running', containers: { app: RUNNING } });
    const markdown = markdownOf([...crashing, healthy].join('\n\n\n'));
    expect(markdown).toMatch(
      /^\*\*9 objects[^\n]*\*\*\n\n- 8 × The program ends with an error \(all with image [^\n]*\)\n- 1 × nothing wrong visible\n\n## Pod /u,
    );
    expect(markdown.match(/^## /gmu)).toHaveLength(1);
    expect(markdown).not.toContain('cart');
  });

  test.each([
    ['en', '### Certain: '],
    ['zh-cn', '### 确定：'],
  ] as const)('in %s', (locale, heading) => {
    expect(markdownOf(POD, locale)).toContain(heading);
  });
});

describe('a paste cannot end the fence', () => {
  test.each([
    ['no backticks', 'a', '```'],
    ['short runs', 'a ` b `` c', '```'],
    ['a run as long as a fence', 'a ``` b', '````'],
    ['a longer run', 'a `````` b', '```````'],
  ])('%s', (_name, message, fence) => {
    const text = `Events:\n  Warning  Failed  1m  kubelet  ${message} not found`;
    expect(markdownOf(text)).toContain(
      `\n${fence}text\n2: Warning  Failed  1m  kubelet  ${message} not found\n${fence}\n`,
    );
  });
});

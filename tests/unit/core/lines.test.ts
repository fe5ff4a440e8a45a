import { describe, expect, test } from 'vitest';
import { indentOf, isEllipsis, isPrompt, readLines, splitLines } from '../../../src/core/lines.ts';

describe('splitLines', () => {
  test.each([
    [
      'breaks that JSON escaped',
      '"Name: web\\r\\nNode: \\"a\\"\\r\\nStatus:\\tRunning\\r\\n"',
      ['Name: web', 'Node: "a"', 'Status:\tRunning', ''],
    ],
    [
      'escaped breaks of a script',
      'Name: web\nArgs:\n  echo a\\nb\\nc\\nd\nState: Running\nReady: True',
      ['Name: web', 'Args:', '  echo a\\nb\\nc\\nd', 'State: Running', 'Ready: True'],
    ],
    ['escaped breaks of another text', 'a\\nb\\nc\\nd', ['a\\nb\\nc\\nd']],
    ['LF', 'a\nb', ['a', 'b']],
    ['CRLF', 'a\r\nb', ['a', 'b']],
    ['CR', 'a\rb', ['a', 'b']],
    ['a mixture', 'a\r\nb\nc\rd', ['a', 'b', 'c', 'd']],
    ['an empty line between', 'a\r\n\r\nb', ['a', '', 'b']],
    ['an end of line at the end', 'a\n', ['a', '']],
    ['nothing', '', ['']],
  ])('%s', (_name, text, lines) => {
    expect(splitLines(text)).toEqual(lines);
  });
});

const plain = 'Status:           Running';

test.each([
  ['a line with its end', 'OOMKilled\n', false],
  ['a line with breaks that are no ends', 'a\\nb\\nc\\nd\n', false],
  ['a JSON string with its end', '"Name: web\\nNode: a\\nStatus: Running\\n"\n', true],
])('breaks written as \\n are told where they were put back: %s', (_name, text, told) => {
  expect(readLines(text).repairs.some(({ kind }) => kind === 'escaped-breaks')).toBe(told);
});

describe('readLines takes off what stands around the text', () => {
  test.each([
    { name: 'a mail quote', text: `> ${plain}`, kind: 'quote-marks' },
    { name: 'a quote of a quote', text: `> > ${plain}`, kind: 'quote-marks' },
    { name: 'a quote without a space', text: `>${plain}`, kind: 'quote-marks' },
    { name: 'a frame', text: `│ ${plain}      │`, kind: 'box-frame' },
    { name: 'a heavy frame', text: `┃ ${plain} ┃`, kind: 'box-frame' },
    { name: 'a frame with its left side only', text: `║ ${plain}`, kind: 'box-frame' },
    { name: 'colours', text: `\u001b[1;32m${plain}\u001b[0m`, kind: 'ansi-colours' },
    { name: 'colours that kubectl escaped', text: `^[[33m${plain}^[[0m`, kind: 'ansi-colours' },
    { name: 'an erased line', text: `\u001b[2K${plain}`, kind: 'ansi-colours' },
    { name: 'bold marks', text: plain.replace('Status', '**Status**'), kind: 'bold-marks' },
    { name: 'a fence on the same line', text: `\`\`\`${plain}`, kind: 'code-fence' },
    {
      name: 'marks of HTML',
      text: `<pre><code class="sh">${plain}</code></pre>`,
      kind: 'code-fence',
    },
  ])('$name', ({ text, kind }) => {
    expect(readLines(text)).toEqual({
      lines: [{ number: 1, text: plain }],
      repairs: [{ kind, count: 1 }],
    });
  });

  test.each([
    { name: 'a fence', text: '```', kind: 'code-fence' },
    { name: 'a fence with a language', text: '```console', kind: 'code-fence' },
    { name: 'a longer fence', text: '`````', kind: 'code-fence' },
    { name: 'an indented fence', text: '   ```', kind: 'code-fence' },
    { name: 'a fence of tildes', text: '~~~text', kind: 'code-fence' },
    { name: 'a fence of AsciiDoc', text: '----', kind: 'code-fence' },
    { name: 'a heading of AsciiDoc', text: '[source,console]', kind: 'code-fence' },
    { name: 'a mark of Jira', text: '{code:bash}', kind: 'code-fence' },
    { name: 'another mark of Jira', text: '{noformat}', kind: 'code-fence' },
    { name: 'a mark of reStructuredText', text: '.. code-block:: console', kind: 'code-fence' },
    { name: 'the foot of more', text: '--More--(42%)', kind: 'pager' },
    { name: 'the end in less', text: '(END)', kind: 'pager' },
    { name: 'a position in less', text: 'lines 1-40/93 42%', kind: 'pager' },
    { name: 'a line behind the end', text: '~', kind: 'pager' },
    { name: 'the upper side of a frame', text: '┌────────────┐', kind: 'box-frame' },
    { name: 'a frame with a title', text: '╭─ Describe(shop/web-0) ─╮', kind: 'box-frame' },
    { name: 'the lower side of a frame', text: '└────────────┘', kind: 'box-frame' },
  ])('$name leaves an empty line', ({ text, kind }) => {
    expect(readLines(text)).toEqual({
      lines: [{ number: 1, text: '' }],
      repairs: [{ kind, count: 1 }],
    });
  });

  test.each([
    ['&lt;none&gt;', '<none>'],
    ['&quot;a&quot; &amp; &apos;b&apos;', '"a" & \'b\''],
    ['&#39;a&#39; &#34;b&#34; &#x27;c&#x27;', "'a' \"b\" 'c'"],
    ['a&nbsp;b', 'a b'],
    ['&eacute;', '&eacute;'],
  ])('HTML entities of %s', (text, expected) => {
    expect(readLines(text).lines).toEqual([{ number: 1, text: expected }]);
  });

  test.each([
    ['no-break spaces', 'Name:\u00a0\u00a0web', 'Name:  web'],
    ['wide spaces', 'Name:\u3000web', 'Name: web'],
    ['a byte order mark', '\ufeffName: web', 'Name: web'],
    ['zero-width characters', 'Na\u200bme: w\u2060eb', 'Name: web'],
    ['control characters', 'Name: w\u0000e\u0008b\u007f', 'Name: web'],
    ['trailing white space', 'Name: web \t ', 'Name: web'],
    ['escaped underscores', 'FOO\\_BAR: 1', 'FOO_BAR: 1'],
    ['a quote in a frame', '│ > &lt;none&gt; │', '<none>'],
  ])('%s', (_name, text, expected) => {
    expect(readLines(text).lines).toEqual([{ number: 1, text: expected }]);
  });

  test.each([
    ['the line below a heading of events', '  ----     ------   ----   ----   -------'],
    ['values in angle brackets', 'Node:  <none>'],
    ['a redirection', '      exec app > /dev/null'],
    ['a tab', 'Name:\tweb'],
    ['text in another language', '节点：<none>'],
  ])('%s stays as it is', (_name, text) => {
    expect(readLines(text)).toEqual({ lines: [{ number: 1, text }], repairs: [] });
  });
});

describe('readLines reports nothing', () => {
  test('of the end of line behind a single line', () => {
    expect(readLines(`${plain}\n`).repairs).toEqual([]);
  });
});

describe('readLines keeps the numbers', () => {
  test.each([
    ['line numbers', '1: ```\n2: Name: web\n3:\n4: Status: Running\n5: ```'],
    ['line numbers of an editor', '  1  ```\n  2  Name: web\n  3\n  4  Status: Running\n  5  ```'],
    [
      'timestamps',
      '09:15:01 ```\n09:15:01 Name: web\n09:15:01\n09:15:02 Status: Running\n09:15:02 ```',
    ],
    [
      'timestamps with a date',
      '2026-11-10T09:15:01.120Z ```\n2026-11-10T09:15:01.121Z Name: web\n2026-11-10T09:15:01.122Z\n2026-11-10T09:15:01.123Z Status: Running\n',
    ],
    ['breaks that were escaped', '"```\\nName: web\\n\\nStatus: Running\\n```"'],
    ['a fence around', '```\nName: web\n\nStatus: Running\n```'],
    ['Windows line ends', '```\r\nName: web\r\n\r\nStatus: Running\r\n```'],
    ['quote marks', '> ```\n> Name: web\n>\n> Status: Running\n> ```'],
    ['a frame', '┌─────┐\n│ Name: web │\n│ │\n│ Status: Running │\n└─────┘'],
  ])('%s', (_name, text) => {
    expect(readLines(text).lines.filter((line) => line.text !== '')).toEqual([
      { number: 2, text: 'Name: web' },
      { number: 4, text: 'Status: Running' },
    ]);
  });

  test('every kind of change is reported with the lines that it touched', () => {
    expect(readLines('```\n> Name: web\n> Node: &lt;none&gt;\n```').repairs).toEqual([
      { kind: 'code-fence', count: 2 },
      { kind: 'quote-marks', count: 2 },
      { kind: 'html-entities', count: 1 },
    ]);
  });
});

describe('fields that a chat has put on one line', () => {
  test.each([
    [
      'a state',
      'State: Waiting Reason: CrashLoopBackOff',
      ['State: Waiting', 'Reason: CrashLoopBackOff'],
    ],
    [
      'the last state',
      'Last State: Terminated Reason: Error Exit Code: 1 Ready: False Restart Count: 5',
      [
        'Last State: Terminated',
        'Reason: Error',
        'Exit Code: 1',
        'Ready: False',
        'Restart Count: 5',
      ],
    ],
  ])('%s: each is read for itself, with the number of their line', (_name, text, texts) => {
    expect(readLines(`Name: web\n${text}`)).toEqual({
      lines: [{ number: 1, text: 'Name: web' }, ...texts.map((one) => ({ number: 2, text: one }))],
      repairs: [{ kind: 'glued-fields', count: 1 }],
    });
  });

  test.each([
    'Message: the Reason: is not known',
    'Annotations:  note: State: good Reason: none',
    'Status: Running',
    'Reason: Error',
  ])('not %s', (text) => {
    expect(readLines(text)).toEqual({ lines: [{ number: 1, text }], repairs: [] });
  });
});

describe('indentOf', () => {
  test.each([
    ['', 0],
    ['a', 0],
    ['  a', 2],
    ['\ta', 8],
    ['  \ta', 8],
    ['\t  a', 10],
    ['        \ta', 16],
  ])('%j', (text, width) => {
    expect(indentOf(text)).toBe(width);
  });
});

describe('isPrompt', () => {
  test.each([
    '$ kubectl describe pod web-0',
    'kubectl describe pod web-0 -n shop',
    '# kubectl -n shop describe po web-0',
    'ada@laptop:~$ kubectl get pods',
    '[root@node-1 ~]# kubectl logs web-0',
    'PS C:\\Users\\ada> kubectl describe pod web-0',
    '➜  ~ kubectl describe pod web-0',
    '❯ k get po',
    '$ oc describe pod web-0',
    '$ sudo kubectl describe pod web-0',
    'ada@laptop:~$',
    '$',
    '(prod)',
  ])('%s', (text) => {
    expect(isPrompt(text)).toBe(true);
  });

  test.each([
    '',
    '   ',
    'Name:         web-0',
    '  Warning  BackOff  2m  kubelet  Back-off restarting failed container',
    '      use kubectl to look at it',
    'Annotations:  note: run kubectl describe pod web-0',
    '  Normal  Note  2m  operator  hint: kubectl get pods',
    'the command kubectl describe pod prints nothing',
    '0/4 nodes are available',
    'web-0   0/1   CrashLoopBackOff   5   3m',
  ])('"%s" is none', (text) => {
    expect(isPrompt(text)).toBe(false);
  });
});

describe('isEllipsis', () => {
  test.each(['...', '  ..', '…', '.....', '[...]', '<snip>', '[cut]', '[snip: 40 lines]'])(
    '%s',
    (text) => {
      expect(isEllipsis(text)).toBe(true);
    },
  );

  test.each(['', '.', 'a ...', 'Events:'])('"%s" is none', (text) => {
    expect(isEllipsis(text)).toBe(false);
  });
});

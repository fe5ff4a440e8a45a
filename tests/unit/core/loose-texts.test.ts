import { describe, expect, test } from 'vitest';
import { looseTextsOf } from '../../../src/core/loose-texts.ts';
import { parse } from '../../../src/core/parse/index.ts';

const textsOf = (text: string) => {
  const [object] = parse(text).objects;
  return object ? looseTextsOf(object) : [];
};

describe('lines that were one before a mail broke them', () => {
  test.each([
    {
      name: 'within a message',
      text: 'failed to write "6291456" to "/sys/fs/cgroup/memory/kubepods/x":\nwrite /sys/fs/cgroup/memory/kubepods/memory.limit_in_bytes and the\ndevice or resource busy',
      whole: [[2, 3]],
    },
    {
      name: 'before a quotation mark',
      text: 'level=error msg=Container creation error: unable to start process\n"/opt/app/run.sh": permission denied',
      whole: [[1, 2]],
    },
    {
      name: 'at the width of a mail, whatever the next line begins with',
      text: [
        'E1121 07:12:55.410823       1 controller.go:59] failed to connect; no answer:',
        'Post "https://guard.port.svc:443/v": dial tcp',
        'E1121 07:12:58.410823       1 controller.go:59] failed to connect: dial tcp',
        '10.60.0.4:2379: connect: connection refused by the member that was asked for',
        'E1121 07:13:01.410823       1 controller.go:59] gave up',
      ].join('\n'),
      whole: [
        [1, 2],
        [3, 4],
      ],
    },
    {
      name: 'a sentence that ends',
      text: 'We have deployed the new version of the service yesterday evening.\nsince then it restarts',
      whole: [],
    },
    {
      name: 'a short line',
      text: 'it does not start\nand the log is empty here',
      whole: [],
    },
    {
      name: 'entries of a log',
      text: 'level=info msg=the first entry of a log that is rather long indeed\nlevel=info msg=the second one of them',
      whole: [],
    },
    {
      name: 'entries of a log that are equally long',
      text: [
        'level=info msg=the first entry of a log that is rather long indeed',
        'level=warn msg=the second one of them that is rather long, as well',
        'level=info msg=the third one of them that is rather long, like all',
      ].join('\n'),
      whole: [],
    },
    {
      name: 'a trace',
      text: 'Error: Missing required environment variable: SMTP_HOST in config\n    at load (/srv/config.js:22:9)',
      whole: [],
    },
  ])('$name', ({ text, whole }) => {
    const joined = textsOf(text).filter(({ line, endLine }) => line !== endLine);
    expect(joined.map(({ line, endLine }) => [line, endLine])).toEqual(whole);
  });

  test('quotation marks that a log has escaped are read as they are meant', () => {
    const [first] = textsOf(String.raw`msg="exec: \\\"/run.sh\\\": permission denied"`);
    expect(first?.text).toBe('msg="exec: "/run.sh": permission denied"');
  });
});

describe('a line that quotes a warning', () => {
  const EVENTS = [
    'Events:',
    '  Warning  FailedAttachVolume  2m   attachdetach-controller  Multi-Attach error for volume "pvc-1" Volume is in use',
  ];
  const RESOLVED =
    '  Normal   Started             40s  kubelet                  Started container db';
  const QUOTE = 'We always see "Multi-Attach error for volume" for a while, why?';

  test.each([
    { name: 'that is over is old itself', events: [...EVENTS, RESOLVED], freshness: 'past' },
    { name: 'that holds is not', events: EVENTS, freshness: 'present' },
  ])('$name', ({ events, freshness }) => {
    expect(textsOf([QUOTE, '', ...events].join('\n'))).toEqual([
      { text: QUOTE, line: 1, endLine: 1, freshness },
    ]);
  });
});

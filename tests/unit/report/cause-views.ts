// A small catalogue, so that tests of reports do not depend on the content.
import type { CatalogueView, CauseView } from '../../../src/report/view.ts';

const VIEW: Omit<CauseView, 'title' | 'rule'> = {
  decides: 'the reason of the last state',
  href: '/runbooks/crash-loop/#a',
  rivals: [],
  phrases: [],
  commands: [],
};

export const VIEWS: CatalogueView = {
  crash: {
    ...VIEW,
    title: 'The program ends with an error',
    rule: {
      cases: [
        {
          confidence: 'certain',
          when: [{ fact: 'container.waitingReason', is: 'CrashLoopBackOff' }],
        },
      ],
      supports: [{ fact: 'event.reason', is: 'BackOff' }],
    },
    rivals: ['pull', 'none'],
    commands: [
      {
        run: 'kubectl logs <pod> -n <namespace> -c <container> --previous',
        purpose: 'Read the log',
      },
      {
        run: 'kubectl rollout undo <workload> -n <namespace> --to-revision=<revision>',
        purpose: 'Go back',
        risk: 'Ends the pods',
        undo: 'Roll forward',
      },
    ],
  },
  pull: {
    ...VIEW,
    title: 'The image does not exist',
    rule: {
      cases: [
        { confidence: 'likely', when: [{ fact: 'event', matches: 'not found|manifest unknown' }] },
      ],
    },
    rivals: ['crash'],
    commands: [{ run: 'crane manifest <image>', purpose: 'Ask for the image' }],
  },
  unready: {
    ...VIEW,
    title: 'It is not ready yet',
    rule: {
      cases: [{ confidence: 'possible', when: [{ fact: 'container.ready', is: 'False' }] }],
    },
  },
};

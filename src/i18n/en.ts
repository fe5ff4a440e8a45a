import { onDemandText } from './on-demand.ts';

/** Words of the interface. English defines the keys. `{name}` is filled in by `formatText`. */
export const en = {
  ...onDemandText.en,
  'site.name': 'Pod Triage',
  'site.description':
    'Paste kubectl describe pod and get ranked causes with the lines that speak for them. Nothing leaves your browser.',
  'site.language': 'English',

  'nav.label': 'Main',
  'nav.skip': 'Skip to content',
  'nav.triage': 'Triage',
  'nav.runbooks': 'Runbooks',
  'nav.lookup': 'Lookup',
  'nav.search': 'Search',

  'theme.label': 'Theme',
  'theme.system': 'System',
  'theme.light': 'Light',
  'theme.dark': 'Dark',

  'footer.privacy': 'What you paste stays in your browser: this site makes no requests with it.',
  'footer.accuracy': 'Accuracy',
  'footer.license': 'Code: Apache-2.0. Texts: CC BY 4.0.',

  'accuracy.title': 'Accuracy on our own texts',
  'accuracy.description':
    'How triage answers texts whose right answer is known: by cause, what it confuses, what it claims wrongly, and what these figures do not tell.',
  'accuracy.lead':
    'When this site was built, triage read {count} texts whose right answer is known. Every figure on this page was counted then.',
  'accuracy.share': '{count} of {total}',
  'accuracy.percent': '{percent} %',
  'accuracy.figures': 'In all',
  'accuracy.verdict': 'Right verdict',
  'accuracy.verdict.why':
    'There is a cause, nothing is wrong, or the text does not tell: it says which of the three.',
  'accuracy.first': 'Right cause first',
  'accuracy.first.why': 'Texts with a cause, and the first one named is it.',
  'accuracy.firstThree': 'Right cause among the first three',
  'accuracy.firstThree.why': 'Texts with a cause, and it is one of the first three named.',
  'accuracy.nothingElse': 'Nothing else claimed',
  'accuracy.nothingElse.why':
    'Texts with a cause, and no other is called certain or likely beside the right ones.',
  'accuracy.wronglyCertain': 'Wrongly certain',
  'accuracy.wronglyCertain.why': 'Texts in which something is called certain that is not so.',
  'accuracy.falseAlarms': 'False alarms',
  'accuracy.falseAlarms.why': 'Healthy texts in which something is called certain or likely.',
  'accuracy.overclaims': 'Claims without ground',
  'accuracy.overclaims.why':
    'Texts that do not tell the cause, and yet something is called certain or likely.',
  'accuracy.forbidden': 'Forbidden claims',
  'accuracy.forbidden.why':
    'Each text names causes that must not be called certain or likely in it. So often one was.',
  'accuracy.meaning': 'What these figures mean, and what they do not',
  'accuracy.meaning.tests':
    'They mean: the texts are the test cases of this project. Each lies in its repository with the right answer beside it, and a change that makes triage worse on one of them shows here.',
  'accuracy.meaning.own':
    'The texts are our own. Their pods and events were made up after messages that Kubernetes and its runtimes print. For {printed} of them a real kubectl printed the text from such objects; {byHand} were typed by hand. None was collected from the users of a cluster.',
  'accuracy.meaning.tuned':
    'The rules were tuned on these very texts. Figures near 100 % are to be expected, and tell little about a text that nobody here has seen.',
  'accuracy.meaning.field':
    'This is no field study. How often triage is right about the pods of your cluster is not known: nothing that is pasted here is collected.',
  'accuracy.meaning.frequency':
    'How many texts a cause has says nothing about how often it happens.',
  'accuracy.meaning.report':
    'Was a diagnosis wrong? Below each result there is a report without names, to copy or to open as an issue.',
  'accuracy.meaning.triage': 'To triage',
  'accuracy.texts': 'Where the texts come from',
  'accuracy.source': 'Printed by',
  'accuracy.source.kubectl': 'kubectl {version}',
  'accuracy.source.byHand': 'typed by hand',
  'accuracy.source.all': 'all',
  'accuracy.count': 'Texts',
  'accuracy.byHand': 'By hand',
  'accuracy.causes': 'By cause',
  'accuracy.causesIntro':
    'Texts whose right answer is this cause: how many, in how many it is named first or among the first three, what is said instead or beside it, and what must not be called certain or likely in them.',
  'accuracy.cause': 'Cause',
  'accuracy.confusedWith': 'Confused with',
  'accuracy.mustNot': 'Must not be claimed',
  'accuracy.mustNotCount': '{count} causes',
  'accuracy.mustNotOne': '1 cause',
  'accuracy.confusions': 'Confusion by cause',
  'accuracy.confusionsIntro':
    'Every text in which something else than the right answer was named first, or something was called certain or likely that nobody expects.',
  'accuracy.noConfusions': 'There is no such text in this build.',
  'accuracy.right': 'Right answer',
  'accuracy.said': 'Triage said',
  'accuracy.place': 'Where',
  'accuracy.place.instead': 'instead',
  'accuracy.place.beside': 'beside it',
  'accuracy.cases': 'Test cases',
  'accuracy.healthy': 'nothing is wrong',
  'accuracy.undetermined': 'the text does not tell',
  'accuracy.untested': 'Causes without a text',
  'accuracy.untestedIntro':
    'Triage knows these causes, but no text has one of them as its right answer. Whether it recognises them is not measured: {count} of {total}.',
  'accuracy.untestedNone': 'Every cause is the right answer to at least one text.',
  'accuracy.handOnly': 'Causes with typed texts only',
  'accuracy.handOnlyIntro':
    'No kubectl printed a text for these: {count} of {total}. Their wording was typed after the messages that Kubernetes prints.',
  'accuracy.handOnlyNone': 'For every cause with a text, a real kubectl printed at least one.',

  'copy.button': 'Copy',
  'copy.done': 'Copied',
  'copy.byHand': 'The browser did not allow copying. The text is selected: copy it by hand.',

  'command.changes': 'Changes something',
  'command.expect': 'Expect',
  'command.risk': 'Risk',
  'command.undo': 'Undo',

  'runbooks.title': 'Runbooks',
  'runbooks.description':
    'One runbook per kind of trouble: what to do first, how to tell the causes apart, and how to fix each.',
  'runbooks.statuses': 'Status in kubectl get pod',
  'runbooks.causeCount': 'Causes: {count}',

  'runbook.contents': 'On this page',
  'runbook.statuses': 'Statuses',
  'runbook.reviewed': 'Reviewed',
  'runbook.kubernetes': 'Kubernetes',
  'runbook.related': 'Related runbooks',
  'runbook.causesIntro': 'Every cause that this status can have here, with the line that decides.',

  'cause.decides': 'What decides',
  'cause.codes': 'Seen as',
  'cause.rivals': 'Looks the same',
  'cause.sources': 'Sources',

  'triage.title': 'What is wrong with this pod?',
  'triage.lead':
    'Paste what kubectl printed. The likely causes, the lines that show them and the next command appear at once.',
  'triage.paste': 'Output of kubectl describe pod',
  'triage.placeholder':
    'kubectl describe pod <pod> -n <namespace>\n\nPaste the output here. Several pods, only the events or a part of it will do, too.',
  'triage.privacy':
    'The text stays in this page. It is not sent, not stored and not put into the address.',
  'triage.samples': 'No output at hand? Try one:',
  'triage.sample.pull': 'Image pull',
  'triage.sample.pending': 'Pending',
  'triage.sample.mixed': 'Several causes',
  'triage.file': 'Open a file',
  'triage.drop': 'Drop the file to read it here',
  'triage.busy': 'Reading…',
  'triage.clear': 'Clear',
  'triage.shortcuts': 'Keyboard',
  'triage.fileTooLarge':
    'This is more than {limit} MB, too much to be read here. Save the output of the one pod that is in trouble.',
  'triage.fileEmpty': 'This file is empty.',
  'triage.fileBinary': 'This file is no text.',
  'triage.notLoaded': 'This part of the site could not be loaded. Triage itself goes on working.',
  'triage.noScript':
    'Triage reads the text in your browser and needs JavaScript for it. Without it, start from the runbook of the status you see:',
  'triage.noScriptRunbooks': 'All runbooks',

  'result.announce': 'Likely causes: {count}. First: {title}',
  'result.announceHealthy': 'Nothing wrong is visible in the text.',
  'result.announceUndetermined': 'The text does not tell the cause.',
  'result.causes': 'Likely causes',
  'result.causesPossible': 'Possible, not shown by the text',
  'result.history': 'Past, resolved since',
  'result.gaps': 'What the text lacks',
  'result.checks': 'Checked and found clean',
  'result.summary': 'What was read',
  'result.yourText': 'Your text',
  'result.more': 'More possible causes: {count}',
  'result.objects': '{count} objects were read',
  'result.skipped': 'Lines not understood: {count}',
  'result.tooLong':
    '{lines}: one YAML or JSON document of {size} MB, too long to be read here ({limit} MB at most). Save a single object or a single namespace, or paste the output of kubectl describe.',
  'result.repairs': 'Mended before reading, with the number of lines: {list}',
  'result.lines': 'Line {lines}',
  'result.linesMany': 'Lines {lines}',
  'result.evidence': 'Evidence',
  'result.toLine': 'Show line {line} in your text',
  'result.backToCause': 'Back to: {title}',
  'result.rivals': 'Looks the same',
  'result.decides': 'What decides',
  'result.runbook': 'Confirm, fix and prevent: runbook section',
  'result.container': 'container {container}',
  'result.alsoContainers': 'also: {list}',

  'duration.seconds': '{n} s',
  'duration.minutes': '{n} min',
  'duration.hours': '{n} h',
  'duration.days': '{n} days',

  'insight.title': 'What the numbers say',
  'insight.scheduler': 'Of {nodes} nodes: {list}.',
  'insight.schedulerCount': '{nodes} × {reason}',
  'insight.schedulerPod': '{reason} (for the pod as a whole)',
  'insight.sum.equal': 'The counts add up to all nodes.',
  'insight.sum.overlapping':
    'The counts add up to {counted}: some nodes lack several things at once.',
  'insight.sum.incomplete':
    'The counts add up to {counted} only: the message is cut or leaves nodes out.',
  'insight.sum.unknown': '',
  'insight.preemption': 'Preemption, the removal of pods of lower priority: {list}.',
  'insight.preemption.useless': '{nodes} × does not help',
  'insight.preemption.noVictims': '{nodes} × finds no pods that would make enough room',
  'insight.preemption.budget': '{nodes} × would break a PodDisruptionBudget',
  'insight.preemption.forbidden': 'not allowed to this pod, its preemptionPolicy is Never',
  'insight.cycle':
    'Container {container} lived {lived} in its last run and was restarted {restarts} times.',
  'insight.backOff': 'By now the kubelet waits about {wait} before the next start.',
  'insight.probe':
    'The {probe} probe of {container} can end a run after {earliest} at the earliest; the last run lived {lived}: {verdict}',
  'insight.probeCan': 'it can have been the probe.',
  'insight.probeCannot': 'the probe did not end it.',
  'insight.circular':
    '{conditions} = False only repeats that a container is not ready; it is a consequence, not a cause.',

  'group.sharedNode': 'all on node {node}',
  'group.sharedImage': 'all with image {image}',
  'group.more': 'Show more: {count} left',
  'group.count': '{count} × {title}',
  'group.healthy': 'nothing wrong visible',
  'group.undetermined': 'cause not visible',

  'confidence.certain': 'Certain',
  'confidence.likely': 'Likely',
  'confidence.possible': 'Possible',
  'confidence.certain.why': 'the text states it',
  'confidence.likely.why': 'the evidence points here',
  'confidence.possible.why': 'fits the text; something else may be it',

  'subject.named': '{kind} {name}',
  'subject.unnamed': 'This {kind}',
  'subject.node': '{subject} on node {node}',
  'subject.text': 'This text',
  'verdict.subject': '{subject}:',
  'verdict.subjectContainer': '{subject}, container {container}:',
  'verdict.likely': 'Likely: {title}',
  'verdict.healthy': 'Nothing wrong is visible in this text.',
  'verdict.healthyPast': 'Nothing wrong is visible now. What happened before is listed below.',
  'verdict.undetermined': 'The text does not tell the cause.',
  'verdict.undeterminedPossible':
    'The text does not decide. These causes fit it; run the next command to tell.',
  'format.sentenceEnd': '.',
  'format.sentenceGap': ' ',
  'format.listGap': ', ',

  'detail.restarts': 'Restarted {count} times.',
  'detail.restart': 'Restarted once.',
  'detail.lastRun': 'The last run ended {finished} with exit code {code}.',
  'detail.lastRunLived': 'The last run lived {lived} and ended {finished} with exit code {code}.',
  'detail.seen': 'Seen {count} times over {span}, last {age} ago.',
  'detail.seenOnce': 'Seen {age} ago.',
  'detail.terminating': 'Terminating for {age}.',

  'gap.noEventsSection':
    'There is no Events section. kubectl 1.36 and newer leaves it out when several objects are described.',
  'gap.eventsExpired': 'There are no events; the API server keeps them for one hour by default.',
  'gap.waitingMessage':
    'describe does not print why a container waits; the message stands in the YAML and in the events.',
  'gap.schedulingGates':
    'describe does not print scheduling gates and the reason of PodScheduled; the YAML does.',
  'gap.previousLogs': 'What the program said before it ended is in its log.',
  'gap.claim': 'Why the claim is not bound stands in its own events.',
  'gap.cut': 'The text ends inside a container.',
  'gap.oneContainer': 'Only a part of the pod is here, without events.',
  'gap.tableOnly': 'A table shows the status, not the reason.',
  'gap.manifestStatus':
    'The status, which says what happened, is missing or cut. It stands at the end of what the cluster returns.',
  'gap.manifestEvents': 'YAML and JSON of an object hold no events.',
  'gap.undecided': 'The text does not tell more; the YAML may.',
  'gap.eventsOnly': 'Only events are here; states and exit codes stand above them.',
  'gap.currentLogs':
    'A container runs and is not ready or not done: its log tells what it waits for.',
  'gap.silentKubelet':
    'The pod has a node, and its kubelet has reported nothing since: see how the node is.',
  'gap.ownPods': 'What it created says why; this lists it.',
  'gap.noPods': 'Why no pod is created stands in the events of its ReplicaSet.',

  'check.scheduled': 'Scheduled to a node',
  'check.initialised': 'Init containers have finished',
  'check.noPullFailure': 'Images were pulled',
  'check.noMountFailure': 'Volumes were mounted',
  'check.noProbeFailure': 'No probe failed',
  'check.noRestarts': 'No restarts',
  'check.noOomKill': 'No container was OOM-killed',
  'check.allReady': 'All containers are ready',
  'check.noWarnings': 'No warning events',

  'guess.empty': 'There is no text.',
  'guess.notFound':
    'kubectl did not find the object. Check the name, the namespace (-n) and the context.',
  'guess.forbidden':
    'kubectl was not allowed to read it. Ask for the permission, or for the output from somebody who has it.',
  'guess.noResources': 'kubectl found nothing in that namespace. Check -n and the context.',
  'guess.yaml':
    'This looks like YAML, but no Kubernetes object could be read from it. Paste all of it, or the output of kubectl describe pod: it holds the events, too.',
  'guess.json':
    'This looks like JSON, but no Kubernetes object could be read from it. Paste all of it, or the output of kubectl describe pod: it holds the events, too.',
  'guess.logs':
    'This looks like a log without a message that is known here. Paste the output of kubectl describe pod beside it.',
  'guess.prose': 'This is no kubectl output that is known here. Paste the output of:',

  'repair.item': '{what}: {count}',
  'repair.escaped-breaks': 'line breaks written as \\n',
  'repair.line-numbers': 'line numbers',
  'repair.timestamps': 'timestamps',
  'repair.glued-fields': 'fields on one line',
  'repair.pager': 'pager lines',
  'repair.quote-marks': 'quote marks (>)',
  'repair.code-fence': 'code fences',
  'repair.box-frame': 'frames',
  'repair.ansi-colours': 'terminal colours',
  'repair.bold-marks': 'bold marks',
  'repair.html-entities': 'HTML entities',
  'repair.line-marks': 'marks before each line',
  'repair.typography': 'typographic quotes and colons',
  'repair.remarks': 'remarks behind a line',
  'repair.wrapped-lines': 'lines that the terminal had broken, joined',

  'share.title': 'Copy for a ticket',
  'share.copy': 'Copy as Markdown',
  'share.redacted':
    'Names, namespaces, images, addresses, hosts and tokens are replaced; values of environment variables are left out.',
  'share.preview': 'What is replaced',
  'report.title': 'Report a wrong diagnosis',
};

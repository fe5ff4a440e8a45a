/** Languages of the product. English defines the keys, the other must have them all. */
export const LOCALES = ['en', 'zh-cn'] as const;
export type Locale = (typeof LOCALES)[number];
export type Localised<T = string> = Readonly<Record<Locale, T>>;

/** One line of the pasted text: its 1-based number there, and its text without decoration. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
}

/** Where something stands in the pasted text. `endLine` is given for what spans several lines. */
export interface Located {
  readonly line: number;
  readonly endLine?: number;
}

/** A value and where it was read. */
export interface Read<T> extends Located {
  readonly value: T;
}

export type ContainerType = 'init' | 'app' | 'ephemeral';
export type StateKind = 'Running' | 'Waiting' | 'Terminated';
export type ProbeKind = 'liveness' | 'readiness' | 'startup';

/** `State:` or `Last State:` of one container. Times are kept as printed. */
export interface ContainerState extends Located {
  readonly kind: StateKind;
  readonly reason?: Read<string>;
  readonly message?: Read<string>;
  readonly exitCode?: Read<number>;
  readonly signal?: Read<number>;
  readonly started?: Read<string>;
  readonly finished?: Read<string>;
}

/** One probe line; all durations in seconds. */
export interface Probe extends Located {
  readonly kind: ProbeKind;
  /** `http-get`, `tcp-socket`, `exec`, `grpc` or what else stands there. */
  readonly handler: string;
  readonly target: string;
  readonly initialDelay?: number;
  readonly timeout?: number;
  readonly period?: number;
  readonly successThreshold?: number;
  readonly failureThreshold?: number;
}

/** A `name: value` row, such as a label, a limit or an environment variable. */
export interface NamedValue extends Located {
  readonly name: string;
  readonly value: string;
}

export interface ContainerReport extends Located {
  /** Empty when the paste starts inside a container. */
  readonly name: string;
  readonly type: ContainerType;
  readonly containerId?: Read<string>;
  readonly image?: Read<string>;
  readonly imageId?: Read<string>;
  readonly ports: readonly Read<string>[];
  readonly hostPorts: readonly Read<string>[];
  readonly command: readonly Read<string>[];
  readonly args: readonly Read<string>[];
  readonly state?: ContainerState;
  readonly lastState?: ContainerState;
  readonly ready?: Read<boolean>;
  readonly restartCount?: Read<number>;
  readonly limits: readonly NamedValue[];
  readonly requests: readonly NamedValue[];
  readonly probes: readonly Probe[];
  readonly environment: readonly NamedValue[];
  readonly environmentFrom: readonly Read<string>[];
  readonly mounts: readonly Read<string>[];
  /** Block devices, as `/dev/xvda from data`. */
  readonly devices: readonly Read<string>[];
}

export interface ConditionReport extends Located {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

export interface VolumeReport extends Located {
  readonly name: string;
  /** First word of `Type:`, such as `ConfigMap` or `PersistentVolumeClaim`. */
  readonly type: string;
  readonly fields: readonly NamedValue[];
}

/** The object an event of `kubectl get events` is about. */
export interface ObjectRef {
  readonly kind: string;
  readonly namespace?: string;
  readonly name?: string;
}

export interface EventReport extends Located {
  /** `Normal`, `Warning`, or empty when the layout has no such column. */
  readonly type: string;
  readonly reason: string;
  /** As printed, such as `3m (x106 over 33m)`. */
  readonly age: string;
  /** Seconds since it was last and first seen; undefined when the text does not tell. */
  readonly lastSeen?: number;
  readonly firstSeen?: number;
  readonly count: number;
  readonly from: string;
  readonly message: string;
  /** The container that the event names, by `spec.containers{…}`, its message or its image. */
  readonly container?: string;
  readonly object?: ObjectRef;
}

/** What is known of the Events section: printed rows, printed as empty, or not in the paste. */
export type EventsSeen = 'rows' | 'none' | 'absent';

/** One Kubernetes object as far as the paste shows it. Fields that only pods have stay empty for others. */
export interface ObjectReport extends Located {
  readonly kind: string;
  readonly namespace?: Read<string>;
  readonly name?: Read<string>;
  /** From where it was read: a describe, YAML or JSON, a row of a `get` table, or a list of events. */
  readonly layout: 'describe' | 'manifest' | 'table' | 'events' | 'text';
  readonly node?: Read<string>;
  readonly startTime?: Read<string>;
  readonly status?: Read<string>;
  /** Age behind `Terminating (lasts …)`, as printed. */
  readonly terminatingFor?: Read<string>;
  readonly reason?: Read<string>;
  readonly message?: Read<string>;
  readonly ips: readonly Read<string>[];
  readonly controlledBy?: Read<string>;
  readonly labels: readonly NamedValue[];
  readonly annotations: readonly NamedValue[];
  readonly containers: readonly ContainerReport[];
  readonly conditions: readonly ConditionReport[];
  readonly volumes: readonly VolumeReport[];
  readonly qosClass?: Read<string>;
  readonly nodeSelectors: readonly Read<string>[];
  readonly tolerations: readonly Read<string>[];
  readonly topologySpread: readonly Read<string>[];
  /** Every other top-level field, for example `Taints`, `StorageClass`, `Endpoints` or a column of a table. */
  readonly fields: readonly NamedValue[];
  readonly events: readonly EventReport[];
  readonly eventsSeen: EventsSeen;
  /** Lines that hold a message without any column around it, and log lines. */
  readonly loose: readonly SourceLine[];
  /** The paste ends inside this object, as far as one can see. */
  readonly cut?: boolean;
}

/** A change that was made to the text before it could be read, shown to the reader. */
export const REPAIRS = [
  'escaped-breaks',
  'ansi-colours',
  'box-frame',
  'line-numbers',
  'timestamps',
  'quote-marks',
  'code-fence',
  'bold-marks',
  'html-entities',
  'pager',
  'glued-fields',
  'line-marks',
  'typography',
  'remarks',
  'wrapped-lines',
] as const;

export interface Repair {
  readonly kind: (typeof REPAIRS)[number];
  /** Number of lines it touched. */
  readonly count: number;
}

/** A part of the text that was not read because of its length. */
export interface TooLong extends Located {
  readonly characters: number;
  /** How long it may be. */
  readonly limit: number;
}

export interface Report {
  readonly objects: readonly ObjectReport[];
  /** Lines that no reader understood; blank lines and prompts are not among them. */
  readonly skipped: readonly SourceLine[];
  readonly repairs: readonly Repair[];
  /** Given when a part was too long to be read. */
  readonly tooLong?: readonly TooLong[];
  readonly lineCount: number;
}

export const CONFIDENCES = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** One test of a fact. Exactly one operator is given. */
export interface Condition {
  readonly fact: string;
  readonly is?: string | number | readonly (string | number)[] | undefined;
  /** Source of a regular expression, used with the flags `iu`. */
  readonly matches?: string | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** One way to recognise a cause: all of `when`, none of `unless`. */
export interface RuleCase {
  readonly confidence: Confidence;
  /** Orders findings of the same confidence, 0 to 99; 50 when not given. */
  readonly weight?: number | undefined;
  readonly when: readonly Condition[];
  readonly unless?: readonly Condition[] | undefined;
}

export interface Rule {
  readonly cases: readonly RuleCase[];
  /** Each one that holds adds a little to the rank and its line to the evidence. */
  readonly supports?: readonly Condition[] | undefined;
  /** More specific causes: where one of them is found for the same object, this one ranks below it. */
  readonly yieldsTo?: readonly string[] | undefined;
  /** Causes that explain the same lines better: beside one of them this one is at most possible, and below it. */
  readonly secondaryTo?: readonly string[] | undefined;
}

export const COMMAND_STEPS = ['confirm', 'fix', 'verify'] as const;
export type CommandStep = (typeof COMMAND_STEPS)[number];

export interface Command {
  readonly id: string;
  readonly step: CommandStep;
  /** The command with placeholders such as `<pod>`. */
  readonly run: string;
  readonly purpose: Localised;
  readonly expect?: Localised | undefined;
  /** Given when the command changes something. */
  readonly risk?: Localised | undefined;
  readonly undo?: Localised | undefined;
}

export interface Rival {
  readonly id: string;
  readonly decides: Localised;
}

/** One file `content/causes/<id>/cause.yaml`. */
export interface Cause {
  readonly title: Localised;
  readonly summary: Localised;
  readonly decides: Localised;
  readonly runbook: string;
  /** How people call it, in the words of each language; error messages are not among them. */
  readonly aliases: Localised<readonly string[]>;
  readonly codes: readonly string[];
  readonly rule: Rule;
  readonly commands: readonly Command[];
  readonly rivals: readonly Rival[];
  readonly sources: readonly string[];
}

/** What ranking needs of a cause: its rule, what it is mistaken for, and the words people use for it. */
export interface RankedCause {
  readonly rule: Rule;
  readonly rivals: readonly string[];
  readonly phrases?: readonly string[];
}

/** What ranking needs of the catalogue, by cause id. */
export type Rules = Readonly<Record<string, RankedCause>>;

export interface Evidence {
  readonly line: number;
  readonly text: string;
}

export interface Finding {
  readonly cause: string;
  readonly confidence: Confidence;
  /** Everything that speaks for it was resolved since: history, not the present trouble. */
  readonly past: boolean;
  /** Index into `Report.objects`. */
  readonly object: number;
  /** Name of the container it is about; undefined when it is about the whole object. */
  readonly container?: string;
  /** Other containers of the same object with the same cause. */
  readonly alsoContainers: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly rivals: readonly string[];
  readonly score: number;
  /** Part of the nodes that a scheduler counted for it, 0 to 1. */
  readonly share?: number;
}

// Pods as the API holds them, as far as `kubectl describe` prints them.
import type { KubeObject } from '../fake-apiserver.ts';

export type Texts = Readonly<Record<string, string>>;

export interface ApiProbe {
  readonly exec?: { readonly command: readonly string[] };
  readonly httpGet?: {
    readonly scheme: string;
    readonly host?: string;
    readonly port: number | string;
    readonly path: string;
  };
  readonly tcpSocket?: { readonly host?: string; readonly port: number | string };
  readonly grpc?: { readonly port: number; readonly service: string };
  readonly initialDelaySeconds: number;
  readonly timeoutSeconds: number;
  readonly periodSeconds: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

export interface ApiEnv {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef?: { readonly name: string; readonly key: string };
    readonly configMapKeyRef?: {
      readonly name: string;
      readonly key: string;
      readonly optional?: boolean;
    };
    readonly fieldRef?: { readonly apiVersion: string; readonly fieldPath: string };
  };
}

export interface ApiContainer {
  readonly name: string;
  readonly image: string;
  readonly ports?: readonly {
    readonly containerPort: number;
    readonly hostPort?: number;
    readonly protocol: string;
    readonly name?: string;
  }[];
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly resources?: { readonly limits?: Texts; readonly requests?: Texts };
  readonly livenessProbe?: ApiProbe;
  readonly readinessProbe?: ApiProbe;
  readonly startupProbe?: ApiProbe;
  readonly env?: readonly ApiEnv[];
  readonly envFrom?: readonly {
    readonly prefix?: string;
    readonly configMapRef?: { readonly name: string };
    readonly secretRef?: { readonly name: string };
  }[];
  readonly volumeMounts?: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly readOnly?: boolean;
    readonly subPath?: string;
  }[];
  readonly securityContext?: object;
}

export interface ApiState {
  readonly running?: { readonly startedAt: string };
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly terminated?: {
    readonly exitCode: number;
    readonly signal?: number;
    readonly reason?: string;
    readonly message?: string;
    readonly startedAt: string;
    readonly finishedAt: string;
  };
}

export interface ApiContainerStatus {
  readonly name: string;
  readonly containerID: string;
  readonly imageID: string;
  readonly image: string;
  readonly ready: boolean;
  readonly restartCount: number;
  readonly state: ApiState;
  readonly lastState: ApiState;
}

export interface ApiToleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
}

export interface ApiVolume {
  readonly name: string;
  readonly emptyDir?: object;
  readonly hostPath?: { readonly path: string };
  readonly configMap?: { readonly name: string };
  readonly secret?: { readonly secretName: string };
  readonly persistentVolumeClaim?: { readonly claimName: string };
  readonly projected?: { readonly sources: readonly object[] };
  readonly csi?: { readonly driver: string };
  readonly downwardAPI?: object;
}

export interface ApiPod extends KubeObject {
  readonly metadata: KubeObject['metadata'] & {
    readonly labels?: Texts;
    readonly annotations?: Texts;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly spec: {
    readonly nodeName?: string;
    readonly initContainers?: readonly ApiContainer[];
    readonly containers: readonly ApiContainer[];
    readonly ephemeralContainers?: readonly ApiContainer[];
    readonly volumes?: readonly ApiVolume[];
    readonly nodeSelector?: Texts;
    readonly tolerations?: readonly ApiToleration[];
    readonly topologySpreadConstraints?: readonly {
      readonly topologyKey: string;
      readonly whenUnsatisfiable: string;
      readonly maxSkew: number;
      readonly labelSelector?: { readonly matchLabels: Texts };
    }[];
    readonly readinessGates?: readonly { readonly conditionType: string }[];
    readonly [field: string]: unknown;
  };
  readonly status: {
    readonly phase: string;
    readonly reason?: string;
    readonly message?: string;
    readonly hostIP?: string;
    readonly podIP?: string;
    readonly podIPs?: readonly { readonly ip: string }[];
    readonly startTime?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    readonly initContainerStatuses?: readonly ApiContainerStatus[];
    readonly containerStatuses?: readonly ApiContainerStatus[];
    readonly ephemeralContainerStatuses?: readonly ApiContainerStatus[];
    readonly [field: string]: unknown;
  };
}

/** An event with its ages instead of times, because kubectl prints ages. */
export interface EventCase {
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly component: string;
  readonly count: number;
  /** Whole days, at least 8: from there on kubectl prints nothing smaller. */
  readonly firstDays: number;
  readonly lastDays: number;
  /** As controllers write events since 1.19: with a time of their own and a series. */
  readonly series: boolean;
}

/** A pod with what depends on the moment at which it is printed. */
export interface PodCase {
  readonly pod: ApiPod;
  readonly deletedDays?: number;
  readonly events: readonly EventCase[];
}

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The API objects of a case. An hour of slack keeps each age from tipping over while it is printed. */
export function toApiObjects({ pod, deletedDays, events }: PodCase, now: Date): KubeObject[] {
  // Microseconds: kubectl reads the times of a series no other way.
  const daysAgo = (days: number) =>
    new Date(now.getTime() - days * DAY_MS - HOUR_MS).toISOString().replace('Z', '000Z');
  const { namespace, name } = pod.metadata;
  const uid = `uid-${name}`;
  const deletion = { deletionTimestamp: daysAgo(deletedDays ?? 0), deletionGracePeriodSeconds: 30 };
  return [
    {
      ...pod,
      metadata: { ...pod.metadata, uid, ...(deletedDays === undefined ? {} : deletion) },
    },
    ...events.map((event, index): KubeObject => {
      const first = daysAgo(event.firstDays);
      const last = daysAgo(event.lastDays);
      const times = event.series
        ? { eventTime: first, series: { count: event.count, lastObservedTime: last } }
        : { firstTimestamp: first, lastTimestamp: last, count: event.count };
      const source = event.series
        ? { reportingComponent: event.component, source: {} }
        : { source: { component: event.component } };
      return {
        kind: 'Event',
        metadata: { name: `${name}.${String(index)}`, namespace },
        involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace, name, uid },
        ...{ type: event.type, reason: event.reason, message: event.message },
        ...times,
        ...source,
      };
    }),
  ];
}

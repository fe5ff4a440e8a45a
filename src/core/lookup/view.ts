import type { CodeKind, SignalAction } from './kinds.ts';

/** A name and where it leads; no address where there is nothing to go to. */
export interface NamedLink {
  readonly name: string;
  readonly href?: string | undefined;
}

/** Who sets a code. */
export interface CodeSetterView {
  readonly name: string;
  /** The file that sets it, and where it can be read. */
  readonly source?: NamedLink | undefined;
  /** `owner/name` of a program that is not part of Kubernetes itself. */
  readonly repo?: string | undefined;
}

/** What its entry says of one code, in one language. Short texts have `code` between backticks. */
export interface CodeBody {
  readonly kind: CodeKind;
  readonly code: string;
  readonly meaning: string;
  readonly numbers?: readonly [number, number] | undefined;
  readonly type?: string | undefined;
  readonly action?: SignalAction | undefined;
  readonly sentBy?: string | undefined;
  /** Of a signal. */
  readonly number?: number | undefined;
  /** Of an exit code: the signal that ends a process so. */
  readonly signal?: NamedLink | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly replacedBy: readonly NamedLink[];
  readonly setBy: readonly CodeSetterView[];
  readonly aliases: readonly string[];
  readonly runbooks: readonly NamedLink[];
  readonly confusedWith: readonly (NamedLink & {
    readonly kind: CodeKind;
    readonly tell: string;
  })[];
  readonly programs: readonly { readonly name: string; readonly meaning: string }[];
  readonly sample?: string | undefined;
  readonly sources: readonly string[];
}

/** What a page shows of one code. */
export interface CodeView extends CodeBody {
  readonly causes: readonly NamedLink[];
  /** The group it stands in, and its neighbours there. */
  readonly group: NamedLink;
  readonly previous?: NamedLink | undefined;
  readonly next?: NamedLink | undefined;
}

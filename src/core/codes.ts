/** Signals that end a process on Linux, by number (x86 and arm), without those in real time. Source: man 7 signal. */
const SIGNALS: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  11: 'SIGSEGV',
  12: 'SIGUSR2',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
  16: 'SIGSTKFLT',
  24: 'SIGXCPU',
  25: 'SIGXFSZ',
  26: 'SIGVTALRM',
  27: 'SIGPROF',
  29: 'SIGIO',
  30: 'SIGPWR',
  31: 'SIGSYS',
};

/** Kinds of exit codes; the words for them are in the interface. */
export type ExitCodeKind =
  | 'success'
  | 'program'
  | 'runtime'
  | 'notExecutable'
  | 'notFound'
  | 'neverRan'
  | 'killed'
  | 'signal'
  | 'placeholder'
  | 'outOfRange'
  | 'windows';

/** What a code says by convention, and what it does not. */
export interface ExitCodeMeaning {
  readonly code: number;
  readonly kind: ExitCodeKind;
  /** Given for 128 + n. A program may also return such a code by itself. */
  readonly signal?: { readonly number: number; readonly name: string };
  /** What the kernel keeps of a code outside 0 to 255: the code modulo 256. */
  readonly truncated?: number;
}

const SIGNAL_BASE = 128;
const FIRST_REAL_TIME = 34;
const LAST_SIGNAL = 64;
const WINDOWS_STATUS = 0x8000_0000;
/** Reasons with which the kubelet or containerd invents a code for a container it lost track of. */
const PLACEHOLDER_REASONS = ['ContainerStatusUnknown', 'RestartingAllContainers', 'Unknown'];

/**
 * Explains an exit code of a container.
 *
 * Codes are conventions: a program may return any of 0 to 255, so 137 is not proof of SIGKILL. Outside that range
 * Linux keeps the lowest byte; Windows has codes of 32 bits. With the reasons of a lost container the code is a
 * placeholder. Source: man 2 exit, man 1 bash (Exit Status), kubernetes/pkg/kubelet/kubelet_pods.go,
 * containerd/internal/cri/server/container_start.go.
 */
export function explainExitCode(code: number, reason?: string): ExitCodeMeaning {
  if (reason !== undefined && PLACEHOLDER_REASONS.includes(reason))
    return { code, kind: 'placeholder' };
  if (code > 255 || code < 0) {
    const truncated = ((code % 256) + 256) % 256;
    const isWindows = code >= WINDOWS_STATUS || code < -0x1000_0000;
    return { code, kind: isWindows ? 'windows' : 'outOfRange', truncated };
  }
  const number = code - SIGNAL_BASE;
  const name =
    SIGNALS[number] ??
    (number >= FIRST_REAL_TIME && number <= LAST_SIGNAL ? toRealTimeName(number) : undefined);
  const signal = name === undefined ? {} : { signal: { number, name } };
  if (code === 0) return { code, kind: 'success' };
  if (code === 125) return { code, kind: 'runtime' };
  if (code === 126) return { code, kind: 'notExecutable' };
  if (code === 127) return { code, kind: 'notFound' };
  // With `Error` the program ran and ended itself: git ends so.
  if (code === 128) return { code, kind: reason === 'Error' ? 'program' : 'neverRan' };
  if (code === 137) return { code, kind: 'killed', ...signal };
  // Other numbers are of signals that end nothing, or that the C library keeps for itself.
  return { code, kind: name === undefined ? 'program' : 'signal', ...signal };
}

/** Real-time signals have no names, only places: systemd in an image asks for the fourth, `SIGRTMIN+3`. */
const toRealTimeName = (number: number) =>
  number === FIRST_REAL_TIME ? 'SIGRTMIN' : `SIGRTMIN+${String(number - FIRST_REAL_TIME)}`;

// The third door of the core: what the lookup needs, so that its page loads nothing else.
export { toExitCodeSteps, type ExitCodeStep } from './exit-code-steps.ts';
export { findCodes, type Findable, type Found, type FoundBy } from './find.ts';
export {
  CODE_KINDS,
  SIGNAL_ACTIONS,
  toCodeSlug,
  type CodeKind,
  type SignalAction,
} from './kinds.ts';
export { toShortMeaning } from './short-meaning.ts';
export { readTypedNumber, type TypedNumber } from './typed-number.ts';
export type { CodeBody, CodeSetterView, CodeView, NamedLink } from './view.ts';

import { toExitCodeSteps, type ExitCodeStep, type TypedNumber } from '../core/lookup/index.ts';
import { formatText } from '../i18n/format.ts';
import type { LookupWords } from '../i18n/lookup.ts';
import type { LookupRow } from './lookup-rows.ts';

interface Props {
  readonly text: LookupWords;
  readonly typed: TypedNumber;
  readonly signals: readonly LookupRow[];
}

/** How a typed number becomes an exit code and a signal, step by step. */
export default function Arithmetic({ text, typed, signals }: Props) {
  const code = typed.as === 'signal' ? 128 + typed.value : typed.value;
  const steps = toExitCodeSteps(code);
  if (steps.length === 0) return null;
  return (
    <section class="arithmetic" aria-labelledby="arithmetic">
      <h2 id="arithmetic">{formatText(text['arithmetic.title'], { code })}</h2>
      <ol>
        {steps.map((one) => (
          <li key={one.step}>
            <Step text={text} one={one} signals={signals} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Step({
  text,
  one,
  signals,
}: Pick<Props, 'text' | 'signals'> & { readonly one: ExitCodeStep }) {
  if (one.step === 'windows') return <>{formatText(text['arithmetic.windows'], { ...one })}</>;
  if (one.step === 'modulo') return <>{formatText(text['arithmetic.modulo'], { ...one })}</>;
  if (one.step === 'complement') {
    const key = one.result === 0 ? 'arithmetic.complementZero' : 'arithmetic.complement';
    return <>{formatText(text[key], { ...one, size: Math.abs(one.code) })}</>;
  }
  const signal = signals.find(({ numbers: [first, last] = [0, 0] }) => {
    return one.number >= first && one.number <= last;
  });
  if (!signal?.action) return <>{formatText(text['arithmetic.noSignal'], { ...one })}</>;
  return (
    <>
      {formatText(text['arithmetic.signal'], { ...one, name: signal.code })}{' '}
      {formatText(text['arithmetic.action'], { action: text[`action.${signal.action}`] })}
      {signal.sentBy && (
        <>
          <br />
          {formatText(text['arithmetic.sentBy'], { who: signal.sentBy })}
        </>
      )}
      <br />
      <span class="muted">{formatText(text['arithmetic.signalNote'], { ...one })}</span>
    </>
  );
}

import { render } from 'preact';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/page.css';
import '../styles/triage.css';
import '../styles/lookup.css';
import '../styles/code-entry.css';
import './single.css';
import { DATA_ID, unpackData, type PackedData, type SingleData } from './data.ts';
import Edition from './Edition.tsx';

/** The data block holds JSON, deflated, in Base64. */
async function unpack(block: string): Promise<SingleData> {
  const bytes = Uint8Array.from(atob(block), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return unpackData((await new Response(stream).json()) as PackedData);
}

const data = await unpack(document.getElementById(DATA_ID)?.textContent ?? '');
document.body.querySelector('noscript')?.remove();
render(<Edition data={data} />, document.body);

/** The marks of UTF-16 at the beginning of a file. */
const MARKS = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * The text of a file: UTF-8, or UTF-16 with its mark, as `>` of Windows PowerShell writes it. Undefined when the file
 * is no text; broken characters are replaced, as browsers do.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const mark = MARKS.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  const text = new TextDecoder(mark?.encoding).decode(bytes);
  return text.includes('\0') ? undefined : text;
}

import { expect, test } from 'vitest';
import { decodeText } from '../../../src/report/decode-text.ts';

const TEXT = 'Name:   web-0\r\n状态: ok\n';
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const utf16 = Buffer.from(`\u{feff}${TEXT}`, 'utf16le');

test.each([
  { name: 'UTF-8', bytes: Buffer.from(TEXT), text: TEXT },
  { name: 'UTF-8 with a mark', bytes: Buffer.from(`\u{feff}${TEXT}`), text: TEXT },
  { name: 'UTF-16 of Windows PowerShell', bytes: utf16, text: TEXT },
  { name: 'UTF-16, big end first', bytes: swapped(utf16), text: TEXT },
  { name: 'an empty file', bytes: Buffer.from(''), text: '' },
  { name: 'a file of one byte', bytes: Buffer.from([0xff]), text: '\u{fffd}' },
  { name: 'UTF-16 without a mark', bytes: Buffer.from(TEXT, 'utf16le'), text: undefined },
  { name: 'a picture', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), text: undefined },
])('$name', ({ bytes, text }) => {
  expect(decodeText(bytes)).toBe(text);
});

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // What the decoder throws at bytes that are no such text.
    if (error instanceof TypeError) return null;
    throw error;
  }
};

/** The byte that windows-1252 writes a character with. */
const windowsBytes = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]),
);

/** Text in UTF-8 that some program took for windows-1252 and wrote again: "Ã©" where "é" was meant. */
const readAgain = (text: string): string => {
  if (!/[\u0080-\uffff]/.test(text)) return text;
  const bytes = [...text].map((letter) => windowsBytes.get(letter));
  return bytes.some((byte) => byte === undefined)
    ? text
    : (decode(
        Uint8Array.from(bytes, (byte) => byte ?? 0),
        'utf-8',
      ) ?? text);
};

/** Bytes that windows-1252 does not use; they are letters on old Macs. */
const onlyMacs = /[\u0081\u008d\u008f\u0090\u009d]/;

/**
 * Text of metadata that does not say, or does not truly say, how it is encoded: UTF-8 where it can be that, else
 * windows-1252, else Mac Roman. It ends at a NUL.
 */
export const legacyText = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0);
  const said = end < 0 ? bytes : bytes.subarray(0, end);
  const unicode = decode(said, 'utf-8');
  if (unicode !== null) return readAgain(unicode);
  const windows = new TextDecoder('windows-1252').decode(said);
  return onlyMacs.test(windows) ? new TextDecoder('macintosh').decode(said) : windows;
};

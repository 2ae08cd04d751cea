/** Where the first packet of an Ogg page begins (RFC 3533, 6): behind the table of its segments. */
const packetAt = (page: Uint8Array): number => 27 + (page[26] ?? 0);

/** How the first packet names the sound in it: Opus (RFC 7845, 5.1), Vorbis (Vorbis I, 4.2.1). */
const sounds: readonly string[] = ['OpusHead', '\x01vorbis'];

/** Whether an Ogg file begins with sound that browsers play; `page` is its beginning. */
export const isPlayableOgg = (page: Uint8Array): boolean => {
  const at = packetAt(page);
  return sounds.some((name) => String.fromCharCode(...page.subarray(at, at + name.length)) === name);
};

/** The Latin-1 characters of so many bytes from a place on; fewer where the bytes end. */
export const latinAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Latin-1 text as bytes. */
export const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** For parts that may be many; see `join`. */
export const joinAll = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

export const join = (...parts: readonly Uint8Array[]): Uint8Array => joinAll(parts);

/** The bytes as numbers. Reading past their end throws a `RangeError`. */
export const numbersOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const uint16 = (value: number): Uint8Array => Uint8Array.of(value >>> 8, value);

export const uint32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

/** The same with the lowest byte first. */
export const uint32Backwards = (value: number): Uint8Array => uint32(value).reverse();

/** What `read` makes of bytes that may end too early; null where they do. */
export const unlessCut = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The most parts that a picture file may have: no program writes as many, and each costs time and memory. */
const mostParts = 100_000;

/** Throws a `RangeError`, as bytes that end too early do, once there are more parts than a picture has. */
export const limitParts = (count: number): void => {
  if (count > mostParts) throw new RangeError(`More than ${mostParts} parts`);
};

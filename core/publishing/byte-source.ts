/** Bytes that are read as they are needed, so that a large file is never in memory whole. Each `read` begins at the start. */
export type ByteSource = { readonly size: number; readonly read: () => AsyncIterable<Uint8Array> };

/** All of the bytes at once, for who keeps them in memory anyhow. */
export const wholeBytes = async (content: Uint8Array | ByteSource): Promise<Uint8Array> => {
  if (content instanceof Uint8Array) return content;
  const bytes = new Uint8Array(content.size);
  let at = 0;
  for await (const part of content.read()) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

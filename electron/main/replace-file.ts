import { open, rename } from 'node:fs/promises';

/** Writes a file that is whole at every moment: the new content is on disk before it takes the old one's place. */
export const replaceFile = async (path: string, content: string): Promise<void> => {
  const next = `${path}.next`;
  // Readable by this user only.
  const file = await open(next, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, path);
};

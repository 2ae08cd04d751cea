type Documents = typeof import('./document-texts.ts');

let loaded: Documents | null = null;

/** Thrown where the code that reads documents is needed and not there yet. Nothing was changed: load it and call again. */
export class DocumentsNeeded extends Error {}

/**
 * Loads the code that reads documents. With the schema behind it it is the largest part of the library, and opening the
 * first post does without it.
 */
export const loadDocuments = async (): Promise<void> => {
  loaded ??= await import('./document-texts.ts');
};

/** The code that reads documents; throws `DocumentsNeeded` before it is loaded. */
export const documents = (): Documents => {
  if (loaded === null) throw new DocumentsNeeded('The code that reads documents is not loaded');
  return loaded;
};

/** Runs what may need it, once more when it had to be loaded. */
export const withDocuments = async <T>(run: () => T): Promise<T> => {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof DocumentsNeeded)) throw error;
    await loadDocuments();
    return run();
  }
};

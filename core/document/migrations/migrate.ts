import { failed, ok, type Result } from '../../trouble.ts';
import type { DocumentJson, StoredDocument } from '../post.ts';

/** One step from a schema version to the next. It sees documents before they are checked, so it must not trust them. */
export type Migration = {
  /** What changes, in a few words: "rename figure.sha to figure.media". */
  readonly name: string;
  readonly migrate: (doc: DocumentJson) => DocumentJson;
};

/**
 * Brings a stored document to the newest version: step n leads from version n to n + 1. A document of a newer program
 * and a step that throws are `post/unreadable`; the stored document itself is never changed.
 */
export const migrate = (stored: StoredDocument, steps: readonly Migration[]): Result<DocumentJson> => {
  const newest = 1 + steps.length;
  const { schemaVersion, doc } = stored;
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > newest) {
    const detail = `Written under schema version ${schemaVersion}; this program reads 1 to ${newest}`;
    return failed('post/unreadable', { detail });
  }
  let current = doc;
  for (const step of steps.slice(schemaVersion - 1)) {
    try {
      current = step.migrate(current);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return failed('post/unreadable', { detail: `Migration "${step.name}": ${reason}`.slice(0, 500) });
    }
  }
  return ok(current);
};

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaVersion } from '../../../core/document/migrations/migrations.ts';
import { parseTemplate, type Template } from '../../../core/templates/template.ts';
import {
  inOrder,
  shippedTemplates,
  type TemplateList,
  type TemplateSummary,
  templateIdSchema,
} from '../../../core/templates/template-list.ts';
import { failed, ok, type Result, type Trouble, trouble } from '../../../core/trouble.ts';
import { diskTrouble } from '../disk-trouble.ts';
import { replaceFile } from '../replace-file.ts';

/** Of every template, in a folder named by its id. */
const fileName = 'template.json';
/** A deleted one rests under this name until its deletion is taken back, or for ever: words may be in it. */
const deletedName = 'deleted.json';

type StoreParts = {
  /** The folder of the templates that ship with the app. */
  readonly shipped: string;
  /** The folder of the writer's own ones; made when the first is kept. */
  readonly own: string;
  readonly now: () => Date;
  /** Hears of a file that could not be read. */
  readonly onTrouble: (trouble: Trouble) => void;
};

/** The templates: those that ship with the app, and over them and beside them the writer's own. */
export type TemplateStore = ReturnType<typeof templateStore>;

const readText = async (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A template that a newer Rejoinder wrote is none that is broken. */
const isNewer = (json: unknown): boolean => {
  const version = (json as { readonly document?: { readonly schemaVersion?: unknown } } | undefined)?.document
    ?.schemaVersion;
  return typeof version === 'number' && Number.isInteger(version) && version > schemaVersion;
};

const isShipped = (id: string): boolean => (shippedTemplates as readonly string[]).includes(id);

const summaryOf = (id: string, { name, description }: Template): TemplateSummary => ({
  id,
  name,
  description,
  shipped: isShipped(id),
});

/**
 * Opens the templates. A shipped one is never written over: renamed, it gets a file of the writer's; deleted, a
 * `deleted.json`; both go when the shipped ones are restored. A file of the writer's that cannot be read is kept aside and
 * told, and the shipped one of that name, if any, takes its place.
 */
export const templateStore = ({ shipped, own, now, onTrouble }: StoreParts) => {
  const place = (id: string, name: string): string => join(own, id, name);

  const readOwn = async (id: string): Promise<Template | null> => {
    const path = place(id, fileName);
    const text = await readText(path);
    if (text === null) return null;
    const json = parseJson(text);
    const template = parseTemplate(json);
    if (template.ok) return template.value;
    if (isNewer(json)) {
      onTrouble(trouble('template/newer', { detail: path }));
      return null;
    }
    const aside = `${path}.broken-${now().toISOString().replaceAll(':', '-')}`;
    // Where nothing can be moved it stays, and is told under its own name.
    const kept = await rename(path, aside).then(
      () => aside,
      () => path,
    );
    onTrouble(trouble('template/broken', { params: { kept }, detail: template.error.detail ?? '' }));
    return null;
  };
  const readShipped = async (id: string): Promise<Template | null> => {
    if (!isShipped(id)) return null;
    const template = parseTemplate(JSON.parse(await readFile(join(shipped, id, fileName), 'utf8')));
    if (!template.ok) throw new Error(`The shipped template ${id}: ${template.error.detail}`);
    return template.value;
  };
  const isDeleted = async (id: string): Promise<boolean> => (await readText(place(id, deletedName))) !== null;

  const read = async (id: string): Promise<Result<Template>> => {
    const template = (await readOwn(id)) ?? ((await isDeleted(id)) ? null : await readShipped(id));
    return template === null ? failed('template/not-found') : ok(template);
  };

  const ids = async (): Promise<readonly string[]> => {
    const names = await readdir(own).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return [...new Set([...shippedTemplates, ...names.filter((name) => templateIdSchema.safeParse(name).success)])];
  };

  const write = async (id: string, template: Template): Promise<Result<TemplateSummary>> => {
    try {
      await mkdir(join(own, id), { recursive: true });
      await replaceFile(place(id, fileName), `${JSON.stringify(template, null, 2)}\n`);
      return ok(summaryOf(id, template));
    } catch (error) {
      return diskTrouble(error);
    }
  };

  const list = async (): Promise<Result<TemplateList>> => {
    const all = await Promise.all(
      (await ids()).map(async (id) => {
        const template = await read(id);
        return template.ok ? [summaryOf(id, template.value)] : [];
      }),
    );
    const changed = await Promise.all(
      shippedTemplates.map(async (id) => (await isDeleted(id)) || (await readText(place(id, fileName))) !== null),
    );
    return ok({ items: inOrder(all.flat()), restorable: changed.includes(true) });
  };

  return {
    list,
    /** The template, or `template/not-found`. */
    read,
    /** A shipped template as it came, whatever became of it since. */
    readShipped,
    add: (template: Template): Promise<Result<TemplateSummary>> => write(randomUUID(), template),
    rename: async (id: string, words: Pick<Template, 'name' | 'description'>): Promise<Result<TemplateSummary>> => {
      const template = await read(id);
      return template.ok ? write(id, { ...template.value, ...words }) : template;
    },
    duplicate: async (id: string): Promise<Result<TemplateSummary>> => {
      const template = await read(id);
      if (!template.ok) return template;
      return write(randomUUID(), { ...template.value, name: `Copy of ${template.value.name}`.slice(0, 100) });
    },
    /** Deletes it in a way that `undelete` takes back. */
    remove: async (id: string): Promise<Result<void>> => {
      const template = await read(id);
      if (!template.ok) return template;
      const kept = await write(id, template.value);
      if (!kept.ok) return kept;
      try {
        await rename(place(id, fileName), place(id, deletedName));
        return ok(undefined);
      } catch (error) {
        return diskTrouble(error);
      }
    },
    undelete: async (id: string): Promise<Result<void>> => {
      if (!(await isDeleted(id))) return failed('template/not-found');
      try {
        await rename(place(id, deletedName), place(id, fileName));
        return ok(undefined);
      } catch (error) {
        return diskTrouble(error);
      }
    },
    /** Brings every shipped template back as it came. The writer's own stay as they are. */
    restoreShipped: async (): Promise<Result<void>> => {
      try {
        for (const id of shippedTemplates) {
          await rm(place(id, fileName), { force: true });
          await rm(place(id, deletedName), { force: true });
        }
        return ok(undefined);
      } catch (error) {
        return diskTrouble(error);
      }
    },
  };
};

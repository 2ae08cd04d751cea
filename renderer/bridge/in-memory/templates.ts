import type { Post, PostId } from '../../../core/document/post.ts';
import type { Client } from '../../../core/ipc.ts';
import { parseTemplate, postFromTemplate, type Template } from '../../../core/templates/template.ts';
import {
  defaultTemplate,
  inOrder,
  shippedTemplates,
  type TemplateSummary,
} from '../../../core/templates/template-list.ts';
import { templateOf } from '../../../core/templates/template-of.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';

type NewPost = Pick<Post, 'document' | 'fields' | 'sources'>;

/** What the templates in memory need of the rest of the double. */
export type TemplatesNeeds = {
  readonly changed: () => void;
  readonly commentLabel: () => string;
  /** The language of new posts. */
  readonly language: () => string;
  readonly post: (id: PostId) => Post | undefined;
};

const files = import.meta.glob('../../../assets/templates/*/template.json', { import: 'default' });

const readShipped = async (id: string): Promise<Template | null> => {
  const template = parseTemplate(await files[`../../../assets/templates/${id}/template.json`]?.());
  return template.ok ? template.value : null;
};

const isShipped = (id: string): boolean => (shippedTemplates as readonly string[]).includes(id);

/** The templates in memory: the shipped ones, and over and beside them the writer's, as long as the page is open. */
export const inMemoryTemplates = (needs: TemplatesNeeds) => {
  const own = new Map<string, Template>();
  const deleted = new Map<string, Template>();

  const read = async (id: string): Promise<Template | null> =>
    own.get(id) ?? (deleted.has(id) || !isShipped(id) ? null : readShipped(id));
  const summary = (id: string, { name, description }: Template): TemplateSummary => ({
    id,
    name,
    description,
    shipped: isShipped(id),
  });
  const put = (id: string, template: Template): Result<TemplateSummary> => {
    own.set(id, template);
    needs.changed();
    return ok(summary(id, template));
  };
  const withTemplate = async <T>(id: string, run: (template: Template) => Result<T>): Promise<Result<T>> => {
    const template = await read(id);
    return template === null ? failed('template/not-found') : run(template);
  };

  const calls: Client['templates'] = {
    list: async () => {
      const ids = [...new Set([...shippedTemplates, ...own.keys()])];
      const all = await Promise.all(ids.map(async (id) => [id, await read(id)] as const));
      const restorable = shippedTemplates.some((id) => own.has(id) || deleted.has(id));
      return ok({ items: inOrder(all.flatMap(([id, it]) => (it === null ? [] : [summary(id, it)]))), restorable });
    },
    saveFromPost: async ({ post: id, ...given }) => {
      const post = needs.post(id as PostId);
      const template = post === undefined ? failed('post/not-found') : templateOf(post, given);
      return template.ok ? put(crypto.randomUUID(), template.value) : template;
    },
    rename: ({ id, ...words }) => withTemplate(id, (template) => put(id, { ...template, ...words })),
    duplicate: ({ id }) =>
      withTemplate(id, (template) => put(crypto.randomUUID(), { ...template, name: `Copy of ${template.name}` })),
    remove: ({ id }) =>
      withTemplate(id, (template) => {
        own.delete(id);
        deleted.set(id, template);
        needs.changed();
        return ok(undefined);
      }),
    undelete: async ({ id }) => {
      const template = deleted.get(id);
      if (template === undefined) return failed('template/not-found');
      deleted.delete(id);
      put(id, template);
      return ok(undefined);
    },
    restoreShipped: async () => {
      for (const id of shippedTemplates) {
        own.delete(id);
        deleted.delete(id);
      }
      needs.changed();
      return ok(undefined);
    },
  };
  return {
    calls,
    /** What a new post from that template holds; from the default one that ships when it is gone. */
    newPost: async (id: string): Promise<Result<NewPost>> => {
      const asked = await read(id);
      const template = asked ?? (await readShipped(defaultTemplate));
      if (template === null) return failed('template/not-found');
      return postFromTemplate(template, {
        commentLabel: asked === null || isShipped(id) ? needs.commentLabel() : null,
        language: needs.language(),
      });
    },
  };
};

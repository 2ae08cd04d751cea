import { z } from 'zod';

/** A folder name: of `assets/templates`, or of `templates` in the data folder. */
export const templateIdSchema = z.string().regex(/^[a-z0-9-]{1,60}$/);

export const templateNameSchema = z.string().trim().min(1).max(100);
export const templateDescriptionSchema = z.string().trim().max(300);

/** The templates that ship with the app, in the order in which they are offered. */
export const shippedTemplates = [
  'article-summary-and-comment',
  'several-articles-one-comment',
  'quote-and-reply',
  'video-reaction',
  'blank',
] as const;

/** The template of a new commentary post, until the writer chooses another. */
export const defaultTemplate = shippedTemplates[0];

/** A template as it is offered. `shipped`: came with the app, and can be had back. */
export type TemplateSummary = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly shipped: boolean;
};

/** All templates: the shipped ones in their order, then the writer's own by name. */
export type TemplateList = {
  readonly items: readonly TemplateSummary[];
  /** True when a shipped one was renamed or deleted, so that there is something to restore. */
  readonly restorable: boolean;
};

/** Puts the shipped ones first, in their order, and the writer's own after them by name. */
export const inOrder = (items: readonly TemplateSummary[]): readonly TemplateSummary[] => {
  const place = ({ id }: TemplateSummary): number => {
    const at = (shippedTemplates as readonly string[]).indexOf(id);
    return at === -1 ? shippedTemplates.length : at;
  };
  return [...items].sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
};

/** Which template a new post gets: what was chosen for the blog, else for all posts, else the first that there is. */
export const chosenTemplate = (
  items: readonly TemplateSummary[],
  { blogTemplates, defaultTemplate: chosen }: TemplateChoices,
  blog: string | null = null,
): string => {
  const there = (id: string | undefined): boolean => items.some((item) => item.id === id);
  const wanted = [blog === null ? undefined : blogTemplates[blog], chosen, defaultTemplate, items[0]?.id];
  return wanted.find(there) ?? defaultTemplate;
};

/** What the settings say of templates. */
export type TemplateChoices = {
  readonly defaultTemplate: string;
  /** Template ids by blog id. */
  readonly blogTemplates: Readonly<Record<string, string>>;
};

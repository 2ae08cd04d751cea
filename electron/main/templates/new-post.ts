import { postFromTemplate } from '../../../core/templates/template.ts';
import { defaultTemplate, shippedTemplates } from '../../../core/templates/template-list.ts';
import type { Result } from '../../../core/trouble.ts';
import type { NewPost } from '../library/library.ts';
import type { TemplateStore } from './template-store.ts';

/**
 * What a new post from that template holds. One that is gone gives way to the default that ships with the app: whoever
 * asks for a new post gets one. Shipped templates head the comment as the writer last worded it; the writer's own
 * templates have their own heading.
 */
export const newPost = async (
  templates: TemplateStore,
  id: string,
  { commentLabel, language }: { readonly commentLabel: string; readonly language: string },
): Promise<Result<NewPost>> => {
  const asked = await templates.read(id);
  const shipped = (shippedTemplates as readonly string[]).includes(id) || !asked.ok;
  const template = asked.ok ? asked.value : await templates.readShipped(defaultTemplate);
  if (template === null) throw new Error('The default template does not ship with the app.');
  return postFromTemplate(template, { commentLabel: shipped ? commentLabel : null, language });
};

import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { words } from './words.ts';

/** What a section is for. */
export const kindOf = ({ attrs }: ProseMirrorNode): 'summary' | 'comment' | 'free' =>
  attrs.kind === 'summary' || attrs.kind === 'comment' ? attrs.kind : 'free';

/** What a section is called: by its writer, else by what it is for. */
export const sectionName = (section: ProseMirrorNode): string =>
  String(section.attrs.label ?? '').trim() || words(`sections.${kindOf(section)}.label`);

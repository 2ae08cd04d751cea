import { Underline } from '@tiptap/extension-underline';

/** Underlined text. */
export const underline = Underline;

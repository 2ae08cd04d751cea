import { Italic } from '@tiptap/extension-italic';

/** Emphasis. */
export const italic = Italic;

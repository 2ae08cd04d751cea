import { Bold } from '@tiptap/extension-bold';

/** Strong importance. */
export const bold = Bold;

// The compiler learns the commands of the document's nodes and marks here; nothing of this is left at run time.

import type {} from '@tiptap/extension-bold';
import type {} from '@tiptap/extension-italic';
import type {} from '@tiptap/extension-list';
import type {} from '@tiptap/extension-strike';
import type {} from '@tiptap/extension-underline';
import type {} from '../../core/document/marks/citation/schema.ts';
import type {} from '../../core/document/marks/link/schema.ts';
import type {} from '../../core/document/nodes/divider/schema.ts';
import type {} from '../../core/document/nodes/embed/schema.ts';
import type {} from '../../core/document/nodes/figure/schema.ts';
import type {} from '../../core/document/nodes/hard-break/schema.ts';
import type {} from '../../core/document/nodes/heading/schema.ts';
import type {} from '../../core/document/nodes/paragraph/schema.ts';
import type {} from '../../core/document/nodes/quotation/schema.ts';

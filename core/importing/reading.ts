import type { NodeType, Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Element, ElementContent } from 'hast';
import { nodeTypeOf } from '../document/node-type.ts';
import { schema } from '../document/schema.ts';
import { attribute } from '../rendering/tree.ts';
import type { Source } from '../sources/source.ts';

/** A picture of the library that stands for one of the blog's. Pixels of the original; null while unknown. */
export type ImportedPicture = { readonly media: string; readonly width: number | null; readonly height: number | null };

/** A video or audio file of the library that stands for one of the blog's. Pixels of a video's picture; null while unknown and for sound. */
export type ImportedRecording = ImportedPicture;

/** What the reader of one block knows, and what it notes down. */
export type Reading = {
  /** The library's copy of a picture at an address of the blog; null when there is none (yet). */
  readonly pictureAt: (address: string) => ImportedPicture | null;
  /** The library's copy of a video or audio file at an address of the blog; null when there is none. */
  readonly recordingAt: (address: string) => ImportedRecording | null;
  /** The post's source at an address, as it stands in a link. */
  readonly sourceAt: (address: string) => Source | undefined;
  /** Notes that the block says something which no node holds. */
  readonly lose: () => void;
};

/** A node type of a post. */
export const nodeType = (name: string): NodeType => nodeTypeOf(schema, name);

/** Classes that editors set themselves and that are written again with the block. */
const ownClass =
  /^(?:wp-(?:block-(?:heading|list|quote|code|table|group|pullquote|separator|image|video|audio|embed|embed__wrapper)|element-caption|image-\d+|embed-aspect-16-9|has-aspect-ratio)|has-(?:fixed-layout|alpha-channel-opacity)|size-full|align(?:left|right|wide)|is-resized|width-(?:medium|small)|is-(?:type|provider)-[\w-]+|wp-block-embed-[\w-]+|credit|own-work|summary|kg-(?:card|image|image-card|embed-card|code-card|gallery-card|bookmark-card|video-card|video-container|card-hascaption|width-wide)|language-[\w+#.-]+)$/;

/** Notes a loss when an element has attributes besides those that were read, or classes of its own. */
export const readAttributes = (element: Element, reading: Reading, ...read: readonly string[]): void => {
  for (const [name, value] of Object.entries(element.properties)) {
    if (read.includes(name) || value === null || value === undefined || value === false) continue;
    const classes = name === 'className' && Array.isArray(value) ? value : null;
    if (!classes?.every((each) => ownClass.test(String(each)))) reading.lose();
  }
};

/** Whether a node is white space between blocks. */
export const isBlank = (node: ElementContent): boolean => node.type === 'text' && /^[ \t\n\f\r]*$/.test(node.value);

/** The direction that an element gives its words, as an attribute of a block. */
export const directionIn = (element: Element): { readonly dir: string | null } => {
  const dir = attribute(element, 'dir').toLowerCase();
  return { dir: dir === 'ltr' || dir === 'rtl' ? dir : null };
};

/** What is read, when the schema allows it with all it holds; null otherwise. Making a node checks its attributes, too. */
export const checked = (read: () => ProseMirrorNode | null): ProseMirrorNode | null => {
  try {
    const node = read();
    node?.check();
    return node;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

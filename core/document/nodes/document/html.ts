import type { NodeToHtml } from '../../html.ts';

export const documentToHtml: NodeToHtml = (node, { children }) => children(node);

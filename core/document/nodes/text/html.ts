import type { NodeToHtml } from '../../html.ts';

export const textToHtml: NodeToHtml = (node) => [{ type: 'text', value: node.text ?? '' }];

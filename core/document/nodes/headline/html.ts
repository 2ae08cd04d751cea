import type { NodeToHtml } from '../../html.ts';

/** The headline travels on its own, as the title of the post: every platform shows it itself. */
export const headlineToHtml: NodeToHtml = () => [];

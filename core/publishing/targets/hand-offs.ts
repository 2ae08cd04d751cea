import type { HandOff } from '../hand-off.ts';
import type { TargetId } from '../target.ts';
import { wordpressHandOff } from './wordpress/hand-off.ts';

/** The targets whose platform can sign the writer in by itself. */
export const handOffs: Readonly<Partial<Record<TargetId, HandOff>>> = { wordpress: wordpressHandOff };

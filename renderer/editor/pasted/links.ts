import { attribute } from '../../../core/rendering/tree.ts';
import { isLinkAddress } from '../../../core/sources/address.ts';
import { withoutTrackers } from '../../../core/sources/normalise.ts';
import { type Holder, isBlank, rewrite } from './tree.ts';

const resolved = (address: string, page: string | null): string => {
  if (page === null || address.startsWith('#') || URL.canParse(address) || !URL.canParse(address, page)) return address;
  return new URL(address, page).href;
};

/** Takes what follows its reader out of links, makes relative ones absolute where the page is known, and unwraps what leads nowhere. */
export const mendLinks = (tree: Holder, page: string | null): void =>
  rewrite(tree, (it) => {
    if (it.tagName !== 'a') return [it];
    const href = attribute(it, 'href').trim();
    const address = withoutTrackers(resolved(href, page));
    if (!isLinkAddress(address) || it.children.every(isBlank)) return it.children;
    it.properties.href = address;
    return [it];
  });

/** Unwraps links that lead nowhere and leaves all others as they are. */
export const dropDeadLinks = (tree: Holder): void =>
  rewrite(tree, (it) => (it.tagName === 'a' && !isLinkAddress(attribute(it, 'href')) ? it.children : [it]));

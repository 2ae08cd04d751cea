import { expect } from '@playwright/test';
import type { VideoSite } from '../../world/video-site.ts';
import type { Tour } from './screen.ts';

/** Cards of other sites: one that is offered, one of the public list, and the words that a card suggests for its fields. */
export const walkEmbeds = async ({ rejoinder, window, look }: Tour, site: VideoSite): Promise<void> => {
  const { page, editor } = window;
  await window.newPost();
  await page.keyboard.type('Videos and posts\nTwo of them:\n');
  await editor.paste({ 'text/plain': 'https://www.nytimes.com/2026/06/01/world/ferries.html' });
  await expect(window.messages.getByRole('button', { name: 'Show as a card' })).toBeVisible();
  await look('embed-offered');
  await window.messages.getByRole('button', { name: 'Show as a card' }).click();
  await expect(editor.videos).toHaveCount(1);

  await rejoinder.menu('Insert', 'Video or post…');
  const panel = editor.panel('Insert a video or post');
  await panel.getByRole('textbox', { name: 'Address of the video or post' }).fill(`${site.origin}/film`);
  await panel.getByRole('button', { name: 'Insert' }).click();
  const film = editor.videos.last();
  await expect(film).toHaveAccessibleName('Post: First ship through the breakwater');
  await editor.credit(film).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'There are words for the credit: Harbour TV.' }),
  ).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox', { name: 'Words for this field' })).toBeVisible();
  await look('embed-words');
  await page.keyboard.press('Escape');
};

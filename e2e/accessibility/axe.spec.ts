import { test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { startArticleSite } from '../world/articles/site.ts';
import { writePicture } from '../world/pictures.ts';
import { film, writeSilence } from '../world/recordings.ts';
import { startVideoSite } from '../world/video-site.ts';
import { look, showIn } from './looking.ts';
import { walkEmbeds } from './screens/embeds.ts';
import { walkDrawers, walkLibrary } from './screens/library.ts';
import { walkPublishing, walkSheets } from './screens/sheets.ts';
import { walkSources } from './screens/sources.ts';
import { walkBlocks, walkExample, walkNotesAndPictures, walkRecordings } from './screens/writing.ts';

// axe tries to look into the preview too, whose frame runs no script.
// A trace would keep every screen a second time, beside the pictures.
test.use({ forgiven: /^Blocked script execution in 'about:srcdoc'/, trace: 'off' });

test('no screen breaks a rule of accessibility: in light, in dark and in forced colours', async ({
  rejoinder,
  dataFolder,
}) => {
  test.setTimeout(300_000);
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  await window.side.pane.waitFor();
  await showIn(page, 'light');
  const tour = { rejoinder, window, look: (name: string) => look(page, name) };
  await test.step('the example post', () => walkExample(tour));
  await test.step('the sheets', () => walkSheets(tour));
  await test.step('publishing', () => walkPublishing(tour));
  await test.step('every block', () => walkBlocks(tour));
  const pictures = await Promise.all(['a.png', 'b.png'].map((name) => writePicture(dataFolder, name)));
  await test.step('notes and pictures', () => walkNotesAndPictures(tour, pictures));
  await test.step('the drawers', () => walkDrawers(tour));
  await test.step('the library', () => walkLibrary(tour, dataFolder));
});

test('nor does any with video and audio files in it', async ({ rejoinder, dataFolder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  await window.side.pane.waitFor();
  await showIn(page, 'light');
  const files = [film('cranes.webm'), await writeSilence(dataFolder, 'foghorn.wav', 5)];
  await walkRecordings({ rejoinder, window, look: (name) => look(page, name) }, files);
});

test('nor does any with videos and posts of other sites in it', async ({ rejoinder }) => {
  test.slow();
  const site = await startVideoSite();
  try {
    const page = await rejoinder.launch();
    const window = mainWindow(page);
    await window.side.pane.waitFor();
    await showIn(page, 'light');
    await walkEmbeds({ rejoinder, window, look: (name) => look(page, name) }, site);
  } finally {
    await site.close();
  }
});

test('nor does any on the way from a link to its article', async ({ rejoinder }) => {
  test.setTimeout(180_000);
  const site = await startArticleSite();
  try {
    const page = await rejoinder.launch();
    const window = mainWindow(page);
    await window.side.pane.waitFor();
    await showIn(page, 'light');
    await walkSources({ rejoinder, window, look: (name) => look(page, name) }, site);
  } finally {
    await site.close();
  }
});

import { existsSync } from 'node:fs';

const executable = process.env.REJOINDER_CHROMIUM ?? '/usr/bin/chromium';

/**
 * The browser of a blog's readers: Debian's Chromium (or `REJOINDER_CHROMIUM`), as Playwright's launch options. Tests get
 * it as the fixture `page`.
 */
export const readerBrowser = {
  executablePath: executable,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
};

/** True, or why blogs cannot be read here: a reason to skip. */
export const readerAvailable = (): true | string =>
  existsSync(executable) || `There is no ${executable} (Debian: apt-get install chromium).`;

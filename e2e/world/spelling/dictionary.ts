import { readFile } from 'node:fs/promises';
import type { Rejoinder } from '../../app.ts';
import { type LoggingProxy, loggingProxy } from '../logging-proxy.ts';

/** Where the tests' dictionaries are. The name is nobody's: only the proxy answers for it. */
const place = 'http://dictionaries.example/';

/** Addresses of a dictionary of American English; the numbers are its version, which the engine knows. */
export const englishAddress = /^GET http:\/\/dictionaries\.example\/en-us-\d+-\d+\.bdic$/;

/**
 * A server with one dictionary, of the few English words in `few.dic`. `few.bdic` was made of it with Qt WebEngine's
 * `qwebengine_convert_dict`; while `online` says no it answers nothing.
 */
export const dictionaryServer = async (online: () => boolean = () => true): Promise<LoggingProxy> => {
  const few = await readFile(new URL('few.bdic', import.meta.url));
  return loggingProxy((address) => (online() && address.startsWith(place) ? few : null));
};

/** Has the app's engine look for dictionaries there instead of at Google. Holds until it quits. */
export const lookThere = (rejoinder: Rejoinder): Promise<void> =>
  rejoinder.app.evaluate(({ session }, url) => session.defaultSession.setSpellCheckerDictionaryDownloadURL(url), place);

/** Resolves when everything that the engine had to ask before this call was asked. */
export const askedSoFar = async (rejoinder: Rejoinder, proxy: LoggingProxy): Promise<readonly string[]> => {
  const own = `http://asked.example/${proxy.asked.length}`;
  await rejoinder.app.evaluate(({ net }, address) => net.fetch(address).then(({ status }) => status), own);
  return proxy.asked.filter((it) => !it.includes('//asked.example/'));
};

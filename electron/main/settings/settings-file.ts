import { existsSync, readFileSync, renameSync } from 'node:fs';
import { defaultSettings, type Settings, settingsSchema } from '../../../core/settings.ts';

/** Whatever was read, as settings: what is missing or makes no sense becomes the default, the rest stays. */
export const readSettings = (stored: unknown): Settings => {
  const values: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const parsed = schema.safeParse(values[key]);
    return [key, parsed.success ? parsed.data : defaultSettings[key as keyof Settings]];
  });
  return settingsSchema.parse(Object.fromEntries(entries));
};

/** Moves a file that is no JSON object aside, untouched; answers where it is now, or null when the file is fine or absent. */
export const setAsideIfBroken = (path: string, now: Date): string | null => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (isJsonObject(text)) return null;
  const aside = `${path}.broken-${now.toISOString().replaceAll(':', '-')}`;
  renameSync(path, aside);
  return aside;
};

/** What the file holds, a JSON object that `setAsideIfBroken` let pass; empty when there is no file. */
export const readStored = (path: string): Readonly<Record<string, unknown>> =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : {};

const isJsonObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

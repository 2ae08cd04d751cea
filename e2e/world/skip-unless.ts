import { test } from '@playwright/test';

/**
 * Leaves the test out where the machine lacks something. `available` is true or the sentence that says what is missing;
 * with CI=true a skipped test counts as failed.
 */
export const skipUnless = (available: true | string): void => test.skip(available !== true, String(available));

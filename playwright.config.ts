import { defineConfig } from '@playwright/test';
import { readerBrowser } from './e2e/world/reader.ts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One real application, one real server and one real display at a time: two cores carry no more without lying about time.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { actionTimeout: 15_000, trace: 'retain-on-failure', browserName: 'chromium', launchOptions: readerBrowser },
});

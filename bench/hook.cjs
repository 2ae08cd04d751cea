// Loaded with `electron -r` into ours and the peers alike: prints one JSON line when a caret blinks in an editable, and
// tells on request what the browser process's main thread was busy with. It changes nothing in what it measures.
const { app, contentTracing } = require('electron');
const { readFileSync, rmSync } = require('node:fs');

const waitForCaret = `new Promise((resolve) => {
  const look = () => {
    const at = document.activeElement;
    if (at && at.isContentEditable && document.hasFocus() && getSelection().rangeCount > 0) {
      requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => resolve(performance.timeOrigin + performance.now()); c.port2.postMessage(0); });
    } else requestAnimationFrame(look);
  };
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    contents.executeJavaScript(waitForCaret).then(
      (at) => process.stdout.write(`${JSON.stringify({ caret: at })}\n`),
      () => undefined,
    );
  });
});

/** Begins to note every task of the browser process's main thread: input, windows, IPC, and all of Node. */
globalThis.watchMainThread = () => contentTracing.startRecording({ included_categories: ['toplevel'] });

/** Milliseconds that tasks kept that thread since then: all of them, and the longest. While one runs, the next input waits. */
globalThis.tasksOfMainThread = async () => {
  const path = await contentTracing.stopRecording();
  const { traceEvents } = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  const thread = traceEvents.find((it) => it.name === 'thread_name' && it.args.name === 'CrBrowserMain');
  const tasks = traceEvents
    .filter((it) => it.tid === thread.tid && it.pid === thread.pid && it.ph === 'X' && it.name.endsWith('RunTask'))
    .sort((a, b) => a.ts - b.ts);
  let end = 0;
  let all = 0;
  let longest = 0;
  for (const { ts, dur = 0 } of tasks) {
    // A task that runs inside another one is part of it.
    if (ts < end) continue;
    end = ts + dur;
    all += dur;
    longest = Math.max(longest, dur);
  }
  return { all: all / 1000, longest: longest / 1000 };
};

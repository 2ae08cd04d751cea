// Loaded with `electron -r` into ours and the peers alike: prints one JSON line when a caret blinks in an editable, and
// answers on request how long the browser process was busy. It changes nothing in what it measures.
const { app } = require('electron');
const { performance } = require('node:perf_hooks');

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

globalThis.startWatchingMainThread = () => {
  globalThis.utilisation = performance.eventLoopUtilization();
};
/** Milliseconds the event loop of the browser process was active since the start of watching. */
globalThis.stopWatchingMainThread = () => performance.eventLoopUtilization(globalThis.utilisation).active;

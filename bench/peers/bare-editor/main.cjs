// A bare ProseMirror in a bare window: the peer of typing. Its page is built by `bench/typing.ts` into `out/bench`.
const { app, BrowserWindow } = require('electron');
const path = require('node:path');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { spellcheck: false } });
  void window.loadFile(path.join(__dirname, '../../../out/bench/index.html'));
});
app.on('window-all-closed', () => app.quit());

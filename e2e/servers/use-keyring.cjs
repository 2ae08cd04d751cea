// Preloaded into Electron (`-r`): Playwright switches the keyring off in its own preload, which runs before this one.
require('electron').app.commandLine.appendSwitch('password-store', 'gnome-libsecret');

import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { PreloadBridge } from '../../core/ipc.ts';
import { callNames, channelOf, eventChannelOf, eventNames } from '../../core/ipc-names.ts';

// A call that cannot even be delivered is a bug of ours, and still an answer: the window's client never rejects.
const undelivered = (error: unknown): string =>
  JSON.stringify({ ok: false, error: { code: 'app/bug', detail: String(error) } });

const groups = Object.entries(callNames).map(([group, names]) => {
  const calls = names.map((name) => [
    name,
    (input?: unknown) => ipcRenderer.invoke(channelOf(group, name), input).catch(undelivered),
  ]);
  return [group, Object.fromEntries(calls)];
});

const on = (name: string, listener: (event: unknown) => void): (() => void) => {
  if (!(eventNames as readonly string[]).includes(name)) throw new Error(`There is no event ${name}.`);
  // The window gets the value alone: the event object would hand it the sender.
  const receive = (_event: IpcRendererEvent, value: unknown): void => listener(value);
  ipcRenderer.on(eventChannelOf(name), receive);
  return () => {
    ipcRenderer.off(eventChannelOf(name), receive);
  };
};

const bridge = { ...Object.fromEntries(groups), on } as PreloadBridge;
contextBridge.exposeInMainWorld('rejoinder', bridge);

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rejoinder } from '../../app.ts';

/*
 * Makes the video files beside this script: a square that crosses the picture while a tone sounds, recorded by the engine's own
 * MediaRecorder. They are kept, because a recording is another one each time: `node scripts/run.mjs e2e/world/recordings/make.ts`.
 */
const files = {
  'cranes.mp4': 'video/mp4;codecs=avc1.42E01E,opus',
  'cranes.webm': 'video/webm;codecs=vp8,opus',
} as const;

const dataFolder = await mkdtemp(join(tmpdir(), 'rejoinder-recordings-'));
const rejoinder = new Rejoinder(dataFolder);
try {
  const page = await rejoinder.launch();
  for (const [name, type] of Object.entries(files)) {
    const recorded = await page.evaluate(async (mimeType) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
      const drawing = canvas.getContext('2d');
      const sound = new AudioContext();
      const tone = sound.createOscillator();
      const out = sound.createMediaStreamDestination();
      tone.connect(out);
      tone.start();
      const tracks = [...canvas.captureStream(10).getTracks(), ...out.stream.getTracks()];
      const recorder = new MediaRecorder(new MediaStream(tracks), {
        mimeType,
        videoBitsPerSecond: 40_000,
        audioBitsPerSecond: 8000,
      });
      const parts: Blob[] = [];
      recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
      const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
      recorder.start();
      for (let frame = 0; frame < 20; frame += 1) {
        if (drawing) {
          drawing.fillStyle = '#2b4a63';
          drawing.fillRect(0, 0, 160, 90);
          drawing.fillStyle = '#f2c14e';
          drawing.fillRect(frame * 8, 30, 30, 30);
        }
        // The recorder follows the clock: ten pictures a second.
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      recorder.stop();
      await stopped;
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
    }, type);
    await writeFile(join(import.meta.dirname, name), Uint8Array.from(recorded));
    console.log(name, recorded.length);
  }
} finally {
  await rejoinder.quit();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
}

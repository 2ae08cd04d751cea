import { drawPicture } from './draw-picture.ts';

/* The page on which the main process has pictures drawn (`electron/main/media/draw-in-window.ts`): it calls this
 * by name. It imports nothing that the window needs too, or all of the window would be loaded with it. */

Object.assign(globalThis, { drawPicture });

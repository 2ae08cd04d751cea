/** The library thread as a plain child of Node, for tests: `node library-child.ts FOLDER`. */
import { serve } from '../serve.ts';

serve(
  String(process.argv[2]),
  {
    post: (answer) => process.send?.(answer),
    onRequest: (listener) => process.on('message', listener),
  },
  () => process.exit(0),
);

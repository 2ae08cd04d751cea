// Started like a process of the app: tells how many bytes its objects may take, and whether text can become code in it.
const { getHeapStatistics } = require('node:v8');

const runsText = () => {
  try {
    return new Function('return true')();
  } catch {
    return false;
  }
};

process.parentPort.postMessage({ bytes: getHeapStatistics().heap_size_limit, runsText: runsText() });

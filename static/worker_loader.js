// Starts the worker, a classic script: `new Worker("worker_loader.js?BUILD")`. What follows the
// question mark goes along to the files it loads, so that a browser's cache never mixes two builds.
importScripts("worker.js" + self.location.search);
wasm_bindgen({ module_or_path: "worker_bg.wasm" + self.location.search }).catch((error) => {
  // Out of the promise, so that the page's worker hears of it as an error event.
  setTimeout(() => { throw error; });
});

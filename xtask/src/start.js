// Starts the program. While that is on its way the first workers start too, which takes a third of a second on a slow machine; one that
// fails is not among those that wait, and the program starts another and sees for itself. As many as begin: FIRST in src/workers/crew.rs.
const module = new URL("./SCRIPT", document.baseURI).href;
const code = WORKER.replace("MODULE", () => JSON.stringify(module));
const worker = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
window.waitingWorkers = [];
for (let left = Math.min(2, navigator.hardwareConcurrency || 1); left > 0; left -= 1) {
  try {
    const waiting = new Worker(worker, { type: "module" });
    waiting.onerror = () => (window.waitingWorkers = window.waitingWorkers.filter((other) => other !== waiting));
    window.waitingWorkers.push(waiting);
  } catch (refused) {
    break;
  }
}
import(module)
  .then((program) => program.default({ module_or_path: "./WASM" }))
  .catch((fault) => {
    dispatchEvent(new CustomEvent("not-started", { detail: fault }));
    throw fault;
  });

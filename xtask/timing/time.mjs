// Times pairs in WebAssembly as src/main.rs does natively: a line holds members, first replicate and count.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]), {});
const { pairs } = instance.exports;
// Optimised before it is timed.
pairs(8, 0, 100);
for await (const line of createInterface({ input: process.stdin })) {
  const start = process.hrtime.bigint();
  pairs(...line.split(' ').map(Number));
  console.log(String(process.hrtime.bigint() - start));
}

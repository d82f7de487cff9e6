import {parentPort, workerData} from "node:worker_threads";
import {generateBlock, type Draw} from "./generate-clients.ts";
import {type BlockReply} from "./generate-pool.ts";

// One thread of the pool: draws each block that it is asked for.

const draw = workerData as Draw;
const port = parentPort!;

port.on("message", (number: number) => {
  const block = generateBlock(draw, number);
  const reply: BlockReply = {number, block};
  port.postMessage(
    reply,
    Object.values(block).map(({bytes}) => bytes.buffer)
  );
});

import {MessageChannel, receiveMessageOnPort, Worker, type MessagePort} from "node:worker_threads";
import {FitMemory, type Layout} from "./fit-memory.ts";
import {TaskRunner, type TaskKind} from "./tasks.ts";

/*
 * Threads that share the parts of one fit's tasks. The leader says in shared memory which task there is and how many of
 * its parts are left; whoever comes takes the next, the leader too. So nobody waits for a thread that is late, or that
 * never started.
 */

/** Places in the control words that all threads of a team share. */
const control = {
  /** A number of the task above, how many of its parts are left below. One word, so that both are read at once. */
  ticket: 0,
  done: 1,
  kind: 2,
  fit: 3,
  failed: 4,
  quit: 5,
  length: 8
} as const;

const partBits = 12;
const partMask = 2 ** partBits - 1;

/** Looks at the control words before a thread goes to sleep: a few microseconds. */
const spins = 2000;

/** What a helper thread is given. */
export interface HelperData {
  control: SharedArrayBuffer;
  thread: number;
  port: MessagePort;
}

interface Attachment {
  fit: number;
  memory: WebAssembly.Memory;
  layout: Layout;
}

/** The leader's side. Without helpers it does everything itself. */
export class Team {
  readonly threads: number;
  private readonly words = new Int32Array(new SharedArrayBuffer(4 * control.length));
  private readonly workers: Worker[] = [];
  private readonly ports: MessagePort[] = [];
  private task = 0;
  private fits = 0;

  /** `program` is that of a helper; there are `threads` − 1 of them. */
  constructor(threads: number, program: string) {
    this.threads = threads;
    for (let thread = 1; thread < threads; ++thread) {
      const {port1, port2} = new MessageChannel();
      port1.unref();
      const workerData: HelperData = {control: this.words.buffer as SharedArrayBuffer, thread, port: port2};
      const worker = new Worker(program, {eval: true, execArgv: [], workerData, transferList: [port2]});
      // What a helper doesn't do, the leader does; so a helper that ends is no loss but of time.
      worker.on("error", () => undefined);
      worker.unref();
      this.workers.push(worker);
      this.ports.push(port1);
    }
  }

  /** Shows a fit's memory to the helpers; returns what runs the fit's tasks in parts. */
  attach(memory: FitMemory, layout: Layout): (kind: TaskKind, parts: number) => void {
    const fit = this.fits++;
    const runner = new TaskRunner(memory, layout, 0);
    const attachment: Attachment = {fit, memory: memory.memory, layout};
    for (const port of this.ports) port.postMessage(attachment);
    return (kind, parts) => {
      if (parts < 2 || this.workers.length === 0) for (let part = 0; part < parts; ++part) runner.run(kind, part);
      else this.share(fit, runner, kind, parts);
    };
  }

  async close(): Promise<void> {
    Atomics.store(this.words, control.quit, 1);
    this.publish(0);
    await Promise.all(this.workers.map((worker) => worker.terminate()));
    for (const port of this.ports) port.close();
  }

  private publish(parts: number): void {
    this.task = (this.task + 1) & (2 ** (31 - partBits) - 1);
    Atomics.store(this.words, control.ticket, (this.task << partBits) | parts);
    Atomics.notify(this.words, control.ticket);
  }

  private share(fit: number, runner: TaskRunner, kind: TaskKind, parts: number): void {
    const {words} = this;
    if (parts > partMask) throw new RangeError(`${parts} parts of a task, ${partMask} at most`);
    Atomics.store(words, control.done, 0);
    Atomics.store(words, control.kind, kind);
    Atomics.store(words, control.fit, fit);
    this.publish(parts);
    for (let part = claim(words); part >= 0; part = claim(words)) {
      runner.run(kind, part);
      Atomics.add(words, control.done, 1);
    }
    for (let spin = 0; ; ++spin) {
      const done = Atomics.load(words, control.done);
      if (done === parts) break;
      if (spin > spins) Atomics.wait(words, control.done, done, 1000);
    }
    if (Atomics.load(words, control.failed) !== 0) throw new Error("a training thread failed");
  }
}

/** Takes a part of the task at hand; −1 when none is left. */
function claim(words: Int32Array): number {
  for (;;) {
    const ticket = Atomics.load(words, control.ticket);
    const left = ticket & partMask;
    if (left === 0) return -1;
    if (Atomics.compareExchange(words, control.ticket, ticket, ticket - 1) === ticket) return left - 1;
  }
}

/** A helper's life: takes parts of whatever task there is, until told to quit. */
export function help({control: shared, thread, port}: HelperData): void {
  const words = new Int32Array(shared);
  const runners = new Map<number, TaskRunner>();
  const runnerOf = (fit: number): TaskRunner => {
    for (;;) {
      const known = runners.get(fit);
      if (known) return known;
      const received = receiveMessageOnPort(port) as {message: Attachment} | undefined;
      if (!received) throw new Error(`nothing is known of fit ${fit}`);
      const {memory, layout, fit: id} = received.message;
      runners.set(id, new TaskRunner(new FitMemory(memory), layout, thread));
    }
  };
  for (let spin = 0; Atomics.load(words, control.quit) === 0; ++spin) {
    const part = claim(words);
    if (part >= 0) {
      try {
        runnerOf(Atomics.load(words, control.fit)).run(Atomics.load(words, control.kind) as TaskKind, part);
      } catch (error) {
        Atomics.store(words, control.failed, 1);
        throw error;
      } finally {
        Atomics.add(words, control.done, 1);
        Atomics.notify(words, control.done);
      }
      spin = 0;
    } else if (spin > spins) {
      const ticket = Atomics.load(words, control.ticket);
      if ((ticket & partMask) === 0) Atomics.wait(words, control.ticket, ticket);
      spin = 0;
    }
  }
}

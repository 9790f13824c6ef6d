/** Long work in turns: a phone's browser answers its reader between two of them, and paints. */

// Timers that follow each other wait for 4 ms each: they are for browsers without tasks.
const tasks = globalThis.scheduler?.postTask ? globalThis.scheduler : null;

/**
 * How long a turn takes before it pauses: one of 50 ms is felt, on a phone four times slower too.
 * Longer where the pause itself takes almost as long.
 */
const TURN_MS = tasks ? 5 : 16;

/** Between two pieces of work. */
export function pause() {
  return new Promise((done) => (tasks ? tasks.postTask(done) : setTimeout(done)));
}

/** Runs the steps of a generator without a pause; answers what it returns. */
export function atOnce(steps) {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Runs the steps of a generator in turns; answers what it returns.
 *
 * Once `isOver()` no step is taken any more, and the answer is undefined.
 */
export async function inTurns(steps, isOver = () => false) {
  for (;;) {
    const until = performance.now() + TURN_MS;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (step.done) return step.value;
    await pause();
    if (isOver()) return undefined;
  }
}

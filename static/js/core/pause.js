/** Between two pieces of work: a phone's browser answers its reader there, and paints. */
export function pause() {
  return new Promise((done) => setTimeout(done));
}

/** Fetching the map's own files; the page asks the browser for them early, so they come once. */

/** The JSON at an address of ours. Throws an Error that names the address when it does not come. */
export async function fetchJSON(address, signal) {
  const answer = await fetch(address, { signal, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

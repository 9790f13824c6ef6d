/** The map's first step where a small picture goes ahead of it: what is large waits for that. */

const PATIENCE_MS = 5000;
const AT_ONCE = 3;

/** Resolves when the picture stands, when it cannot, or when it takes too long. */
function stands(picture) {
  return new Promise((done) => {
    if (!picture || picture.complete) return done();
    picture.addEventListener("load", done);
    picture.addEventListener("error", done);
    setTimeout(done, PATIENCE_MS);
  });
}

/** Puts what the page keeps for later into its head; resolves when the scripts of it have come. */
async function bring(kept) {
  const whole = document.importNode(kept.content, true);
  const coming = [...whole.querySelectorAll("script")].map(
    (script) =>
      new Promise((done) => {
        script.addEventListener("load", done);
        // Without it the map says itself that it could not be drawn.
        script.addEventListener("error", done);
      }),
  );
  // All at once would hold a slow phone up; a few at a time let it answer in between.
  const parts = [...whole.children];
  while (parts.length) {
    document.head.append(...parts.splice(0, AT_ONCE));
    await new Promise((done) => setTimeout(done));
  }
  return Promise.all(coming);
}

async function begin() {
  await stands(document.querySelector("#map-still img"));
  await bring(document.getElementById("map-rest"));
  await import("./map.js");
}

begin();

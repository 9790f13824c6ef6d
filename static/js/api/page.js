/* Wires the API page: hands the schema's address to the browser of the schema. */

import { keepMended } from "./mended.js";
import { plainLayout } from "./layout.js";

const wiring = JSON.parse(document.getElementById("wiring").textContent);

globalThis.SwaggerUIBundle({
  url: wiring.schema,
  dom_id: "#swagger-ui",
  presets: [globalThis.SwaggerUIBundle.presets.apis],
  plugins: [plainLayout],
  layout: "PlainLayout",
  validatorUrl: null,
  // Its colours are too faint to read, on a light ground and on a dark one.
  syntaxHighlight: false,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
});

keepMended(document.getElementById("swagger-ui"));

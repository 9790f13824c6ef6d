/** Pages with passkeys: shows and fills in the forms marked `data-passkey`, where there are keys. */

import { PasskeyForm } from "./passkey-form.js";

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (window.PublicKeyCredential) new PasskeyForm(form).listen();
}

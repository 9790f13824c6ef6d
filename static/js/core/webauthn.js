/** What passkeys and servers say to each other: JSON on one side, bytes on the other. */

/** Bytes as text that an address could carry. */
export function toText(bytes) {
  const signs = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte));
  return btoa(signs.join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of such a text. */
export function toBytes(text) {
  const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}

/** What the browser is to make a key with. `alone`: whether it is to sign in without a password. */
export function creationOptions({ publicKey }, alone) {
  const selection = {
    ...publicKey.authenticatorSelection,
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
    ...(alone ? { userVerification: "required" } : {}),
  };
  return {
    ...publicKey,
    authenticatorSelection: selection,
    challenge: toBytes(publicKey.challenge),
    user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
    excludeCredentials: described(publicKey.excludeCredentials),
  };
}

/** What the browser is to prove with a key that there is. */
export function requestOptions({ publicKey }) {
  return {
    ...publicKey,
    challenge: toBytes(publicKey.challenge),
    allowCredentials: described(publicKey.allowCredentials),
  };
}

/** What the browser answered, for the server. */
export function answered(credential) {
  const { response } = credential;
  const bytes = Object.fromEntries(
    ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
      .filter((name) => response[name])
      .map((name) => [name, toText(response[name])]),
  );
  const transports = response.getTransports ? { transports: response.getTransports() } : {};
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...bytes, ...transports },
  };
}

function described(credentials = []) {
  return (credentials ?? []).map((one) => ({ ...one, id: toBytes(one.id) }));
}

import assert from "node:assert/strict";
import test from "node:test";

import {
  answered,
  creationOptions,
  requestOptions,
  toBytes,
  toText,
} from "../../static/js/core/webauthn.js";

const bytes = (...numbers) => Uint8Array.from(numbers);

test("bytes become text and come back, whatever they are", () => {
  for (let length = 0; length < 70; length += 1) {
    const some = Uint8Array.from({ length }, (_, at) => (at * 37 + length) % 256);
    assert.deepEqual(toBytes(toText(some)), some);
    assert.match(toText(some.buffer), /^[A-Za-z0-9_-]*$/);
  }
});

const asked = {
  publicKey: {
    challenge: "AQID",
    user: { id: "BAU", name: "a@example.org" },
    excludeCredentials: [{ id: "Bgc", type: "public-key" }],
    authenticatorSelection: { userVerification: "preferred" },
  },
};

test("a key that signs in alone must be kept on the device and know its owner", () => {
  const { challenge, user, excludeCredentials, authenticatorSelection } = creationOptions(
    asked,
    true,
  );
  assert.deepEqual(challenge, bytes(1, 2, 3));
  assert.deepEqual(user, { id: bytes(4, 5), name: "a@example.org" });
  assert.deepEqual(excludeCredentials, [{ id: bytes(6, 7), type: "public-key" }]);
  assert.deepEqual(authenticatorSelection, {
    userVerification: "required",
    residentKey: "required",
    requireResidentKey: true,
  });
});

test("a key beside the password need not", () => {
  const { authenticatorSelection } = creationOptions(asked, false);
  assert.equal(authenticatorSelection.userVerification, "preferred");
  assert.equal(authenticatorSelection.residentKey, "discouraged");
});

test("signing in, any key will do when none is named", () => {
  const options = requestOptions({ publicKey: { challenge: "AQID", rpId: "example.org" } });
  assert.deepEqual(options.allowCredentials, []);
  assert.equal(options.rpId, "example.org");
});

test("what the browser answered is told in text, only what there is of it", () => {
  const told = answered({
    id: "AQI",
    rawId: bytes(1, 2).buffer,
    type: "public-key",
    authenticatorAttachment: null,
    getClientExtensionResults: () => ({ credProps: { rk: true } }),
    response: {
      clientDataJSON: bytes(3).buffer,
      authenticatorData: bytes(4).buffer,
      signature: bytes(5).buffer,
      userHandle: null,
    },
  });
  assert.deepEqual(JSON.parse(JSON.stringify(told)), {
    id: "AQI",
    rawId: "AQI",
    type: "public-key",
    clientExtensionResults: { credProps: { rk: true } },
    response: { clientDataJSON: "Aw", authenticatorData: "BA", signature: "BQ" },
  });
});

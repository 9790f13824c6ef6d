/** The code of a frame for another site shows what the map shows. */

import { sharedCode } from "../core/url-state.js";

export class ShareCode {
  /** `field` as the server wrote it, for the day and the layer that it `opened` with. */
  constructor(field, opened) {
    this.field = field;
    this.code = field?.value ?? "";
    this.opened = opened;
  }

  show(shown) {
    if (this.field) this.field.value = sharedCode(this.code, shown, this.opened);
  }
}

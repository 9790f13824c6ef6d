/** What was chosen in a form before the page's script came: it counts as if chosen after. */

/** The value that a field, or a list of options, had when the page was written. */
function written(control) {
  if (!control.options) return control.defaultValue;
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value;
}

/** `[control, value]` for each of the controls that no longer holds what was written. */
export function chosenEarly(controls) {
  return controls
    .filter((control) => control.value !== written(control))
    .map((control) => [control, control.value]);
}

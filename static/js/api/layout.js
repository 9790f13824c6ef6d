/* The operations and the shapes, without a title, servers or a second main landmark. */

/** A plugin of the schema's browser that adds the layout "PlainLayout". */
export function plainLayout({ React }) {
  function PlainLayout({ getComponent, specSelectors }) {
    if (specSelectors.loadingStatus() !== "success") return null;
    const part = (name, connected) =>
      React.createElement(getComponent(name, connected), { key: name });
    const parts = [part("SvgAssets"), part("operations", true), part("Models", true)];
    return React.createElement("div", { className: "swagger-ui" }, parts);
  }
  return { components: { PlainLayout } };
}

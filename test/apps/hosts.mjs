// Each host lists an app's stylesheets in import order and its classes for a button.
export const utilities = "h-9 w-auto rounded-md bg-emerald-700 px-3 text-sm font-medium text-white";
const layered = "react-easel/styles.css";
const unlayered = "react-easel/styles.unlayered.css";

export const plainHosts = {
  plain: { styles: [layered] },
  inherited: { styles: [layered, "./inherited.css"] },
  bootstrap: {
    styles: [unlayered, "bootstrap/dist/css/bootstrap.css"],
    className: "btn btn-success btn-sm",
  },
  "bootstrap-first": {
    styles: ["bootstrap/dist/css/bootstrap.css", unlayered],
    className: "btn btn-success btn-sm",
  },
  elements: { styles: ["./elements.css", unlayered] },
};

export const tailwindHosts = {
  "tailwind-first": { styles: ["./tailwind.css", layered], className: utilities },
  "tailwind-last": { styles: [layered, "./tailwind.css"], className: utilities },
  "tailwind-import": { styles: ["./import.css"], className: utilities },
};

/** Hosts in Next. `page` is imported in the page, below the layout. `theme` is the attribute that next-themes sets. */
export const nextHosts = {
  ...tailwindHosts,
  "tailwind-page": { styles: ["./tailwind.css"], page: [layered], className: utilities },
  "next-themes-class": { styles: [layered], theme: "class" },
  "next-themes-data": { styles: [layered], theme: "data-theme" },
};

import { expect, test } from "vitest";

const entries = {
  "react-easel": () => import("react-easel"),
  "react-easel/models": () => import("react-easel/models"),
  "react-easel/client": () => import("react-easel/client"),
  "react-easel/errors": () => import("react-easel/errors"),
  "react-easel/labels": () => import("react-easel/labels"),
  "react-easel/illustrations": () => import("react-easel/illustrations"),
  "react-easel/server": () => import("react-easel/server"),
  "react-easel/server/node": () => import("react-easel/server/node"),
  "react-easel/server/next": () => import("react-easel/server/next"),
  "react-easel/sandbox": () => import("react-easel/sandbox"),
};

/** Snapshots the public API, so that changes show up in the diff. */
test.each(Object.entries(entries))("%s has the recorded exports", async (name, load) => {
  const names = Object.keys(await load()).toSorted((a, b) => a.localeCompare(b, "en"));
  await expect(`${names.join("\n")}\n`).toMatchFileSnapshot(
    `./__snapshots__/${name.replaceAll("/", ".")}.txt`,
  );
});

test("exports identical values from several entries", async () => {
  const [all, models, client, errors] = await Promise.all([
    entries["react-easel"](),
    entries["react-easel/models"](),
    entries["react-easel/client"](),
    entries["react-easel/errors"](),
  ]);
  expect(all.EaselError).toBe(errors.EaselError);
  expect(client.EaselError).toBe(errors.EaselError);
  expect(all.catalog).toBe(models.catalog);
});

/**
 * Compares the polling schedule's requests and delay with those of common schedules, in seeded virtual time. Only the
 * cost of a decision varies between runs. Run `npm run bench` or `node bench/polling.mjs`.
 */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { backOff, fixed, learned } from "./policies.mjs";
import { mixOf, runWorkload, summarize } from "./runWorkload.mjs";
import { failures, workloads } from "./workload.mjs";

const vite = await createServer({
  root: fileURLToPath(new URL("..", import.meta.url)),
  server: { middlewareMode: true, ws: false, watch: null },
  configFile: false,
  appType: "custom",
  optimizeDeps: { noDiscovery: true, include: [] },
  logLevel: "error",
});
const protocol = await vite.ssrLoadModule("/src/exports/client.ts");

const names = Object.keys(workloads);
const schedule = learned({ protocol });
const withMetrics = learned({ protocol, metrics: true });

const seconds = (value) => value.toFixed(2);
const cell = ({ requests, mean, p95 }) =>
  `${requests.toFixed(2)} / ${seconds(mean)} / ${seconds(p95)}`;

function print(title, columns, rows) {
  console.log(`\n${title}\n`);
  const widths = ["", ...columns].map((column, at) =>
    Math.max(column.length, ...rows.map((row) => row[at].length)),
  );
  for (const row of [["", ...columns], ...rows])
    console.log(
      row
        .map((text, at) => text.padEnd(widths[at]))
        .join("  ")
        .trimEnd(),
    );
}

const steady = (watched) => summarize(watched.filter(({ index }) => index >= 30));
const summariesOf = (policy, how, pick = steady) =>
  Object.fromEntries(names.map((name) => [name, pick(runWorkload(name, policy, how))]));

const policies = {
  "fixed 1 s": fixed(1_000),
  "fixed 500 ms": fixed(500),
  "back-off 1 to 10 s": backOff,
  "this schedule": schedule,
  "with the service's times": withMetrics,
};
const results = Object.fromEntries(
  Object.entries(policies).map(([label, policy]) => {
    const summaries = summariesOf(policy);
    return [label, { ...summaries, mix: mixOf(summaries) }];
  }),
);

print(
  "Steady state: requests per job / mean delay / 95th percentile of delays, in seconds",
  [...names, "mix"],
  Object.entries(results).map(([label, result]) => [
    label,
    ...[...names, "mix"].map((name) => cell(result[name])),
  ]),
);

const ours = results["this schedule"];
print(
  "Other schedules' requests and mean delay, as multiples of ours",
  [...names, "mix"],
  Object.entries(results)
    .filter(([label]) => !label.startsWith("this"))
    .map(([label, result]) => [
      label,
      ...[...names, "mix"].map((name) => {
        const { requests, mean } = result[name];
        return `${(requests / ours[name].requests).toFixed(1)} at ${(mean / ours[name].mean).toFixed(1)}`;
      }),
    ]),
);

/** Summarizes the jobs between consecutive indexes. */
const partsOf = (watched, bounds) =>
  bounds
    .slice(0, -1)
    .map((from, at) => watched.filter(({ index }) => index >= from && index < bounds[at + 1]))
    .map(summarize);

const curve = { count: 120, seeds: [11, 12, 13, 14, 15, 16] };
const learning = Object.fromEntries(
  names.map((name) => [
    name,
    partsOf(runWorkload(name, schedule, curve), [0, 1, 2, 5, 10, 20, 50, 120]),
  ]),
);
print(
  "Learning, starting with only the model's latency: requests / mean / 95%, by job",
  ["1", "2", "3-5", "6-10", "11-20", "21-50", "51-120"],
  names.map((name) => [name, ...learning[name].map(cell)]),
);

for (const factor of [0.33, 3]) {
  const how = { count: 160, seeds: [11, 12, 13], drift: { at: 60, factor } };
  print(
    `Drift: from job 60 on, durations are multiplied by ${factor}`,
    ["before", "+1", "+2-5", "+6-10", "+11-20", "+21-50", "+51-100"],
    names.map((name) => [
      name,
      ...partsOf(runWorkload(name, schedule, how), [30, 60, 61, 65, 70, 80, 110, 160]).map(cell),
    ]),
  );
}

const lateness = {};
for (const [kind, how] of Object.entries(failures)) {
  const failing = { share: 0.05, how };
  print(
    `Early failures, 5% of jobs, ${kind}: delay until detected, in seconds (requests / mean of all jobs)`,
    names,
    ["fixed 1 s", "back-off 1 to 10 s", "this schedule", "with the service's times"].map(
      (label) => {
        lateness[`${label}, ${kind}`] = summariesOf(policies[label], { failing });
        return [
          label,
          ...Object.values(lateness[`${label}, ${kind}`]).map(
            ({ failed, requests, mean }) =>
              `${seconds(failed)} (${requests.toFixed(2)} / ${seconds(mean)})`,
          ),
        ];
      },
    ),
  );
}

/** Measures the most expensive decision, with a history of 64 jobs. */
function costOfDecision() {
  const latency = { typicalMs: 6_500, slowMs: 14_000 };
  let history;
  runWorkload(
    "SDXL",
    () => {
      const startJob = schedule(latency);
      return () => {
        const watcher = startJob();
        return {
          ...watcher,
          observe: (seen) => (watcher.observe(seen), (history = watcher.history())),
        };
      };
    },
    { count: 80, seeds: [1] },
  );
  const bytes = JSON.stringify(history).length;
  const times = 4_000;
  const pollStates = {
    queued: ["queued"],
    processing: ["processing"],
    "left the queue": ["queued", "processing"],
  };
  const rows = Object.entries({ "no poll yet": [], ...pollStates }).map(([label, states]) => {
    const observations = states.reduce(
      (before, state, at) =>
        protocol.addObservation(before, {
          state,
          askedMs: 1_000 * (at + 1),
          answeredMs: 1_000 * (at + 1) + 100,
        }),
      protocol.noObservations,
    );
    const elapsedMs = observations.unfinishedMs + 50;
    const begun = performance.now();
    for (let at = 0; at < times; at++)
      protocol.nextPollDelay({ elapsedMs, latency, history, observations });
    return [label, `${((1_000 * (performance.now() - begun)) / times).toFixed(0)} µs`];
  });
  print(`A decision with 64 known jobs (their history is ${bytes} bytes of JSON)`, ["time"], rows);
}
costOfDecision();

const { failed: refusedLate } = lateness["this schedule, refused"].SDXL;
const { failed: failedLate } = lateness["this schedule, at any time"].SDXL;
const limits = [
  ["SDXL requests", ours.SDXL.requests, 3.3],
  ["SDXL mean delay", ours.SDXL.mean, 0.45],
  ["cold start requests", ours["cold start"].requests, 7],
  ["cold start mean delay", ours["cold start"].mean, 0.81],
  ["mix requests", ours.mix.requests, 4.5],
  ["mix mean delay", ours.mix.mean, 0.6],
  ["SDXL, failed: delay", failedLate, 1.4],
  ["SDXL, refused: delay", refusedLate, 1.4],
];
print(
  "Limits",
  ["now", "at most"],
  limits.map(([label, now, most]) => [
    `${now <= most ? "holds " : "EXCEEDED"} ${label}`,
    seconds(now),
    seconds(most),
  ]),
);
if (limits.some(([, now, most]) => now > most)) process.exitCode = 1;
await vite.close();

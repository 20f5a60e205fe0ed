/** Spellings of `/credits` below a base path that URLs don't resolve to it. */
export const foreignSpellings = (basePath: string): readonly string[] => [
  `${basePath}/x%2f..%2fcredits`,
  `${basePath}/x/%252e%252e/credits`,
  `${basePath}/x/..%2fcredits`,
  `${basePath}/x/..%5ccredits`,
  `${basePath}/..;/credits`,
  `${basePath}/credits;v=1`,
  `${basePath};v=1/credits`,
  `${basePath}//credits`,
  `/${basePath}/credits`,
  `${basePath}%2fcredits`,
  `${basePath}/%63redits`,
  `${basePath}/%2563redits`,
  `${basePath}/Credits`,
  `${basePath.toUpperCase()}/credits`,
  `${basePath}/credits%00`,
  `${basePath}/credits%2f`,
  `${basePath}/credits%20`,
  `${basePath}/credits.`,
  // An overlong two-byte encoding of "."
  `${basePath}/x/%c0%ae%c0%ae/credits`,
];

/** Paths with a `%` that isn't a valid escape. */
export const malformedSpellings = (basePath: string): readonly string[] => [
  `${basePath}/x/%u002e%u002e/credits`,
  `${basePath}/credits%`,
  `${basePath}/credits%zz`,
  `${basePath}/credits?x=%`,
  `${basePath}/credits?%zz`,
];

/** Spellings that URLs resolve to `/credits` below a base path. */
export const resolvedSpellings = (basePath: string): readonly string[] => [
  `${basePath}/x/../credits`,
  `${basePath}/./credits`,
  `${basePath}/x/%2e%2e/credits`,
  `${basePath}/x/%2E./credits`,
  `${basePath}/%2e/credits`,
  `${basePath}\\credits`,
  `${basePath}/x\\..\\credits`,
  `/..${basePath}/credits`,
  `/x/../${basePath.slice(1)}/credits`,
];

interface Documented {
  readonly __docgenInfo?: { readonly description?: string };
}

/** A component's docstring as a page shows it: its examples are code. */
export function describeComponent(component: Documented): string {
  const [words = "", ...examples] = (component.__docgenInfo?.description ?? "").split(/@example\s/);
  return [words, ...examples.map((code) => `\`\`\`tsx\n${code.trim()}\n\`\`\``)].join("\n\n");
}

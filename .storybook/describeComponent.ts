interface Documented {
  readonly __docgenInfo?: { readonly description?: string };
}

/** Formats a component's docstring for its docs page: examples as code. */
export function describeComponent(component: Documented): string {
  const [words = "", ...examples] = (component.__docgenInfo?.description ?? "").split(/@example\s/);
  return [words, ...examples.map((code) => `\`\`\`tsx\n${code.trim()}\n\`\`\``)].join("\n\n");
}

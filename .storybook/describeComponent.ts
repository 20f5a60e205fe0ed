interface Documented {
  readonly __docgenInfo?: { readonly description?: string };
}

/** Formats a component's doc comment for its docs page, with examples as code blocks. */
export function describeComponent(component: Documented): string {
  const [words = "", ...examples] = (component.__docgenInfo?.description ?? "").split(/@example\s/);
  return [words, ...examples.map((code) => `\`\`\`tsx\n${code.trim()}\n\`\`\``)].join("\n\n");
}

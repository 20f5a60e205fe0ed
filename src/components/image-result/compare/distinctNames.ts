/** Returns two names without the words that both start with, because those that differ need the space. */
export function distinctNames(first: string, second: string): readonly [string, string] {
  const [words, others] = [first.split(" "), second.split(" ")];
  const most = Math.min(words.length, others.length) - 1;
  const differing = words.findIndex((word, index) => index >= most || word !== others[index]);
  // A single word, such as "Image", explains the number after it.
  if (differing < 2) return [first, second];
  const rest = (of: readonly string[]) => `…${of.slice(differing).join(" ")}`;
  return [rest(words), rest(others)];
}

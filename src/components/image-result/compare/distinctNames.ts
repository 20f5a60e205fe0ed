/** Length of the longest name that fits over half of an image. */
const fitting = 24;

/** Returns two names. If one is long, omits the words that both start with, because those that differ need the space. */
export function distinctNames(first: string, second: string): readonly [string, string] {
  const [words, others] = [first.split(" "), second.split(" ")];
  const most = Math.min(words.length, others.length) - 1;
  const differing = words.findIndex((word, index) => index >= most || word !== others[index]);
  // A single word, such as "Image", explains the number after it.
  if (differing < 2 || Math.max(first.length, second.length) <= fitting) return [first, second];
  const rest = (of: readonly string[]) => `…${of.slice(differing).join(" ")}`;
  return [rest(words), rest(others)];
}

const atomPattern =
  /(\\[dDwWsS]|\\[^\w\s]|\[\^?(?:\\[^]|[^\]\\])+\]|[^\\[\]()|?*+{}^$])([*+?]|\{\d+(?:,\d*)?\})?/y;

interface Atom {
  readonly characters: string;
  readonly isOptional: boolean;
  readonly isRepeated: boolean;
}

function readAtoms(pattern: string): readonly Atom[] | undefined {
  const atoms: Atom[] = [];
  const next = new RegExp(atomPattern);
  while (next.lastIndex < pattern.length) {
    const [, characters = "", times = ""] = next.exec(pattern) ?? [];
    if (characters === "") return undefined;
    atoms.push({
      characters,
      isOptional: /^([*?]|\{0)/.test(times),
      isRepeated: /^([*+]|\{\d+,\d*\})$/.test(times),
    });
  }
  return atoms;
}

const allCharacters = (): string =>
  Array.from({ length: 65_536 }, (_, code) => String.fromCharCode(code)).join("");

function isDeterministic(atoms: readonly Atom[], flags: string): boolean {
  const characters = atoms.some(({ isRepeated }) => isRepeated) ? allCharacters() : "";
  return atoms.every((atom, index) => {
    if (!atom.isRepeated) return true;
    const matched = characters.match(new RegExp(atom.characters, `${flags}g`))?.join("") ?? "";
    const after = atoms.slice(index + 1);
    const required = after.findIndex(({ isOptional }) => !isOptional);
    const reachable = required === -1 ? after : after.slice(0, required + 1);
    return !reachable.some((other) => new RegExp(other.characters, flags).test(matched));
  });
}

function alternativesOf(source: string): readonly string[] {
  const [, inner] = /^\^\((?:\?:)?([^()]*)\)\$?$/.exec(source) ?? [];
  if (inner === undefined) return [source.replace(/^\^/, "").replace(/(?<!\\)\$$/, "")];
  return inner.split(/(?<!\\)\|/);
}

/** Returns true only if matching takes linear time. Rejects most repeated groups, lookarounds, and backreferences. */
export function isLinearPattern({ source, flags }: RegExp): boolean {
  if (!/[*+{]/.test(source)) return true;
  if (!source.startsWith("^") || /[^gis]/.test(flags)) return false;
  return alternativesOf(source).every((alternative) => {
    const atoms = readAtoms(alternative);
    return atoms !== undefined && isDeterministic(atoms, flags.replace("g", ""));
  });
}

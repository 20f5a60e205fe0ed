const namedEntities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

function decodeEntity(entity: string, name: string): string {
  const digits = /^#(x?)([\da-f]+)$/i.exec(name);
  if (!digits) return namedEntities[name] ?? entity;
  const code = Number.parseInt(digits[2] ?? "", digits[1] === "" ? 10 : 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

const plainText = (markup: string): string =>
  markup.replaceAll(/<[^<>]*>/g, "").replaceAll(/&(#x?[\da-f]{1,6}|\w{2,4});/gi, decodeEntity);

function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open);
  const end = start === -1 ? -1 : text.indexOf(close, start + open.length);
  return end === -1 ? undefined : text.slice(start + open.length, end);
}

/** Returns the text of an element or attribute. If the element has text in several languages, returns the first one. */
function readProperty(xmp: string, name: string): string | undefined {
  const element = between(xmp, `<${name}`, `</${name}>`);
  const inner = element?.slice(element.indexOf(">") + 1);
  const item = inner && between(inner, "<rdf:li", "</rdf:li>");
  const content = item === undefined ? inner : item?.slice(item.indexOf(">") + 1);
  const markup = content ?? between(xmp, `${name}="`, '"');
  return markup === undefined ? undefined : plainText(markup);
}

/** Adds a label to the negative prompt, which Draw Things writes as a line that starts with a minus sign. */
const markNegative = (text: string): string =>
  text.replace(/\n-([^\n]*)\n(?=Steps: )/, "\nNegative prompt: $1\n");

export function readXmp(xmp: string): readonly string[] {
  const isDrawThings = readProperty(xmp, "xmp:CreatorTool")?.trim() === "Draw Things";
  const description = readProperty(xmp, "dc:description")?.trim();
  const texts = [
    readProperty(xmp, "exif:UserComment"),
    description && isDrawThings ? markNegative(description) : description,
  ];
  return texts.filter((text) => text !== undefined);
}

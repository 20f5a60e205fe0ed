/** Font of 3 by 5 dots per letter. Each octal digit encodes a row of dots as bits. */
const glyphs: Readonly<Record<string, string>> = {
  A: "25755",
  B: "65656",
  C: "34443",
  D: "65556",
  E: "74647",
  F: "74644",
  G: "34553",
  H: "55755",
  I: "72227",
  J: "11152",
  K: "55655",
  L: "44447",
  M: "57755",
  N: "65555",
  O: "25552",
  P: "65644",
  Q: "25563",
  R: "65655",
  S: "34216",
  T: "72222",
  U: "55557",
  V: "55552",
  W: "55775",
  X: "55255",
  Y: "55222",
  Z: "71247",
  0: "75557",
  1: "26227",
  2: "61247",
  3: "61216",
  4: "55711",
  5: "74616",
  6: "34757",
  7: "71222",
  8: "75757",
  9: "75716",
  "-": "00700",
  ".": "00002",
  "#": "57575",
  "/": "11244",
  ":": "02020",
  _: "00007",
};

export const letterWidth = 4;
export const letterHeight = 5;

/** Visits each dot of a line of text. Coordinates are in dots from the upper left. Unknown letters are spaces. */
export function eachDot(text: string, visit: (x: number, y: number) => void): void {
  for (const [index, letter] of Array.from(text.toUpperCase()).entries()) {
    for (const [y, digit] of Array.from(glyphs[letter] ?? "").entries()) {
      for (let x = 0; x < 3; x += 1) {
        if ((Number(digit) >> (2 - x)) & 1) visit(index * letterWidth + x, y);
      }
    }
  }
}

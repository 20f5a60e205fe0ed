/** Text of another direction, which keeps its own order and leaves that of the sentence around it alone. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** Numbers whose order means something, such as a width and a height: left to right wherever they stand. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;

/** Returns the error for a wrong option. */
export const optionError = (problem: string): TypeError =>
  new TypeError(`createHandler: ${problem}`);

export const optionError = (problem: string): TypeError =>
  new TypeError(`createHandler: ${problem}`);

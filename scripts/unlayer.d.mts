/** Returns the CSS for styles.unlayered.css. `filename` is the source of styles.css. */
export function unlayer(filename: string): Promise<string>;

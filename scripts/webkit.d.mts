/** Paths to WebKitGTK's WebDriver and a server for its virtual display. */
export interface WebKit {
  readonly driver: string;
  readonly display: string;
}

export function findWebKit(): WebKit | undefined;

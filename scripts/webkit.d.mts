/** Paths of WebKitGTK's WebDriver and of a server for its virtual display. */
export interface WebKit {
  readonly driver: string;
  readonly display: string;
}

export function findWebKit(): WebKit | undefined;

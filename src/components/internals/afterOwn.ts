interface Preventable {
  readonly defaultPrevented: boolean;
}

/** Calls the app's own handler, then ours unless it prevented the default. */
export function afterOwn<Event extends Preventable>(
  own: ((event: Event) => void) | undefined,
  ours: (event: Event) => void,
): (event: Event) => void {
  return (event) => {
    own?.(event);
    if (!event.defaultPrevented) ours(event);
  };
}

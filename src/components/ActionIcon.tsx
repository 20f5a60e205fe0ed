const paths = {
  download: "M8 2v8m0 0L4.8 6.9M8 10l3.2-3.1M2.8 13.4h10.4",
  copy: "M5.6 5.6V3.8q0-1.2 1.2-1.2h5.4q1.2 0 1.2 1.2v5.4q0 1.2-1.2 1.2h-1.8M3.8 5.6h5.4q1.2 0 1.2 1.2v5.4q0 1.2-1.2 1.2H3.8q-1.2 0-1.2-1.2V6.8q0-1.2 1.2-1.2Z",
} as const;

export interface ActionIconProps {
  readonly name: keyof typeof paths;
}

/** Stands before an action's word, and in its place where there is little room. */
export function ActionIcon({ name }: ActionIconProps) {
  return (
    <svg data-easel="image-result-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

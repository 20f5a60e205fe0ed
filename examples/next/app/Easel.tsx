"use client";

import { createClient, EaselProvider, Studio } from "react-easel";

const client = createClient();

export function Easel() {
  return (
    <EaselProvider client={client}>
      <Studio />
    </EaselProvider>
  );
}

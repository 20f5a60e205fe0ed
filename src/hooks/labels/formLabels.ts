export interface FormLabels {
  readonly generate: string;
  readonly offline: string;
}

export const formLabels: FormLabels = {
  generate: "Generate",
  offline: "You are offline. Generate again once the connection is back.",
};

export interface Host {
  readonly styles: readonly string[];
  readonly page?: readonly string[];
  readonly className?: string;
  readonly theme?: "class" | "data-theme";
}
export const utilities: string;
export const plainHosts: Readonly<Record<string, Host>>;
export const tailwindHosts: Readonly<Record<string, Host>>;
export const nextHosts: Readonly<Record<string, Host>>;

import type { ReactNode } from "react";
import "react-easel/styles.css";

export const metadata = { title: "Easel in Next" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}

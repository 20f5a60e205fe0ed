import type { ReactNode } from "react";
import { EaselProvider } from "react-easel";
import "react-easel/styles.css";

export const metadata = { title: "Easel in Next" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    // The page follows the system's theme, as Easel does.
    <html lang="en" style={{ colorScheme: "light dark" }}>
      <body>
        <EaselProvider baseUrl="/api/easel" userKey="fakeId" /* fake: the signed-in user's id */>
          {children}
        </EaselProvider>
      </body>
    </html>
  );
}

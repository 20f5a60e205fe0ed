import { Studio } from "react-easel";

export default function Page() {
  return (
    <main>
      <Studio />
    </main>
  );
}
